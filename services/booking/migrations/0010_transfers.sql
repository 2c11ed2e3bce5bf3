-- A ticket that is offered to somebody else, and what became of it. status: 1 offered, 2 accepted, 3 taken back, 4 ended otherwise.
-- token_hash: of the link in the mail. What an offer says of people (email, name, sender_name) is emptied after a while. The new
-- ticket has an id of its own. tickets.status 4 (transferred) is in use from here on; journal.kind has besides: 14 transferred,
-- 15 offered, 16 offer ended; receipts.kind: 7 ticket given, 8 ticket received, 9 ticket ended.
CREATE TABLE ticket_transfers (
  id              BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  ticket_id       BIGINT UNSIGNED NOT NULL,
  booking_id      BIGINT UNSIGNED NOT NULL,
  show_id         BIGINT UNSIGNED NOT NULL,
  sender_id       BIGINT UNSIGNED NOT NULL,
  email           VARCHAR(254) NOT NULL,
  name            VARCHAR(100) NOT NULL,
  sender_name     VARCHAR(100) NOT NULL,
  token_hash      BINARY(32) NOT NULL,
  status          TINYINT UNSIGNED NOT NULL,
  receiver_id     BIGINT UNSIGNED NOT NULL DEFAULT 0,
  new_ticket_id   BIGINT UNSIGNED NOT NULL DEFAULT 0,
  created_at_us   BIGINT NOT NULL,
  expires_at_us   BIGINT NOT NULL,
  ended_at_us     BIGINT NOT NULL DEFAULT 0,
  live_ticket_id  BIGINT UNSIGNED AS (IF(status IN (1, 2), ticket_id, NULL)) STORED,
  CONSTRAINT one_live_transfer_per_ticket UNIQUE (live_ticket_id),
  CONSTRAINT one_transfer_per_token UNIQUE (token_hash),
  INDEX transfers_of_a_ticket (ticket_id, id),
  INDEX transfers_of_a_sender (sender_id, id),
  INDEX transfers_of_a_receiver (receiver_id, id),
  INDEX transfers_by_time (created_at_us)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- 0: the buyer of the booking.
ALTER TABLE receipts
  ADD COLUMN user_id BIGINT UNSIGNED NOT NULL DEFAULT 0,
  ADD INDEX receipts_of_a_person (user_id);

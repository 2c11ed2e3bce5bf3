-- What an organiser writes to the buyers of a show, or of all shows of its concert. status: 1 draft, 2 being sent, 3 paused, 4 sent,
-- 5 cancelled. statuses: bits of bookings.status. zone_id 0: any. admitted: 0 whoever, 1 who came in, 2 who did not yet. language '': any.
-- tested_revision: what its writer got by mail last. total: for whom it was when its sending was asked for; next_at_us: when the next of
-- them are written to, and the mark of who does it.
CREATE TABLE messages (
  id               BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  organisation_id  BIGINT UNSIGNED NOT NULL,
  concert_id       BIGINT UNSIGNED NOT NULL,
  show_id          BIGINT UNSIGNED NOT NULL,
  whole_concert    TINYINT UNSIGNED NOT NULL,
  status           TINYINT UNSIGNED NOT NULL DEFAULT 1,
  subject_id       VARCHAR(200) NOT NULL,
  body_id          TEXT NOT NULL,
  subject_en       VARCHAR(200) NOT NULL,
  body_en          TEXT NOT NULL,
  statuses         INT UNSIGNED NOT NULL,
  zone_id          BIGINT UNSIGNED NOT NULL,
  admitted         TINYINT UNSIGNED NOT NULL,
  language         CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  revision         BIGINT UNSIGNED NOT NULL DEFAULT 0,
  tested_revision  BIGINT UNSIGNED NULL,
  total            INT UNSIGNED NOT NULL DEFAULT 0,
  sent             INT UNSIGNED NOT NULL DEFAULT 0,
  left_out         INT UNSIGNED NOT NULL DEFAULT 0,
  next_at_us       BIGINT NOT NULL DEFAULT 0,
  created_at_us    BIGINT NOT NULL,
  updated_at_us    BIGINT NOT NULL,
  begun_at_us      BIGINT NULL,
  finished_at_us   BIGINT NULL,
  INDEX messages_of_a_show (show_id, id),
  INDEX messages_of_a_concert (concert_id, id),
  INDEX messages_of_an_organisation (organisation_id, begun_at_us),
  INDEX messages_to_send (status, next_at_us),
  CONSTRAINT message_is_of_a_show FOREIGN KEY (show_id) REFERENCES shows (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- For whom a message is, fixed when its sending was asked for. The outcome is set once, in the transaction that puts the mail into
-- mail_outbox: 0 none yet, 1 written to, 2 left out. mail_id: of that mail.
CREATE TABLE message_recipients (
  message_id  BIGINT UNSIGNED NOT NULL,
  booking_id  BIGINT UNSIGNED NOT NULL,
  outcome     TINYINT UNSIGNED NOT NULL DEFAULT 0,
  mail_id     BIGINT UNSIGNED NOT NULL DEFAULT 0,
  PRIMARY KEY (message_id, booking_id),
  INDEX recipients_to_do (message_id, outcome, booking_id),
  INDEX recipients_of_a_booking (booking_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Their words, in HTML and with the values of placeholders, are longer than what Gelora writes itself.
ALTER TABLE mail_outbox
  MODIFY COLUMN subject VARCHAR(2000) NOT NULL,
  MODIFY COLUMN text_body MEDIUMTEXT NOT NULL,
  MODIFY COLUMN html_body MEDIUMTEXT NOT NULL;

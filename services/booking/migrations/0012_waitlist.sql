-- Who waits for a sale to open, who waits for places of a sold-out show, and what both are told by mail.
ALTER TABLE holds
  ADD COLUMN offered TINYINT UNSIGNED NOT NULL DEFAULT 0;     -- 1: made for somebody who waited
ALTER TABLE shows
  ADD COLUMN offer_ttl_s INT UNSIGNED NOT NULL DEFAULT 1800;  -- how long places offered to the waitlist are kept

-- Gone when the notice is owed.
CREATE TABLE watches (
  show_id        BIGINT UNSIGNED NOT NULL,
  user_id        BIGINT UNSIGNED NOT NULL,
  created_at_us  BIGINT NOT NULL,
  PRIMARY KEY (show_id, user_id),
  INDEX watches_of_a_user (user_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- status: 1 waiting, 2 being served (its hold is asked for under the key of id and attempt), 3 offered, 4 taken, 5 lapsed,
-- 6 cancelled, 7 ended with the sale, 8 cancelled and its hold is still to be given back. zone_id 0: any zone.
CREATE TABLE waitlist_entries (
  id             BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  show_id        BIGINT UNSIGNED NOT NULL,
  user_id        BIGINT UNSIGNED NOT NULL,
  zone_id        BIGINT UNSIGNED NOT NULL,
  quantity       INT UNSIGNED NOT NULL,
  status         TINYINT UNSIGNED NOT NULL DEFAULT 1,
  attempt        INT UNSIGNED NOT NULL DEFAULT 0,
  serve_zone_no  SMALLINT UNSIGNED NULL,
  next_try_us    BIGINT NOT NULL DEFAULT 0,
  hold_id        BIGINT UNSIGNED NOT NULL DEFAULT 0,
  expires_at_us  BIGINT NOT NULL DEFAULT 0,
  created_at_us  BIGINT NOT NULL,
  open_mark      TINYINT AS (IF(status <= 3, 1, NULL)) STORED,
  CONSTRAINT one_open_entry UNIQUE (show_id, user_id, open_mark),
  INDEX entries_in_order (show_id, status, zone_id, id),
  INDEX entries_by_status (status, show_id),
  INDEX entries_of_a_user (user_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- A mail that is owed; its id is the mail's. kind: 1 the sale has opened, 2 places are offered. entry_id: of kind 2.
CREATE TABLE notices (
  id             BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  kind           TINYINT UNSIGNED NOT NULL,
  show_id        BIGINT UNSIGNED NOT NULL,
  user_id        BIGINT UNSIGNED NOT NULL,
  entry_id       BIGINT UNSIGNED NOT NULL DEFAULT 0,
  tries          INT UNSIGNED NOT NULL DEFAULT 0,
  next_try_us    BIGINT NOT NULL DEFAULT 0,
  done_at_us     BIGINT NULL,
  INDEX notices_to_do (done_at_us, next_try_us, id),
  INDEX notices_of_a_user (user_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

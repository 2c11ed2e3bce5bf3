-- The box office: one writer a show, fenced by the epoch of its lease.
-- A numbered seat for each process, so that no two make the same ids.
CREATE TABLE instances (
  number  SMALLINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name    VARCHAR(64) NOT NULL,
  CONSTRAINT one_number_per_instance UNIQUE (name)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Made with the show and never deleted. Every transaction of a desk sets fence_ok to whether the lease is still its own;
-- the CHECK turns "no" into an error, so that the COMMIT behind it is never reached.
CREATE TABLE show_leases (
  show_id   BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  owner     VARCHAR(64) NOT NULL DEFAULT '',
  epoch     BIGINT UNSIGNED NOT NULL DEFAULT 0,
  version   BIGINT UNSIGNED NOT NULL DEFAULT 0,
  fence_ok  TINYINT NOT NULL DEFAULT 1,
  CONSTRAINT lease_is_still_ours CHECK (fence_ok = 1)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- status: 1 active, 2 booked, 3 released, 4 expired. places: 4 bytes each, big endian.
CREATE TABLE holds (
  id             BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  show_id        BIGINT UNSIGNED NOT NULL,
  user_id        BIGINT UNSIGNED NOT NULL,
  status         TINYINT UNSIGNED NOT NULL,
  placement      TINYINT UNSIGNED NOT NULL,
  created_at_us  BIGINT NOT NULL,
  expires_at_us  BIGINT NOT NULL,
  places         BLOB NOT NULL,
  key_hash       BINARY(16) NOT NULL,
  body_hash      BINARY(16) NOT NULL,
  INDEX holds_of_a_show_by_time (show_id, created_at_us)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Who has a place now. The primary key is the last guard: a place has one owner, whatever went wrong above.
-- state: 1 held or booked, 2 sold.
CREATE TABLE seat_claims (
  show_id  BIGINT UNSIGNED NOT NULL,
  seat_no  INT UNSIGNED NOT NULL,
  hold_id  BIGINT UNSIGNED NOT NULL,
  state    TINYINT UNSIGNED NOT NULL,
  PRIMARY KEY (show_id, seat_no)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- status: 1 awaiting_payment, 2 confirmed, 3 expired, 4 cancelled, 5 refund_pending, 6 refunded.
CREATE TABLE bookings (
  id               BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  reference        CHAR(8) NOT NULL,
  show_id          BIGINT UNSIGNED NOT NULL,
  user_id          BIGINT UNSIGNED NOT NULL,
  hold_id          BIGINT UNSIGNED NOT NULL,
  status           TINYINT UNSIGNED NOT NULL,
  currency         CHAR(3) NOT NULL,
  fees_minor       BIGINT NOT NULL,
  discount_minor   BIGINT NOT NULL,
  total_minor      BIGINT NOT NULL,
  created_at_us    BIGINT NOT NULL,
  pay_by_us        BIGINT NOT NULL,
  payment_id       BIGINT UNSIGNED NOT NULL DEFAULT 0,
  document         MEDIUMTEXT NOT NULL,
  key_hash         BINARY(16) NOT NULL,
  body_hash        BINARY(16) NOT NULL,
  CONSTRAINT one_booking_per_hold UNIQUE (hold_id),
  INDEX bookings_of_a_user (user_id, id),
  INDEX bookings_of_a_show (show_id, id),
  INDEX bookings_by_reference (reference)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- status: 1 valid, 2 used, 3 void, 4 transferred, 5 frozen.
CREATE TABLE tickets (
  id          BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  booking_id  BIGINT UNSIGNED NOT NULL,
  show_id     BIGINT UNSIGNED NOT NULL,
  user_id     BIGINT UNSIGNED NOT NULL,
  seat_no     INT UNSIGNED NOT NULL,
  status      TINYINT UNSIGNED NOT NULL,
  attendee    VARCHAR(100) NOT NULL DEFAULT '',
  INDEX tickets_of_a_user (user_id, id),
  INDEX tickets_of_a_booking (booking_id),
  INDEX tickets_of_a_seat (show_id, seat_no)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Every accepted change of a show, append-only. kind: 1 held, 2 released, 3 expired, 4 booked, 5 cancelled, 6 confirmed,
-- 7 booking expired, 8 refund due, 9 refunded.
CREATE TABLE journal (
  show_id     BIGINT UNSIGNED NOT NULL,
  version     BIGINT UNSIGNED NOT NULL,
  at_us       BIGINT NOT NULL,
  kind        TINYINT UNSIGNED NOT NULL,
  batch_id    BIGINT UNSIGNED NOT NULL,
  hold_id     BIGINT UNSIGNED NOT NULL,
  booking_id  BIGINT UNSIGNED NOT NULL,
  user_id     BIGINT UNSIGNED NOT NULL,
  places      BLOB NOT NULL,
  PRIMARY KEY (show_id, version)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Payments of bookings. Times are microseconds since 1970 UTC, money is minor units.
-- status: 0 intended (the provider was not reached yet), 1 pending, 2 captured, 3 failed, 4 expired, 5 refund_pending,
-- 6 refunded, 7 partially_refunded. The payment's id is the provider's idempotency key.
CREATE TABLE payments (
  id             BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  booking_id     BIGINT UNSIGNED NOT NULL,
  user_id        BIGINT UNSIGNED NOT NULL,
  provider       VARCHAR(16) NOT NULL,
  provider_ref   VARCHAR(128) NULL,
  checkout_url   VARCHAR(500) NOT NULL DEFAULT '',
  status         TINYINT UNSIGNED NOT NULL,
  amount_minor   BIGINT NOT NULL,
  currency       CHAR(3) NOT NULL,
  description    VARCHAR(300) NOT NULL,
  created_at_us  BIGINT NOT NULL,
  pay_by_us      BIGINT NOT NULL,
  next_check_us  BIGINT NOT NULL,
  checks         INT UNSIGNED NOT NULL DEFAULT 0,
  key_hash       CHAR(32) CHARACTER SET ascii NOT NULL,
  body_hash      CHAR(32) CHARACTER SET ascii NOT NULL,
  CONSTRAINT one_payment_per_key UNIQUE (key_hash),
  CONSTRAINT one_payment_per_session UNIQUE (provider, provider_ref),
  CONSTRAINT amount_is_positive CHECK (amount_minor > 0),
  INDEX payments_of_a_booking (booking_id),
  INDEX payments_of_a_user (user_id, id),
  INDEX payments_to_check (status, next_check_us)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Money that the provider took. Append-only but for its state.
-- state: 1 kept, 2 refund due, 3 refunded. reason: why it goes back.
CREATE TABLE captures (
  id             BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  payment_id     BIGINT UNSIGNED NOT NULL,
  provider       VARCHAR(16) NOT NULL,
  provider_ref   VARCHAR(128) NOT NULL,
  amount_minor   BIGINT NOT NULL,
  currency       CHAR(3) NOT NULL,
  state          TINYINT UNSIGNED NOT NULL,
  reason         VARCHAR(40) NOT NULL DEFAULT '',
  captured_at_us BIGINT NOT NULL,
  next_try_us    BIGINT NOT NULL DEFAULT 0,
  tries          INT UNSIGNED NOT NULL DEFAULT 0,
  CONSTRAINT one_row_per_capture UNIQUE (provider, provider_ref),
  CONSTRAINT capture_is_of_a_payment FOREIGN KEY (payment_id) REFERENCES payments (id),
  INDEX captures_to_refund (state, next_try_us)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE instances (
  number  SMALLINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name    VARCHAR(64) NOT NULL,
  CONSTRAINT one_number_per_instance UNIQUE (name)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

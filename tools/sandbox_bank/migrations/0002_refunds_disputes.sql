-- Refunds in parts, disputes, and the protocols of other providers.
-- protocol: 1 the bank's own, 2 Stripe's, 3 Midtrans'. refunds: 0 succeed, 1 fail, 2 take their time.
-- details: what the protocol has to give back, as JSON.
ALTER TABLE sessions
  MODIFY merchant_key VARCHAR(300) NOT NULL,
  ADD protocol TINYINT UNSIGNED NOT NULL DEFAULT 1,
  ADD method   VARCHAR(20) NOT NULL DEFAULT '',
  ADD refunds  TINYINT UNSIGNED NOT NULL DEFAULT 0,
  ADD details  TEXT NOT NULL DEFAULT ('{}'),
  ADD INDEX sessions_by_time (protocol, created_at_us, id),
  ADD INDEX sessions_by_end (status, expires_at_us);

ALTER TABLE captures
  ADD other_account  TINYINT UNSIGNED NOT NULL DEFAULT 0,
  ADD refunded_minor BIGINT NOT NULL DEFAULT 0,
  ADD CONSTRAINT refunds_within_capture CHECK (refunded_minor BETWEEN 0 AND amount_minor);

-- state: 1 pending, 2 succeeded, 3 failed (its part of the capture is free again).
CREATE TABLE refunds (
  id             VARCHAR(40) NOT NULL PRIMARY KEY,
  merchant_key   VARCHAR(300) NOT NULL,
  capture_id     VARCHAR(40) NOT NULL,
  amount_minor   BIGINT NOT NULL,
  state          TINYINT UNSIGNED NOT NULL,
  reason         VARCHAR(400) NOT NULL,
  details        TEXT NOT NULL DEFAULT ('{}'),
  created_at_us  BIGINT NOT NULL,
  due_at_us      BIGINT NULL,
  CONSTRAINT one_refund_per_key UNIQUE (merchant_key),
  CONSTRAINT refund_is_positive CHECK (amount_minor > 0),
  INDEX refunds_of_a_capture (capture_id),
  INDEX refunds_by_time (due_at_us)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- state: 1 open, 2 won by the merchant, 3 lost.
CREATE TABLE disputes (
  id             VARCHAR(40) NOT NULL PRIMARY KEY,
  capture_id     VARCHAR(40) NOT NULL,
  amount_minor   BIGINT NOT NULL,
  state          TINYINT UNSIGNED NOT NULL,
  created_at_us  BIGINT NOT NULL,
  INDEX disputes_of_a_capture (capture_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- The first answer to a key of Stripe's protocol, and what it was asked with.
CREATE TABLE answers (
  merchant_key   VARCHAR(300) NOT NULL PRIMARY KEY,
  request_hash   CHAR(64) CHARACTER SET ascii NOT NULL,
  status         SMALLINT UNSIGNED NOT NULL,
  body           MEDIUMTEXT NOT NULL,
  created_at_us  BIGINT NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

ALTER TABLE webhooks ADD protocol TINYINT UNSIGNED NOT NULL DEFAULT 1;

UPDATE captures SET refunded_minor = amount_minor WHERE refunded_at_us IS NOT NULL;
INSERT INTO refunds (id, merchant_key, capture_id, amount_minor, state, reason, created_at_us)
  SELECT CONCAT('re_', SUBSTRING(id, 5)), CONCAT('of ', id), id, amount_minor, 2, '', refunded_at_us
  FROM captures WHERE refunded_at_us IS NOT NULL;
ALTER TABLE captures DROP COLUMN refunded_at_us;

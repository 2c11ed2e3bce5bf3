-- The sandbox bank's own books. Times are microseconds since 1970 UTC, money is minor units.
-- status: 1 open, 2 captured, 3 closed.
CREATE TABLE sessions (
  id             VARCHAR(40) NOT NULL PRIMARY KEY,
  merchant_key   VARCHAR(64) NOT NULL,
  reference      VARCHAR(64) NOT NULL,
  amount_minor   BIGINT NOT NULL,
  currency       CHAR(3) NOT NULL,
  description    VARCHAR(400) NOT NULL,
  return_url     VARCHAR(500) NOT NULL,
  status         TINYINT UNSIGNED NOT NULL,
  declines       INT UNSIGNED NOT NULL DEFAULT 0,
  created_at_us  BIGINT NOT NULL,
  expires_at_us  BIGINT NOT NULL,
  CONSTRAINT one_session_per_key UNIQUE (merchant_key)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE captures (
  id             VARCHAR(40) NOT NULL PRIMARY KEY,
  session_id     VARCHAR(40) NOT NULL,
  amount_minor   BIGINT NOT NULL,
  currency       CHAR(3) NOT NULL,
  created_at_us  BIGINT NOT NULL,
  refunded_at_us BIGINT NULL,
  INDEX captures_of_a_session (session_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- What buyers chose, to happen at a time.
CREATE TABLE outcomes (
  id          BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  session_id  VARCHAR(40) NOT NULL,
  outcome     VARCHAR(24) NOT NULL,
  due_at_us   BIGINT NOT NULL,
  INDEX outcomes_by_time (due_at_us)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE webhooks (
  id               BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  body             TEXT NOT NULL,
  attempts         INT UNSIGNED NOT NULL DEFAULT 0,
  next_attempt_us  BIGINT NOT NULL,
  INDEX webhooks_by_time (next_attempt_us)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

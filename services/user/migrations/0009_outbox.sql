-- Events to the other services; see libs/outbox.
CREATE TABLE outbox (
  id               BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  destination      VARCHAR(32) NOT NULL,
  type             VARCHAR(64) NOT NULL,
  body             TEXT NOT NULL,
  created_at_us    BIGINT NOT NULL,
  attempts         INT UNSIGNED NOT NULL DEFAULT 0,
  next_attempt_us  BIGINT NOT NULL DEFAULT 0,
  INDEX outbox_by_next_attempt (next_attempt_us, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

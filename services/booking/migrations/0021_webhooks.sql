-- Addresses of an organisation's own programs that are told what happens. events: names, separated by commas. status: 1 on, 2 switched off,
-- 3 given up after days of failures. old_secret: signs too until then.
CREATE TABLE webhooks (
  id                   BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  organisation_id      BIGINT UNSIGNED NOT NULL,
  url                  VARCHAR(500) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  events               VARCHAR(500) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  secret               VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  old_secret           VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  old_secret_until_us  BIGINT NOT NULL DEFAULT 0,
  status               TINYINT UNSIGNED NOT NULL DEFAULT 1,
  failing_since_us     BIGINT NULL,
  created_at_us        BIGINT NOT NULL,
  INDEX webhooks_of_an_organisation (organisation_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- One event for one webhook. status: 1 waits, 2 delivered, 3 given up, 4 rests: was due while its
-- webhook was not on. answer: the beginning of what came back; fault: why nothing did.
CREATE TABLE webhook_deliveries (
  id               BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  webhook_id       BIGINT UNSIGNED NOT NULL,
  organisation_id  BIGINT UNSIGNED NOT NULL,
  type             VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  body             TEXT NOT NULL,
  status           TINYINT UNSIGNED NOT NULL DEFAULT 1,
  attempts         INT UNSIGNED NOT NULL DEFAULT 0,
  next_attempt_us  BIGINT NOT NULL,
  created_at_us    BIGINT NOT NULL,
  tried_at_us      BIGINT NULL,
  took_ms          INT UNSIGNED NOT NULL DEFAULT 0,
  http_status      SMALLINT UNSIGNED NOT NULL DEFAULT 0,
  answer           BLOB NOT NULL DEFAULT (''),
  fault            VARCHAR(200) NOT NULL DEFAULT '',
  INDEX deliveries_to_do (status, next_attempt_us, id),
  INDEX deliveries_of_a_webhook (webhook_id, id),
  INDEX deliveries_by_time (created_at_us)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Up to which version the journal of a show has become deliveries.
CREATE TABLE webhook_cursors (
  show_id  BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  version  BIGINT UNSIGNED NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

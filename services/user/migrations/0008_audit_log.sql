-- Who did what. An event is written to audit_events in the transaction of what it tells of; within a fraction of a second one process
-- moves it into audit_log, where each row carries the hash of the one before. Names nobody: people are ids, so that an erased person
-- is gone from here as well.
CREATE TABLE audit_events (
  id               BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  at_us            BIGINT NOT NULL,
  event            VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  user_id          BIGINT UNSIGNED NULL,
  by_id            BIGINT UNSIGNED NULL,
  organisation_id  BIGINT UNSIGNED NULL,
  detail           VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE audit_log (
  position         BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  id               BIGINT UNSIGNED NOT NULL,
  at_us            BIGINT NOT NULL,
  event            VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  user_id          BIGINT UNSIGNED NULL,
  by_id            BIGINT UNSIGNED NULL,
  organisation_id  BIGINT UNSIGNED NULL,
  detail           VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  hash             CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  CONSTRAINT audited_once UNIQUE (id),
  INDEX audit_log_of_a_user (user_id, position),
  INDEX audit_log_by_somebody (by_id, position),
  INDEX audit_log_of_an_organisation (organisation_id, position)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- The end of the chain; its row is the lock of who makes it longer.
CREATE TABLE audit_head (
  one       TINYINT UNSIGNED NOT NULL PRIMARY KEY DEFAULT 1,
  position  BIGINT UNSIGNED NOT NULL,
  hash      CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  CONSTRAINT there_is_one_audit_head CHECK (one = 1)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
INSERT INTO audit_head (position, hash) VALUES (0, '0000000000000000000000000000000000000000000000000000000000000000');

CREATE TRIGGER audit_log_is_never_changed BEFORE UPDATE ON audit_log FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the audit log is append-only';
CREATE TRIGGER audit_log_is_never_shortened BEFORE DELETE ON audit_log FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the audit log is append-only';

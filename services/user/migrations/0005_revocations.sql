-- Access tokens that are void before their end: of a session that ended, or of a user from before a change of rights. Followed by the
-- other services. Positions are given in the order of commits: who takes one holds the row of the clock until its own commit.
CREATE TABLE revocation_clock (
  one       TINYINT UNSIGNED NOT NULL PRIMARY KEY DEFAULT 1,
  position  BIGINT UNSIGNED NOT NULL,
  CONSTRAINT there_is_one_revocation_clock CHECK (one = 1)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
INSERT INTO revocation_clock (position) VALUES (0);

CREATE TABLE revocations (
  position       BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  session_id     BIGINT UNSIGNED NULL,
  user_id        BIGINT UNSIGNED NULL,
  generation     INT UNSIGNED NULL,
  created_at_us  BIGINT NOT NULL,
  CONSTRAINT revocation_is_of_one CHECK ((session_id IS NULL) <> (user_id IS NULL) AND (user_id IS NULL) = (generation IS NULL)),
  INDEX revocations_by_time (created_at_us)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- generation: raised when the user's rights change; tokens carry it. logged_in_at_us: the last time, on whatever device.
ALTER TABLE users
  ADD COLUMN generation INT UNSIGNED NOT NULL DEFAULT 0,
  ADD COLUMN logged_in_at_us BIGINT NULL;

-- address: where the session last came from. second_factor: how it was opened.
ALTER TABLE sessions
  ADD COLUMN address VARCHAR(45) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  ADD COLUMN second_factor TINYINT UNSIGNED NOT NULL DEFAULT 0;

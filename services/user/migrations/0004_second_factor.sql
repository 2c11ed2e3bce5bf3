-- The secret of an authenticator app, sealed with a key of the service; it counts from when its owner showed a code of it.
-- last_step: the newest code that was used, so that none is used twice.
CREATE TABLE totp (
  user_id          BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  secret           VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  last_step        BIGINT UNSIGNED NOT NULL DEFAULT 0,
  created_at_us    BIGINT NOT NULL,
  confirmed_at_us  BIGINT NULL,
  CONSTRAINT totp_is_of_a_user FOREIGN KEY (user_id) REFERENCES users (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- For the day on which the telephone is gone: each opens once. SHA-256 in hex of 50 random bits and the user's id.
CREATE TABLE recovery_codes (
  user_id    BIGINT UNSIGNED NOT NULL,
  code_hash  CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (user_id, code_hash),
  CONSTRAINT recovery_code_is_of_a_user FOREIGN KEY (user_id) REFERENCES users (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Where somebody is logged in. A refresh token is not stored: it is the MAC, under the service's key, of id, secret and generation.
-- Rotation moves the generation on; the generation before is good for 30 s after rotated_at_us.
CREATE TABLE sessions (
  id               BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  user_id          BIGINT UNSIGNED NOT NULL,
  secret           CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  generation       INT UNSIGNED NOT NULL,
  user_agent       VARCHAR(200) NOT NULL,
  created_at_us    BIGINT NOT NULL,
  rotated_at_us    BIGINT NOT NULL,
  expires_at_us    BIGINT NOT NULL,
  ended_at_us      BIGINT NULL,
  CONSTRAINT session_is_of_a_user FOREIGN KEY (user_id) REFERENCES users (id),
  INDEX sessions_of_a_user (user_id, id),
  INDEX sessions_by_end (expires_at_us)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

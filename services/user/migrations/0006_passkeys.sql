-- What is kept of a passkey: enough to verify it. credential_hash is SHA-256 in hex of the credential's id, which may have 1023 bytes.
CREATE TABLE passkeys (
  id                BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  user_id           BIGINT UNSIGNED NOT NULL,
  credential_hash   CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  credential_id     VARBINARY(1023) NOT NULL,
  algorithm         SMALLINT NOT NULL,
  public_key        VARBINARY(600) NOT NULL,
  sign_count        INT UNSIGNED NOT NULL,
  name              VARCHAR(60) NOT NULL,
  created_at_us     BIGINT NOT NULL,
  last_used_at_us   BIGINT NULL,
  CONSTRAINT one_row_per_passkey UNIQUE (credential_hash),
  CONSTRAINT passkey_is_of_a_user FOREIGN KEY (user_id) REFERENCES users (id),
  INDEX passkeys_of_a_user (user_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Challenges that were answered: none is answered twice. A challenge itself says when it ends.
CREATE TABLE used_challenges (
  challenge_hash  CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  expires_at_us   BIGINT NOT NULL,
  INDEX used_challenges_by_end (expires_at_us)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

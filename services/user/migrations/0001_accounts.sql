-- Accounts, and what leads to one. Times are microseconds since 1970 UTC; hashes of tokens are SHA-256 in hex.
-- email is the address as its owner writes it; email_key is its canonical form.

-- A numbered seat for each process, so that no two make the same ids.
CREATE TABLE instances (
  number  SMALLINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name    VARCHAR(64) NOT NULL,
  CONSTRAINT one_number_per_instance UNIQUE (name)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- A row an address that somebody asked for: the lock that puts all that concerns one address in order.
CREATE TABLE addresses (
  email_key      VARCHAR(254) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  touched_at_us  BIGINT NOT NULL,
  INDEX addresses_by_time (touched_at_us)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE users (
  id             BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  email          VARCHAR(254) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  email_key      VARCHAR(254) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name           VARCHAR(100) NOT NULL,
  locale         CHAR(2) NOT NULL,
  password_hash  VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at_us  BIGINT NOT NULL,
  CONSTRAINT one_account_per_address UNIQUE (email_key),
  CONSTRAINT locale_is_known CHECK (locale IN ('id', 'en'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE user_roles (
  user_id  BIGINT UNSIGNED NOT NULL,
  role     VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (user_id, role),
  CONSTRAINT role_is_of_a_user FOREIGN KEY (user_id) REFERENCES users (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Registrations that wait for their link: each with a password and a link of its own.
CREATE TABLE pending_registrations (
  email_key      VARCHAR(254) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  slot           TINYINT UNSIGNED NOT NULL,
  token_hash     CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  email          VARCHAR(254) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name           VARCHAR(100) NOT NULL,
  locale         CHAR(2) NOT NULL,
  password_hash  VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at_us  BIGINT NOT NULL,
  expires_at_us  BIGINT NOT NULL,
  PRIMARY KEY (email_key, slot),
  CONSTRAINT one_registration_per_token UNIQUE (token_hash),
  CONSTRAINT three_registrations_an_address CHECK (slot < 3),
  INDEX pending_registrations_by_end (expires_at_us)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE password_resets (
  user_id        BIGINT UNSIGNED NOT NULL,
  slot           TINYINT UNSIGNED NOT NULL,
  token_hash     CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at_us  BIGINT NOT NULL,
  expires_at_us  BIGINT NOT NULL,
  PRIMARY KEY (user_id, slot),
  CONSTRAINT one_reset_per_token UNIQUE (token_hash),
  CONSTRAINT three_resets_a_user CHECK (slot < 3),
  CONSTRAINT reset_is_of_a_user FOREIGN KEY (user_id) REFERENCES users (id),
  INDEX password_resets_by_end (expires_at_us)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

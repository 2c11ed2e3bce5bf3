-- Who sells: organisations, the people who work for them, and their machines (keys of programs, telephones at gates).
CREATE TABLE organisations (
  id             BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  name           VARCHAR(100) NOT NULL,
  created_at_us  BIGINT NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE members (
  organisation_id  BIGINT UNSIGNED NOT NULL,
  user_id          BIGINT UNSIGNED NOT NULL,
  role             VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  since_us         BIGINT NOT NULL,
  PRIMARY KEY (organisation_id, user_id),
  CONSTRAINT member_role_is_known CHECK (role IN ('owner', 'manager', 'box_office', 'gate')),
  CONSTRAINT member_is_of_an_organisation FOREIGN KEY (organisation_id) REFERENCES organisations (id),
  CONSTRAINT member_is_a_user FOREIGN KEY (user_id) REFERENCES users (id),
  INDEX members_by_user (user_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE invitations (
  id               BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  organisation_id  BIGINT UNSIGNED NOT NULL,
  email            VARCHAR(254) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  email_key        VARCHAR(254) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  role             VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  token_hash       CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_by       BIGINT UNSIGNED NOT NULL,
  created_at_us    BIGINT NOT NULL,
  expires_at_us    BIGINT NOT NULL,
  CONSTRAINT one_invitation_per_token UNIQUE (token_hash),
  CONSTRAINT one_invitation_per_address UNIQUE (organisation_id, email_key),
  CONSTRAINT invitation_role_is_known CHECK (role IN ('owner', 'manager', 'box_office', 'gate')),
  CONSTRAINT invitation_is_of_an_organisation FOREIGN KEY (organisation_id) REFERENCES organisations (id),
  INDEX invitations_by_end (expires_at_us)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- kind: 'key' of a program, 'gate' of a telephone at a gate. secret_hash: SHA-256 in hex of 256 random bits, or, for a telephone that is
-- not enrolled yet, of its one-time code; expires_at_us is then the code's end, and days is how long the telephone may work afterwards.
CREATE TABLE machines (
  id               BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  organisation_id  BIGINT UNSIGNED NOT NULL,
  kind             CHAR(4) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name             VARCHAR(60) NOT NULL,
  role             VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  secret_hash      CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  days             SMALLINT UNSIGNED NOT NULL,
  enrolled         TINYINT UNSIGNED NOT NULL,
  created_by       BIGINT UNSIGNED NOT NULL,
  created_at_us    BIGINT NOT NULL,
  expires_at_us    BIGINT NOT NULL,
  last_used_at_us  BIGINT NULL,
  CONSTRAINT one_machine_per_secret UNIQUE (secret_hash),
  CONSTRAINT machine_kind_is_known CHECK (kind IN ('key', 'gate')),
  CONSTRAINT machine_role_is_known CHECK (role IN ('manager', 'box_office', 'gate')),
  CONSTRAINT machine_is_of_an_organisation FOREIGN KEY (organisation_id) REFERENCES organisations (id),
  INDEX machines_of_an_organisation (organisation_id, kind, id),
  INDEX machines_by_end (expires_at_us)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

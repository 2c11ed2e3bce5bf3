-- Organisers write concerts and shows themselves. A show is a draft until it is published, and a concert is public while one of its
-- shows is. revision: for a show's editor also the version that a change is based on.
ALTER TABLE concerts
  ADD COLUMN poster         CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',  -- the hash of its content
  ADD COLUMN revision       BIGINT UNSIGNED NOT NULL DEFAULT 0,
  ADD COLUMN updated_at_us  BIGINT NOT NULL DEFAULT 0;
ALTER TABLE shows
  ADD COLUMN published      TINYINT UNSIGNED NOT NULL DEFAULT 0,
  ADD COLUMN updated_at_us  BIGINT NOT NULL DEFAULT 0;
UPDATE shows SET published = 1;

-- A show that was given another date, until all who have tickets are owed the mail; notices of kind 3 name it as their entry.
CREATE TABLE show_moves (
  id          BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  show_id     BIGINT UNSIGNED NOT NULL,
  from_us     BIGINT NOT NULL,
  to_us       BIGINT NOT NULL,
  told_at_us  BIGINT NULL,
  INDEX moves_to_tell (told_at_us),
  CONSTRAINT move_is_of_a_show FOREIGN KEY (show_id) REFERENCES shows (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Who changed what, written in the transaction of the change, never changed afterwards. before_text: NULL for what is new.
CREATE TABLE catalogue_changes (
  id               BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  at_us            BIGINT NOT NULL,
  event            VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  by_id            BIGINT UNSIGNED NOT NULL,
  organisation_id  BIGINT UNSIGNED NOT NULL,
  concert_id       BIGINT UNSIGNED NOT NULL DEFAULT 0,
  show_id          BIGINT UNSIGNED NOT NULL DEFAULT 0,
  before_text      LONGTEXT NULL,
  after_text       LONGTEXT NOT NULL,
  INDEX changes_of_an_organisation (organisation_id, id),
  INDEX changes_of_a_show (show_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

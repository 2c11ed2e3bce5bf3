-- Shows whose guests' names are forgotten: some time after the last of them went home.
ALTER TABLE shows
  ADD COLUMN names_forgotten TINYINT UNSIGNED NOT NULL DEFAULT 0,
  ADD INDEX shows_by_names (names_forgotten, starts_at_us);

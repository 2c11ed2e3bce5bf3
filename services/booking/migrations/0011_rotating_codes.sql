-- Which codes open the gates of a show: 0 fixed ones, 1 rotating ones only, 2 rotating ones and those on paper.
ALTER TABLE shows
  ADD COLUMN ticket_codes TINYINT UNSIGNED NOT NULL DEFAULT 0;

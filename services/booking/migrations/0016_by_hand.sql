-- Whether somebody was found by name and let in without a code: 0 no, 1 yes.
ALTER TABLE scans
  ADD COLUMN by_hand TINYINT UNSIGNED NOT NULL DEFAULT 0;

-- Whose show it is; 0: a part of a sale at the counter, which is listed with the sales.
ALTER TABLE deeds
  ADD COLUMN organisation_id BIGINT UNSIGNED NOT NULL DEFAULT 0,
  ADD INDEX deeds_by_time (organisation_id, at_us, show_id, version),
  ADD INDEX deeds_by_person (organisation_id, by_id, at_us, show_id, version),
  ADD INDEX deeds_by_show (organisation_id, show_id, at_us, version);

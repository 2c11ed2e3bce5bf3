-- Whose a concert is; 0: nobody's yet. Organisations, and who works for them, are user-service's.
ALTER TABLE concerts
  ADD COLUMN organisation_id BIGINT UNSIGNED NOT NULL DEFAULT 0,
  ADD INDEX concerts_of_an_organisation (organisation_id);

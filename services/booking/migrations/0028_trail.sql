-- What an organisation's people changed is read by organisation, newest first: all of it, one topic, one person, one show. topic: see
-- domain/catalogue_change.hpp. The entry of somebody who goes on drawing a plan is the one exception to "never changed afterwards": its
-- after_text follows until they stop.
ALTER TABLE catalogue_changes
  ADD COLUMN topic TINYINT UNSIGNED NOT NULL DEFAULT 1,
  ADD INDEX changes_by_time (organisation_id, at_us, id),
  ADD INDEX changes_by_topic (organisation_id, topic, at_us, id),
  ADD INDEX changes_by_person (organisation_id, by_id, at_us, id),
  ADD INDEX changes_by_show (organisation_id, show_id, at_us, id),
  DROP INDEX changes_of_an_organisation,
  DROP INDEX changes_of_a_show;
UPDATE catalogue_changes SET topic = CASE
  WHEN event LIKE 'plan!_%' ESCAPE '!' OR event LIKE 'venue!_%' ESCAPE '!' THEN 4
  WHEN event LIKE 'message!_%' ESCAPE '!' THEN 5
  WHEN event LIKE 'webhook!_%' ESCAPE '!' THEN 6
  ELSE 1 END;

-- Whose show it is; 0: of a sale at the counter, which is no change and is listed with the sales.
ALTER TABLE deeds
  ADD COLUMN organisation_id BIGINT UNSIGNED NOT NULL DEFAULT 0,
  ADD INDEX deeds_by_time (organisation_id, at_us, show_id, version),
  ADD INDEX deeds_by_person (organisation_id, by_id, at_us, show_id, version),
  ADD INDEX deeds_by_show (organisation_id, show_id, at_us, version);
UPDATE deeds d JOIN shows s ON s.id = d.show_id JOIN concerts c ON c.id = s.concert_id SET d.organisation_id = c.organisation_id
  WHERE d.kind <> 24;

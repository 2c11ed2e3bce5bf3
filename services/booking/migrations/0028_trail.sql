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

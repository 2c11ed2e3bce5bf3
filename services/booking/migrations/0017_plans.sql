-- Plans and venues of organisations. A plan is drawn as a draft, which changes; what is published of it is a row of seating_plans, which
-- never does: a show stays in the version that it was made with. organisation_id 0: everybody's, as those of an import.
ALTER TABLE venues
  ADD COLUMN organisation_id  BIGINT UNSIGNED NOT NULL DEFAULT 0,
  ADD INDEX venues_of_an_organisation (organisation_id, id);

-- revision is what a change is based on; faults are those of the document, as JSON, by the rules when it was saved.
CREATE TABLE plan_drafts (
  id                  BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  organisation_id     BIGINT UNSIGNED NOT NULL,
  venue_id            BIGINT UNSIGNED NOT NULL,
  name                VARCHAR(200) NOT NULL,
  document            LONGTEXT NOT NULL,
  faults              MEDIUMTEXT NOT NULL,
  places              INT UNSIGNED NOT NULL DEFAULT 0,
  revision            BIGINT UNSIGNED NOT NULL DEFAULT 0,
  published_revision  BIGINT UNSIGNED NULL,  -- of the newest version
  updated_at_us       BIGINT NOT NULL,
  updated_by          BIGINT UNSIGNED NOT NULL,
  INDEX drafts_of_an_organisation (organisation_id, id),
  CONSTRAINT draft_is_of_a_venue FOREIGN KEY (venue_id) REFERENCES venues (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

ALTER TABLE seating_plans
  ADD COLUMN organisation_id  BIGINT UNSIGNED NOT NULL DEFAULT 0,
  ADD COLUMN draft_id         BIGINT UNSIGNED NULL,
  ADD COLUMN version_no       INT UNSIGNED NOT NULL DEFAULT 1,
  ADD COLUMN places           INT UNSIGNED NOT NULL DEFAULT 0,  -- of those with a draft
  ADD COLUMN published_at_us  BIGINT NOT NULL DEFAULT 0,
  ADD CONSTRAINT one_plan_per_version UNIQUE (draft_id, version_no),
  ADD CONSTRAINT version_is_of_a_draft FOREIGN KEY (draft_id) REFERENCES plan_drafts (id),
  ADD INDEX plans_of_an_organisation (organisation_id, id);

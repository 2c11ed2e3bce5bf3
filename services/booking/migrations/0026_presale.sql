-- The presale of a show: from then on whoever has the code may hold places, before everybody may. Both are NULL where there is none.
ALTER TABLE shows
  ADD COLUMN presale_opens_at_us  BIGINT NULL,
  ADD COLUMN presale_code         VARCHAR(40) NULL;

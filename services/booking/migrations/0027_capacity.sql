-- How many places of a standing zone may be taken in this show; NULL: all of the plan's. journal.kind has besides: 29 capacity set
-- (places: the zone, what it was, what it is from then on), and so has deeds.kind.
ALTER TABLE show_zones
  ADD COLUMN capacity  INT UNSIGNED NULL;

-- Written with `owner` by releases that sell by it; where it is not the owner, an older one runs under that name.
ALTER TABLE instances
  ADD COLUMN capacity_owner  VARCHAR(64) NOT NULL DEFAULT '';

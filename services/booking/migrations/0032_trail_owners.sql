-- A group that has no name is the counter's.
UPDATE deeds d JOIN shows s ON s.id = d.show_id JOIN concerts c ON c.id = s.concert_id LEFT JOIN house_seats k ON k.hold_id = d.hold_id
  SET d.organisation_id = c.organisation_id
  WHERE d.kind <> 24 AND COALESCE(k.kept_for, '-') <> '' AND NOT (d.kind = 18 AND JSON_CONTAINS_PATH(d.detail, 'one', '$.sold_as'));

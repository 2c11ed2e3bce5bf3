UPDATE catalogue_changes SET topic = CASE
  WHEN event LIKE 'plan!_%' ESCAPE '!' OR event LIKE 'venue!_%' ESCAPE '!' THEN 4
  WHEN event LIKE 'message!_%' ESCAPE '!' THEN 5
  WHEN event LIKE 'webhook!_%' ESCAPE '!' THEN 6
  ELSE 1 END;

-- The trace that an event goes on with at its receiver; empty: none.
ALTER TABLE outbox ADD COLUMN traceparent VARCHAR(55) CHARACTER SET ascii NOT NULL DEFAULT '';

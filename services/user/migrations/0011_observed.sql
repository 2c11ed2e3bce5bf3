-- When a process last wrote: whether the database takes writes is known by trying.
ALTER TABLE instances ADD COLUMN seen_at_us BIGINT NOT NULL DEFAULT 0;
-- The trace that an event goes on with at its receiver; empty: none.
ALTER TABLE outbox ADD COLUMN traceparent VARCHAR(55) CHARACTER SET ascii NOT NULL DEFAULT '';

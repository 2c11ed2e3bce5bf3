-- The trace in which the session was made; its webhooks go on with it.
ALTER TABLE sessions ADD COLUMN traceparent VARCHAR(55) CHARACTER SET ascii NOT NULL DEFAULT '';
ALTER TABLE webhooks ADD COLUMN traceparent VARCHAR(55) CHARACTER SET ascii NOT NULL DEFAULT '';

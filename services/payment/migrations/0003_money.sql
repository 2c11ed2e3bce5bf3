-- Whose show a payment is of; refunds and disputes with their states; the ledger; webhooks that were taken; what a person should
-- look at. Times are microseconds since 1970 UTC, money is minor units.
ALTER TABLE payments
  ADD COLUMN method           VARCHAR(40) NOT NULL DEFAULT '',
  ADD COLUMN show_id          BIGINT UNSIGNED NOT NULL DEFAULT 0,
  ADD COLUMN organisation_id  BIGINT UNSIGNED NOT NULL DEFAULT 0,
  ADD COLUMN declined         TINYINT UNSIGNED NOT NULL DEFAULT 0,
  ADD INDEX payments_of_an_organisation (organisation_id, id),
  ADD INDEX payments_of_a_show (show_id, id),
  ADD INDEX payments_of_a_provider_by_age (provider, created_at_us);

-- captures.state: 1 kept for the booking, 4 goes back. promised_back: refunds and disputes that are open or done. A refund is set
-- aside by one conditional statement; the CHECK is the last guard.
ALTER TABLE captures
  ADD COLUMN promised_back_minor BIGINT NOT NULL DEFAULT 0,
  ADD CONSTRAINT promises_stay_within_the_capture CHECK (promised_back_minor BETWEEN 0 AND amount_minor),
  ADD INDEX captures_of_a_payment (payment_id);

-- state: 1 reserved (booking-service is asked), 2 due, 3 sent, 4 succeeded, 5 failed, 6 refused. The id is the provider's
-- idempotency key.
CREATE TABLE refunds (
  id              BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  payment_id      BIGINT UNSIGNED NOT NULL,
  capture_id      BIGINT UNSIGNED NOT NULL,
  amount_minor    BIGINT NOT NULL,
  currency        CHAR(3) NOT NULL,
  state           TINYINT UNSIGNED NOT NULL,
  reason          VARCHAR(40) NOT NULL,
  provider_ref    VARCHAR(128) NOT NULL DEFAULT '',
  ticket_ids      TEXT NOT NULL,
  used_too        TINYINT UNSIGNED NOT NULL DEFAULT 0,
  goodwill        TINYINT UNSIGNED NOT NULL DEFAULT 0,  -- the tickets stay
  requested_by    BIGINT UNSIGNED NOT NULL DEFAULT 0,
  created_at_us   BIGINT NOT NULL,
  finished_at_us  BIGINT NULL,
  next_try_us     BIGINT NOT NULL DEFAULT 0,
  tries           INT UNSIGNED NOT NULL DEFAULT 0,
  key_hash        CHAR(32) CHARACTER SET ascii NULL,
  body_hash       CHAR(32) CHARACTER SET ascii NULL,
  CONSTRAINT one_refund_per_key UNIQUE (key_hash),
  CONSTRAINT refund_is_positive CHECK (amount_minor > 0),
  CONSTRAINT refund_is_of_a_capture FOREIGN KEY (capture_id) REFERENCES captures (id),
  INDEX refunds_of_a_payment (payment_id),
  INDEX refunds_to_send (state, next_try_us)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- state: 1 open, 2 won, 3 lost.
CREATE TABLE disputes (
  id             BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  payment_id     BIGINT UNSIGNED NOT NULL,
  capture_id     BIGINT UNSIGNED NOT NULL,
  provider_ref   VARCHAR(128) NOT NULL,
  amount_minor   BIGINT NOT NULL,
  currency       CHAR(3) NOT NULL,
  state          TINYINT UNSIGNED NOT NULL,
  opened_at_us   BIGINT NOT NULL,
  decided_at_us  BIGINT NULL,
  CONSTRAINT one_dispute_per_ref UNIQUE (provider_ref),
  INDEX disputes_of_a_payment (payment_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Double-entry, append-only: the service's own rights and two triggers forbid changes. The entries of one cause add up to nothing.
CREATE TABLE ledger_entries (
  id               BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  cause            VARCHAR(64) CHARACTER SET ascii NOT NULL,
  account          VARCHAR(40) CHARACTER SET ascii NOT NULL,
  amount_minor     BIGINT NOT NULL,
  currency         CHAR(3) NOT NULL,
  payment_id       BIGINT UNSIGNED NOT NULL,
  booking_id       BIGINT UNSIGNED NOT NULL,
  show_id          BIGINT UNSIGNED NOT NULL,
  organisation_id  BIGINT UNSIGNED NOT NULL,
  at_us            BIGINT NOT NULL,
  CONSTRAINT one_posting_per_cause UNIQUE (cause, account),
  INDEX ledger_of_a_show (show_id, id),
  INDEX ledger_of_a_payment (payment_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
CREATE TRIGGER ledger_is_never_changed BEFORE UPDATE ON ledger_entries FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the ledger is append-only';
CREATE TRIGGER ledger_is_never_shortened BEFORE DELETE ON ledger_entries FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the ledger is append-only';

-- Kept for 35 days: a provider's event acts once.
CREATE TABLE webhook_events (
  provider        VARCHAR(16) NOT NULL,
  event_id        VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  outcome         VARCHAR(24) NOT NULL,
  payment_id      BIGINT UNSIGNED NOT NULL DEFAULT 0,
  received_at_us  BIGINT NOT NULL,
  PRIMARY KEY (provider, event_id),
  INDEX webhook_events_by_time (received_at_us)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE findings (
  id            BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  kind          VARCHAR(40) NOT NULL,
  provider      VARCHAR(16) NOT NULL,
  ref           VARCHAR(128) NOT NULL,
  payment_id    BIGINT UNSIGNED NOT NULL DEFAULT 0,
  booking_id    BIGINT UNSIGNED NOT NULL DEFAULT 0,
  amount_minor  BIGINT NOT NULL,
  currency      CHAR(3) NOT NULL,
  detail        VARCHAR(300) NOT NULL,
  found_at_us   BIGINT NOT NULL,
  closed_at_us  BIGINT NULL,
  CONSTRAINT one_finding_per_ref UNIQUE (kind, provider, ref),
  INDEX open_findings (closed_at_us, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Up to when a provider's list was compared with ours.
CREATE TABLE comparisons (
  provider        VARCHAR(16) NOT NULL PRIMARY KEY,
  compared_to_us  BIGINT NOT NULL,
  ran_at_us       BIGINT NOT NULL,
  sessions        BIGINT UNSIGNED NOT NULL,
  differences     BIGINT UNSIGNED NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- What was captured before has its refund under the key that the provider knows: the capture's id.
INSERT INTO refunds (id, payment_id, capture_id, amount_minor, currency, state, reason, ticket_ids, created_at_us, finished_at_us)
  SELECT id, payment_id, id, amount_minor, currency, IF(state = 3, 4, 2), reason, '[]', captured_at_us, IF(state = 3, captured_at_us, NULL)
  FROM captures WHERE state IN (2, 3);
UPDATE captures SET promised_back_minor = amount_minor WHERE state IN (2, 3);
INSERT INTO ledger_entries (cause, account, amount_minor, currency, payment_id, booking_id, show_id, organisation_id, at_us)
  SELECT CONCAT('capture:', c.id), CONCAT('provider:', c.provider), c.amount_minor, c.currency, p.id, p.booking_id, 0, 0, c.captured_at_us
  FROM captures c JOIN payments p ON p.id = c.payment_id
  UNION ALL SELECT CONCAT('capture:', c.id), IF(c.reason IN ('second-capture', 'wrong-amount'), 'excess', 'bookings'), -c.amount_minor, c.currency, p.id, p.booking_id, 0, 0, c.captured_at_us
  FROM captures c JOIN payments p ON p.id = c.payment_id
  UNION ALL SELECT CONCAT('refund:', c.id), IF(c.reason IN ('second-capture', 'wrong-amount'), 'excess', 'bookings'), c.amount_minor, c.currency, p.id, p.booking_id, 0, 0, c.captured_at_us
  FROM captures c JOIN payments p ON p.id = c.payment_id WHERE c.state IN (2, 3)
  UNION ALL SELECT CONCAT('refund:', c.id), 'refunds_due', -c.amount_minor, c.currency, p.id, p.booking_id, 0, 0, c.captured_at_us
  FROM captures c JOIN payments p ON p.id = c.payment_id WHERE c.state IN (2, 3)
  UNION ALL SELECT CONCAT('refunded:', c.id), 'refunds_due', c.amount_minor, c.currency, p.id, p.booking_id, 0, 0, c.captured_at_us
  FROM captures c JOIN payments p ON p.id = c.payment_id WHERE c.state = 3
  UNION ALL SELECT CONCAT('refunded:', c.id), CONCAT('provider:', c.provider), -c.amount_minor, c.currency, p.id, p.booking_id, 0, 0, c.captured_at_us
  FROM captures c JOIN payments p ON p.id = c.payment_id WHERE c.state = 3;
UPDATE captures SET state = IF(reason IN ('second-capture', 'wrong-amount'), 4, 1);

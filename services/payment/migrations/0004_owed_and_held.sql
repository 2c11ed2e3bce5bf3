-- refunds.state 7: returned, it had succeeded and the provider took it back later.
-- The page of a real Checkout session has an address of more than 500 characters.
ALTER TABLE payments
  MODIFY checkout_url VARCHAR(5000) NOT NULL DEFAULT '',
  ADD INDEX payments_of_a_provider_to_check (provider, next_check_us);

-- owed_back_minor: goes back as soon as something that is not decided sets it free. reason of kept money: why its booking has ended.
ALTER TABLE captures
  ADD COLUMN owed_back_minor BIGINT NOT NULL DEFAULT 0,
  ADD CONSTRAINT debts_stay_within_the_capture CHECK (owed_back_minor BETWEEN 0 AND amount_minor);

-- held_minor: of the disputed amount, what was left of the capture.
ALTER TABLE disputes
  ADD COLUMN held_minor BIGINT NOT NULL DEFAULT 0,
  ADD INDEX disputes_by_state (state);
UPDATE disputes SET held_minor = amount_minor;

UPDATE captures c SET reason = 'ended' WHERE c.state = 1 AND EXISTS
  (SELECT 1 FROM refunds r WHERE r.capture_id = c.id AND r.requested_by = 0 AND r.reason <> 'at-provider');

-- What came to its end more than three days after pay_by is not looked at any more.
UPDATE payments SET next_check_us = 9223372036854775807
  WHERE status NOT IN (0, 1, 5) AND pay_by_us < (UNIX_TIMESTAMP() - 259200) * 1000000;

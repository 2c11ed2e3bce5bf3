-- What is sold and paid back at the counter. Times are microseconds since 1970 UTC, money is minor units; method: cash, card.
-- A sale is a payment of the provider `counter`, captured when it is written; reference is its booking's.
CREATE TABLE counter_sales (
  payment_id       BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  booking_id       BIGINT UNSIGNED NOT NULL,
  show_id          BIGINT UNSIGNED NOT NULL,
  organisation_id  BIGINT UNSIGNED NOT NULL,
  reference        VARCHAR(16) CHARACTER SET ascii NOT NULL,
  method           VARCHAR(8) CHARACTER SET ascii NOT NULL,
  amount_minor     BIGINT NOT NULL,
  currency         CHAR(3) CHARACTER SET ascii NOT NULL,
  sold_by          BIGINT UNSIGNED NOT NULL,
  sold_at_us       BIGINT NOT NULL,
  CONSTRAINT counter_sale_is_of_a_payment FOREIGN KEY (payment_id) REFERENCES payments (id),
  INDEX counter_sales_of_a_show (show_id, organisation_id, sold_at_us, sold_by, method, currency, amount_minor)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- A refund of such a payment whose tickets are void: it waits until somebody at the counter hands the money over (paid_at_us).
CREATE TABLE counter_payouts (
  refund_id        BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  payment_id       BIGINT UNSIGNED NOT NULL,
  booking_id       BIGINT UNSIGNED NOT NULL,
  show_id          BIGINT UNSIGNED NOT NULL,
  organisation_id  BIGINT UNSIGNED NOT NULL,
  reference        VARCHAR(16) CHARACTER SET ascii NOT NULL,
  method           VARCHAR(8) CHARACTER SET ascii NOT NULL,
  amount_minor     BIGINT NOT NULL,
  currency         CHAR(3) CHARACTER SET ascii NOT NULL,
  reason           VARCHAR(40) NOT NULL,
  due_at_us        BIGINT NOT NULL,
  paid_at_us       BIGINT NULL,
  paid_by          BIGINT UNSIGNED NOT NULL DEFAULT 0,
  CONSTRAINT counter_payout_is_of_a_refund FOREIGN KEY (refund_id) REFERENCES refunds (id),
  INDEX counter_payouts_that_wait (paid_at_us, show_id, organisation_id, refund_id),
  INDEX counter_payouts_by_reference (show_id, organisation_id, reference),
  INDEX counter_payouts_of_a_show (show_id, organisation_id, paid_at_us, paid_by, method, currency, amount_minor)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

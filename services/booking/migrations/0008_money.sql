-- Tax, the rule by which tickets are taken back, refunds, other seats for money that came late, promo codes, shows that are
-- called off. bookings.status has besides: 7 partially_refunded, 8 substituted. journal.kind has besides: 10 resold, 11 returned,
-- 12 frozen, 13 restored.
ALTER TABLE shows
  ADD COLUMN tax_bp              INT UNSIGNED NOT NULL DEFAULT 0,
  ADD COLUMN tax_included        TINYINT UNSIGNED NOT NULL DEFAULT 1,
  ADD COLUMN refund_before_s     BIGINT NULL,                           -- NULL: tickets are not taken back
  ADD COLUMN refund_keeps_fees   TINYINT UNSIGNED NOT NULL DEFAULT 0,
  ADD COLUMN revision            BIGINT UNSIGNED NOT NULL DEFAULT 0,
  ADD CONSTRAINT tax_is_at_most_all CHECK (tax_bp <= 10000),
  ADD CONSTRAINT refund_is_before_the_start CHECK (refund_before_s >= 0);

-- NULL: as the show has it.
ALTER TABLE show_zones
  ADD COLUMN tax_bp INT UNSIGNED NULL,
  ADD CONSTRAINT zone_tax_is_at_most_all CHECK (tax_bp <= 10000);

ALTER TABLE bookings
  ADD COLUMN tax_minor       BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN refunded_minor  BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN decline_by_us   BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN promo_id        BIGINT UNSIGNED NOT NULL DEFAULT 0;

-- What was refunded before was refunded whole; the fees of older bookings, known as a sum, are those of their first line.
UPDATE bookings SET refunded_minor = total_minor WHERE status = 6;
UPDATE bookings SET document = JSON_SET(document, '$.lines[0].fee_minor', fees_minor)
  WHERE fees_minor > 0 AND JSON_EXTRACT(document, '$.lines[0].fee_minor') IS NULL;

-- kind: 1 percent (value in basis points), 2 fixed (value in minor units, for the whole booking). zones: JSON list of zone ids,
-- empty for all. A use is claimed in one conditional statement: used never passes max_uses.
CREATE TABLE promo_codes (
  id             BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  show_id        BIGINT UNSIGNED NOT NULL,
  code           VARCHAR(40) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  kind           TINYINT UNSIGNED NOT NULL,
  value          BIGINT NOT NULL,
  max_uses       INT UNSIGNED NOT NULL,
  per_person     INT UNSIGNED NOT NULL,
  starts_at_us   BIGINT NOT NULL,
  ends_at_us     BIGINT NOT NULL,
  zones          TEXT NOT NULL,
  used           INT UNSIGNED NOT NULL DEFAULT 0,
  ended          TINYINT UNSIGNED NOT NULL DEFAULT 0,
  created_at_us  BIGINT NOT NULL,
  CONSTRAINT one_code_per_show UNIQUE (show_id, code),
  CONSTRAINT promo_is_of_a_show FOREIGN KEY (show_id) REFERENCES shows (id),
  CONSTRAINT promo_is_worth_something CHECK (value > 0 AND (kind = 2 OR value <= 10000)),
  CONSTRAINT promo_is_not_used_up CHECK (used <= max_uses)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- One row a booking that has a use; gone when the use was given back.
CREATE TABLE promo_uses (
  booking_id     BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  promo_id       BIGINT UNSIGNED NOT NULL,
  hold_id        BIGINT UNSIGNED NOT NULL,
  user_id        BIGINT UNSIGNED NOT NULL,
  claimed_at_us  BIGINT NOT NULL,
  settled        TINYINT UNSIGNED NOT NULL DEFAULT 0,  -- 1: the booking was paid, the use stays
  CONSTRAINT one_use_per_hold UNIQUE (hold_id),
  INDEX uses_of_a_person (promo_id, user_id),
  INDEX uses_to_settle (settled, claimed_at_us)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- A show that is called off: one job over all its bookings, page by page, gone on with after a crash. state: 1 running, 2 done.
CREATE TABLE show_cancellations (
  show_id          BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  reason           VARCHAR(300) NOT NULL,
  requested_by     BIGINT UNSIGNED NOT NULL,
  state            TINYINT UNSIGNED NOT NULL,
  bookings_total   BIGINT UNSIGNED NOT NULL,
  bookings_done    BIGINT UNSIGNED NOT NULL DEFAULT 0,
  last_booking_id  BIGINT UNSIGNED NOT NULL DEFAULT 0,
  started_at_us    BIGINT NOT NULL,
  finished_at_us   BIGINT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- What stays of the money of a booking whose tickets are void, the last event that ended a dispute of it, and the places that were
-- chosen where others were given (in the document). promo_uses.settled has besides: 2 claimed again for money that came late.
-- show_cancellations.bookings_done and last_booking_id are not used any more: what is left to do is counted from the bookings.
ALTER TABLE bookings
  ADD COLUMN kept_minor       BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN dispute_decided  BIGINT UNSIGNED NOT NULL DEFAULT 0;

-- Disputes that were lost, and refunds that were made at the provider, were not counted before.
UPDATE bookings SET refunded_minor = total_minor
  WHERE status = 6 AND payment_id <> 0 AND refunded_minor = 0 AND total_minor > fees_minor;
-- What older bookings keep by their show's rule is not known: the next refund of such a one is its last, as it was.
UPDATE bookings SET kept_minor = total_minor - refunded_minor WHERE status IN (5, 6) AND total_minor > refunded_minor;

UPDATE bookings b JOIN receipts r ON r.booking_id = b.id AND r.kind = 3
  SET b.document = JSON_SET(b.document, '$.replaced', JSON_EXTRACT(r.detail, '$.old'));

-- A double payment does not correct a sale.
UPDATE receipts SET detail = JSON_SET(detail, '$.corrects_sale', FALSE)
  WHERE kind = 2 AND JSON_UNQUOTE(JSON_EXTRACT(detail, '$.reason')) IN
    ('second-payment', 'second-capture', 'wrong-amount', 'wrong-account');

-- Uses that stayed though their booking never had a ticket are given back by the service.
UPDATE promo_uses u SET u.settled = 0
  WHERE u.settled = 1 AND NOT EXISTS (SELECT 1 FROM tickets t WHERE t.booking_id = u.booking_id);

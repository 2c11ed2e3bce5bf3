-- Sales on the spot. A booking whose user_id is 0 was sold at the counter: to whom (as far as they said so), by whom, and how it was
-- paid. method: 1 cash, 2 card, 3 complimentary. name and email go when names are forgotten.
-- A group of house_seats whose hold has an end before the year 9999 goes free by itself; kept_for is '' for what a seller holds for
-- whoever stands at the counter. journal.kind has besides: 24 sold at the counter.
CREATE TABLE counter_sales (
  booking_id  BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  show_id     BIGINT UNSIGNED NOT NULL,
  sold_by     BIGINT UNSIGNED NOT NULL,
  method      TINYINT UNSIGNED NOT NULL,
  reason      VARCHAR(100) NOT NULL,
  name        VARCHAR(100) NOT NULL,
  email       VARCHAR(254) NOT NULL,
  locale      CHAR(2) CHARACTER SET ascii NOT NULL,
  INDEX counter_sales_of_a_show (show_id, booking_id),
  INDEX counter_sales_of_a_seller (show_id, sold_by, booking_id),
  INDEX counter_sales_by_email (show_id, email)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- How a show sells, counted from its journal as that grows, never from rows of bookings. version: up to where the journal is counted.
CREATE TABLE sales_counted (
  show_id  BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  version  BIGINT UNSIGNED NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- slot: ten minutes, counted from 1970. sold: places that became tickets, with what was asked for them; returned: those that were taken back, with
-- what had been asked.
CREATE TABLE sales_slots (
  show_id         BIGINT UNSIGNED NOT NULL,
  slot            INT UNSIGNED NOT NULL,
  zone_no         SMALLINT UNSIGNED NOT NULL,
  sold            INT UNSIGNED NOT NULL,
  sold_minor      BIGINT NOT NULL,
  returned        INT UNSIGNED NOT NULL,
  returned_minor  BIGINT NOT NULL,
  PRIMARY KEY (show_id, slot, zone_no)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- How far buyers came: holds were made, of which some were booked, of which some were paid.
CREATE TABLE sales_funnel (
  show_id  BIGINT UNSIGNED NOT NULL,
  slot     INT UNSIGNED NOT NULL,
  held     INT UNSIGNED NOT NULL,
  booked   INT UNSIGNED NOT NULL,
  paid     INT UNSIGNED NOT NULL,
  PRIMARY KEY (show_id, slot)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- What an organiser's people wrote about a booking, for each other.
CREATE TABLE booking_notes (
  id          BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  booking_id  BIGINT UNSIGNED NOT NULL,
  by_id       BIGINT UNSIGNED NOT NULL,
  at_us       BIGINT NOT NULL,
  words       VARCHAR(500) NOT NULL,
  INDEX notes_of_a_booking (booking_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Organisers look for bookings of one state.
ALTER TABLE bookings
  ADD INDEX bookings_by_status (show_id, status, id);

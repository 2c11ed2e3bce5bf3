-- House seats: a hold that an organiser keeps for somebody, without an end. Its user_id is 0: it is nobody's, so that no limit a
-- person counts it and no fan's call reaches it. kept_for: for whom, as the organiser says; kept_by: who did it.
-- journal.kind has besides: 17 kept, 18 let go, 19 moved (the first half of its places was left for the second, pair by pair),
-- 23 renamed; receipts.kind: 10 moved.
CREATE TABLE house_seats (
  hold_id   BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  show_id   BIGINT UNSIGNED NOT NULL,
  kept_for  VARCHAR(60) NOT NULL,
  kept_by   BIGINT UNSIGNED NOT NULL,
  INDEX house_seats_of_a_show (show_id, hold_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- What an organiser's people did to places and tickets of a show, with what was before and after; append-only, of the journal's
-- entries of these kinds (17, 18, 19, 23). about_id: whose ticket it is, 0: nobody's. What names say goes when names are forgotten.
CREATE TABLE deeds (
  show_id     BIGINT UNSIGNED NOT NULL,
  version     BIGINT UNSIGNED NOT NULL,
  at_us       BIGINT NOT NULL,
  kind        TINYINT UNSIGNED NOT NULL,
  by_id       BIGINT UNSIGNED NOT NULL,
  hold_id     BIGINT UNSIGNED NOT NULL,
  booking_id  BIGINT UNSIGNED NOT NULL,
  about_id    BIGINT UNSIGNED NOT NULL,
  detail      TEXT NOT NULL,
  PRIMARY KEY (show_id, version),
  INDEX deeds_of_a_booking (booking_id, version),
  INDEX deeds_about_a_person (about_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

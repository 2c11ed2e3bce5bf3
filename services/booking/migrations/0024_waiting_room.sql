-- The waiting room of a show. room_seed is made with the first settings and stays; room_shoppers is NULL where there is no room, or not any more.
ALTER TABLE shows
  ADD COLUMN room_shoppers   INT UNSIGNED NULL,
  ADD COLUMN room_turn_s     INT UNSIGNED NOT NULL DEFAULT 600,
  ADD COLUMN room_gathers_s  INT UNSIGNED NOT NULL DEFAULT 3600,
  ADD COLUMN room_seed       BINARY(32) NULL;

-- Who entered, by arrival. user_id is NULL when the person left, had their turn and bought, or was erased: the entry stays, for the
-- draw can be recomputed from all of them.
CREATE TABLE room_entries (
  show_id       BIGINT UNSIGNED NOT NULL,
  arrival       INT UNSIGNED NOT NULL,
  user_id       BIGINT UNSIGNED NULL,
  mark          BINARY(16) NOT NULL,
  joined_at_us  BIGINT NOT NULL,
  PRIMARY KEY (show_id, arrival),
  UNIQUE INDEX room_entry_of_a_person (user_id, show_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- The draw: of all that had entered by then, once a show.
CREATE TABLE room_draws (
  show_id      BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  entries      INT UNSIGNED NOT NULL,
  root         BINARY(32) NOT NULL,
  drawn_at_us  BIGINT NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Whose turn came when: all numbers above the row before it, up to this one. basket_tenths: places that a turn took on average by then.
-- journal.kind has besides: 25 entered the waiting room, 26 left it, 27 drawn, 28 called.
CREATE TABLE room_calls (
  show_id        BIGINT UNSIGNED NOT NULL,
  through_no     INT UNSIGNED NOT NULL,
  called_at_us   BIGINT NOT NULL,
  basket_tenths  INT UNSIGNED NOT NULL,
  PRIMARY KEY (show_id, through_no)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Gates. Whoever was let in by a ticket for the first time: the primary key is the last guard of "a ticket lets in once". inside: not
-- gone out again; entries: the first one and those after going out.
CREATE TABLE admissions (
  ticket_id    BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  show_id      BIGINT UNSIGNED NOT NULL,
  first_at_us  BIGINT NOT NULL,
  gate         VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  inside       TINYINT UNSIGNED NOT NULL,
  entries      INT UNSIGNED NOT NULL,
  INDEX admissions_of_a_show (show_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Every scan with what was answered, append-only: a scan that is told again gets the same answer. scan_id is the gate's; body_hash
-- is of what it asked. ticket_id 0: the code named none of this show. direction: 1 in, 2 out. result: 1 admitted, 2 already admitted,
-- 3 refused, 4 left. reason: see domain/check_in.hpp. since_us: of the first admission, or since when the ticket is void.
-- by_id: a person, or the key of a machine.
CREATE TABLE scans (
  show_id         BIGINT UNSIGNED NOT NULL,
  scan_id         VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  body_hash       BINARY(16) NOT NULL,
  ticket_id       BIGINT UNSIGNED NOT NULL,
  gate            VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  direction       TINYINT UNSIGNED NOT NULL,
  result          TINYINT UNSIGNED NOT NULL,
  reason          TINYINT UNSIGNED NOT NULL,
  since_us        BIGINT NOT NULL,
  first_gate      VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  scanned_at_us   BIGINT NOT NULL,
  received_at_us  BIGINT NOT NULL,
  by_id           BIGINT UNSIGNED NOT NULL,
  by_machine      TINYINT UNSIGNED NOT NULL,
  PRIMARY KEY (show_id, scan_id),
  INDEX scans_of_a_ticket (ticket_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- How many came and went, kept as they do.
CREATE TABLE gate_counts (
  show_id   BIGINT UNSIGNED NOT NULL,
  gate      VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  zone_no   SMALLINT UNSIGNED NOT NULL,
  admitted  INT UNSIGNED NOT NULL,
  entries   INT UNSIGNED NOT NULL,
  exits     INT UNSIGNED NOT NULL,
  PRIMARY KEY (show_id, gate, zone_no)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- A zone that a gate lets in; a gate without a row lets in all.
CREATE TABLE gate_zones (
  show_id  BIGINT UNSIGNED NOT NULL,
  gate     VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  zone_no  SMALLINT UNSIGNED NOT NULL,
  PRIMARY KEY (show_id, gate, zone_no)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Whether who went out may come in again: 0 no, 1 yes.
ALTER TABLE shows
  ADD COLUMN reentry TINYINT UNSIGNED NOT NULL DEFAULT 0;

-- The show's version, and when a ticket last changed: what gates ask for is what is newer than what they have.
-- journal.kind has besides: 20 admitted, 21 went out or came back, 22 turned away.
ALTER TABLE tickets
  ADD COLUMN version        BIGINT UNSIGNED NOT NULL DEFAULT 0,
  ADD COLUMN changed_at_us  BIGINT NOT NULL DEFAULT 0,
  ADD INDEX tickets_by_version (show_id, version),
  ADD INDEX tickets_by_name (show_id, attendee);

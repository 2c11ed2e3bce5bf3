-- Scans by which a gate without a network let somebody in who had come in before, or whose ticket was void by then: for organisers to
-- look at. The scan itself is in `scans`.
CREATE TABLE scan_conflicts (
  show_id         BIGINT UNSIGNED NOT NULL,
  received_at_us  BIGINT NOT NULL,
  scan_id         VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (show_id, received_at_us, scan_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

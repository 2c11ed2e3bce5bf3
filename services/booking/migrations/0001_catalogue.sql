-- What is performed, where, and what is sold. Times are microseconds since 1970 UTC, money is minor units.
CREATE TABLE venues (
  id        BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  slug      VARCHAR(100) NOT NULL,
  name      VARCHAR(200) NOT NULL,
  city      VARCHAR(100) NOT NULL,
  timezone  VARCHAR(64)  NOT NULL,
  address   VARCHAR(300) NOT NULL,
  CONSTRAINT one_venue_per_slug UNIQUE (slug)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- A plan is immutable: a change is a new plan. The document holds the geometry.
CREATE TABLE seating_plans (
  id        BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  venue_id  BIGINT UNSIGNED NOT NULL,
  slug      VARCHAR(100) NOT NULL,
  name      VARCHAR(200) NOT NULL,
  document  LONGTEXT NOT NULL,
  CONSTRAINT one_plan_per_slug UNIQUE (slug),
  CONSTRAINT plan_is_of_a_venue FOREIGN KEY (venue_id) REFERENCES venues (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE concerts (
  id           BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  slug         VARCHAR(120) NOT NULL,
  title        VARCHAR(200) NOT NULL,
  artist       VARCHAR(200) NOT NULL,
  city         VARCHAR(100) NOT NULL,
  genre        VARCHAR(100) NOT NULL,
  description  TEXT NOT NULL,
  colours      VARCHAR(100) NOT NULL,
  poster_seed  INT UNSIGNED NOT NULL,
  CONSTRAINT one_concert_per_slug UNIQUE (slug)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE shows (
  id            BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  concert_id    BIGINT UNSIGNED NOT NULL,
  plan_id       BIGINT UNSIGNED NOT NULL,
  slug          VARCHAR(140) NOT NULL,
  starts_at_us  BIGINT NOT NULL,
  opens_at_us   BIGINT NOT NULL,
  closes_at_us  BIGINT NOT NULL,
  currency      CHAR(3) NOT NULL,
  max_tickets   INT UNSIGNED NOT NULL,
  hold_ttl_s    INT UNSIGNED NOT NULL DEFAULT 600,
  pay_ttl_s     INT UNSIGNED NOT NULL DEFAULT 900,
  state         TINYINT UNSIGNED NOT NULL DEFAULT 0,  -- 0 as planned, 1 postponed, 2 cancelled
  CONSTRAINT one_show_per_slug UNIQUE (slug),
  CONSTRAINT show_is_of_a_concert FOREIGN KEY (concert_id) REFERENCES concerts (id),
  CONSTRAINT show_is_in_a_plan FOREIGN KEY (plan_id) REFERENCES seating_plans (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- zone_no is the zone's position in the plan's document.
CREATE TABLE show_zones (
  id           BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  show_id      BIGINT UNSIGNED NOT NULL,
  zone_no      SMALLINT UNSIGNED NOT NULL,
  price_minor  BIGINT NOT NULL,
  fee_minor    BIGINT NOT NULL,
  CONSTRAINT one_price_per_zone UNIQUE (show_id, zone_no),
  CONSTRAINT price_is_not_negative CHECK (price_minor >= 0 AND fee_minor >= 0),
  CONSTRAINT zone_is_of_a_show FOREIGN KEY (show_id) REFERENCES shows (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

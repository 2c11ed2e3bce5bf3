-- Which process an instance is now, where the others reach it, and until when (by the database's clock) its leases are its
-- own. One row to renew, however many shows it has.
ALTER TABLE instances
  ADD COLUMN owner           VARCHAR(64)  NOT NULL DEFAULT '',
  ADD COLUMN address         VARCHAR(128) NOT NULL DEFAULT '',
  ADD COLUMN alive_until_us  BIGINT       NOT NULL DEFAULT 0;

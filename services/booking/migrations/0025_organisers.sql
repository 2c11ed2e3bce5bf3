-- Secrets of webhooks are sealed with a key that is not in the database, which makes them longer; those that are there lie open until
-- they are replaced.
ALTER TABLE webhooks
  MODIFY COLUMN secret      VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  MODIFY COLUMN old_secret  VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '';

-- A notice of kind 3 for who bought at the counter (user_id 0) is for one booking, and goes to the address that was left there.
ALTER TABLE notices
  ADD COLUMN booking_id  BIGINT UNSIGNED NOT NULL DEFAULT 0,
  DROP INDEX notices_of_a_user,
  ADD INDEX notices_of_a_user (user_id, booking_id);

-- Whoever works for some shows only: their ids, "12,45"; empty for all shows, those to come too. An owner's is empty.
ALTER TABLE members ADD COLUMN shows VARCHAR(420) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  ADD CONSTRAINT owners_own_all CHECK (role <> 'owner' OR shows = '');
ALTER TABLE invitations ADD COLUMN shows VARCHAR(420) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  ADD CONSTRAINT owners_are_invited_to_all CHECK (role <> 'owner' OR shows = '');

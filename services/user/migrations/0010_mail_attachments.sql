-- Files and pictures of a mail, as libs/mail keeps them; NULL: none.
ALTER TABLE mail_outbox
  ADD COLUMN attachments MEDIUMTEXT NULL;

-- Mails that were promised and not yet taken by the mail server; see libs/mail.
CREATE TABLE mail_outbox (
  id               BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  recipient        VARCHAR(254) NOT NULL,
  subject          VARCHAR(300) NOT NULL,
  text_body        TEXT NOT NULL,
  html_body        TEXT NOT NULL,
  created_at_us    BIGINT NOT NULL,
  attempts         INT UNSIGNED NOT NULL DEFAULT 0,
  next_attempt_us  BIGINT NOT NULL DEFAULT 0,
  INDEX mail_outbox_by_next_attempt (next_attempt_us, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

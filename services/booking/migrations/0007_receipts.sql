-- What buyers are told by mail. A row is written in the transaction of its cause; the mail that comes of it, with its invoice, in
-- the transaction that sets done_at_us. kind: 1 tickets, 2 refund, 3 substituted, 4 late refund, 5 show cancelled, 6 tickets again.
CREATE TABLE receipts (
  id             BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  booking_id     BIGINT UNSIGNED NOT NULL,
  kind           TINYINT UNSIGNED NOT NULL,
  detail         TEXT NOT NULL,
  created_at_us  BIGINT NOT NULL,
  tries          INT UNSIGNED NOT NULL DEFAULT 0,
  next_try_us    BIGINT NOT NULL DEFAULT 0,
  done_at_us     BIGINT NULL,
  INDEX receipts_to_do (done_at_us, next_try_us, id),
  INDEX receipts_of_a_booking (booking_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Mails not yet taken by the mail server; see libs/mail. id: the receipt's.
CREATE TABLE mail_outbox (
  id               BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  recipient        VARCHAR(254) NOT NULL,
  subject          VARCHAR(300) NOT NULL,
  text_body        TEXT NOT NULL,
  html_body        TEXT NOT NULL,
  attachments      MEDIUMTEXT NULL,
  created_at_us    BIGINT NOT NULL,
  attempts         INT UNSIGNED NOT NULL DEFAULT 0,
  next_attempt_us  BIGINT NOT NULL DEFAULT 0,
  INDEX mail_outbox_by_next_attempt (next_attempt_us, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- The next number of each organisation. Taken under its lock in the transaction that writes the invoice, so that none is missing.
CREATE TABLE invoice_numbers (
  organisation_id  BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  next_no          BIGINT UNSIGNED NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- kind: 1 invoice, 2 credit note. cause: 0 of an invoice, the refund's receipt of a credit note. document: all that is printed,
-- so that it can be printed again identically.
CREATE TABLE invoices (
  id               BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  organisation_id  BIGINT UNSIGNED NOT NULL,
  number           BIGINT UNSIGNED NOT NULL,
  booking_id       BIGINT UNSIGNED NOT NULL,
  kind             TINYINT UNSIGNED NOT NULL,
  cause            BIGINT UNSIGNED NOT NULL,
  issued_at_us     BIGINT NOT NULL,
  total_minor      BIGINT NOT NULL,
  currency         CHAR(3) NOT NULL,
  document         TEXT NOT NULL,
  CONSTRAINT one_invoice_per_number UNIQUE (organisation_id, number),
  CONSTRAINT one_invoice_per_cause UNIQUE (booking_id, kind, cause)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

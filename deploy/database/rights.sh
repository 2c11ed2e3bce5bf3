#!/usr/bin/env bash
# Prints the SQL of Gelora's schemas, users and rights, for MariaDB and MySQL; said again, it changes nothing but passwords.
#   rights.sh accounts HOST SECRETS [SERVICE...]   schemas and users (HOST: localhost, or % for any)
#   rights.sh ledger HOST SECRETS                  after the migrations: a query, whose answers are the statements to say
set -euo pipefail
part=$1 host=$2 secrets=$3
shift 3
(($#)) || set -- user-service booking-service payment-service sandbox-bank

schema_of() {
  case $1 in
    user-service) echo gelora_user ;; booking-service) echo gelora_booking ;;
    payment-service) echo gelora_payment ;; sandbox-bank) echo gelora_bank ;;
  esac
}

# A service reads and writes rows; only its migrations change tables. Of payment-service's the ledger is append-only: see below.
accounts() {
  local service schema
  for service in "$@"; do
    schema=$(schema_of "$service")
    cat <<EOF
CREATE DATABASE IF NOT EXISTS $schema CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
CREATE USER IF NOT EXISTS $schema@'$host';
ALTER USER $schema@'$host' IDENTIFIED BY '$(cat "$secrets/$service.db.password")';
GRANT SELECT, INSERT$([[ $service == payment-service ]] || echo ', UPDATE, DELETE') ON $schema.* TO $schema@'$host';
CREATE USER IF NOT EXISTS ${schema}_ddl@'$host';
ALTER USER ${schema}_ddl@'$host' IDENTIFIED BY '$(cat "$secrets/$service.ddl.password")';
GRANT ALL ON $schema.* TO ${schema}_ddl@'$host';
EOF
  done
}

# Reads what is to be proven, and nothing of people's accounts.
audit() {
  local service
  cat <<EOF
CREATE USER IF NOT EXISTS gelora_audit@'$host';
ALTER USER gelora_audit@'$host' IDENTIFIED BY '$(cat "$secrets/audit.db.password")';
EOF
  for service in "$@"; do
    [[ $service == user-service ]] || echo "GRANT SELECT ON $(schema_of "$service").* TO gelora_audit@'$host';"
  done
}

case $part in
  accounts)
    accounts "$@"
    audit "$@"
    ;;
  # payment-service may change every table of its schema but the ledger
  ledger)
    echo "SELECT CONCAT('GRANT UPDATE, DELETE ON gelora_payment.', table_name, ' TO gelora_payment@''$host'';') FROM information_schema.tables
      WHERE table_schema = 'gelora_payment' AND table_name <> 'ledger_entries';"
    ;;
  *)
    sed -n '2,4p' "$0" >&2
    exit 2
    ;;
esac

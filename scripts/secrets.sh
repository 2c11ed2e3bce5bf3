#!/usr/bin/env bash
# Makes the secrets and keys that are missing, and prints none. Sourced by scripts/stack.sh; by itself, for containers:
#   secrets.sh FOLDER [--sandbox] [DATABASE]   also a certificate of the database's host, which is called `mysql` unless told otherwise
# --sandbox: also the keys of a merchant whom only the sandbox bank knows. Keys of real payment providers are put in by hand.
# In FOLDER: passwords of the database, the key of access tokens, the key of tickets, per service a folder with its own private key
# and everybody's public ones. Only its owner enters FOLDER; what lies in it is readable, for a container's user has another number.
set -euo pipefail

new_secret() { # FILE [PREFIX]
  [[ -s $1 ]] || { printf '%s%s' "${2:-}" "$(openssl rand -hex 32)" >"$1.new" && mv "$1.new" "$1"; }
}
new_key() { # FILE ALGORITHM... ; PKCS#8 PEM
  local file=$1
  shift
  [[ -s $file ]] || { openssl genpkey -algorithm "$@" -out "$file.new" 2>/dev/null && mv "$file.new" "$file"; }
}

prepare_secrets() { # of SERVICES, in SECRETS
  local service other
  umask 077
  mkdir -p "$SECRETS"
  chmod 700 "$SECRETS"
  new_secret "$SECRETS/mariadb-root.password"
  new_secret "$SECRETS/audit.db.password"
  new_secret "$SECRETS/grafana.password"
  new_key "$SECRETS/access-token.key.pem" EC -pkeyopt ec_paramgen_curve:P-256 -pkeyopt ec_param_enc:named_curve
  new_key "$SECRETS/ticket.key.pem" ED25519
  for service in "${SERVICES[@]}"; do
    mkdir -p "$SECRETS/$service"
    new_secret "$SECRETS/$service.db.password"
    new_secret "$SECRETS/$service.ddl.password"
    new_key "$SECRETS/$service/$service.key.pem" EC -pkeyopt ec_paramgen_curve:P-256 -pkeyopt ec_param_enc:named_curve
    [[ -s $SECRETS/$service/$service.pub.pem ]] ||
      openssl pkey -in "$SECRETS/$service/$service.key.pem" -pubout -out "$SECRETS/$service/$service.pub.pem"
  done
  # every service gets its own private key and everybody's public ones
  for service in "${SERVICES[@]}"; do
    for other in "${SERVICES[@]}"; do
      [[ -s $SECRETS/$service/$other.pub.pem ]] || cp "$SECRETS/$other/$other.pub.pem" "$SECRETS/$service/"
    done
  done
}

# Of a merchant, and of makers of wallets, whom only a stack for trying knows.
sandbox_secrets() {
  new_secret "$SECRETS/sandbox-webhook.secret"
  new_secret "$SECRETS/stripe.key" sk_test_
  new_secret "$SECRETS/stripe-webhook.secret" whsec_
  new_secret "$SECRETS/midtrans-server.key" SB-Mid-server-
  wallet_secrets
}

# What Apple and Google would give, made here: structure and signatures are as theirs, and no phone takes it.
wallet_secrets() {
  local folder=$SECRETS/wallet subject="/UID=pass.test.gelora.ticket/CN=Pass Type ID: pass.test.gelora.ticket/OU=GELORATEST/O=Gelora"
  [[ ! -s $folder/google.json || ! -s $folder/apple.cert.pem ]] || return 0
  rm -rf "$folder.new" "$folder"
  mkdir -p "$folder.new"
  (
    cd "$folder.new"
    openssl req -x509 -newkey rsa:2048 -noenc -keyout wwdr.key.pem -out wwdr.cert.pem -days 3650 -subj "/CN=Gelora test WWDR/O=Gelora"
    openssl req -newkey rsa:2048 -noenc -keyout apple.key.pem -out apple.csr -subj "$subject"
    openssl x509 -req -in apple.csr -CA wwdr.cert.pem -CAkey wwdr.key.pem -CAcreateserial -days 3649 -out apple.cert.pem
    openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out google.key.pem
    jq -n --rawfile key google.key.pem '{type: "service_account", project_id: "gelora-test", private_key_id: "0123456789abcdef0123456789abcdef01234567",
      private_key: $key, client_email: "tickets@gelora-test.iam.gserviceaccount.com"}' >google.json
    rm -f wwdr.key.pem apple.csr wwdr.cert.srl google.key.pem
  ) 2>/dev/null
  mv "$folder.new" "$folder"
}

# Who asks for the database by this name can tell it from another.
database_certificate() {
  local name=$1 folder=$SECRETS/database kind=DNS
  [[ $name == *[!0-9.]* ]] || kind=IP
  [[ ! -s $folder/server.crt ]] || return 0
  mkdir -p "$folder.new"
  (
    cd "$folder.new"
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -noenc -keyout ca.key -out ca.crt -days 3650 -subj "/CN=Gelora database authority"
    openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -noenc -keyout server.key -out server.csr -subj "/CN=$name"
    openssl x509 -req -in server.csr -CA ca.crt -CAkey ca.key -CAcreateserial -days 3650 -out server.crt \
      -extfile <(printf 'subjectAltName=%s:%s\nbasicConstraints=critical,CA:FALSE\n' "$kind" "$name")
    rm -f server.csr ca.key ca.srl
  ) 2>/dev/null
  mv "$folder.new" "$folder"
}

if [[ ${BASH_SOURCE[0]} == "$0" ]]; then
  [[ ${1:-} && ${1:-} != -* ]] || { sed -n '2,7p' "$0"; exit 2; }
  SERVICES=(user-service booking-service payment-service sandbox-bank)
  mkdir -p "$1"
  SECRETS=$(cd "$1" && pwd -P)
  shift
  prepare_secrets
  if [[ ${1:-} == --sandbox ]]; then
    shift
    sandbox_secrets
  fi
  database_certificate "${1:-mysql}"
  find "$SECRETS" -mindepth 1 -type d -exec chmod 755 {} + -o -type f -exec chmod 444 {} +
  echo "secrets are in $SECRETS"
fi

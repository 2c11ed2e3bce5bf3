#!/usr/bin/env bash
# One running Gelora in one run folder ($GELORA_RUN_DIR): database, Redis, services, mailbox, edge.
# Used by ./gelora and by tests:
#   stack.sh up | down                        everything (built before), in order
#   stack.sh start|stop|restart|kill|wait SERVICE   kill is SIGKILL; its supervisor starts it again
#   stack.sh replace [SERVICE...]             one process after the other by a new one beside it, without downtime
#   stack.sh ready SERVICE                    exit status only
#   stack.sh status [--json]                  what contract.md says
#   stack.sh sql SCHEMA                       statements from stdin as the database's root (tests, support)
#   stack.sh audit [SHOW...]                  proves the journal, the claims and the tickets of all shows, or of some
#   stack.sh audit-money                      proves that captured money is tickets, fees kept or refunds
#   stack.sh env SERVICE                      the environment it is started with
set -euo pipefail
# shellcheck source=scripts/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
# shellcheck source=scripts/secrets.sh
source "$ROOT/scripts/secrets.sh"
# shellcheck source=scripts/mysql.sh
source "$ROOT/scripts/mysql.sh"

SERVICES=(user-service booking-service payment-service sandbox-bank)
PIDS=$RUN_DIR/pids
SECRETS=$RUN_DIR/secrets
BIN_DIR=${GELORA_BIN_DIR:-$BUILD_DIR/bin}

# ---- settings: kept as long as something runs, so that a restarted service is the same one ----
SETTINGS=(GELORA_PORT GELORA_DATABASE GELORA_MYSQL_NODES GELORA_BOOKING_INSTANCES GELORA_ENV GELORA_LIMITS GELORA_HOLD_TTL_S GELORA_PAY_TTL_S GELORA_LOG_LEVEL GELORA_BIND GELORA_BIN_DIR
  GELORA_STAFF_SECOND_FACTOR
  GELORA_TRACE_ENDPOINT GELORA_TRACE_RATIO GELORA_BINLOG
  GELORA_FAILPOINTS GELORA_WITHOUT_GUARD GELORA_PUBLIC_URL GELORA_TLS GELORA_TLS_CERT_FILE GELORA_TLS_KEY_FILE GELORA_HTTP_PORT)

load_settings() {
  local file=$RUN_DIR/settings name value
  if [[ -e $file ]]; then
    while IFS='=' read -r name value; do
      [[ -n ${!name:-} ]] || printf -v "$name" '%s' "$value"
    done <"$file"
  fi
  : "${GELORA_PORT:=8080}" "${GELORA_ENV:=development}" "${GELORA_LIMITS:=on}" "${GELORA_LOG_LEVEL:=info}" "${GELORA_BIND:=127.0.0.1}"
  : "${GELORA_STAFF_SECOND_FACTOR:=optional}" "${GELORA_HOLD_TTL_S:=}" "${GELORA_PAY_TTL_S:=}" "${GELORA_BOOKING_INSTANCES:=1}"
  : "${GELORA_DATABASE:=mariadb}" "${GELORA_MYSQL_NODES:=1}"
  BIN_DIR=${GELORA_BIN_DIR:-$BIN_DIR}
  [[ $GELORA_PORT =~ ^[1-9][0-9]{0,4}$ ]] || die "GELORA_PORT=$GELORA_PORT is not a port (1 to 65529)"
  [[ $GELORA_BOOKING_INSTANCES =~ ^[1-9]$ ]] || die "GELORA_BOOKING_INSTANCES=$GELORA_BOOKING_INSTANCES is not a number from 1 to 9"
  [[ $GELORA_DATABASE == @(mariadb|mysql) ]] || die "GELORA_DATABASE=$GELORA_DATABASE is not mariadb or mysql"
  [[ $GELORA_MYSQL_NODES == @(1|3) ]] || die "GELORA_MYSQL_NODES=$GELORA_MYSQL_NODES is not 1 or 3"
  [[ $GELORA_MYSQL_NODES == 1 || $GELORA_DATABASE == mysql ]] || die "GELORA_MYSQL_NODES is for GELORA_DATABASE=mysql"
  local number
  DATABASES=("$GELORA_DATABASE")
  [[ $GELORA_DATABASE != mysql ]] || mapfile -t DATABASES < <(mysql_nodes)
  INSTANCES=("${SERVICES[@]}")
  for ((number = 2; number <= GELORA_BOOKING_INSTANCES; number++)); do INSTANCES+=("booking-service-$number"); done
  ALL=("${DATABASES[@]}" redis mailbox "${INSTANCES[@]}" edge)
  ((GELORA_PORT <= 65529)) || die "GELORA_PORT=$GELORA_PORT leaves no room for P+1 to P+6 (at most 65529)"
  SOCKETS=$RUN_DIR/sockets
  [[ ! -e $RUN_DIR/socket_dir ]] || SOCKETS=$(cat "$RUN_DIR/socket_dir")
  load_edge_settings
}

# How the edge speaks: sets URL, EDGE_SCHEME, and with TLS EDGE_CERT and EDGE_KEY.
load_edge_settings() {
  local name
  EDGE_SCHEME=https
  : "${GELORA_TLS_CERT_FILE:=}" "${GELORA_TLS_KEY_FILE:=}" "${GELORA_HTTP_PORT:=}"
  [[ -n $GELORA_TLS_CERT_FILE$GELORA_TLS_KEY_FILE ]] || : "${GELORA_TLS:=off}"
  for name in GELORA_TLS_CERT_FILE GELORA_TLS_KEY_FILE; do
    [[ -z ${!name} || ${!name} == /* ]] || printf -v "$name" '%s' "$PWD/${!name}"
    [[ ${!name} != *[\"\$\\]* ]] || die "$name=${!name} has a character that nginx does not take in a file's name (\" \$ \\)"
  done
  case ${GELORA_TLS:=files} in
    files)
      for name in GELORA_TLS_CERT_FILE GELORA_TLS_KEY_FILE; do
        [[ -n ${!name} ]] || die "$name is not set" "a certificate needs both: GELORA_TLS_CERT_FILE and GELORA_TLS_KEY_FILE"
      done
      EDGE_CERT=$GELORA_TLS_CERT_FILE EDGE_KEY=$GELORA_TLS_KEY_FILE
      ;;
    self-signed) EDGE_CERT=$SECRETS/edge.cert.pem EDGE_KEY=$SECRETS/edge.key.pem ;;
    off) EDGE_SCHEME=http ;;
    *) die "GELORA_TLS=$GELORA_TLS is not off, self-signed or files" ;;
  esac
  if [[ $GELORA_TLS != files && -n $GELORA_TLS_CERT_FILE$GELORA_TLS_KEY_FILE ]]; then
    die "GELORA_TLS=$GELORA_TLS does not go with GELORA_TLS_CERT_FILE and GELORA_TLS_KEY_FILE"
  fi
  URL=${GELORA_PUBLIC_URL:-$EDGE_SCHEME://localhost:$GELORA_PORT}
  # the other way round somebody before the edge speaks TLS
  [[ $EDGE_SCHEME == http || $URL == https://* ]] || die "GELORA_PUBLIC_URL=$URL has to begin with https:// when the edge speaks TLS"
  [[ -n $GELORA_HTTP_PORT ]] || return 0
  [[ $GELORA_TLS != off ]] || die "GELORA_HTTP_PORT is for plain HTTP beside TLS: without GELORA_TLS the edge's only port speaks it"
  if [[ ! $GELORA_HTTP_PORT =~ ^[1-9][0-9]{0,4}$ ]] || ((GELORA_HTTP_PORT > 65535)); then
    die "GELORA_HTTP_PORT=$GELORA_HTTP_PORT is not a port (1 to 65535)"
  fi
  for name in edge "${INSTANCES[@]}" mailbox mailbox-smtp; do
    (($(port_of "$name") != GELORA_HTTP_PORT)) || die "GELORA_HTTP_PORT=$GELORA_HTTP_PORT is the port of $name"
  done
}

save_settings() {
  local name
  for name in "${SETTINGS[@]}"; do
    [[ -z ${!name:-} ]] || printf '%s=%s\n' "$name" "${!name}"
  done >"$RUN_DIR/settings"
  local service
  for service in edge "${INSTANCES[@]}" mailbox mailbox-smtp; do
    printf '%s %s\n' "$service" "$(port_of "$service")"
  done | jq -Rn '[inputs | split(" ") | {(.[0]): (.[1] | tonumber)}] | add' >"$RUN_DIR/ports.json"
}

port_of() {
  case $1 in
    *.next) echo "$OWN_PORT" ;;
    edge) echo "$GELORA_PORT" ;;
    edge-http) echo "$GELORA_HTTP_PORT" ;;
    user-service) echo $((GELORA_PORT + 1)) ;;
    booking-service) echo $((GELORA_PORT + 2)) ;;
    payment-service) echo $((GELORA_PORT + 3)) ;;
    sandbox-bank) echo $((GELORA_PORT + 4)) ;;
    mailbox) echo $((GELORA_PORT + 5)) ;;
    mailbox-smtp) echo $((GELORA_PORT + 6)) ;;
    booking-service-*) echo $((GELORA_PORT + 5 + ${1##*-})) ;;
    mysql | mysql-*) echo $((GELORA_PORT + 14 + $(instance_number "$1"))) ;;
  esac
}

schema_of() {
  case $1 in
    user-service) echo gelora_user ;; booking-service) echo gelora_booking ;;
    payment-service) echo gelora_payment ;; sandbox-bank) echo gelora_bank ;;
  esac
}

known() { [[ " ${ALL[*]} " == *" $1 "* ]] || die "there is no service called '$1'" "services: ${ALL[*]}"; }

# What runs was started with its settings; others are for the next start.
refuse_other_settings() {
  local name value
  if [[ ! -e $RUN_DIR/settings ]] || ! any_running; then return 0; fi
  while IFS='=' read -r name value; do
    [[ ${!name:-} == "$value" ]] ||
      die "this stack is running with $name=$value, not with $name=${!name:-}" \
        "./gelora down  stops it;  another GELORA_RUN_DIR is another stack beside it"
  done <"$RUN_DIR/settings"
}

# Unix socket paths end at 107 characters: below a deep folder the sockets go to a private one in /tmp.
prepare_sockets() {
  if ((${#RUN_DIR} > 80)); then
    if [[ ! -d $SOCKETS || $SOCKETS == "$RUN_DIR/sockets" ]]; then
      SOCKETS=$(mktemp -d /tmp/gelora.XXXXXX)
      printf '%s\n' "$SOCKETS" >"$RUN_DIR/socket_dir"
    fi
  else
    mkdir -p "$SOCKETS"
  fi
  chmod 700 "$SOCKETS"
}

# booking-service-2 is a second process of booking-service
service_of() { echo "${1%-[2-9]}"; }
# booking-1, user-1: its number in ids and its leases go by this name, so that a process beside it needs another one
instance_of() { local service; service=$(service_of "$1"); echo "${service%-service}-$(instance_number "$1")"; }
instance_number() { if [[ $1 == *-[2-9] ]]; then echo "${1##*-}"; else echo 1; fi; }

# ---- what each service is started with ----
service_env() { # fills ENV
  local instance=$1 service schema port user booking payment bank
  service=$(service_of "$instance")
  port=$(port_of "$instance")
  user=http://127.0.0.1:$(port_of user-service)
  booking=http://127.0.0.1:$(port_of booking-service)
  payment=http://127.0.0.1:$(port_of payment-service)
  bank=http://127.0.0.1:$(port_of sandbox-bank)
  ENV=(GELORA_ENV="$GELORA_ENV" GELORA_LISTEN="$GELORA_BIND:$port" GELORA_PUBLIC_URL="$URL" GELORA_LOG_LEVEL="$GELORA_LOG_LEVEL")
  if [[ $service == mailbox ]]; then
    ENV+=(GELORA_SMTP_LISTEN="127.0.0.1:$(port_of mailbox-smtp)" GELORA_MAILBOX_DIR="$RUN_DIR/mailbox")
    return 0
  fi
  schema=$(schema_of "$service")
  if [[ $GELORA_DATABASE == mysql ]]; then
    ENV+=(GELORA_DB_SOCKET= GELORA_DB_HOST="$(mysql_addresses)" GELORA_DB_CA_FILE="$SECRETS/database/ca.crt")
  else
    ENV+=(GELORA_DB_SOCKET="$SOCKETS/mysqld.sock")
  fi
  ENV+=(GELORA_DB_NAME="$schema"
    GELORA_DB_USER="$schema" GELORA_DB_PASSWORD_FILE="$SECRETS/$service.db.password"
    GELORA_REDIS_SOCKET="$SOCKETS/redis.sock" GELORA_SERVICE_KEYS_DIR="$SECRETS/$service" GELORA_LIMITS="$GELORA_LIMITS")
  if [[ -n ${GELORA_TRACE_ENDPOINT:-} ]]; then ENV+=(GELORA_TRACE_ENDPOINT="$GELORA_TRACE_ENDPOINT" GELORA_TRACE_RATIO="${GELORA_TRACE_RATIO:-1}"); fi
  local merchant=(GELORA_SANDBOX_SECRET_FILE="$SECRETS/sandbox-webhook.secret" GELORA_STRIPE_KEY_FILE="$SECRETS/stripe.key"
    GELORA_STRIPE_WEBHOOK_SECRET_FILE="$SECRETS/stripe-webhook.secret"
    GELORA_MIDTRANS_SERVER_KEY_FILE="$SECRETS/midtrans-server.key" GELORA_MIDTRANS_MERCHANT_ID=G000000001)
  if [[ -n ${GELORA_FAILPOINTS:-} && $service == @(booking|payment)-service ]]; then
    ENV+=(GELORA_FAILPOINTS="$GELORA_FAILPOINTS" GELORA_FAILPOINT_LOG="$RUN_DIR/failpoints")
  fi
  case $service in
    user-service)
      ENV+=(GELORA_JWT_KEY_FILE="$SECRETS/access-token.key.pem"
        GELORA_BOOKING_URL="$booking" GELORA_PAYMENT_URL="$payment" GELORA_STAFF_SECOND_FACTOR="$GELORA_STAFF_SECOND_FACTOR"
        GELORA_SMTP_URL="smtp://127.0.0.1:$(port_of mailbox-smtp)" GELORA_MAIL_FROM="Gelora <tiket@gelora.test>")
      ;;
    booking-service)
      ENV+=(GELORA_POSTERS_DIR="$RUN_DIR/data/posters"
        GELORA_TICKET_KEY_FILE="$SECRETS/ticket.key.pem" GELORA_APPLE_PASS_CERT_FILE="$SECRETS/wallet/apple.cert.pem"
        GELORA_APPLE_PASS_KEY_FILE="$SECRETS/wallet/apple.key.pem" GELORA_APPLE_WWDR_FILE="$SECRETS/wallet/wwdr.cert.pem"
        GELORA_GOOGLE_WALLET_KEY_FILE="$SECRETS/wallet/google.json" GELORA_GOOGLE_WALLET_ISSUER_ID=3388000000000000001
        GELORA_PAYMENT_URL="$payment" GELORA_USER_URL="$user" GELORA_INSTANCE="$(instance_of "$instance")"
        GELORA_SMTP_URL="smtp://127.0.0.1:$(port_of mailbox-smtp)" GELORA_MAIL_FROM="Gelora <tiket@gelora.test>")
      [[ $GELORA_ENV != development ]] || ENV+=(GELORA_WEBHOOKS_ALLOW_PRIVATE=yes) # receivers of tests are on this machine
      [[ -z ${GELORA_MESSAGE_MAILS_PER_MINUTE:-} ]] || ENV+=(GELORA_MESSAGE_MAILS_PER_MINUTE="$GELORA_MESSAGE_MAILS_PER_MINUTE")
      [[ -z $GELORA_HOLD_TTL_S ]] || ENV+=(GELORA_HOLD_TTL_S="$GELORA_HOLD_TTL_S")
      [[ -z $GELORA_PAY_TTL_S ]] || ENV+=(GELORA_PAY_TTL_S="$GELORA_PAY_TTL_S")
      ;;
    payment-service)
      ENV+=(GELORA_BOOKING_URL="$booking" GELORA_USER_URL="$user"
        GELORA_SANDBOX_URL="$bank" GELORA_STRIPE_URL="$bank/stripe" GELORA_MIDTRANS_URL="$bank/midtrans"
        GELORA_MIDTRANS_SNAP_URL="$bank/midtrans" "${merchant[@]}")
      ;;
    sandbox-bank)
      ENV+=(GELORA_BANK_PUBLIC_URL="http://localhost:$port" "${merchant[@]}"
        GELORA_WEBHOOK_URL="$payment/api/payments/webhooks")
      ;;
  esac
}

ddl_env() { # fills ENV with what `migrate` needs on top
  service_env "$1"
  ENV+=(GELORA_DB_DDL_USER="$(schema_of "$1")_ddl" GELORA_DB_DDL_PASSWORD_FILE="$SECRETS/$1.ddl.password")
}

command_of() { # fills COMMAND and ENV
  ENV=()
  case $1 in
    mariadb) COMMAND=(mariadbd --defaults-file="$RUN_DIR/mysql.cnf") ;;
    mysql | mysql-*) mysql_command "$1" ;;
    redis) COMMAND=(redis-server "$RUN_DIR/redis.conf") ;;
    edge) COMMAND=(nginx -p "$RUN_DIR/nginx" -c "$RUN_DIR/nginx/nginx.conf" -e "$LOG_DIR/edge-error.log" -g 'daemon off;') ;;
    mailbox)
      service_env mailbox
      COMMAND=("$(node_command)" "$ROOT/tools/mailbox/src/main.mjs")
      ;;
    *)
      service_env "$1"
      COMMAND=("$BIN_DIR/$(service_of "$1")" serve)
      [[ -x ${COMMAND[0]} ]] || die "${COMMAND[0]} is not built" "run: ./gelora up"
      ;;
  esac
}

node_command() {
  local bin
  bin=$("$ROOT/scripts/node.sh" bin)
  if [[ -n $bin ]]; then echo "$bin/node"; else command -v node || die "no node found" "run: scripts/node.sh"; fi
}

# ---- the database ----
SQL_CLIENT() {
  local node
  if ((${#DATABASES[@]} > 1)); then
    node=$(mysql_primary) || die "no server of the group takes writes" "$ROOT/scripts/stack.sh status"
    mysql_client "$node" "$@"
    return
  fi
  mariadb --no-defaults -uroot -p"$(cat "$SECRETS/mariadb-root.password")" --socket="$SOCKETS/mysqld.sock" "$@"
}

mariadb_config() {
  local flush_method=fsync
  dd if=/dev/zero of="$RUN_DIR/.direct" bs=4096 count=1 oflag=direct 2>/dev/null && flush_method=O_DIRECT
  rm -f "$RUN_DIR/.direct"
  cat >"$RUN_DIR/mysql.cnf" <<EOF
[mariadbd]
datadir = $RUN_DIR/mysql
socket = $SOCKETS/mysqld.sock
pid-file = $RUN_DIR/mysql/mariadbd.pid
tmpdir = $RUN_DIR/mysql-tmp
$([[ $(id -u) != 0 ]] || echo 'user = root')
skip-networking
skip-name-resolve
character-set-server = utf8mb4
collation-server = utf8mb4_unicode_ci
transaction-isolation = READ-COMMITTED
innodb_flush_log_at_trx_commit = 1
sync_binlog = 1
innodb_flush_method = $flush_method
innodb_buffer_pool_size = 512M
innodb_log_file_size = 256M
max_allowed_packet = 64M
max_connections = 500
performance_schema = OFF
feedback = OFF
$(binlog_config)
EOF
}

# What a backup is carried on with. Each commit is flushed twice with it.
binlog_config() {
  [[ ${GELORA_BINLOG:-off} == on ]] || return 0
  mkdir -p "$RUN_DIR/mysql-binlog"
  cat <<EOF
log_bin = $RUN_DIR/mysql-binlog/binlog
binlog_format = ROW
expire_logs_days = 7
log_bin_trust_function_creators = ON
server_id = 1
EOF
}

create_database() {
  local of is=$GELORA_DATABASE
  ((${#DATABASES[@]} == 1)) || is="a group of $GELORA_DATABASE"
  if [[ -e $RUN_DIR/stamps/database ]]; then
    of=$(cat "$RUN_DIR/stamps/database")
    [[ ${of:-mariadb} == "$is" ]] || die "the data in $RUN_DIR are those of ${of:-mariadb}, not of $is" "./gelora reset throws them away;  another GELORA_RUN_DIR is another stack"
    return 0
  fi
  rm -rf "$RUN_DIR/mysql"
  mkdir -p "$RUN_DIR/mysql" "$RUN_DIR/mysql-tmp"
  "${GELORA_DATABASE}_create"
  echo "$is" >"$RUN_DIR/stamps/database"
}

mariadb_create() {
  local arguments=(--no-defaults --datadir="$RUN_DIR/mysql" --auth-root-authentication-method=normal --skip-test-db
    --skip-name-resolve --force # a machine that cannot look up its own name will do
    --innodb-log-file-size=256M)
  [[ $(id -u) != 0 ]] || arguments+=(--user=root)
  mariadb-install-db "${arguments[@]}"
}

# Passwords and rights are set again at every start: cheap, and right after a change of either.
grant_rights() {
  SQL_CLIENT -e 'SELECT 1' >/dev/null 2>&1 ||
    mariadb --no-defaults -uroot --socket="$SOCKETS/mysqld.sock" -e "ALTER USER root@localhost IDENTIFIED BY '$(cat "$SECRETS/mariadb-root.password")'"
  rights accounts localhost "$SECRETS" | SQL_CLIENT
}

# After the migrations, for these rights are given table by table.
protect_ledger() {
  rights ledger localhost "$SECRETS" | SQL_CLIENT -N -B | SQL_CLIENT
  # an older stack gave it all of the schema
  SQL_CLIENT -e 'REVOKE UPDATE, DELETE ON gelora_payment.* FROM gelora_payment@localhost' 2>/dev/null || true
}
rights() { "$ROOT/deploy/database/rights.sh" "$@"; }

write_redis_config() {
  mkdir -p "$RUN_DIR/redis"
  cat >"$RUN_DIR/redis.conf" <<EOF
port 0
unixsocket $SOCKETS/redis.sock
unixsocketperm 700
dir $RUN_DIR/redis
save ""
appendonly no
maxmemory 256mb
maxmemory-policy allkeys-lru
EOF
}

# Makes the self-signed certificate when there is none that lasts another day; says what is wrong with one that was given.
prepare_certificate() {
  if [[ $GELORA_TLS == self-signed ]] && ! openssl x509 -in "$EDGE_CERT" -noout -checkend 86400 >/dev/null 2>&1; then
    (
      umask 077
      mkdir -p "$SECRETS"
      openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -noenc -keyout "$EDGE_KEY.new" -out "$EDGE_CERT.new" -days 365 \
        -subj "/CN=localhost" -addext "subjectAltName=DNS:localhost,IP:127.0.0.1,IP:::1" \
        -addext "basicConstraints=critical,CA:FALSE" 2>/dev/null # whoever trusts it trusts nothing that it signs
      mv "$EDGE_KEY.new" "$EDGE_KEY"
      mv "$EDGE_CERT.new" "$EDGE_CERT"
    ) || die "openssl made no certificate in $SECRETS"
  fi
  local certified own
  certified=$(openssl x509 -in "$EDGE_CERT" -noout -pubkey 2>/dev/null) || die "GELORA_TLS_CERT_FILE=$EDGE_CERT is no certificate that can be read (PEM)"
  own=$(openssl pkey -in "$EDGE_KEY" -passin pass: -pubout 2>/dev/null) ||
    die "GELORA_TLS_KEY_FILE=$EDGE_KEY is no private key that can be read (PEM, without a passphrase)"
  [[ $certified == "$own" ]] || die "GELORA_TLS_KEY_FILE=$EDGE_KEY is not the key of the certificate $EDGE_CERT"
  openssl x509 -in "$EDGE_CERT" -noout -checkend 0 >/dev/null || die "the certificate GELORA_TLS_CERT_FILE=$EDGE_CERT has expired"
}

write_edge_config() { # returns 0, and sets EDGE_CHANGED when a running edge has to read it again
  local upstream=() service options=(--limits "$GELORA_LIMITS")
  EDGE_CHANGED=
  mkdir -p "$RUN_DIR/nginx/tmp"
  if [[ $GELORA_TLS != off ]]; then
    prepare_certificate
    options+=(--tls-cert "$EDGE_CERT" --tls-key "$EDGE_KEY" --public-url "$URL")
    [[ -z $GELORA_HTTP_PORT ]] || options+=(--http-listen "$GELORA_BIND:$GELORA_HTTP_PORT")
    if [[ $EDGE_CERT -nt $RUN_DIR/nginx/nginx.conf ]]; then EDGE_CHANGED=1; fi # a renewed one has the old name
  fi
  for service in "${INSTANCES[@]}"; do upstream+=("$(service_of "$service")=127.0.0.1:$(port_of "$service")"); done
  "$(node_command)" "$ROOT/scripts/edge_conf.mjs" --listen "$GELORA_BIND:$GELORA_PORT" --run-dir "$RUN_DIR" \
    --web "$ROOT/web/dist" --docs "$ROOT/web/dist" --log "$LOG_DIR/edge.log" "${options[@]}" "${upstream[@]}" >"$RUN_DIR/nginx/nginx.conf.new"
  if ! cmp -s "$RUN_DIR/nginx/nginx.conf.new" "$RUN_DIR/nginx/nginx.conf"; then EDGE_CHANGED=1; fi
  mv "$RUN_DIR/nginx/nginx.conf.new" "$RUN_DIR/nginx/nginx.conf"
  nginx -t -q -p "$RUN_DIR/nginx" -c "$RUN_DIR/nginx/nginx.conf" -e stderr
}

# ---- start, stop, ask ----
supervised() { [[ -e $PIDS/$1.lock ]] && ! flock -n "$PIDS/$1.lock" true; }

pid_of() { supervised "$1" && cat "$PIDS/$1.pid" 2>/dev/null; }

is_ready() {
  case $1 in
    mysql*) if mysql_is_group; then mysql_is_online "$1"; else mysql_answers "$1"; fi ;;
    mariadb) mariadb-admin --no-defaults -uroot -p"$(cat "$SECRETS/mariadb-root.password")" --socket="$SOCKETS/mysqld.sock" --connect-timeout=2 ping >/dev/null 2>&1 ;;
    redis) [[ $(redis-cli -s "$SOCKETS/redis.sock" ping 2>/dev/null) == PONG ]] ;;
    # -k: a certificate names the site, not the loopback
    edge) curl -kfsS -m 2 -o /dev/null "$EDGE_SCHEME://127.0.0.1:$GELORA_PORT/edge-health" 2>/dev/null && word_of_certificate >/dev/null ;;
    *) curl -fsS -m 2 -o /dev/null "http://127.0.0.1:$(port_of "$1")/readyz" 2>/dev/null ;;
  esac
}

# Whether the edge's certificate is good, and what there is to say about it.
word_of_certificate() { [[ $GELORA_TLS == off ]] || timeout 5 "$ROOT/scripts/certificate.sh" "127.0.0.1:$GELORA_PORT"; }

# An address of its own beside the service's: how a process is asked that shares the service's port with another one.
own_address() {
  until OWN_PORT=$((20000 + RANDOM % 10000)) && ! port_is_busy "$OWN_PORT"; do :; done
  ENV+=(GELORA_OWN_LISTEN="127.0.0.1:$OWN_PORT")
}

launch() { # "X.next" is another process beside X
  local name=$1 base=${1%.next} patience=12
  supervised "$name" && return 0
  command_of "$base"
  [[ " ${INSTANCES[*]} " != *" $base "* ]] || own_address
  [[ $name != *.next ]] || ENV+=(GELORA_INSTANCE="$(other_life_of "$base")")
  ! is_database "$name" || patience=60
  local log=$LOG_DIR/$base.log
  if [[ -e $log ]] && (($(stat -c %s "$log") > 50000000)); then mv -f "$log" "$log.1"; fi
  mkdir -p "$PIDS"
  env "${ENV[@]}" GELORA_STOP_PATIENCE_S=$patience setsid "$ROOT/scripts/supervise.sh" "$PIDS" "$name" "$log" "${COMMAND[@]}" \
    </dev/null >>"$LOG_DIR/supervisor.log" 2>&1 &
  disown
}

restarts_of() { cat "$PIDS/$1.restarts" 2>/dev/null || echo 0; }

wait_ready() {
  local name=$1 limit_s=${2:-30} begun restarts first
  begun=$(now_ms)
  first=$(restarts_of "$name")
  until is_ready "$name"; do
    restarts=$(($(restarts_of "$name") - first))
    if ((restarts >= 3 || $(now_ms) - begun > limit_s * 1000)); then
      {
        if ((restarts >= 3)); then echo "$name ends again and again"; else echo "$name was not ready within $limit_s s"; fi
        is_database "$name" || [[ $name == redis || $name == edge ]] ||
          echo "its answer: $(curl -sS -m 2 "http://127.0.0.1:$(port_of "$name")/readyz" 2>&1 | head -c 600)"
        command_of "${name%.next}"
        echo "command: ${COMMAND[*]}"
        echo "last lines of $LOG_DIR/${name%.next}.log:"
        tail -n 15 "$LOG_DIR/${name%.next}.log" 2>/dev/null | cut -c1-400
        grep "\"$name\"" "$LOG_DIR/supervisor.log" 2>/dev/null | tail -n 3
      } >&2
      return 1
    fi
    sleep 0.03
  done
}

is_database() { [[ " ${DATABASES[*]} " == *" $1 "* ]]; }
start_stores() {
  if ((${#DATABASES[@]} == 1)); then
    start_all "${DATABASES[@]}" redis mailbox
    return
  fi
  mysql_group_start
  start_all redis mailbox
}
start_all() { local name; for name in "$@"; do launch "$name"; done; for name in "$@"; do wait_ready "$name"; done; }

stop_one() {
  local name=$1 supervisor tries=0
  while supervised "$name"; do
    supervisor=$(cat "$PIDS/$name.supervisor" 2>/dev/null || true)
    [[ -z $supervisor ]] || kill -TERM "$supervisor" 2>/dev/null || true
    sleep 0.03
    tries=$((tries + 1))
    ((tries < 2500)) || { echo "$name does not stop" >&2; return 1; }
  done
}

stop_all() { # the edge first, the database last
  local name pids=()
  stop_one edge
  for name in "${INSTANCES[@]}" "${INSTANCES[@]/%/.next}" mailbox; do stop_one "$name" & pids+=($!); done
  for name in "${pids[@]}"; do wait "$name" || true; done
  stop_one redis
  for name in "${DATABASES[@]}"; do stop_one "$name"; done
  if [[ -e $RUN_DIR/socket_dir ]]; then
    rm -rf "$(cat "$RUN_DIR/socket_dir")"
    rm -f "$RUN_DIR/socket_dir"
  fi
}

# ---- another process instead of one that runs, without downtime ----
# Old and new listen on the same port (SO_REUSEPORT): neither the edge nor another service has to be told. The new one joins when
# it is ready; the old one takes no new connection after SIGTERM, answers on those it has, and leaves its shows to the others.
# docs/operations.md says why nothing is lost.
other_life_of() {
  local now
  now=$(tr '\0' '\n' <"/proc/$(pid_of "$1")/environ" | sed -n 's/^GELORA_INSTANCE=//p' | tail -n 1)
  if [[ $now == *b ]]; then instance_of "$1"; else echo "$(instance_of "$1")b"; fi
}

replace_one() {
  local name=$1
  stop_one "$name.next" # of a restart that was broken off
  launch "$name.next"
  wait_ready "$name.next" || { stop_one "$name.next"; return 1; }
  stop_one "$name"
  kill -USR1 "$(cat "$PIDS/$name.next.supervisor")"
  until supervised "$name" && [[ -e $PIDS/$name.supervisor ]]; do sleep 0.02; done
}

stack_replace() {
  trap 'abort_step; exit 143' TERM INT HUP
  local wanted name names=()
  (($#)) || set -- "${SERVICES[@]}"
  for wanted in "$@"; do
    [[ " ${INSTANCES[*]} " == *" $wanted "* ]] || die "'$wanted' cannot be replaced while it runs" "services: ${INSTANCES[*]}"
    for name in "${INSTANCES[@]}"; do # booking-service is all of its processes
      if [[ $name == "$wanted" || $(service_of "$name") == "$wanted" ]]; then names+=("$name"); fi
    done
  done
  for name in "${names[@]}"; do supervised "$name" || die "$name is not running" "./gelora up starts it"; done
  step "migrations" "the migration named above failed; what runs is as it was" migrate_all
  step "rights" "the database refuses the rights named above" protect_ledger
  for name in "${names[@]}"; do
    step "$name" "the old process goes on serving; ./gelora logs $name says why the new one is not ready" replace_one "$name" || return 1
  done
}

# whatever it is: asked before the settings are known
any_running() { local lock; for lock in "$PIDS"/*.lock; do supervised "$(basename "$lock" .lock)" && return 0; done; return 1; }

check_ports() {
  local name port
  for name in edge ${GELORA_HTTP_PORT:+edge-http} "${INSTANCES[@]}" mailbox mailbox-smtp "${DATABASES[@]}"; do
    port=$(port_of "$name")
    [[ -n $port ]] || continue # a MariaDB has none
    supervised "${name%-smtp}" && continue
    port_is_busy "$port" || continue
    echo "port $port ($name) is already in use$(who_listens "$port")" >&2
    [[ $name != edge-http ]] || { echo "what to do: choose another GELORA_HTTP_PORT" >&2; return 1; }
    echo "what to do: choose another range, for example  GELORA_PORT=$((GELORA_PORT + 1000)) ./gelora up" >&2
    echo "            (GELORA_PORT=P uses P to P+6; now P=$GELORA_PORT)" >&2
    return 1
  done
}
who_listens() {
  command -v ss >/dev/null || return 0
  ss -Hltnp "sport = :$1" 2>/dev/null | sed -nE 's/.*users:\(\("([^"]+)",pid=([0-9]+).*/ by \1 (pid \2)/p' | head -n 1
}

# ---- migrations and demo data ----
migrate_all() {
  local service pids=() failed=0
  for service in "${SERVICES[@]}"; do
    (
      ddl_env "$service"
      env "${ENV[@]}" "$BIN_DIR/$service" migrate
    ) &
    pids+=($!)
  done
  for service in "${pids[@]}"; do wait "$service" || failed=1; done
  return "$failed"
}

demo_sum() { cat "$ROOT"/tools/demo_data/*.mjs "$ROOT"/tools/demo_data/*.json | sha256sum; }

load_demo_data() {
  local catalogue=$RUN_DIR/catalogue.json
  "$(node_command)" "$ROOT/tools/demo_data/generate.mjs" >"$catalogue"
  (
    ddl_env booking-service
    env "${ENV[@]}" "$BIN_DIR/booking-service" import "$catalogue"
  ) &
  local booking=$!
  (
    ddl_env user-service
    env "${ENV[@]}" "$BIN_DIR/user-service" import-accounts "$ROOT/tools/demo_data/accounts.json"
  )
  wait "$booking"
  rm -f "$catalogue"
  demo_sum >"$RUN_DIR/stamps/demo-data"
}

# A service whose binary was built after it started is started anew.
stop_outdated() {
  local service
  for service in "${INSTANCES[@]}"; do
    if supervised "$service" && [[ $BIN_DIR/$(service_of "$service") -nt $PIDS/$service.supervisor ]]; then stop_one "$service"; fi
  done
  if supervised mailbox && [[ -n $(find "$ROOT/tools/mailbox/src" -newer "$PIDS/mailbox.supervisor" -print -quit) ]]; then stop_one mailbox; fi
}

start_edge() {
  write_edge_config
  if supervised edge; then
    [[ -z $EDGE_CHANGED ]] || kill -HUP "$(pid_of edge)"
  fi
  launch edge
  wait_ready edge 10
}

prepare() {
  prepare_secrets
  sandbox_secrets
  "${GELORA_DATABASE}_config"
  write_redis_config
  create_database
}

stack_up() {
  trap 'abort_step; exit 143' TERM INT HUP
  make_run_dir
  refuse_other_settings
  prepare_sockets
  if ! supervised edge; then
    check_ports || return 1
    [[ $GELORA_TLS == off ]] || prepare_certificate
  fi
  save_settings
  step "database and secrets" "look at the log above; ./gelora reset starts from an empty folder" prepare
  step "$GELORA_DATABASE, redis, mailbox" "is the disk full? ./gelora reset removes a damaged database" start_stores
  step "database users" "./gelora reset starts from an empty database" grant_rights
  stop_outdated
  step "migrations" "the migration named above failed; fix it, or ./gelora reset" migrate_all
  step "rights" "the database refuses the rights named above" protect_ledger
  if [[ ${GELORA_DEMO:-on} == on && $(cat "$RUN_DIR/stamps/demo-data" 2>/dev/null) != "$(demo_sum)" ]]; then
    step "demo data" "./gelora reset loads it into an empty database" load_demo_data
  fi
  step "services ready" "the log named above says why; ./gelora logs SERVICE shows more" start_all "${INSTANCES[@]}"
  step "edge ready" "nginx says above what it does not like; the template is in deploy/nginx" start_edge
}

# ---- status ----
status_json() {
  local name url ready pid
  for name in "${ALL[@]}"; do
    case $name in
      mariadb) url=$SOCKETS/mysqld.sock ;;
      mysql*) url=$(mysql_socket "$name") ;;
      redis) url=$SOCKETS/redis.sock ;;
      edge) url=$URL ;;
      *) url=http://127.0.0.1:$(port_of "$name") ;;
    esac
    pid=$(pid_of "$name" || true)
    ready=false
    if [[ -n $pid ]] && is_ready "$name"; then ready=true; fi
    printf '%s\t%s\t%s\t%s\n' "$name" "$url" "${pid:-null}" "$ready"
  done | jq -Rn --arg url "$URL" --arg mail_api "http://localhost:$(port_of mailbox)/api/mails" --arg run_dir "$RUN_DIR" \
    --slurpfile accounts "$ROOT/tools/demo_data/accounts.json" '
    {url: $url, mail_api: $mail_api, docs: ($url + "/docs"), run_dir: $run_dir,
     demo_accounts: [$accounts[0].accounts[] | {email, password, roles}],
     services: ([inputs | split("\t") | {(.[0]): {url: .[1], pid: (.[2] | fromjson), ready: (.[3] == "true")}}] | add)}'
}

remark_on() { # an edge's certificate, a server of a group
  local word
  if [[ $1 == edge ]]; then
    word=$(word_of_certificate || true)
    [[ -z $word ]] || echo ", $word"
    return
  fi
  if ((${#DATABASES[@]} == 1)) || ! is_database "$1"; then return; fi
  if [[ $(mysql_primary) == "$1" ]]; then echo ', takes writes'; else echo ', follows'; fi
}

status_text() {
  local name pid
  for name in "${ALL[@]}"; do
    pid=$(pid_of "$name" || true)
    if [[ -z $pid ]]; then
      printf '  %-18s %sstopped%s\n' "$name" "$DIM" "$PLAIN"
    elif is_ready "$name"; then
      printf '  %-18s %sready%s    pid %s%s\n' "$name" "$GREEN" "$PLAIN" "$pid" "$(remark_on "$name")"
    else
      printf '  %-18s %snot ready%s pid %s%s\n' "$name" "$RED" "$PLAIN" "$pid" "$(remark_on "$name")"
    fi
  done
}

kill_one() {
  local pid
  pid=$(pid_of "$1") || die "$1 is not running"
  kill -KILL "$pid" || die "$1 (pid $pid) is gone already"
  # the answer comes when the process is really gone
  while kill -0 "$pid" 2>/dev/null; do sleep 0.01; done
}

start_named() {
  [[ $1 != edge ]] || { start_edge; return; }
  launch "$1"
  if is_database "$1"; then wait_ready "$1" 120; else wait_ready "$1"; fi
}

main() {
  local action=${1:-}
  shift || true
  if [[ $action == up ]] && ! any_running; then rm -f "$RUN_DIR/settings"; fi
  load_settings
  case $action in
    start | stop | restart | kill | wait | ready | env) known "${1:-}" ;;
  esac
  case $action in
    up) stack_up ;;
    replace) stack_replace "$@" ;;
    audit-money)
      service_env booking-service
      exec env "${ENV[@]}" GELORA_DB_NAME=gelora_payment GELORA_DB_USER=gelora_audit GELORA_DB_PASSWORD_FILE="$SECRETS/audit.db.password" \
        "$BIN_DIR/gelora-audit-money" "$@"
      ;;
    audit) service_env booking-service; exec env "${ENV[@]}" "$BIN_DIR/gelora-audit" "$@" ;;
    admin) service_env user-service; exec env "${ENV[@]}" "$BIN_DIR/user-service" admin "$@" ;;
    audit-log) service_env user-service; exec env "${ENV[@]}" "$BIN_DIR/user-service" audit-log "$@" ;;
    down) [[ ! -d $PIDS ]] || stop_all ;;
    start) make_run_dir; prepare_sockets; start_named "$1" ;;
    stop) stop_one "$1" ;;
    restart) stop_one "$1"; start_named "$1" ;;
    kill) kill_one "$1" ;;
    wait) wait_ready "$1" "${2:-30}" ;;
    ready) is_ready "$1" ;;
    running) any_running ;;
    status) if [[ ${1:-} == --json ]]; then status_json; else status_text; fi ;;
    sql) SQL_CLIENT "$@" ;;
    env) command_of "$1"; printf '%s\n' "${ENV[@]}" ;;
    *) sed -n '2,12p' "${BASH_SOURCE[0]}" | sed 's/^# \{0,1\}//'; [[ $action == --help || $action == -h ]] || exit 2 ;;
  esac
}

[[ ${BASH_SOURCE[0]} != "$0" ]] || main "$@"

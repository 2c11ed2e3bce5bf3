#!/usr/bin/env bash
# ./gelora test containers: builds the images, starts them as compose.yaml and compose.try.yaml say, in a network of their own with a
# MariaDB and a Redis, buys tickets through the edge's image, and stops everything in time. Needs root, no container engine.
# --keep-images: takes the images that are there.
set -euo pipefail
# shellcheck source=scripts/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
PATH=$("$ROOT/scripts/node.sh" bin):$PATH
CONTAINERS=$ROOT/scripts/containers.sh
JOBS=(user-migrations booking-migrations payment-migrations bank-migrations)
DEMO=(demo-concerts demo-accounts)
SERVICES=(mailbox relay user-service booking-service payment-service sandbox-bank)
SUBNET=172.30.84
STRANGER=198.51.100.7 # an address outside of it

if [[ ${1:-} != inside ]]; then
  [[ $(id -u) == 0 ]] || die "images are built and started by root here" "sudo ./gelora test containers"
  missing=$("$ROOT/scripts/deps.sh" missing containers | tr '\n' ' ')
  [[ -z $missing ]] || { echo "packages to install: $missing" && "$ROOT/scripts/deps.sh" containers; }
  "$ROOT/scripts/node.sh"
  PATH=$("$ROOT/scripts/node.sh" bin):$PATH
  [[ ${1:-} == --keep-images ]] || "$CONTAINERS" build
  "$CONTAINERS" release # of a run that was cut off
  # all that is started ends with the namespace of processes
  exec unshare --net --mount --pid --fork --kill-child --mount-proc "$0" inside
fi

RUN=$(mktemp -d /tmp/gelora-containers.XXXXXX)
passed=0 failed=0
declare -A PID=() CONFIG=()
finish() {
  local status=$?
  set +e
  jobs -p | xargs -r kill -KILL 2>/dev/null
  wait 2>/dev/null
  "$CONTAINERS" release
  if ((failed || status)); then
    rm -rf "$ROOT/.run-test/containers"
    mkdir -p "$ROOT/.run-test/containers"
    cp "$RUN"/*.log "$ROOT/.run-test/containers/"
    echo "  logs of this run: $ROOT/.run-test/containers" >&2
  fi
  rm -rf "$RUN"
  ((status == 0 || failed > 0)) || failed=1
  echo "$passed passed, $failed failed"
  ((failed == 0)) || exit 1
}
trap finish EXIT
trap 'exit 130' INT TERM HUP

ok() { passed=$((passed + 1)); printf '  %s✓%s %s\n' "$GREEN" "$PLAIN" "$1"; }
no() { failed=$((failed + 1)); printf '  %s✗ %s%s\n' "$RED" "$1" "$PLAIN"; [[ -z ${2:-} ]] || tail -n 8 "$2" | sed 's/^/    | /'; }
expect() { # WHAT COMMAND...
  local what=$1
  shift
  if "$@" >"$RUN/expect.log" 2>&1; then ok "$what"; else no "$what" "$RUN/expect.log"; fi
}

network() {
  local number=10 name
  ip link set lo up
  ip address add "$STRANGER/32" dev lo
  for name in mysql redis "${SERVICES[@]}" edge mail-server; do
    ip address add "$SUBNET.$number/32" dev lo
    printf '%s.%d %s\n' "$SUBNET" "$number" "$name"
    number=$((number + 1))
  done >"$RUN/hosts"
  printf '127.0.0.1 localhost\n' >>"$RUN/hosts"
  chmod 644 "$RUN/hosts"
}

database() {
  local root=(mariadb --no-defaults --user=root --socket="$RUN/mysqld.sock")
  mkdir -p "$RUN/mysql"
  mariadb-install-db --no-defaults --user=root --datadir="$RUN/mysql" --auth-root-authentication-method=normal --skip-test-db --skip-name-resolve --force >"$RUN/mariadb.log" 2>&1
  mariadbd --no-defaults --user=root --datadir="$RUN/mysql" --socket="$RUN/mysqld.sock" --pid-file="$RUN/mysqld.pid" --bind-address="$SUBNET.10" --skip-name-resolve \
    --character-set-server=utf8mb4 --collation-server=utf8mb4_unicode_ci --transaction-isolation=READ-COMMITTED --max-allowed-packet=64M \
    --ssl-ca="$GELORA_SECRETS/database/ca.crt" --ssl-cert="$GELORA_SECRETS/database/server.crt" --ssl-key="$GELORA_SECRETS/database/server.key" \
    --require-secure-transport=ON >>"$RUN/mariadb.log" 2>&1 &
  (cd "$RUN" && exec redis-server --bind "$SUBNET.11" --port 6379 --protected-mode no --save '' --appendonly no) >"$RUN/redis.log" 2>&1 &
  until "${root[@]}" -e 'SELECT 1' >/dev/null 2>&1; do sleep 0.05; done
  # shellcheck disable=SC2086 # names of services
  "$ROOT/deploy/database/rights.sh" accounts % "$GELORA_SECRETS" $GELORA_SCHEMAS_OF | "${root[@]}"
}
ledger() {
  "$ROOT/deploy/database/rights.sh" ledger % "$GELORA_SECRETS" | mariadb --no-defaults --user=root --socket="$RUN/mysqld.sock" -N -B |
    mariadb --no-defaults --user=root --socket="$RUN/mysqld.sock"
}

ledger_is_append_only() {
  local payment=(mariadb --no-defaults --user=gelora_payment --host="$SUBNET.10" --ssl --ssl-ca="$GELORA_SECRETS/database/ca.crt" gelora_payment)
  MYSQL_PWD=$(cat "$GELORA_SECRETS/payment-service.db.password")
  export MYSQL_PWD
  "${payment[@]}" -e 'DELETE FROM webhook_events' && ! "${payment[@]}" -e 'DELETE FROM ledger_entries'
}

start() { # NAME [COMMAND...]; what it says goes to a log of its own user's
  local name=$1 target service
  service=$(jq -c --arg name "$name" '.[$name]' "$RUN/project.json")
  target=$(jq -r .target <<<"$service")
  CONFIG[$name]=$("$CONTAINERS" config_of "$target")
  : >"$RUN/$name.log"
  chown 10001 "$RUN/$name.log"
  "$ROOT/scripts/run_image.sh" "$("$CONTAINERS" rootfs "$target")" "${CONFIG[$name]}" "$service" "$RUN/hosts" "${@:2}" >"$RUN/$name.log" 2>&1 &
  PID[$name]=$!
}
process_of() { pgrep -P "${PID[$1]}"; }
within() { nsenter --target "$(process_of "$1")" --mount --pid --root --wd --setuid 10001 --setgid 10001 -- "${@:2}"; }
healthy() {
  local check
  mapfile -t check < <(jq -r '.Healthcheck.Test[1:][]' <<<"${CONFIG[$1]}")
  within "$1" env PATH=/usr/local/bin:/usr/bin:/bin "${check[@]}" >/dev/null 2>&1
}
becomes_healthy() {
  local begun
  begun=$(now_ms)
  until healthy "$1"; do
    if ! kill -0 "${PID[$1]}" 2>/dev/null || (($(now_ms) - begun > 30000)); then
      no "$1 becomes healthy" "$RUN/$1.log"
      return 0
    fi
    sleep 0.1
  done
  ok "$1 is healthy after $(seconds_since "$begun")"
}
job() {
  local name=$1 status=0
  start "$@"
  wait "${PID[$name]}" || status=$?
  if ((status == 0)); then ok "$name: $(tail -n 1 "$RUN/$name.log" | cut -c1-100)"; else no "$name ends well (it said $status)" "$RUN/$name.log"; fi
}
confined() {
  local status write
  status=$(cat "/proc/$(process_of "$1")/status")
  grep -q '^Uid:.10001.10001' <<<"$status" && grep -q '^CapEff:.0000000000000000' <<<"$status" && grep -q '^NoNewPrivs:.1' <<<"$status" || return 1
  write=$(within "$1" sh -c ': >/usr/local/bin/x' 2>&1) && return 1
  [[ $write == *'Read-only file system'* ]]
}
stops() { # NAME: by the signal that the image asks for, in 12 s, well
  local begun status=0
  begun=$(now_ms)
  kill -s "$(jq -r '.StopSignal // "SIGTERM"' <<<"${CONFIG[$1]}")" "$(process_of "$1")"
  wait "${PID[$1]}" || status=$?
  if ((status == 0 && $(now_ms) - begun < 12000)); then ok "$1 stops after $(seconds_since "$begun")"; else no "$1 stops in time (it said $status after $(seconds_since "$begun"))" "$RUN/$1.log"; fi
}
# Mails: the services' way is the relay's image, behind it are the mailbox or a server with TLS and a password.
hand_over() { # SENDER RECIPIENT [CURL_OPTION...]
  printf 'From: <%s>\r\nTo: <%s>\r\nSubject: by hand\r\n\r\nIt came.\r\n' "$1" "$2" >"$RUN/mail"
  curl -sS --max-time 10 "smtp://$(address_of relay):8025" --mail-from "$1" --mail-rcpt "$2" --upload-file "$RUN/mail" "${@:3}"
}
address_of() { awk -v name="$1" '$2 == name { print $1 }' "$RUN/hosts"; }
relay_refuses() { # WHY HAND_OVER_ARGUMENT...
  ! hand_over "${@:2}" && grep -qF "$1" "$RUN/relay.log"
}
relay() { # what its image knows by itself
  mapfile -t VARIABLES < <(jq -r '.relay.environment | to_entries[] | "\(.key)=\(.value)"' "$RUN/project.json")
  within relay env -i PATH=/usr/local/bin:/usr/sbin:/usr/bin:/bin "${VARIABLES[@]}" relay "$@"
}
eventually() { # COMMAND..., which is asked for 20 s
  local begun
  begun=$(now_ms)
  until "$@"; do (($(now_ms) - begun < 20000)) || return 1; done
}
mailbox_has() { [[ $(curl -fsS "http://localhost:8085/api/mails?to=$1" | jq '.items | length') == "$2" ]]; }
came_by_relay() { grep ' => trip-[^ ]* .*T=smtp H=mailbox .*C="250' "$RUN/relay.log" || { tail -n 8 "$RUN/relay.log"; return 1; }; }
waits_in_relay() { grep -q " $1\$" <<<"$(relay queue)"; }
nothing_waits() { [[ $(relay health) == "0 mails wait" ]]; }
kill_it() { kill -KILL "$(process_of "$1")" && { wait "${PID[$1]}" || true; }; }
taken_with_password() { jq -e --arg to "$1" 'select(.to == [$to] and .user == "mail@tickets" and (.text | contains("It came.")))' "$RUN/mail-server.log" >/dev/null; }
registers() { # what user-service has to tell its owner goes by mail
  curl -fsS -o "$RUN/registered" -H 'Content-Type: application/json' -d "{\"email\":\"$1\",\"password\":\"Stadion-Penuh-2026\",\"name\":\"Ayu\"}" http://localhost:8080/api/users
}

answers() { [[ $(curl -ksS -o /dev/null -w '%{http_code}' "$2") == "$1" ]]; }

while IFS= read -r line; do [[ $line == \#* ]] || export "${line?}"; done <"$ROOT/deploy/try.env"
export GELORA_SECRETS=$RUN/secrets GELORA_TLS_DIR=$RUN/tls GELORA_VOLUMES=$RUN/volumes GELORA_LOG_LEVEL=info
mkdir -p "$RUN/tls" "$RUN/volumes/posters" "$RUN/volumes/mails"
chown 10001:10001 "$RUN/volumes/posters" "$RUN/volumes/mails"
"$ROOT/scripts/secrets.sh" "$GELORA_SECRETS" --sandbox >/dev/null
node "$ROOT/scripts/compose.mjs" "$ROOT/deploy/try.env" "$ROOT/compose.yaml" "$ROOT/compose.try.yaml" >"$RUN/project.json"
network
database

echo "Images as containers"
for name in "${JOBS[@]}"; do job "$name"; done
ledger
expect "payment-service may change its rows, and not its ledger" ledger_is_append_only
for name in "${DEMO[@]}"; do job "$name"; done
for name in "${SERVICES[@]}"; do start "$name"; done
for name in "${SERVICES[@]}"; do becomes_healthy "$name"; done
start edge
becomes_healthy edge
for name in "${SERVICES[@]}" edge; do expect "$name is not root, has no capabilities and cannot write to its image" confined "$name"; done
fonts() { [[ $(within booking-service fc-match "Noto Sans" 2>&1) == NotoSans* ]]; } # and no word of a cache that cannot be written
expect "booking-service has the fonts of tickets" fonts
expect "a purchase through the edge, from registration to the tickets' codes" \
  env GELORA_URL=http://localhost:8080 GELORA_MAIL_API=http://localhost:8085/api/mails TRIP_DIR="$RUN" "$ROOT/docs/trip.sh"
expect "its mails came by the relay" eventually came_by_relay
expect "the relay takes nothing of another sender" relay_refuses "is not the sender of the site" somebody@gelora.test ani@example.com
expect "nor from outside of the site's network" relay_refuses "H=[$STRANGER] rejected connection" tiket@gelora.test ani@example.com --interface "$STRANGER"
kill_it mailbox
expect "while the mail server is away, somebody registers" registers ani@example.com
expect "the mail waits in the relay" eventually waits_in_relay ani@example.com
kill_it relay
start relay
becomes_healthy relay
expect "also when the relay was killed" waits_in_relay ani@example.com
start mailbox
becomes_healthy mailbox
expect "the server is back: what waits is handed over" relay flush
expect "it came, once" eventually mailbox_has ani@example.com 1
expect "nothing waits any more" eventually nothing_waits
expect "what waits is counted for Prometheus" grep -q -E '^gelora_relay_waiting_mails [0-9]+$' "$RUN/volumes/mails/metrics/relay.prom"
ticket=$(find "$RUN" -name 'ticket-*.json' | head -n 1)
poster() { # what booking-service keeps, the edge serves
  printf jpeg | within booking-service tee /var/lib/gelora/posters/x.jpg && [[ $(curl -fsS http://localhost:8080/posters/x.jpg) == jpeg ]]
}
expect "a poster, from booking-service's folder through the edge" poster
probed() { # FILE: the address of the site that Prometheus is given
  local address
  address=$(grep -o 'http[^"]*' "$ROOT/deploy/observability/$1")
  [[ $(curl -ksS -o /dev/null -w '%{http_code}' --connect-to "::$(address_of edge):" "$address") == 200 ]]
}
expect "what Prometheus probes there answers" probed site.try.yml
expect "the page of the site" answers 200 http://localhost:8080/
expect "nothing internal through the edge" answers 404 http://localhost:8080/internal/bookings/1/amount-due
stops edge
openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -noenc -keyout "$RUN/tls/tls.key" -out "$RUN/tls/tls.csr" -subj /CN=localhost 2>/dev/null
certificate() { openssl x509 -req -in "$RUN/tls/tls.csr" -key "$RUN/tls/tls.key" -days "$1" -out "$RUN/tls/tls.crt" 2>/dev/null; }
certificate 2
chmod 644 "$RUN/tls/tls.key"
GELORA_PUBLIC_URL=https://localhost:8443 node "$ROOT/scripts/compose.mjs" "$ROOT/deploy/try.env" "$ROOT/compose.yaml" "$ROOT/compose.try.yaml" >"$RUN/project.json"
start edge
becomes_healthy edge
expect "with a certificate the edge speaks TLS" answers 200 https://localhost:8443/api/concerts
expect "at the address that Prometheus probes, too" probed site.yml
expect "and sends pages there" answers 308 http://localhost:8080/
told() { [[ $(within edge edge health) == "its certificate ends on $(date -u -d '2 days' +%F)" ]]; }
expect "it is healthy, and says that its certificate ends soon" told
certificate -1
kill -s HUP "$(process_of edge)"
ended() { ! within edge edge health >"$RUN/health" && [[ $(<"$RUN/health") == "its certificate ended on $(date -u -d '-1 day' +%F)" ]]; }
expect "with one that has ended it is not, and says since when" eventually ended
stops edge
stops relay
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -noenc -keyout "$RUN/mail-server.key" -out "$RUN/mail-server.crt" -days 2 -subj /CN=mail-server -addext subjectAltName=DNS:mail-server 2>/dev/null
node "$ROOT/scripts/mail_server_testbed.mjs" "$(address_of mail-server)" 465 "$RUN/mail-server.crt" "$RUN/mail-server.key" mail@tickets 'p^a;s:s/word %' >"$RUN/mail-server.log" 2>&1 &
with_password() { # [TRUSTED]: the relay's settings for it
  jq --arg trusted "${1:-}" '.relay.environment.GELORA_SMTP_URL = "smtps://mail%40tickets:p%5Ea%3Bs%3As%2Fword%20%25@mail-server"
    | if $trusted == "" then . else .relay.environment.GELORA_SMTP_CA_FILE = "/run/ca.crt" | .relay.mounts += [{from: $trusted, to: "/run/ca.crt"}] end' "$RUN/project.json" >"$RUN/project.new" && mv "$RUN/project.new" "$RUN/project.json"
}
with_password
start relay
becomes_healthy relay
expect "a mail for a server with TLS and a password" hand_over tiket@gelora.test budi@example.com
expect "whose certificate nobody vouches for: it waits" eventually grep -q 'certificate invalid' "$RUN/relay.log"
stops relay
with_password "$RUN/mail-server.crt"
start relay
becomes_healthy relay
relay flush
expect "with its authority it is handed over" eventually taken_with_password budi@example.com
stops relay
for name in payment-service booking-service user-service sandbox-bank mailbox; do stops "$name"; done
[[ -n $ticket ]] || no "there is a ticket"
echo "Compressed, as a registry holds them"
"$CONTAINERS" sizes | sed 's/^/  /'

#!/usr/bin/env bash
# ./gelora test: sets up what is missing, runs the parts, counts, and ends with `N passed, N failed`.
# Service and end-to-end tests get a stack of their own: own folder, own free ports, own data; gone afterwards.
set -euo pipefail
# shellcheck source=scripts/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

PARTS=() FUZZ_ARGUMENTS=() SANITIZER=asan PREVIOUS=
while (($#)); do
  case $1 in
    unit | web | answers | service | mysql | failover | chaos | money | e2e | attack | observability | restore | screenshots | sanitizers) PARTS+=("$1") ;;
    guards) exec "$ROOT/scripts/guards.sh" ;;
    previous) # and which commit, if not the last release
      PARTS+=(previous)
      if [[ -n ${2:-} ]] && git -C "$ROOT" rev-parse --quiet --verify "$2^{commit}" >/dev/null; then PREVIOUS=$2 && shift; fi
      ;;
    containers) exec "$ROOT/scripts/containers_test.sh" "${@:2}" ;;
    fuzz) # all that follows is its own
      PARTS+=(fuzz)
      FUZZ_ARGUMENTS=("${@:2}")
      break
      ;;
    --full) export GELORA_CHAOS=full GELORA_MONEY_PAYMENTS=5000 ;;
    --thread) SANITIZER=tsan ;;
    *) die "test does not know '$1'" "./gelora test --help lists the parts" ;;
  esac
  shift
done
# Go and Gin from the distribution's packages
go_is_there() { command -v go >/dev/null && [[ -d /usr/share/gocode/src/github.com/gin-gonic/gin ]]; }
if ((${#PARTS[@]} == 0)); then
  PARTS=(unit web)
  if go_is_there; then PARTS+=(answers); fi
  PARTS+=(service chaos money e2e)
fi
needs_stack() { wants service || wants mysql || wants previous || wants failover || wants chaos || wants money || wants e2e || wants attack || wants observability || wants restore || wants screenshots; }
wants() { [[ " ${PARTS[*]} " == *" $1 "* ]]; }

# a stack that runs already, its settings and its folder are none of our business
unset GELORA_DATABASE GELORA_MYSQL_NODES GELORA_BOOKING_INSTANCES GELORA_PORT GELORA_PUBLIC_URL GELORA_RUN_DIR GELORA_BIND GELORA_DEMO \
  GELORA_TLS GELORA_TLS_CERT_FILE GELORA_TLS_KEY_FILE GELORA_HTTP_PORT
export GELORA_LOG_LEVEL=${GELORA_LOG_LEVEL:-info}
RUN_DIR=$ROOT/.run-test/$$
LOG_DIR=$RUN_DIR/logs
export GELORA_RUN_DIR=$RUN_DIR
STACK=$ROOT/scripts/stack.sh
RESULTS=$RUN_DIR/results
KEPT_LOGS=$ROOT/.run-test/last
make_run_dir
mkdir -p "$RESULTS"

passed=0 failed=0 skipped=0 finished=
RUNNER_PID=

clean_up() {
  set +e # the terminal may be gone: what follows happens all the same
  trap '' INT TERM HUP PIPE
  abort_step
  [[ -z $RUNNER_PID ]] || kill -TERM -- "-$RUNNER_PID" 2>/dev/null || true
  "$STACK" down >/dev/null 2>&1 || true
  if [[ -n $finished ]] && ((failed == 0)); then
    rm -rf "$RUN_DIR"
  else
    rm -rf "$KEPT_LOGS"
    mkdir -p "$KEPT_LOGS"
    mv "$LOG_DIR" "$RESULTS" "$KEPT_LOGS/" 2>/dev/null || true
    rm -rf "$RUN_DIR"
    echo "  logs of this run: $KEPT_LOGS" >&2
  fi
  rmdir "$ROOT/.run-test" 2>/dev/null || true
}

finish() {
  local status=$?
  clean_up
  ((passed + failed + skipped > 0)) || echo "no test ran" >&2
  echo "$passed passed, $failed failed"
  if ((status != 0)); then exit "$status"; fi
  ((failed == 0 && passed + skipped > 0)) || exit 1
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# Runs COMMAND in a process group of its own, so that Ctrl-C ends all of it; returns its status.
run() {
  local status=0
  set -m
  "$@" </dev/null &
  RUNNER_PID=$!
  set +m
  wait "$RUNNER_PID" || status=$?
  RUNNER_PID=
  return "$status"
}

count() { # PART PASSED FAILED STATUS: a runner that failed without a failed test counts as one
  local extra=0
  if (($4 != 0 && $3 == 0)); then
    extra=1
    echo "  $1: the runner itself failed (status $4)" >&2
  elif (($2 + $3 == 0)); then
    extra=1
    echo "  $1: no test ran" >&2
  fi
  passed=$((passed + $2))
  failed=$((failed + $3 + extra))
  printf '  %s%s: %d passed, %d failed%s\n' "$BOLD" "$1" "$2" "$(($3 + extra))" "$PLAIN"
}

title() { printf '\n%s── %s%s\n' "$BOLD" "$1" "$PLAIN"; }

ctest_part() { # PART PRESET [CTEST_ARGUMENT...]
  local part=$1 preset=$2 report=$RESULTS/$1.xml status=0 numbers
  shift 2
  run ctest --test-dir "$ROOT/build/$preset" --parallel "$(nproc)" --output-on-failure --no-tests=error --progress --output-junit "$report" "$@" || status=$?
  numbers=$(sed -nE '/<testsuite /,/>/{s/.*[^a-z]tests="([0-9]+)".*/tests \1/p;s/.*failures="([0-9]+)".*/failures \1/p;s/.*disabled="([0-9]+)".*/disabled \1/p;s/.*skipped="([0-9]+)".*/skipped \1/p}' "$report" 2>/dev/null || true)
  number() { awk -v key="$1" '$1 == key { sum += $2 } END { print sum + 0 }' <<<"$numbers"; }
  count "$part" $(($(number tests) - $(number failures) - $(number disabled) - $(number skipped))) "$(number failures)" "$status"
}

unit_tests() {
  title "C++ unit and property tests"
  ctest_part unit "$PRESET"
}

sanitizer_tests() {
  title "C++ tests under sanitizers ($SANITIZER)"
  # what has one thread needs no thread sanitizer: the simulations would only take long
  if [[ $SANITIZER == tsan ]]; then ctest_part sanitizers tsan --exclude-regex '^(box_office|payment)_simulation'
  else LSAN_OPTIONS=suppressions=$ROOT/cmake/lsan.supp:print_suppressions=0 ctest_part sanitizers asan; fi
}

fuzz_tests() {
  local status=0
  title "fuzz targets"
  GELORA_FUZZ_RESULTS=$RESULTS/fuzz run "$ROOT/scripts/fuzz.sh" "${FUZZ_ARGUMENTS[@]}" || status=$?
  touch "$RESULTS/fuzz" # not there when the build failed
  number() { grep -cx "$1" "$RESULTS/fuzz" || true; }
  count fuzz "$(number passed)" "$(number failed)" "$status"
}

vitest_part() { # PART WORKSPACE SCRIPT [TREE]
  local part=$1 workspace=$2 script=$3 report=$RESULTS/$1.json status=0 without=()
  # of tables that are older than the service; here they are newer
  if [[ $part == previous ]]; then without=(--exclude '**/refusals_to_start.test.ts'); fi
  run npm run --silent "$script" --prefix "${4:-$ROOT}" --workspace "$workspace" -- --reporter=default --reporter=json --outputFile.json="$report" "${without[@]}" || status=$?
  count "$part" "$(jq '.numPassedTests' "$report" 2>/dev/null || echo 0)" "$(jq '.numFailedTests' "$report" 2>/dev/null || echo 0)" "$status"
}

node_part() { # PART DIRECTORY: tests of node's own runner
  local part=$1 report=$RESULTS/$1.tap status=0 file
  shift
  run node --test --test-reporter=tap --test-reporter-destination="$report" --test-reporter=spec --test-reporter-destination=stdout "$@" || status=$?
  file=$(cat "$report" 2>/dev/null || true)
  count "$part" "$(sed -n 's/^# pass //p' <<<"$file")" "$(sed -n 's/^# fail //p' <<<"$file")" "$status"
}

web_tests() {
  title "web unit tests"
  vitest_part web web test
  [[ ! -d $ROOT/tests/support ]] || vitest_part support tests test:support
  title "tools, edge and benchmark"
  node_part tools "$ROOT"/tools/demo_data/*.test.mjs "$ROOT"/tools/passwords/*.test.mjs "$ROOT"/tools/draw/*.test.mjs "$ROOT"/tools/mailbox/test/*.test.mjs "$ROOT"/scripts/*.test.mjs "$ROOT"/contracts/*.test.mjs "$ROOT"/bench/*.test.mjs
}

answer_tests() {
  local report=$RESULTS/answers.log status=0
  title "the reviewed Go handler of docs/answers"
  if ! go_is_there; then
    skipped=1
    echo "  skipped: Go is not installed, scripts/deps.sh bench installs it"
    return 0
  fi
  run env -C "$ROOT/docs/answers/code-review-go" GO111MODULE=off GOFLAGS='' GOPATH=/usr/share/gocode \
    GOCACHE="${GOCACHE:-$ROOT/.cache/go-build}" go test -v -count=1 . >"$report" 2>&1 || status=$?
  ((status == 0)) || cat "$report"
  count answers "$(grep -c '^ *--- PASS' "$report" || true)" "$(grep -c '^ *--- FAIL' "$report" || true)" "$status"
}

browser() {
  local name
  for name in chromium chromium-browser google-chrome; do command -v "$name" && return 0; done
  return 1
}

audit_part() { # of places; of money a test of services makes up events of its own
  local status=0
  "$STACK" audit >"$RESULTS/audit.log" 2>&1 || status=$?
  tail -n 1 "$RESULTS/audit.log"
  if ((status == 0)); then count audit 1 0 0; else count audit 0 1 0; fi
}

# The tables of this tree under the services of the release before, which take over while the stack runs, and that release's own tests.
go_back() {
  export GELORA_BIN_DIR=$PREVIOUS_TREE/build/$PRESET/bin # also for what a test starts anew
  echo "  back to the services of $(basename "$PREVIOUS_TREE")"
  "$STACK" replace
}

stack_part() { # PART SCRIPT
  local part=$1 script=$2 tree=$ROOT
  GELORA_PORT=$(free_ports 18)
  export GELORA_PORT
  title "$part tests, on a stack of their own at port $GELORA_PORT"
  rm -f "$RUN_DIR/settings"
  if ! "$STACK" up; then
    count "$part" 0 0 1
    return 0
  fi
  if [[ $part == previous ]]; then
    tree=$PREVIOUS_TREE
    if ! go_back; then
      unset GELORA_BIN_DIR
      count "$part" 0 0 1
      return 0
    fi
  fi
  local status_json
  status_json=$("$STACK" status --json)
  GELORA_URL=$(jq -r .url <<<"$status_json")
  GELORA_MAIL_API=$(jq -r .mail_api <<<"$status_json")
  printf '%s\n' "$status_json" >"$RUN_DIR/status.json"
  GELORA_CHROMIUM=$(browser || true)
  export GELORA_URL GELORA_MAIL_API GELORA_CHROMIUM GELORA_STATUS_FILE=$RUN_DIR/status.json GELORA_STACK=$STACK \
    GELORA_DB_SOCKET GELORA_DB_ROOT_PASSWORD_FILE=$RUN_DIR/secrets/mariadb-root.password
  GELORA_DB_SOCKET=$(jq -r '.services | (.mariadb // .mysql).url' <<<"$status_json")
  [[ $part != e2e || -n $GELORA_CHROMIUM ]] || echo "  no chromium on this machine: install chromium or set PATH to one" >&2
  vitest_part "$part" tests "$script" "$tree"
  [[ $part != previous ]] || unset GELORA_BIN_DIR # this tree's audits
  if [[ $part == mysql || $part == previous ]]; then audit_part; fi
  "$STACK" down
  rm -rf "$RUN_DIR"/mysql* "$RUN_DIR/stamps" "$RUN_DIR/mailbox" "$RUN_DIR/socket_dir"
  mkdir -p "$RUN_DIR/stamps"
}

set_up() {
  local missing level=test
  if wants attack; then level=attack; fi
  if wants observability; then level=observability; fi
  if wants restore; then level=backup; fi
  if wants mysql || wants failover; then level=mysql; fi
  missing=$("$ROOT/scripts/deps.sh" missing "$level" | tr '\n' ' ')
  if [[ -n $missing ]]; then
    echo "  packages to install: $missing"
    [[ $(id -u) == 0 ]] || sudo -v
    step "packages" "check the package sources, then: scripts/deps.sh $level" "$ROOT/scripts/deps.sh" "$level"
  fi
  step "node and its packages" "npm says above what it misses; is the network there?" "$ROOT/scripts/node.sh"
  PATH=$("$ROOT/scripts/node.sh" bin):$PATH
  if wants sanitizers; then
    step "build ($SANITIZER)" "cmake --build build/$SANITIZER --target unit-tests shows it again" env GELORA_PRESET="$SANITIZER" "$ROOT/scripts/build.sh" unit
  fi
  if wants unit; then
    step "build ($PRESET), tests too" "cmake --build build/$PRESET shows it again" "$ROOT/scripts/build.sh" all
  elif needs_stack; then
    step "build ($PRESET)" "cmake --build build/$PRESET shows it again" "$ROOT/scripts/build.sh" services
  fi
  if wants mysql || wants failover; then step "MySQL" "scripts/mysql.sh install shows it again" "$ROOT/scripts/mysql.sh" install; fi
  if wants previous; then
    step "services of the release before" "scripts/previous.sh build $PREVIOUS shows it again" "$ROOT/scripts/previous.sh" build "$PREVIOUS"
    PREVIOUS_TREE=$("$ROOT/scripts/previous.sh" tree "$PREVIOUS")
  fi
  if needs_stack; then step "web app" "npm run build shows it again" "$ROOT/scripts/build.sh" web; fi
}

cd "$ROOT"
echo "Gelora tests: ${PARTS[*]}"
if [[ ${PARTS[*]} != answers ]]; then set_up; fi
if wants unit; then unit_tests; fi
if wants web; then web_tests; fi
if wants answers; then answer_tests; fi
# hundreds of accounts from one address: limits are for the world outside
if wants service; then GELORA_LIMITS=${GELORA_LIMITS:-off} stack_part service test:service; fi
if wants mysql; then GELORA_LIMITS=${GELORA_LIMITS:-off} GELORA_DATABASE=mysql stack_part mysql test:service; fi
if wants previous; then GELORA_LIMITS=off stack_part previous test:service; fi
if wants failover; then GELORA_LIMITS=off GELORA_DATABASE=mysql GELORA_MYSQL_NODES=3 GELORA_BOOKING_INSTANCES=2 stack_part failover test:failover; fi
if wants chaos; then GELORA_LIMITS=off GELORA_BOOKING_INSTANCES=2 stack_part chaos test:chaos; fi
if wants money; then GELORA_LIMITS=off GELORA_BOOKING_INSTANCES=2 stack_part money test:money; fi
if wants e2e; then GELORA_LIMITS=${GELORA_LIMITS:-on} GELORA_STAFF_SECOND_FACTOR=required stack_part e2e test:e2e; fi
if wants attack; then GELORA_LIMITS=off stack_part attack test:attack; fi
if wants observability; then GELORA_LIMITS=off GELORA_TLS=self-signed NODE_EXTRA_CA_CERTS=$RUN_DIR/secrets/edge.cert.pem stack_part observability test:observability; fi
if wants restore; then GELORA_LIMITS=off GELORA_BINLOG=on GELORA_PAY_TTL_S=30 stack_part restore test:restore; fi
if wants screenshots; then GELORA_LIMITS=off stack_part screenshots test:screenshots; fi
if wants sanitizers; then sanitizer_tests; fi
if wants fuzz; then fuzz_tests; fi
finished=1
echo

#!/usr/bin/env bash
# ./gelora test: sets up what is missing, runs the parts, counts, and ends with `N passed, N failed`.
# Service and end-to-end tests get a stack of their own: own folder, own free ports, own data; gone afterwards.
set -euo pipefail
# shellcheck source=scripts/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

PARTS=() FUZZ_ARGUMENTS=() SANITIZER=asan PREVIOUS='' JOBS=''
while (($#)); do
  case $1 in
    unit | web | answers | service | mysql | failover | chaos | money | pages | e2e | attack | observability | restore | screenshots | sanitizers) PARTS+=("$1") ;;
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
    --jobs)
      [[ ${2:-} =~ ^[1-9]$ ]] || die "--jobs wants a number from 1 to 9"
      JOBS=$2 && shift
      ;;
    *) die "test does not know '$1'" "./gelora test --help lists the parts" ;;
  esac
  shift
done
# Go and Gin from the distribution's packages
go_is_there() { command -v go >/dev/null && [[ -d /usr/share/gocode/src/github.com/gin-gonic/gin ]]; }
if ((${#PARTS[@]} == 0)); then
  PARTS=(unit web)
  if go_is_there; then PARTS+=(answers); fi
  PARTS+=(chaos service e2e pages money)
fi
# How parts share the machine: rounds one after the other, in each its lanes beside each other, in each of those its parts one after the
# other. Tests of services and pages wait more than they work. What chaos asserts of time wants the processor at once: beside it is only
# what needs no stack, and gives way; if that takes longer, the next round does not wait for it.
ROUNDS=("unit web answers fuzz:chaos" "service:e2e:pages money" mysql previous failover attack observability restore screenshots sanitizers)
declare -A NICE=([unit]=10 [web]=10 [answers]=10 [fuzz]=10 [pages]=5)
: "${JOBS:=$(($(nproc) < 2 ? 1 : 2))}"
needs_stack() { wants service || wants mysql || wants previous || wants failover || wants chaos || wants money || wants pages || wants e2e || wants attack || wants observability || wants restore || wants screenshots; }
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
COUNTS=$RESULTS/counts
KEPT_LOGS=$ROOT/.run-test/last
make_run_dir
mkdir -p "$RESULTS"

finished=
RUNNER_PID=
# of parts that run beside each other: their processes, since when, and what comes after them in their lane
declare -A RUNNING=() BEGUN=() REST=()

clean_up() {
  local part folder
  set +e # the terminal may be gone: what follows happens all the same
  trap '' INT TERM HUP PIPE
  abort_step
  [[ -z $RUNNER_PID ]] || kill -TERM -- "-$RUNNER_PID" 2>/dev/null || true
  for part in "${!RUNNING[@]}"; do kill -TERM -- "-${RUNNING[$part]}" 2>/dev/null; done
  for part in "${!RUNNING[@]}"; do wait "${RUNNING[$part]}"; done 2>/dev/null
  for folder in "$RUN_DIR"/*/pids; do GELORA_RUN_DIR=$(dirname "$folder") "$STACK" down >/dev/null 2>&1 || true; done
  if [[ -n $finished ]] && (($(sum 2) == 0)); then
    rm -rf "$RUN_DIR"
  else
    rm -rf "$KEPT_LOGS"
    mkdir -p "$KEPT_LOGS"
    mv "$LOG_DIR" "$RESULTS" "$KEPT_LOGS/" 2>/dev/null || true
    for folder in "$RUN_DIR"/*/logs; do
      [[ ! -d $folder ]] || mv "$folder" "$KEPT_LOGS/$(basename "$(dirname "$folder")")"
    done
    rm -rf "$RUN_DIR"
    echo "  logs of this run: $KEPT_LOGS" >&2
  fi
  rmdir "$ROOT/.run-test" 2>/dev/null || true
}

# of the counts of all parts: 1 passed, 2 failed, 3 skipped
sum() { awk -v column="$1" '{ total += $column } END { print total + 0 }' "$COUNTS" 2>/dev/null || echo 0; }

finish() {
  local status=$? passed failed skipped
  read -r passed failed skipped <<<"$(sum 1) $(sum 2) $(sum 3)"
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
  echo "$2 $(($3 + extra)) 0" >>"$COUNTS"
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
    echo "0 0 1" >>"$COUNTS"
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

stack_part() { # PART SCRIPT: in a shell of its own
  local part=$1 script=$2 tree=$ROOT
  title "$part tests, on a stack of their own at port $GELORA_PORT"
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
  rm -rf "$RUN_DIR"/mysql* "$RUN_DIR/mailbox"
}

# hundreds of accounts from one address: limits are for the world outside
run_part() { # PART
  case $1 in
    unit) unit_tests ;;
    web) web_tests ;;
    answers) answer_tests ;;
    sanitizers) sanitizer_tests ;;
    fuzz) fuzz_tests ;;
    service) GELORA_LIMITS=${GELORA_LIMITS:-off} stack_part service test:service ;;
    mysql) GELORA_LIMITS=${GELORA_LIMITS:-off} GELORA_DATABASE=mysql stack_part mysql test:service ;;
    previous) GELORA_LIMITS=off stack_part previous test:service ;;
    failover) GELORA_LIMITS=off GELORA_DATABASE=mysql GELORA_MYSQL_NODES=3 GELORA_BOOKING_INSTANCES=2 stack_part failover test:failover ;;
    chaos) GELORA_LIMITS=off GELORA_BOOKING_INSTANCES=2 stack_part chaos test:chaos ;;
    money) GELORA_LIMITS=off GELORA_BOOKING_INSTANCES=2 stack_part money test:money ;;
    pages | e2e) GELORA_LIMITS=${GELORA_LIMITS:-on} GELORA_STAFF_SECOND_FACTOR=required stack_part "$1" "test:$1" ;;
    attack) GELORA_LIMITS=off stack_part attack test:attack ;;
    observability) GELORA_LIMITS=off GELORA_TLS=self-signed NODE_EXTRA_CA_CERTS=$RUN_DIR/secrets/edge.cert.pem stack_part observability test:observability ;;
    restore) GELORA_LIMITS=off GELORA_BINLOG=on GELORA_PAY_TTL_S=30 stack_part restore test:restore ;;
    screenshots) GELORA_LIMITS=off stack_part screenshots test:screenshots ;;
  esac
}

# What a part is run by, in the background: a shell with a folder of its own, which ends what it started when it is told to end.
part_shell() { # PART FILE NICE
  set +m
  [[ -z $2 ]] || exec >"$2" 2>&1
  renice -n "$3" -p "$BASHPID" >/dev/null
  trap 'trap "" INT TERM HUP; [[ -z $RUNNER_PID ]] || kill -TERM -- "-$RUNNER_PID" 2>/dev/null; "$STACK" down >/dev/null 2>&1' EXIT
  trap 'exit 143' INT TERM HUP
  RUN_DIR=$RUN_DIR/$1
  LOG_DIR=$RUN_DIR/logs
  export GELORA_PORT GELORA_RUN_DIR=$RUN_DIR
  make_run_dir
  run_part "$1"
}

PORTS=()
choose_ports() { # sets GELORA_PORT to the first of 18 on which nobody listens, and which no part of this run was given
  local given
  while :; do
    GELORA_PORT=$(free_ports 18)
    for given in "${PORTS[@]}"; do ((GELORA_PORT + 18 <= given || given + 18 <= GELORA_PORT)) || continue 2; done
    PORTS+=("$GELORA_PORT")
    return
  done
}

start_part() { # PART FILE NICE: what it says goes to FILE, if there is one
  choose_ports
  BEGUN[$1]=$(now_ms)
  set -m
  part_shell "$@" </dev/null &
  RUNNING[$1]=$!
  set +m
}

end_part() { # PART
  local status=0
  wait "${RUNNING[$1]}" || status=$?
  unset "RUNNING[$1]"
  ((status == 0)) || count "$1" 0 0 "$status"
}

tell_progress() {
  local part files line=''
  for part in "${PARTS[@]}"; do
    [[ -n ${RUNNING[$part]:-} ]] || continue
    files=$(grep -cE '(✓|❯).*\.test\..*\(' "$RESULTS/$part.log" || true)
    line+="${line:+; }$part $(seconds_since "${BEGUN[$part]}"), $files files done"
  done
  if [[ -n $TTY ]]; then printf '\r\e[K  … %s' "$line"; else echo "  … $line"; fi
}

someone_runs() { # [GIVING_WAY]: whether a part runs; with an argument, those that give way count too
  local part
  for part in "${!RUNNING[@]}"; do
    [[ -z ${1:-} ]] && ((${NICE[$part]:-0} >= 10)) || return 0
  done
  return 1
}

# JOBS lanes at a time; what a part says comes in one piece when it is done. Returns when only those that give way run, or no more.
beside() { # [LANE...]: parts with blanks between; without one: until nothing runs
  local waiting=("$@") to_the_end='' part tick=0 every=120
  (($#)) || to_the_end=1
  [[ -z $TTY ]] || every=2
  while ((${#waiting[@]} > 0)) || someone_runs "$to_the_end"; do
    while ((${#waiting[@]} > 0 && ${#RUNNING[@]} < JOBS)); do
      part=${waiting[0]%% *}
      REST[$part]=${waiting[0]#"$part"}
      waiting=("${waiting[@]:1}")
      start_part "$part" "$RESULTS/$part.log" "${NICE[$part]:-0}"
    done
    sleep 0.5
    tick=$((tick + 1))
    ((tick % every)) || tell_progress
    for part in "${!RUNNING[@]}"; do
      kill -0 "${RUNNING[$part]}" 2>/dev/null && continue
      [[ -z $TTY ]] || printf '\r\e[K'
      cat "$RESULTS/$part.log"
      end_part "$part"
      [[ -z ${REST[$part]} ]] || waiting=("${REST[$part]# }" "${waiting[@]}")
    done
  done
}

run_round() { # LANES
  local lane part lanes=() wanted some
  IFS=: read -ra some <<<"$1"
  for lane in "${some[@]}"; do
    wanted=
    for part in $lane; do
      if wants "$part"; then wanted+="${wanted:+ }$part"; fi
    done
    [[ -z $wanted ]] || lanes+=("$wanted")
  done
  if ((JOBS > 1 && ${#lanes[@]} > 0 && ${#lanes[@]} + ${#RUNNING[@]} > 1)); then
    beside "${lanes[@]}"
    return
  fi
  for lane in "${lanes[@]}"; do
    for part in $lane; do
      start_part "$part" '' 0
      end_part "$part"
    done
  done
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
for round in "${ROUNDS[@]}"; do
  if [[ $round != *:* ]]; then beside; fi # it has the machine for itself
  run_round "$round"
done
beside
finished=1
echo

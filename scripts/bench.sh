#!/usr/bin/env bash
# ./gelora bench: builds what is measured and what it is measured against, and runs bench/bench.mjs on a stack of its own:
# own folder, own free ports, own data; gone afterwards, whatever ends it. See docs/benchmark.md.
set -euo pipefail
# shellcheck source=scripts/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

# a stack that runs already, its settings and its folder are none of our business
unset GELORA_PUBLIC_URL GELORA_BIND GELORA_PAY_TTL_S GELORA_EDGE_LOG \
  GELORA_TLS GELORA_TLS_CERT_FILE GELORA_TLS_KEY_FILE GELORA_HTTP_PORT
BENCH_PROGRAM=$ROOT/bench/bench.mjs
what=bench
if [[ ${1:-} == web ]]; then # ./gelora bench web [map] [lighthouse] [size]
  what=web
  shift
  BENCH_PROGRAM=$ROOT/bench/web/main.mjs
elif [[ ${1:-} == sql ]]; then # ./gelora bench sql [--rows N]
  what=sql
  shift
  BENCH_PROGRAM=$ROOT/bench/sql/main.mjs
fi
PATH=$("$ROOT/scripts/node.sh" bin):$PATH
# help, and a wrong argument, before anything is built; a machine without node yet learns it later
if command -v node >/dev/null; then
  if [[ $what != web ]]; then node "$BENCH_PROGRAM" --only-check "$@"; elif [[ " $* " == *" --help "* || " $* " == *" -h "* ]]; then node "$BENCH_PROGRAM" --help; fi
fi
if [[ " $* " == *" --help "* || " $* " == *" -h "* ]]; then exit 0; fi

RUN_DIR=$ROOT/.run-bench/$$
LOG_DIR=$RUN_DIR/logs
export GELORA_RUN_DIR=$RUN_DIR
STACK=$ROOT/scripts/stack.sh
KEPT_LOGS=$ROOT/.run-bench/last
RUNNER_PID='' finished=''
make_run_dir

clean_up() {
  local status=$?
  set +e # the terminal may be gone: what follows happens all the same
  trap '' INT TERM HUP PIPE
  abort_step
  [[ -z $RUNNER_PID ]] || { kill -TERM -- "-$RUNNER_PID"; wait "$RUNNER_PID"; } 2>/dev/null
  "$STACK" down >/dev/null 2>&1
  if [[ -z $finished ]]; then
    rm -rf "$KEPT_LOGS"
    mkdir -p "$KEPT_LOGS"
    find "$LOG_DIR" -size +20M -delete # a request log of a minute of load tells nobody anything
    mv "$LOG_DIR"/* "$KEPT_LOGS/" 2>/dev/null
    echo "  logs of this run: $KEPT_LOGS" >&2
  fi
  rm -rf "$RUN_DIR"
  rmdir "$ROOT/.run-bench" 2>/dev/null
  exit "$status"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# Go and Gin come from the distribution; where they cannot be had, the row says so and the others run.
build_gin() {
  local binary=$BUILD_DIR/bin/bench-baseline-gin missing
  missing=$("$ROOT/scripts/deps.sh" missing bench | tr '\n' ' ')
  if [[ -n $missing ]]; then
    echo "  packages to install: $missing"
    step "packages of the Go baseline" "" "$ROOT/scripts/deps.sh" bench || return 0
  fi
  changed_since "$binary" "$ROOT/bench/baseline_gin" || return 0
  step "build (Go baseline)" "" env -C "$ROOT/bench/baseline_gin" GO111MODULE=off GOFLAGS='' GOPATH=/usr/share/gocode \
    GOCACHE="${GOCACHE:-$ROOT/.cache/go-build}" go build -o "$binary" . || rm -f "$binary"
}

cd "$ROOT"
echo "Gelora benchmark"
missing=$("$ROOT/scripts/deps.sh" missing run | tr '\n' ' ')
if [[ -n $missing ]]; then
  echo "  packages to install: $missing"
  step "packages" "check the package sources, then: scripts/deps.sh run" "$ROOT/scripts/deps.sh" run
fi
step "node and its packages" "npm says above what it misses; is the network there?" "$ROOT/scripts/node.sh"
PATH=$("$ROOT/scripts/node.sh" bin):$PATH
if [[ $what != web ]]; then
  step "build ($PRESET)" "cmake --build build/$PRESET --target bench shows it again" "$ROOT/scripts/build.sh" bench
else
  step "build ($PRESET)" "scripts/build.sh services shows it again" "$ROOT/scripts/build.sh" services
  step "packages of the web bench" "npm says above what it misses" npm ci --prefix "$ROOT/bench/web" --no-audit --no-fund
  missing=$("$ROOT/scripts/deps.sh" missing test | tr '\n' ' ')
  if [[ -n $missing ]]; then step "packages: $missing" "check the package sources, then: scripts/deps.sh test" "$ROOT/scripts/deps.sh" test; fi
fi
step "web app" "npm run build shows it again" "$ROOT/scripts/build.sh" web
if [[ $what == bench ]]; then build_gin; fi

# 10,000 listeners need as many descriptors in one process, on both sides
ulimit -n "$(ulimit -Hn)"
GELORA_PORT=$(free_ports 12)
export GELORA_PORT
# Everything is on but the limits of a person. Holds outlive the run: expiry is no part of any row.
export GELORA_LIMITS=off GELORA_LOG_LEVEL=info GELORA_HOLD_TTL_S=86400
if [[ $what != web ]]; then export GELORA_DEMO=off; fi
export GELORA_URL=http://localhost:$GELORA_PORT
export GELORA_BENCH_BIN=$BUILD_DIR/bin GELORA_STACK=$STACK
"$STACK" up
status=0
set -m
node "$BENCH_PROGRAM" "$@" </dev/null &
RUNNER_PID=$!
set +m
wait "$RUNNER_PID" || status=$?
RUNNER_PID=
if ((status == 0 || status == 3)); then finished=1; fi # 3: a floor is broken, and the report says which
((status == 0)) || exit "$status"

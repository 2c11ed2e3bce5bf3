#!/usr/bin/env bash
# ./gelora test fuzz [--seconds N] [NAME...]: builds the targets of fuzz/ with clang and runs each for so long. What was found
# stays in build/fuzz/finds; the inputs that reached new code in build/fuzz/corpus, from where the next run goes on.
set -euo pipefail
export GELORA_PRESET=fuzz
# shellcheck source=scripts/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

seconds=10 names=()
while (($#)); do
  case $1 in
    --seconds)
      seconds=${2:-}
      [[ $seconds =~ ^[1-9][0-9]*$ ]] || die "--seconds needs a whole number"
      shift
      ;;
    *)
      [[ -e $ROOT/fuzz/$1.cpp ]] || die "there is no fuzz target '$1'" "there are: $(cd "$ROOT/fuzz" && echo *.cpp | sed 's/\.cpp//g')"
      names+=("$1")
      ;;
  esac
  shift
done
((${#names[@]})) || mapfile -t names < <(cd "$ROOT/fuzz" && printf '%s\n' *.cpp | sed 's/\.cpp$//')

make_run_dir
FINDS=$BUILD_DIR/finds
RESULTS=${GELORA_FUZZ_RESULTS:-$LOG_DIR/fuzz-results}
export ASAN_OPTIONS=${ASAN_OPTIONS:-allow_addr2line=1:detect_stack_use_after_return=1} UBSAN_OPTIONS=${UBSAN_OPTIONS:-print_stacktrace=1}

running=()
stop_all() {
  abort_step
  local pid
  for pid in "${running[@]}"; do kill -KILL -- "-$pid" 2>/dev/null || true; done
}
trap 'stop_all; exit 130' INT TERM HUP

one() { # NAME
  local name=$1 log=$LOG_DIR/fuzz-$1.log corpus=$BUILD_DIR/corpus/$1 arguments=() status=0 begun found
  begun=$(now_ms)
  mkdir -p "$corpus"
  [[ ! -e $ROOT/fuzz/seeds/$name.dict ]] || arguments+=("-dict=$ROOT/fuzz/seeds/$name.dict")
  arguments+=("$corpus")
  [[ ! -d $ROOT/fuzz/seeds/$name ]] || arguments+=("$ROOT/fuzz/seeds/$name")
  "$BUILD_DIR/bin/fuzz-$name" -max_total_time="$seconds" -timeout=20 -max_len=4096 -rss_limit_mb=1024 -print_final_stats=1 \
    -artifact_prefix="$FINDS/$name-" "${arguments[@]}" >"$log" 2>&1 || status=$?
  if ((status == 0)); then
    printf '  %s✓%s %-16s %9d executions %s%s%s\n' "$GREEN" "$PLAIN" "$name" \
      "$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")" "$DIM" "$(seconds_since "$begun")" "$PLAIN"
    echo passed >>"$RESULTS"
    return
  fi
  found=$(sed -n 's/.*Test unit written to //p' "$log" | tail -n 1)
  {
    printf '  %s✗ %s%s after %s\n' "$RED" "$name" "$PLAIN" "$(seconds_since "$begun")"
    grep -m 3 -E 'CHECK failed|runtime error|ERROR:|SUMMARY:|terminate called|what\(\):' "$log" | sed 's/^/    | /' || tail -n 5 "$log" | sed 's/^/    | /'
    printf '    input:   %s\n    again:   %s\n    log:     %s\n' "${found:-none was written}" "$BUILD_DIR/bin/fuzz-$name $found" "$log"
  } >&2
  echo failed >>"$RESULTS"
}

missing=$("$ROOT/scripts/deps.sh" missing fuzz | tr '\n' ' ')
if [[ -n $missing ]]; then
  echo "  packages to install: $missing"
  [[ $(id -u) == 0 ]] || sudo -v
  step "packages of the fuzz targets" "check the package sources, then: scripts/deps.sh fuzz" "$ROOT/scripts/deps.sh" fuzz
fi
step "build (fuzz)" "cmake --build --preset fuzz shows it again" "$ROOT/scripts/build.sh" fuzz "${names[@]/#/fuzz-}"
mkdir -p "$FINDS"
: >"$RESULTS"
echo "  ${#names[@]} targets, $seconds s each"
set -m # each in a process group of its own, so that Ctrl-C ends all of it
for name in "${names[@]}"; do
  while (($(jobs -rp | wc -l) >= $(nproc))); do wait -n || true; done
  one "$name" &
  running+=($!)
done
wait
! grep -qx failed "$RESULTS"

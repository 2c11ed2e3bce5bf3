# shellcheck shell=bash disable=SC2034
# What every script shares: where things are, progress, and how a failure is told. Knows no service.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
RUN_DIR=${GELORA_RUN_DIR:-$ROOT/.run}
case $RUN_DIR in /*) ;; *) RUN_DIR=$PWD/$RUN_DIR ;; esac
TOOLS_DIR=$ROOT/.run-tools
PRESET=${GELORA_PRESET:-release}
BUILD_DIR=$ROOT/build/$PRESET
LOG_DIR=$RUN_DIR/logs
PATH=$PATH:/usr/sbin:/sbin
export PATH

if [[ -t 1 && -z ${NO_COLOR:-} ]]; then
  BOLD=$'\e[1m' DIM=$'\e[2m' RED=$'\e[31m' GREEN=$'\e[32m' PLAIN=$'\e[0m' TTY=1
else
  BOLD='' DIM='' RED='' GREEN='' PLAIN='' TTY=
fi

die() {
  printf '%s\n' "${RED}gelora:${PLAIN} $1" >&2
  shift
  (($# == 0)) || printf '        %s\n' "$@" >&2
  exit 1
}

now_ms() { local t=${EPOCHREALTIME/[.,]/}; printf '%s' "${t%???}"; }
seconds_since() { local ms=$(($(now_ms) - $1)); printf '%d.%d s' $((ms / 1000)) $((ms % 1000 / 100)); }

make_run_dir() {
  mkdir -p "$RUN_DIR" "$LOG_DIR" "$RUN_DIR/pids" "$RUN_DIR/stamps"
  chmod 700 "$RUN_DIR"
}

STEP_PID=
# Ends the step that is running with everything it started; for the trap of whoever runs steps.
abort_step() { [[ -z $STEP_PID ]] || kill -TERM -- "-$STEP_PID" 2>/dev/null || true; STEP_PID=; }

# step LABEL HINT COMMAND...   runs COMMAND with its output in a log and shows progress;
# a failure prints the command, the last lines of its log and HINT, and returns the command's status.
step() {
  local label=$1 hint=$2 begun log last_line='' shown='' tick=0 status=0
  shift 2
  log=$LOG_DIR/step-$(tr -cs 'a-zA-Z0-9' '-' <<<"$label" | sed 's/-*$//').log
  mkdir -p "$LOG_DIR"
  begun=$(now_ms)
  set -m
  "$@" >"$log" 2>&1 </dev/null &
  STEP_PID=$!
  set +m
  while kill -0 "$STEP_PID" 2>/dev/null; do
    sleep 0.05
    tick=$((tick + 1))
    if [[ -n $TTY ]] && ((tick % 6 == 0)); then
      last_line=$(tail -c 400 "$log" | tr '\r' '\n' | tail -n 1 | tr -cd '[:print:]' | cut -c1-90)
      printf '\r\e[K  … %s %s%s  %s%s' "$label" "$DIM" "$(seconds_since "$begun")" "$last_line" "$PLAIN"
      shown=1
    elif [[ -z $TTY ]] && ((tick % 300 == 0)); then
      last_line=$(tail -c 400 "$log" | tr '\r' '\n' | tail -n 1 | tr -cd '[:print:]' | cut -c1-90)
      printf '  … %s %s  %s\n' "$label" "$(seconds_since "$begun")" "$last_line"
    fi
  done
  wait "$STEP_PID" || status=$?
  STEP_PID=
  [[ -z $shown ]] || printf '\r\e[K'
  if ((status == 0)); then
    printf '  %s✓%s %-34s %s%s%s\n' "$GREEN" "$PLAIN" "$label" "$DIM" "$(seconds_since "$begun")" "$PLAIN"
    return 0
  fi
  {
    printf '  %s✗ %s%s (%s, exit %d)\n' "$RED" "$label" "$PLAIN" "$(seconds_since "$begun")" "$status"
    printf '    command: %s\n    log:     %s\n' "$*" "$log"
    tail -n 25 "$log" | sed 's/^/    | /'
    [[ -z $hint ]] || printf '    %swhat to do:%s %s\n' "$BOLD" "$PLAIN" "$hint"
  } >&2
  return "$status"
}

# changed_since STAMP PATH...   true when STAMP is missing or anything below a PATH is newer (folders tell of deletions)
changed_since() {
  local stamp=$1 path
  shift
  [[ -e $stamp ]] || return 0
  for path in "$@"; do
    [[ -e $path ]] || continue
    [[ -z $(find "$path" \( -name node_modules -o -name dist -o -name .vite \) -prune -o -newer "$stamp" -print -quit) ]] || return 0
  done
  return 1
}

port_is_busy() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

free_ports() { # COUNT: the first of so many free ports in a row, below the range the kernel hands out
  local base port try
  for ((try = 0; try < 200; try++)); do
    base=$((20000 + RANDOM % 1200 * 10))
    for ((port = base; port < base + $1; port++)); do port_is_busy "$port" && continue 2; done
    echo "$base"
    return 0
  done
  echo "no $1 free ports in a row between 20000 and 32000" >&2
  return 1
}

as_root() {
  if [[ $(id -u) == 0 ]]; then "$@"; else sudo "$@"; fi
}

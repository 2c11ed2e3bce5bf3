#!/usr/bin/env bash
# supervise.sh PIDS_DIR NAME LOG COMMAND...   keeps COMMAND running until it is told to stop (TERM).
# PIDS_DIR/NAME.pid holds the pid of COMMAND, NAME.lock is locked as long as the supervisor lives.
# USR1 to that of X.next: X, which it was started beside, is gone, and it is called X from now on.
set -um
pids=$1 name=$2 log=$3
shift 3
exec 9>"$pids/$name.lock"
flock -n 9 || exit 0
echo "$$" >"$pids/$name.supervisor"
echo 0 >"$pids/$name.restarts"

say() { printf '{"time":"%s","service":"%s","message":"%s"}\n' "$(date -u +%FT%T.%3NZ)" "$name" "$1"; }

child='' stopping=0 restarts=0
trap 'stopping=1' TERM INT HUP # the child is told once, below: a second signal would end it at once

succeed() {
  local old=$name kind
  name=${name%.next}
  for kind in pid restarts lock supervisor; do mv -f "$pids/$old.$kind" "$pids/$name.$kind"; done
}
trap succeed USR1

patience_s=${GELORA_STOP_PATIENCE_S:-12} delay_ms=300
while ((!stopping)); do
  begun=$SECONDS
  # the command dies with its supervisor; the lock is not handed down
  setpriv --pdeathsig KILL "$@" 9>&- >>"$log" 2>&1 </dev/null &
  child=$!
  printf '%s\n' "$child" >"$pids/$name.pid.new" && mv "$pids/$name.pid.new" "$pids/$name.pid"
  say "started, pid $child"
  deadline=
  while kill -0 "$child" 2>/dev/null; do
    if ((stopping)); then
      [[ -n $deadline ]] || { deadline=$((SECONDS + patience_s)); kill -TERM "$child" 2>/dev/null; }
      if ((SECONDS >= deadline)); then say "did not stop in $patience_s s: killed"; kill -KILL -- "-$child" 2>/dev/null; fi
      sleep 0.02
    else
      wait "$child"
      # told to stop, or the command only stands still: then wait would come back again and again
      if kill -0 "$child" 2>/dev/null; then sleep 0.1; fi
    fi
  done
  wait "$child" # bash remembers how it ended
  status=$?
  kill -KILL -- "-$child" 2>/dev/null # what it may have left behind (nginx workers of a killed master)
  child=''
  ((stopping)) && break
  ((SECONDS - begun < 10)) || delay_ms=300
  restarts=$((restarts + 1))
  echo "$restarts" >"$pids/$name.restarts"
  say "ended with status $status, starting again in $delay_ms ms"
  sleep "$((delay_ms / 1000)).$(printf '%03d' $((delay_ms % 1000)))"
  delay_ms=$((delay_ms * 2 > 5000 ? 5000 : delay_ms * 2))
done
rm -f "$pids/$name.pid" "$pids/$name.supervisor" "$pids/$name.restarts"
say "stopped"

#!/usr/bin/env bash
# ./gelora test guards: takes away one guard of the box office, then of payment-service, after the other (in the simulations'
# builds, the only ones that can) and expects the checks to notice. A guard whose loss nobody notices is no guard, or its test is
# none.
set -euo pipefail
# shellcheck source=scripts/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

"$ROOT/scripts/deps.sh" run >/dev/null
"$ROOT/scripts/build.sh" all >/dev/null
passed=0 failed=0

check() { # NAME WANTED STATUS OUTPUT
  if [[ $2 == "$3" ]]; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
  printf '  %s %-22s %s\n' "$([[ $2 == "$3" ]] && echo ✓ || echo ✗)" "$1" "$4"
}

take_away() { # SIMULATION GUARD...
  local simulation=$BUILD_DIR/bin/$1 status=0 output guard
  shift
  echo "${simulation##*/} with all guards: nothing is found"
  output=$("$simulation" --schedules 1000 2>&1) || status=$?
  check "all" 0 "$status" "$(tail -n 1 <<<"$output")"
  echo "without one: it is found"
  for guard in "$@"; do
    status=0
    output=$("$simulation" --schedules 5000 --without "$guard" 2>&1) || status=$?
    check "$guard" 1 "$((status != 0))" "$(tail -n 1 <<<"$output")"
  done
}

take_away box-office-simulation fence primary-key answer-after-commit read-committed only-valid-tickets-enter only-turns-hold never-below-sold
take_away payment-simulation signatures-count events-act-once amounts-match intent-comes-first refunds-are-limited
echo "$passed passed, $failed failed"
((failed == 0))

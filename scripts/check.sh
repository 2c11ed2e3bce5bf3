#!/usr/bin/env bash
# ./gelora check: everything a machine can say about the text of the project. Runs all checks, then fails if one did.
set -euo pipefail
# shellcheck source=scripts/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
make_run_dir
trap 'abort_step; exit 130' INT TERM HUP

cxx_files() { find "$ROOT/libs" "$ROOT/services" "$ROOT/tools" "$ROOT/bench" "$ROOT/fuzz" -type d -name node_modules -prune -o \( -name '*.cpp' -o -name '*.hpp' \) -print0; }
# GCC 12 miscompiles temporaries of a co_await in a condition, and of a condition in what is awaited: it destroys them twice.
awaits() {
  ! cxx_files | xargs -0 -r grep -nE '(\?|&&|\|\|) *!?co_await|(if|while) \(!?co_await|co_await [^;]*[^:] \? '
}
format() {
  cxx_files | xargs -0 -r -P "$(nproc)" -n 24 clang-format --dry-run --Werror
}
scripts() {
  cd "$ROOT"
  shellcheck -x gelora scripts/*.sh deploy/*/*.sh docs/trip.sh .ci/run
}
npm_script() { (cd "$ROOT" && npm run --silent "$1"); }
lint_and_types() { # each keeps one processor busy
  local lint status=0
  npm_script lint &
  lint=$!
  npm_script typecheck || status=$?
  wait "$lint" || status=$?
  return "$status"
}
deployment() { node "$ROOT/scripts/check_deploy.mjs"; }
lock_names_no_host() { ! grep -E '"resolved": "https?:' "$ROOT/package-lock.json"; }

failures=()
check() { # LABEL HINT COMMAND...
  step "$@" || failures+=("$1")
}

echo "Gelora check"
missing=$("$ROOT/scripts/deps.sh" missing test | tr '\n' ' ')
if [[ -n $missing ]]; then
  echo "  packages to install: $missing"
  [[ $(id -u) == 0 ]] || sudo -v
  step "packages" "check the package sources, then: scripts/deps.sh test" "$ROOT/scripts/deps.sh" test
fi
step "node and its packages" "npm says above what it misses" "$ROOT/scripts/node.sh"
PATH=$("$ROOT/scripts/node.sh" bin):$PATH

check "layer arrows" "docs/architecture.md says which way they point" "$ROOT/scripts/check_layers.sh"
check "shell scripts" "shellcheck.net explains each code" scripts
check "C++ format" "clang-format -i FILE" format
check "no await in a condition" "await into a variable first, then ask it" awaits
check "contracts lint" "npm run contracts:lint" npm_script contracts:lint
check "generated files current" "npm run contracts:types && npm run contracts:postman, then commit" npm_script contracts:check
check "diagrams as the migrations" "node tools/er_diagram.mjs, then commit" node "$ROOT/tools/er_diagram.mjs" --check
check "lint and types" "npm run lint; npm run typecheck" lint_and_types
check "lock file names no host" "npm install --omit-lockfile-registry-resolved" lock_names_no_host
check "containers, cluster, workflows" "scripts/check_deploy.mjs says above what does not fit" deployment
check "warnings are errors ($PRESET)" "cmake --build build/$PRESET shows it again" "$ROOT/scripts/build.sh" all

if ((${#failures[@]})); then
  printf '%s\n' "${RED}check failed:${PLAIN} $(printf '%s, ' "${failures[@]}" | sed 's/, $//')" >&2
  exit 1
fi
echo "  all checks passed"

#!/usr/bin/env bash
# A Node.js that is new enough (>= 22): the system's, else Node 24 from the npm package `node`, kept in .run-tools/.
# node.sh: makes sure of it and of node_modules.  node.sh binary: of it alone.  node.sh bin: prints the folder to put first in PATH (or nothing).
set -euo pipefail
# shellcheck source=scripts/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

major() { local v; v=$("$1" --version 2>/dev/null || echo v0); v=${v#v}; echo "${v%%.*}"; }

own_node() {
  [[ -x $TOOLS_DIR/bin/node ]] && return 0
  local packages=$TOOLS_DIR/node/node_modules machine binary candidate
  mkdir -p "$TOOLS_DIR/node" "$TOOLS_DIR/bin"
  npm install --prefix "$TOOLS_DIR/node" --no-save --no-audit --no-fund node@24 npm@11
  case $(uname -m) in x86_64) machine=x64 ;; aarch64) machine=arm64 ;; *) machine=$(uname -m) ;; esac
  binary=
  find_binary() {
    for candidate in "$packages/node/bin/node" "$packages/node/node_modules/node-linux-$machine/bin/node" \
      "$packages/node-linux-$machine/bin/node"; do
      if [[ -x $candidate ]] && (($(major "$candidate") >= 22)); then binary=$candidate; return 0; fi
    done
    return 1
  }
  if ! find_binary; then # install scripts may be switched off: the package of this machine's kind directly
    npm install --prefix "$TOOLS_DIR/node" --no-save --no-audit --no-fund "node-linux-$machine@24" npm@11
    find_binary || { echo "npm brought no working node for $(uname -m)" >&2; return 1; }
  fi
  printf '#!/bin/sh\nexec "%s" "%s" "$@"\n' "$binary" "$packages/npm/bin/npm-cli.js" >"$TOOLS_DIR/bin/npm"
  printf '#!/bin/sh\nexec "%s" "%s" "$@"\n' "$binary" "$packages/npm/bin/npx-cli.js" >"$TOOLS_DIR/bin/npx"
  chmod +x "$TOOLS_DIR/bin/npm" "$TOOLS_DIR/bin/npx"
  ln -sf "$binary" "$TOOLS_DIR/bin/node"
}

node_bin() {
  if [[ -x $TOOLS_DIR/bin/node ]]; then echo "$TOOLS_DIR/bin"; fi
}

# What is installed is what the lock file says (someone may have run npm by hand).
as_locked() {
  [[ -e $ROOT/node_modules/.package-lock.json ]] && command -v jq >/dev/null || return 1
  jq -en --slurpfile lock "$ROOT/package-lock.json" --slurpfile have "$ROOT/node_modules/.package-lock.json" '
    $have[0].packages as $have |
    all($lock[0].packages | to_entries[] | select(.key | contains("node_modules/"));
      ((.value.optional or .value.devOptional or .value.peer) and $have[.key] == null) or
      ($have[.key] != null and $have[.key].version == .value.version))' >/dev/null
}

node_modules() {
  local lock=$ROOT/package-lock.json stamp=$ROOT/node_modules/.gelora-installed sum
  [[ -e $lock ]] || { echo "no package-lock.json yet: nothing to install"; return 0; }
  sum=$(cat "$lock" "$ROOT/package.json" | sha256sum)
  [[ -e $stamp && $(cat "$stamp") == "$sum" ]] && return 0
  cd "$ROOT"
  as_locked || npm ci --no-audit --no-fund
  printf '%s\n' "$sum" >"$stamp"
}

if [[ ${1:-} == bin ]]; then
  node_bin
  exit 0
fi
if (($(major node) < 22)) || ! command -v npm >/dev/null; then own_node; fi
[[ ${1:-} != binary ]] || exit 0
PATH=$(node_bin):$PATH
node_modules

#!/usr/bin/env bash
# Builds what is out of date.  build.sh services: the four binaries.  build.sh bench: and the programs of the benchmark.
# build.sh all: tests too.  build.sh unit: only what ctest runs.  build.sh fuzz [TARGET...]: the fuzz targets.  build.sh web: the web app.
set -euo pipefail
# shellcheck source=scripts/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
PATH=$("$ROOT/scripts/node.sh" bin):$PATH

configure() {
  # ninja itself runs CMake again when a list file changed; presets it does not know of
  if changed_since "$BUILD_DIR/.configured" "$ROOT/CMakePresets.json" || [[ ! -e $BUILD_DIR/build.ninja ]]; then
    cd "$ROOT"
    cmake --preset "$PRESET"
    touch "$BUILD_DIR/.configured"
  fi
}

services() {
  configure
  NINJA_STATUS='[%f/%t] ' cmake --build "$BUILD_DIR" --target user-service booking-service payment-service sandbox-bank gelora-audit gelora-audit-money
}

bench() {
  configure
  NINJA_STATUS='[%f/%t] ' cmake --build "$BUILD_DIR" --target bench
}

all() {
  configure
  NINJA_STATUS='[%f/%t] ' cmake --build "$BUILD_DIR"
}

unit() {
  configure
  NINJA_STATUS='[%f/%t] ' cmake --build "$BUILD_DIR" --target unit-tests
}

fuzz() {
  configure
  NINJA_STATUS='[%f/%t] ' cmake --build "$BUILD_DIR" --target "${@:-fuzz}"
}

web() {
  local stamp=$ROOT/build/.web-built
  if [[ -e $ROOT/web/dist/index.html ]]; then
    changed_since "$stamp" "$ROOT/web" "$ROOT/contracts" "$ROOT/package-lock.json" || return 0
  fi
  cd "$ROOT"
  mkdir -p build
  npm run build
  touch "$stamp"
}

case ${1:-} in
  services | bench | all | unit | fuzz | web) "$@" ;;
  *) die "usage: build.sh services|bench|all|unit|fuzz|web" ;;
esac

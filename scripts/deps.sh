#!/usr/bin/env bash
# Installs the packages that are missing, and only those (Debian 12, Debian 13, Ubuntu 24.04; root or sudo).
# deps.sh run: to build and run.  deps.sh test: also to test and check.  deps.sh bench: also the baseline of the benchmark.
# deps.sh fuzz: also the compiler of the fuzz targets.  deps.sh attack: also sqlmap. deps.sh observability: also Prometheus.  deps.sh missing run|test|…: only lists.
# deps.sh containers: also what builds images. deps.sh mysql: also what fetches MySQL.  deps.sh build: what compiles and links, without servers (container images).  deps.sh packages NAME...: those by name.
set -euo pipefail
# shellcheck source=scripts/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

BUILD_PACKAGES=(ca-certificates g++ cmake ninja-build lld ccache pkg-config
  libboost1.83-dev libboost-json1.83-dev libboost-url1.83-dev libcjose-dev libjansson-dev prometheus-cpp-dev
  librapidcheck-dev libspdlog-dev libfmt-dev libhiredis-dev libargon2-dev libsodium-dev libutf8proc-dev
  libqrencode-dev libcairo2-dev libpango1.0-dev libturbojpeg0-dev libwebp-dev libexif-dev fonts-noto-core fonts-wqy-microhei tzdata
  libfido2-dev libzip-dev libarchive-dev libmimalloc-dev libcurl4-openssl-dev libssl-dev zlib1g-dev libgtest-dev libgmock-dev
  nginx-light jq curl)
RUN_PACKAGES=("${BUILD_PACKAGES[@]}" mariadb-server redis-server openssl)
TEST_PACKAGES=(chromium python3 zbar-tools qpdf poppler-utils clang-format shellcheck fonts-liberation libfaketime)
BENCH_PACKAGES=(golang-go golang-github-gin-gonic-gin-dev golang-github-go-sql-driver-mysql-dev)
ATTACK_PACKAGES=(sqlmap)
BACKUP_PACKAGES=(mariadb-backup zstd age)
OBSERVABILITY_PACKAGES=(prometheus prometheus-node-exporter prometheus-blackbox-exporter)
MYSQL_PACKAGES=(debootstrap)
CONTAINER_PACKAGES=(buildah debootstrap iproute2 procps util-linux)
FUZZ_PACKAGES=(clang-19 libclang-rt-19-dev) # a version that all three systems have
SERVER_UNITS=(prometheus:prometheus prometheus-node-exporter:prometheus-node-exporter prometheus-blackbox-exporter:prometheus-blackbox-exporter
  mariadb-server:mariadb redis-server:redis-server nginx-light:nginx)

installed() { { dpkg-query -W -f '${db:Status-Status}:${Package}\n' "$@" 2>/dev/null || true; } | sed -n 's/^installed://p'; }

# Something else already does the package's work.
provided_elsewhere() {
  case $1 in
    nginx-light) command -v nginx >/dev/null ;;
    pkg-config) command -v pkg-config >/dev/null ;;
    chromium) command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null ;;
    npm) command -v npm >/dev/null ;;
    golang-go) command -v go >/dev/null ;;
    *) return 1 ;;
  esac
}

node_is_new_enough() {
  [[ -x $TOOLS_DIR/bin/node ]] && return 0
  local version
  version=$(node --version 2>/dev/null || echo v0)
  version=${version#v}
  ((${version%%.*} >= 22)) && command -v npm >/dev/null
}

missing_packages() {
  local wanted=("${RUN_PACKAGES[@]}") have package
  [[ $1 == build ]] && wanted=("${BUILD_PACKAGES[@]}")
  [[ $1 == test ]] && wanted+=("${TEST_PACKAGES[@]}")
  [[ $1 == bench ]] && wanted+=("${BENCH_PACKAGES[@]}")
  [[ $1 == attack ]] && wanted+=("${TEST_PACKAGES[@]}" "${ATTACK_PACKAGES[@]}")
  [[ $1 == backup ]] && wanted+=("${BACKUP_PACKAGES[@]}")
  [[ $1 == observability ]] && wanted+=("${TEST_PACKAGES[@]}" "${OBSERVABILITY_PACKAGES[@]}")
  [[ $1 == mysql ]] && wanted+=("${TEST_PACKAGES[@]}" "${MYSQL_PACKAGES[@]}")
  [[ $1 == containers ]] && wanted+=("${CONTAINER_PACKAGES[@]}")
  [[ $1 == fuzz ]] && wanted+=("${FUZZ_PACKAGES[@]}")
  node_is_new_enough || wanted+=(npm)
  have=" $(installed "${wanted[@]}" | tr '\n' ' ') "
  for package in "${wanted[@]}"; do
    [[ $have == *" $package "* ]] || provided_elsewhere "$package" || printf '%s\n' "$package"
  done
}

available() { apt-cache show --no-all-versions "$1" >/dev/null 2>&1; }

# Debian 12 has Boost 1.83 in its backports: the same mirror as the configured one, another suite.
add_backports() {
  local codename source
  codename=$(. /etc/os-release && printf '%s' "${VERSION_CODENAME:-}")
  [[ $codename == bookworm ]] || return 1
  local target=/etc/apt/sources.list.d/gelora-backports
  source=$(awk -v RS= '/(^|\n)Suites:([^\n]*[ \t])?bookworm([ \t\n]|$)/ {
      sub(/Suites:[^\n]*/, "Suites: bookworm-backports"); print; exit }' \
    /etc/apt/sources.list.d/*.sources 2>/dev/null || true)
  if [[ -n $source ]]; then
    printf '%s\n' "$source" | as_root tee "$target.sources" >/dev/null
    return 0
  fi
  source=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null |
    sed -nE 's/^(deb +(\[[^]]*\] +)?[^ ]+) +bookworm +main.*/\1 bookworm-backports main/p' | head -n 1)
  [[ -n $source ]] || return 1
  printf '%s\n' "$source" | as_root tee "$target.list" >/dev/null
}

POLICY=/usr/sbin/policy-rc.d
POLICY_BACKUP=
# While packages are being installed no server of theirs may start; whatever policy was there comes back.
forbid_server_starts() {
  if [[ -e $POLICY ]]; then
    POLICY_BACKUP=$POLICY.before-gelora
    as_root mv "$POLICY" "$POLICY_BACKUP"
  fi
  printf '#!/bin/sh\nexit 101\n' | as_root tee "$POLICY" >/dev/null
  as_root chmod 755 "$POLICY"
  trap restore_policy EXIT
}
restore_policy() {
  if [[ -n $POLICY_BACKUP ]]; then as_root mv "$POLICY_BACKUP" "$POLICY"; else as_root rm -f "$POLICY"; fi
  trap - EXIT
}

install_missing() {
  local missing=("$@") package unit optional=() wanted=() arguments=()
  command -v apt-get >/dev/null || { echo "this system has no apt-get; please install: ${missing[*]}" >&2; return 1; }
  as_root apt-get update -q
  for package in "${missing[@]}"; do
    if [[ $package == libboost* ]] && ! available "$package"; then
      add_backports && as_root apt-get update -q
      break
    fi
  done
  for package in "${missing[@]}"; do
    # chromium is no Debian package everywhere (Ubuntu ships a snap): the browser tests then say what they miss
    if available "$package"; then wanted+=("$package"); else optional+=("$package"); fi
  done
  for package in "${optional[@]}"; do
    [[ " ${TEST_PACKAGES[*]} " == *" $package "* ]] || { echo "no package source offers $package" >&2; return 1; }
    echo "left out: $package (not offered by the package sources)"
  done
  ((${#wanted[@]})) || return 0
  [[ " ${wanted[*]} " == *" libboost1.83-dev "* ]] && arguments=(-o APT::Get::Always-Include-Phased-Updates=true)
  forbid_server_starts
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${arguments[@]}" "${wanted[@]}"
  restore_policy
  # Servers this script brought in stay off after a reboot too; servers that were there before are not touched.
  for unit in "${SERVER_UNITS[@]}"; do
    if [[ " ${wanted[*]} " == *" ${unit%%:*} "* ]] && command -v systemctl >/dev/null; then
      as_root systemctl disable "${unit##*:}" || true
    fi
  done
}

case ${1:-run} in
  missing) missing_packages "${2:-run}" ;;
  packages) install_missing "${@:2}" ;;
  build | run | test | attack | bench | fuzz | containers | observability | backup | mysql)
    mapfile -t missing < <(missing_packages "${1:-run}")
    ((${#missing[@]} == 0)) && exit 0
    echo "missing: ${missing[*]}"
    install_missing "${missing[@]}"
    ;;
  *) die "usage: deps.sh [missing] build|run|test|attack|bench|fuzz|containers|observability|backup|mysql, or deps.sh packages NAME..." ;;
esac

#!/usr/bin/env bash
# Container images without a container engine: buildah builds them.
#   containers.sh build [TARGET...]   the images of deploy/containers/Dockerfile as localhost/gelora/TARGET
#   containers.sh sizes               what a registry would hold of each
#   containers.sh sbom FOLDER         a bill of materials of each image (CycloneDX): Debian packages, and those of npm
#   containers.sh push REGISTRY VERSION FILE   the images of production; their digests go to FILE.
#     GELORA_AUTH_FILE: who one is there; GELORA_REGISTRY_PLAIN: any value for a registry without TLS, on this machine
#   containers.sh config_of TARGET    what the image says of itself, as JSON
#   containers.sh rootfs TARGET       mounts an image's file system and prints where; `containers.sh release` lets go of all
# Images and layers are kept in .cache/containers, the compiler's results in its cache.
set -euo pipefail
# shellcheck source=scripts/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

TARGETS=(user-service booking-service payment-service sandbox-bank mailbox demo-concerts relay edge)
BASE=docker.io/library/debian:bookworm-slim
OWN_BASE=localhost/gelora/base:bookworm
STORE=$ROOT/.cache/containers

in_store() { buildah --root "$STORE/storage" --runroot "$STORE/run" "$@"; }

# The base of a registry where one is reachable; else the same made from packages.
choose_base() {
  if in_store inspect --type image "$BASE" >/dev/null 2>&1 || timeout 20 buildah --root "$STORE/storage" --runroot "$STORE/run" pull -q "$BASE" >/dev/null 2>&1; then
    return 0
  fi
  BASE=$OWN_BASE
  in_store inspect --type image "$BASE" >/dev/null 2>&1 || make_base
}

make_base() {
  local root=$STORE/base mirror container
  mirror=$(sed -nE 's/^URIs: *([^ ]+).*/\1/p; s/^deb +(\[[^]]*\] +)?([^ ]+) +bookworm +main.*/\2/p' /etc/apt/sources.list.d/debian.sources /etc/apt/sources.list 2>/dev/null | head -n 1 || true)
  [[ -n $mirror ]] || die "no registry is reachable, and /etc/apt names no source of Debian 12 (bookworm) to make a base from" "docker pull needs a network; or add such a source"
  rm -rf "$root"
  mkdir -p "$root/etc/dpkg/dpkg.cfg.d"
  # as the slim images: no manuals, no translations
  printf 'path-exclude /usr/share/%s/*\n' doc man info groff linda lintian locale >"$root/etc/dpkg/dpkg.cfg.d/slim"
  debootstrap --variant=minbase bookworm "$root" "$mirror"
  rm -rf "$root"/var/lib/apt/lists/* "$root"/var/cache/apt/archives/*.deb "$root"/var/log/*.log "$root"/usr/share/{doc,man,info,locale}/*
  rm -f "$root/etc/apt/sources.list"
  local keyring=/usr/share/keyrings/debian-archive-keyring.gpg suites
  for suites in "${mirror} bookworm bookworm-updates" "${mirror%/}-security bookworm-security"; do
    printf 'Types: deb\nURIs: %s\nSuites: %s\nComponents: main\nSigned-By: %s\n\n' "${suites%% *}" "${suites#* }" "$keyring"
  done >"$root/etc/apt/sources.list.d/debian.sources"
  container=$(in_store from scratch)
  in_store add -q "$container" "$root" / >/dev/null
  in_store config --cmd bash "$container"
  in_store commit -q "$container" "$BASE" >/dev/null
  in_store rm "$container" >/dev/null
  rm -rf "$root"
}

build() {
  local target ccache revision options=()
  (($#)) || set -- "${TARGETS[@]}"
  mkdir -p "$STORE"
  choose_base
  revision=$(git -C "$ROOT" rev-parse HEAD 2>/dev/null || echo unknown)
  ccache=$(ccache --get-config cache_dir)
  mkdir -p "$ccache"
  [[ ! -s /etc/ssl/certs/ca-certificates.crt ]] || options=(--secret "id=npm_ca,src=/etc/ssl/certs/ca-certificates.crt")
  for target in "$@"; do
    step "image $target" "its log has what the builder said" \
      in_store bud --isolation chroot --format docker --layers --file "$ROOT/deploy/containers/Dockerfile" --ignorefile "$ROOT/.dockerignore" \
      --target "$target" --tag "localhost/gelora/$target" --build-arg BASE="$BASE" --build-arg SOURCE="$ROOT" --build-arg REVISION="$revision" \
      --volume "$ccache:/root/.cache/ccache" "${options[@]}" "$ROOT"
  done
}

config_of() { in_store inspect --type image "localhost/gelora/$1" | jq -c .Docker.config; }

rootfs() {
  in_store mount "$(in_store from --pull-never "localhost/gelora/$1")"
}

release() { in_store rm --all >/dev/null 2>&1 || true; }

sizes() {
  local target layers bytes
  (($#)) || set -- "${TARGETS[@]}"
  for target in "$@"; do
    layers=$(mktemp -d)
    in_store push -q --format docker "localhost/gelora/$target" "dir:$layers"
    bytes=$(jq '[.layers[].size] | add' "$layers/manifest.json")
    rm -rf "$layers"
    printf '%-16s %5.1f MB\n' "$target" "$(jq -n "$bytes / 1000000")"
  done
}

sbom() {
  local folder=$1 target root
  mkdir -p "$folder"
  for target in "${TARGETS[@]}"; do
    root=$(rootfs "$target")
    dpkg-query --admindir="$root/var/lib/dpkg" -W -f '${Package}\t${Version}\t${Architecture}\t${source:Package}\t${source:Version}\n' |
      node "$ROOT/scripts/sbom.mjs" "$target" "$root" >"$folder/$target.cdx.json"
    echo "$folder/$target.cdx.json: $(jq '.components | length' "$folder/$target.cdx.json") components"
  done
  release
}

# What was built and tested is what is pushed: no second build.
push() { # REGISTRY VERSION DIGESTS
  local target file
  file=$(mktemp)
  mkdir -p "$(dirname "$3")"
  for target in user-service booking-service payment-service edge relay; do
    in_store push -q ${GELORA_AUTH_FILE:+--authfile "$GELORA_AUTH_FILE"} ${GELORA_REGISTRY_PLAIN:+--tls-verify=false} --digestfile "$file" \
      "localhost/gelora/$target" "docker://$1/$target:$2"
    printf '%s %s\n' "$target" "$(cat "$file")"
  done >"$3"
  rm -f "$file"
  cat "$3"
}

case ${1:-} in
  push) push "${2:?a registry}" "${3:?a version}" "${4:?a file for the digests}" ;;
  build | config_of | rootfs | release | sizes) "$@" ;;
  sbom) sbom "${2:?a folder}" ;;
  *) die "usage: containers.sh build|sizes [TARGET...] | sbom FOLDER | push REGISTRY VERSION FILE | config_of|rootfs TARGET | release" ;;
esac

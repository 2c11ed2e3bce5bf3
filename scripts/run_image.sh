#!/usr/bin/env bash
# Runs a container image as an engine would, by namespaces and chroot: not as root, without capabilities, its file system read-only but
# for /tmp. The network is the caller's. For `./gelora test containers`, as root.
#   run_image.sh ROOTFS CONFIG SERVICE HOSTS [COMMAND...]
# CONFIG: the image's (JSON); SERVICE: what the compose file says of it (JSON); HOSTS: for /etc/hosts; COMMAND instead of entrypoint and command.
set -euo pipefail
root=$1 config=$2 service=$3 hosts=$4
shift 4

if [[ -z ${GELORA_IN_IMAGE:-} ]]; then
  GELORA_IN_IMAGE=1 exec unshare --mount --pid --fork --kill-child "$0" "$root" "$config" "$service" "$hosts" "$@"
fi

mapfile -t environment < <(jq -r '.Env[]' <<<"$config"; jq -r '.environment // {} | to_entries[] | "\(.key)=\(.value)"' <<<"$service")
if ((!$#)); then
  mapfile -t command < <(jq -r --argjson service "$service" '.Entrypoint[], (if ($service.command | length) > 0 then $service.command else .Cmd // [] end)[]' <<<"$config")
  set -- "${command[@]}"
fi
user=$(jq -er .User <<<"$config")
[[ $user =~ ^[1-9][0-9]*:[1-9][0-9]*$ ]] || { echo "the image's user is '$user': a number that is not root's is wanted" >&2; exit 1; }

mount --bind "$root" "$root"
mount -t proc proc "$root/proc"
mount -t tmpfs -o mode=755 tmpfs "$root/dev"
for device in null zero full random urandom; do
  touch "$root/dev/$device"
  mount --bind "/dev/$device" "$root/dev/$device"
done
ln -s /proc/self/fd "$root/dev/fd"
ln -s /proc/self/fd/1 "$root/dev/stdout"
ln -s /proc/self/fd/2 "$root/dev/stderr"
mount -t tmpfs -o mode=1777,size=64m tmpfs "$root/tmp"
mount -t tmpfs -o mode=755 tmpfs "$root/run"
bind() { # FROM TO [rw]
  mkdir -p "$root$(dirname "$2")"
  if [[ -d $1 ]]; then mkdir -p "$root$2"; else touch "$root$2"; fi
  mount --bind "$1" "$root$2"
  [[ ${3:-ro} == rw ]] || mount -o remount,bind,ro "$root$2"
}
bind "$hosts" /etc/hosts
while IFS=$'\t' read -r from to how; do bind "$from" "$to" "$how"; done < <(jq -r '.mounts[]? | "\(.from)\t\(.to)\t\(if .writable then "rw" else "ro" end)"' <<<"$service")
mount -o remount,bind,ro "$root"
exec env -i "${environment[@]}" chroot --userspec="$user" --groups='' "$root" /usr/bin/setpriv --no-new-privs -- "$@"

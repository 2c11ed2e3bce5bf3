#!/usr/bin/env bash
# edge_confs.sh FOLDER: the web app, and the edge's configurations `plain` and `tls`, for deploy/containers/edge.sh.
# Made by somebody who is not root, as the edge will not be root either.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
out=$1
PATH=$(scripts/node.sh bin):$PATH
services=(user-service=user-service:8081 booking-service=booking-service:8082 payment-service=payment-service:8083)
tls=(--tls-cert /run/secrets/edge-tls/tls.crt --tls-key /run/secrets/edge-tls/tls.key --http-listen 0.0.0.0:8080 --public-url https://gelora.invalid)
install -d -m 777 /tmp/edge # the folder it will have when it runs
make() { # NAME OPTION...
  setpriv --reuid 65534 --regid 65534 --clear-groups node scripts/edge_conf.mjs --run-dir /tmp/edge --posters-in /var/lib/gelora --web /usr/share/gelora/edge/web \
    --docs /usr/share/gelora/edge/web --log /dev/stdout "${@:2}" "${services[@]}" >"/tmp/$1.conf"
  mkdir -p "$out/$1"
  mv "/tmp/$1.conf" "$out/$1/nginx.conf"
  cp /tmp/edge/nginx/*.conf "$out/$1/"
}
make plain --listen 0.0.0.0:8080
make tls --listen 0.0.0.0:8443 "${tls[@]}"
rm -rf /tmp/edge
cp -R web/dist "$out/web"
chmod -R a+rX "$out"

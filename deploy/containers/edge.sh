#!/bin/bash
# The edge in a container. `edge serve`: with a certificate in /run/secrets/edge-tls (tls.crt, tls.key) TLS at 8443 and plain HTTP at 8080
# that sends pages to GELORA_PUBLIC_URL; without one, plain HTTP at 8080, for trying and behind something that ends TLS by itself.
# `edge health`: for the health check; a certificate that has ended is not healthy, and one that ends within 14 days is told.
# Needs a writable /tmp, nothing else. A renewed certificate is read within a minute.
set -euo pipefail
certificate=/run/secrets/edge-tls/tls.crt

if [[ ${1:-serve} == health ]]; then
  [[ -e $certificate ]] || exec curl -fsS -o /dev/null http://127.0.0.1:8080/edge-health
  curl -kfsS -o /dev/null https://127.0.0.1:8443/edge-health
  exec certificate 127.0.0.1:8443
fi

kind=plain
[[ ! -e $certificate ]] || kind=tls
mkdir -p /tmp/edge/nginx/tmp
cp /usr/share/gelora/edge/$kind/*.conf /tmp/edge/nginx/
if [[ $kind == tls ]]; then
  [[ ${GELORA_PUBLIC_URL:-} =~ ^https://[A-Za-z0-9.:-]+$ ]] || { echo "GELORA_PUBLIC_URL must be an https origin" >&2; exit 1; }
  sed -i "s|https://gelora\.invalid|$GELORA_PUBLIC_URL|" /tmp/edge/nginx/nginx.conf
  (
    read_certificate() { sha256sum "$certificate"; }
    last=$(read_certificate)
    while sleep 60 && [[ -e /tmp/edge/nginx/nginx.pid ]]; do
      now=$(read_certificate)
      [[ $now == "$last" ]] || kill -HUP "$(cat /tmp/edge/nginx/nginx.pid)"
      last=$now
    done
  ) &
fi
exec nginx -p /tmp/edge/nginx -c /tmp/edge/nginx/nginx.conf -e /dev/stderr -g 'daemon off;'

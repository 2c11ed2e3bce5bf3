#!/usr/bin/env bash
# certificate.sh HOST:PORT: what the certificates that are served there come to. Fails, and says the day, when the site's own has ended;
# says when the first of all ends if that is within 14 days (a superfluous one of the chain keeps no browser out). Needs openssl; also
# in the image of the edge.
set -euo pipefail
told_before_its_end_s=$((14 * 24 * 3600))

chain=$(openssl s_client -connect "$1" -showcerts </dev/null 2>/dev/null) || { echo "no certificate is shown at $1"; exit 1; }
ends=$(openssl crl2pkcs7 -nocrl -certfile <(printf '%s\n' "$chain") | openssl pkcs7 -noout -print_certs -text | sed -n 's/^ *Not After *: *//p' |
  while IFS= read -r one; do date -u -d "$one" +%s; done | sort -n | head -n 1)
now=$(date +%s)
own=$(date -u -d "$(openssl x509 -noout -enddate <<<"$chain" | cut -d = -f 2)" +%s)
if ((own <= now)); then
  echo "its certificate ended on $(date -u -d "@$own" +%F)"
  exit 1
fi
((ends - now >= told_before_its_end_s)) || echo "its certificate ends on $(date -u -d "@$ends" +%F)"

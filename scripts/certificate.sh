#!/usr/bin/env bash
# certificate.sh HOST:PORT: what the certificates that are served there come to. Says when the first of them ends if that is within
# 14 days; fails, and says the day, when one has ended. Needs openssl; also in the image of the edge.
set -euo pipefail
told_before_its_end_s=$((14 * 24 * 3600))

chain=$(openssl s_client -connect "$1" -showcerts </dev/null 2>/dev/null) || { echo "no certificate is shown at $1"; exit 1; }
ends=$(openssl crl2pkcs7 -nocrl -certfile <(printf '%s\n' "$chain") | openssl pkcs7 -noout -print_certs -text | sed -n 's/^ *Not After *: *//p' |
  while IFS= read -r one; do date -u -d "$one" +%s; done | sort -n | head -n 1)
left_s=$((ends - $(date +%s)))
day=$(date -u -d "@$ends" +%F)
if ((left_s <= 0)); then
  echo "its certificate ended on $day"
  exit 1
fi
((left_s >= told_before_its_end_s)) || echo "its certificate ends on $day"

#!/usr/bin/env bash
# smoke.sh URL: is a site that was just deployed what it should be? Only reads, so that it may be asked of production.
set -euo pipefail
url=${1:?the origin of a site}
failed=0
expect() { # WHAT STATUS PATH [TEXT OF HEAD OR BODY, in small letters: names of headers are so in HTTP/2 alone]
  local answer status
  answer=$(curl -sSi --max-time 10 "$url$3") || answer='HTTP/1.1 000'
  status=$(sed -nE '1s/^HTTP[^ ]* ([0-9]+).*/\1/p' <<<"$answer")
  if [[ $status == "$2" && ${answer,,} == *"${4:-}"* ]]; then echo "ok    $1"; else echo "FAILS $1: $3 answered $status" && failed=1; fi
}
expect "the site, with its policy" 200 / "content-security-policy"
expect "booking-service: concerts" 200 /api/concerts '"items"'
expect "user-service: keys of access tokens" 200 /.well-known/jwks.json '"keys"'
expect "user-service: who is not logged in" 401 /api/users/me
expect "payment-service: who is not logged in" 401 /api/payments/1
expect "booking-service: keys of tickets" 200 /.well-known/gelora-ticket-keys.json
expect "nothing internal" 404 /internal/bookings/1/amount-due
expect "no metrics" 404 /metrics
exit "$failed"

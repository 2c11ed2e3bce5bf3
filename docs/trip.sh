#!/usr/bin/env bash
# From an address of mail to a ticket in the hand, by curl alone, against a running `./gelora up`.
#   docs/trip.sh [ARTIST]      or paste it into a bash in the folder of this repository
# Needs bash, curl and jq. GELORA_URL and GELORA_MAIL_API name another site than that of `./gelora status`. Files go to $TRIP_DIR, or to a new folder in /tmp. See docs/trip.md.
( # a subshell: when pasted, neither its settings nor its end touch your shell
set -euo pipefail
root=$PWD
[[ -x $root/gelora ]] || root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
artist=${1:-Langit Karsa}
out=${TRIP_DIR:-$(mktemp -d /tmp/gelora-trip.XXXXXX)}

say() { printf '\n── %s\n' "$*"; }
new_key() { cat /proc/sys/kernel/random/uuid; } # one Idempotency-Key for one intent
token=
api() { # METHOD PATH [CURL ARGUMENT...]: the answer's body; a refusal is shown and ends the trip
  local method=$1 path=$2 body
  shift 2
  [[ -z $token ]] || set -- -H "Authorization: Bearer $token" "$@"
  body=$(curl -sS --fail-with-body -X "$method" "$url$path" "$@") || { printf '%s %s was refused:\n%s\n' "$method" "$path" "$body" >&2; return 1; }
  printf '%s\n' "$body"
}
post() { # PATH JSON [CURL ARGUMENT...]
  local path=$1 json=$2
  shift 2
  api POST "$path" -H 'Content-Type: application/json' -d "$json" "$@"
}

say "Where Gelora is"
status=
[[ -n ${GELORA_URL:-} && -n ${GELORA_MAIL_API:-} ]] || status=$("$root/gelora" status --json)
url=${GELORA_URL:-$(jq -r .url <<<"$status")}
mail_api=${GELORA_MAIL_API:-$(jq -r .mail_api <<<"$status")}
echo "site $url   mails $mail_api   files $out"

say "Register"
email=trip-$(date +%s)-$RANDOM@example.com
password=lintas-selat-malam-ini-$RANDOM
post /api/users "$(jq -n --arg email "$email" --arg password "$password" '{email: $email, password: $password, name: "Tari Pengelana", locale: "en"}')"

say "Wait for the mail, open its link"
mail=
for _ in {1..50}; do
  mail=$(curl -sS -G "$mail_api" --data-urlencode "to=$email" | jq -r '.items[0].text // empty')
  [[ -z $mail ]] || break
  sleep 0.2
done
link=$(grep -oE 'https?://[^ ]+/verify\?token=[A-Za-z0-9_-]+' <<<"$mail")
echo "${link%%token=*}token=…"
post /api/users/verifications "$(jq -n --arg token "${link##*token=}" '{token: $token}')"

say "Log in"
session=$(post /api/sessions "$(jq -n --arg email "$email" --arg password "$password" '{email: $email, password: $password}')")
token=$(jq -r .access_token <<<"$session")
jq -c '{token_type, expires_in, user: .user.email}' <<<"$session"

say "Find a concert of $artist, and its first show on sale"
concerts=$(api GET "/api/concerts?q=$(jq -rn --arg q "$artist" '$q | @uri')")
slug=$(jq -er '.items[0].slug' <<<"$concerts") || { echo "nobody of that name plays: $artist" >&2; exit 1; }
concert=$(api GET "/api/concerts/$slug")
show=$(jq -er 'first(.shows[] | select(.sale.status == "on_sale")).id' <<<"$concert") || { echo "no show of $slug is on sale" >&2; exit 1; }
jq -c --arg show "$show" '{title, artist, show: (.shows[] | select(.id == $show) | {id, starts_at, venue: .venue.name, price_from})}' <<<"$concert"

say "Hold the two best seats"
hold=$(post "/api/shows/$show/holds" '{"best_available": {"quantity": 2}}' -H "Idempotency-Key: $(new_key)")
jq -c '{id, seats: [.seats[].label], placement, total, expires_at}' <<<"$hold"

say "Book them"
booking=$(post /api/bookings "$(jq '{hold_id: .id}' <<<"$hold")" -H "Idempotency-Key: $(new_key)")
booking_id=$(jq -r .id <<<"$booking")
jq -c '{id, reference, status, total, pay_by}' <<<"$booking"

say "Go to pay"
payment=$(post /api/payments "$(jq '{booking_id: .id, provider: "sandbox"}' <<<"$booking")" -H "Idempotency-Key: $(new_key)")
checkout=$(jq -r .checkout_url <<<"$payment")
jq -c '{id, amount, status, checkout_url}' <<<"$payment"

say "Pay, at the sandbox bank"
curl -sS --fail-with-body -X POST "$checkout/outcome" -H 'Content-Type: application/json' -d '{"outcome": "pay"}'
echo

say "Wait until the booking is confirmed"
for _ in {1..100}; do
  booking=$(api GET "/api/bookings/$booking_id")
  [[ $(jq -r .status <<<"$booking") == awaiting_payment ]] || break
  sleep 0.1
done
jq -c '{reference, status, tickets: [.tickets[]?.label]}' <<<"$booking"
[[ $(jq -r .status <<<"$booking") == confirmed ]]

say "Take the tickets"
for ticket in $(jq -r '.tickets[].id' <<<"$booking"); do
  api GET "/api/tickets/$ticket" >"$out/ticket-$ticket.json"
  api GET "/api/tickets/$ticket/qr.svg" >"$out/ticket-$ticket.qr.svg"
  jq -c '{id, seat: .label, zone, status, code}' "$out/ticket-$ticket.json"
done
say "Done: the tickets and their QR codes are in $out"
)

#!/bin/bash
# The mail relay in a container (Exim, relay.conf): `relay serve` takes mails at port 8025 from GELORA_RELAY_NETWORKS, of the sender of
# GELORA_MAIL_FROM alone, and hands them to the server of GELORA_SMTP_URL. `relay health`: for the health check. `relay queue`: what
# waits. `relay flush`: tries all that waits now. Needs a writable /tmp and /var/spool/relay, which is what has to be kept.
set -euo pipefail

wrong() { echo "relay: $*" >&2; exit 1; }
decoded() { local text=${1//\\/\\\\}; printf '%b' "${text//%/\\x}"; } # of a URL
doubled() { printf '%s' "${1//^/^^}"; } # in relay.conf one ^ is a NUL

settings() {
  local url=${GELORA_SMTP_URL:-} from=${GELORA_MAIL_FROM:-} user='' password=''
  [[ $url =~ ^(smtps?)://(([^:@/]*)(:([^@/]*))?@)?([A-Za-z0-9._-]+)(:([0-9]+))?/?$ ]] || wrong "GELORA_SMTP_URL must be smtp://user:password@host:port or smtps://…, with %-signs for other characters"
  export RELAY_TRANSPORT=${BASH_REMATCH[1]} RELAY_HOST=${BASH_REMATCH[6]} RELAY_PORT=${BASH_REMATCH[8]:-}
  user=$(decoded "${BASH_REMATCH[3]}")
  password=$(decoded "${BASH_REMATCH[5]}")
  if [[ -z $RELAY_PORT ]]; then
    RELAY_PORT=25
    [[ -z $user ]] || RELAY_PORT=587
    [[ $RELAY_TRANSPORT == smtp ]] || RELAY_PORT=465
  fi
  if [[ -n $user ]]; then
    RELAY_USER=$(doubled "$user")
    RELAY_PASSWORD=$(doubled "$password")
    export RELAY_USER RELAY_PASSWORD
  fi
  [[ $from =~ ^([^\<\>]*\<)?([A-Za-z0-9._%+=-]+@[A-Za-z0-9.-]+)\>?$ ]] || wrong "GELORA_MAIL_FROM must be Name <address>"
  export RELAY_SENDER=${BASH_REMATCH[2]} RELAY_NAME=${BASH_REMATCH[2]#*@}
  export RELAY_NETWORKS=${GELORA_RELAY_NETWORKS:?whose mails are taken, such as 172.30.84.0/24}
  RELAY_NETWORKS=${RELAY_NETWORKS//,/ ; }
  [[ -z ${GELORA_SMTP_CA_FILE:-} ]] || export RELAY_CA_FILE=$GELORA_SMTP_CA_FILE
}

waiting() { { find /var/spool/relay/input -name '*-D' -printf '%T@\n' 2>/dev/null || true; } | sort -n; } # when each came
# for the textfile collector of the node exporter
count() {
  local times oldest
  times=$(waiting)
  oldest=$(head -n 1 <<<"$times")
  cat <<EOF
# HELP gelora_relay_waiting_mails Mails that the mail server has not taken yet
# TYPE gelora_relay_waiting_mails gauge
gelora_relay_waiting_mails $(grep -c . <<<"$times" || true)
# HELP gelora_relay_oldest_seconds Age of the oldest of them
# TYPE gelora_relay_oldest_seconds gauge
gelora_relay_oldest_seconds $([[ -n $oldest ]] && echo $(($(date +%s) - ${oldest%.*})) || echo 0)
EOF
}

case ${1:-serve} in
  health)
    exec 3<>/dev/tcp/127.0.0.1/8025
    read -r -t 2 greeting <&3
    [[ $greeting == 220* ]] || wrong "$greeting"
    printf 'QUIT\r\n' >&3
    printf '%s mails wait\n' "$(waiting | grep -c . || true)"
    ;;
  queue) settings; exec exim4 -bp ;;
  flush) settings; exec exim4 -qff ;;
  serve)
    settings
    mkdir -p /tmp/relay /var/spool/relay/metrics
    for log in main reject panic; do ln -sf /proc/1/fd/1 "/tmp/relay/$log"; done
    (
      while :; do
        { count >/var/spool/relay/metrics/.relay.prom && mv /var/spool/relay/metrics/.relay.prom /var/spool/relay/metrics/relay.prom; } ||
          echo "relay: what waits cannot be written down" >&2
        sleep 15
      done
    ) &
    exec exim4 -bdf -q30s
    ;;
  *) wrong "serve, health, queue or flush" ;;
esac

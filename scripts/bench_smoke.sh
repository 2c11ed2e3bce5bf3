#!/usr/bin/env bash
# bench_smoke.sh URL: is a site that was just deployed as quick as it should be? 2,000 reads of what everybody reads when a sale opens,
# 16 at a time: all have to be answered, the 99th of a hundred within half a second, the network to the site included. Only reads, and
# below the edge's limits. What a change costs is measured by ./gelora bench; this finds a place that is slow: its machines, its database.
set -euo pipefail
url=${1:?the origin of a site}
reads=2000 at_once=16 longest_s=0.5

slug=$(curl -fsS --max-time 10 "$url/api/concerts" | jq -r '.items[0].slug // empty')
paths=(/api/concerts)
if [[ -n $slug ]]; then
  show=$(curl -fsS --max-time 10 "$url/api/concerts/$slug" | jq -r '.shows[0].id // empty')
  paths+=("/api/concerts/$slug")
  [[ -z $show ]] || paths+=("/api/shows/$show/availability")
fi
for ((i = 0; i < reads; i++)); do printf 'url = "%s%s"\noutput = /dev/null\n' "$url" "${paths[i % ${#paths[@]}]}"; done |
  curl --no-progress-meter --parallel --parallel-max "$at_once" --max-time 10 -w '%{http_code} %{time_total}\n' --config - | sort -k2,2g | awk -v wanted="$reads" -v longest="$longest_s" '
    $1 != 200 { failed++ }
    { time[NR] = $2 }
    END {
      p99 = time[int(NR * 0.99)]
      printf "%d reads, %d not answered by 200; p50 %.0f ms, p99 %.0f ms\n", NR, failed, time[int(NR / 2)] * 1000, p99 * 1000
      exit NR != wanted || failed > 0 || p99 > longest
    }'

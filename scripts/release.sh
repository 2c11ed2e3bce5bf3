#!/usr/bin/env bash
# A release's number and its notes, both out of git alone.
#   release.sh version            YEAR.MONTH.COMMITS of HEAD, such as 2026.11.231: grows with every merge, the same on every machine
#   release.sh notes [SINCE]      what changed since the release before (or since SINCE), by area, in Markdown
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

version() { printf '%s.%s\n' "$(TZ=UTC git log -1 --date=format-local:%Y.%-m --format=%cd)" "$(git rev-list --count HEAD)"; }

notes() {
  local since=${1:-$(git describe --tags --abbrev=0 --match 'v*' HEAD^ 2>/dev/null || true)}
  printf '# Gelora %s\n' "$(version)"
  git log --no-merges --format='%s%x09%h' "${since:+$since..}HEAD" | sort -t: -k1,1 -s | awk -F'\t' '
    { area = $1; sub(/:.*/, "", area); text = $1; sub(/^[^:]*: */, "", text)
      if (area != last) { printf "\n## %s\n\n", area; last = area }
      printf "- %s (%s)\n", text, $2 }'
  local breaks
  breaks=$(git diff --unified=0 "${since:-$(git rev-list --max-parents=0 HEAD)}" HEAD -- contracts/accepted_breaks.txt | sed -n 's/^+\([^+]\)/- \1/p')
  [[ -z $breaks ]] || printf '\n## What breaks for clients\n\n%s\n' "$breaks"
  local migrations
  migrations=$(git diff --diff-filter=A --name-only "${since:-$(git rev-list --max-parents=0 HEAD)}" HEAD -- 'services/*/migrations/*.sql')
  [[ -z $migrations ]] || printf '\n## Migrations\n\n%s\n' "- ${migrations//$'\n'/$'\n'- }"
}

case ${1:-} in
  version) version ;;
  notes) notes "${@:2}" ;;
  *) sed -n '2,4p' "${BASH_SOURCE[0]}"; exit 2 ;;
esac

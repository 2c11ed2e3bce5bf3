#!/usr/bin/env bash
# Looks for what should not be there, with pinned tools from the Go module proxy (kept in .run-tools/bin).
#   scan.sh secrets              keys and passwords in any commit (gitleaks)
#   scan.sh dependencies [SBOM]  known weaknesses of npm packages, and of the images whose bills of materials lie in folder SBOM
#                                (osv-scanner; it asks the OSV database, so it needs the network)
#   scan.sh workflows            .github/workflows (actionlint, with shellcheck)
set -euo pipefail
# shellcheck source=scripts/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

tool() { # NAME MODULE VERSION: prints where it is
  local program=$TOOLS_DIR/bin/$1
  if [[ ! -x $program || $(cat "$program.version" 2>/dev/null) != "$3" ]]; then
    command -v go >/dev/null || die "scan.sh needs Go" "scripts/deps.sh bench installs it"
    mkdir -p "$TOOLS_DIR/bin"
    GOBIN=$TOOLS_DIR/bin GOTOOLCHAIN=auto GOFLAGS=-mod=mod go install "$2@$3" >&2
    printf '%s' "$3" >"$program.version"
  fi
  echo "$program"
}

cd "$ROOT"
case ${1:-} in
  secrets)
    gitleaks=$(tool gitleaks github.com/zricethezav/gitleaks/v8 v8.28.0)
    "$gitleaks" git --no-banner --redact --config deploy/gitleaks.toml .
    ;;
  dependencies)
    scanner=$(tool osv-scanner github.com/google/osv-scanner/v2/cmd/osv-scanner v2.2.2)
    arguments=(--lockfile package-lock.json)
    for file in "${2:-build/sbom}"/*.cdx.json; do [[ ! -e $file ]] || arguments+=(--lockfile "$file"); done
    "$scanner" scan source --config deploy/osv-scanner.toml "${arguments[@]}"
    ;;
  workflows)
    actionlint=$(tool actionlint github.com/rhysd/actionlint/cmd/actionlint v1.7.7)
    "$actionlint"
    ;;
  *) sed -n '2,6p' "${BASH_SOURCE[0]}"; exit 2 ;;
esac

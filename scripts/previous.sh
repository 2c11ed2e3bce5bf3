#!/usr/bin/env bash
# The release before this one, built apart, for `./gelora test previous`.
# previous.sh tree [COMMIT]: prints the folder of its tree.  previous.sh build [COMMIT]: builds its services there, once, and installs what its tests need.
# Without COMMIT: the last tag v*; where there is none, the tree as it was before the newest migration.
set -euo pipefail
# shellcheck source=scripts/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

commit_of() {
  local wanted=${1:-} newest
  if [[ -z $wanted ]]; then
    wanted=$(git -C "$ROOT" describe --tags --abbrev=0 --match 'v*' HEAD^ 2>/dev/null || true)
  fi
  if [[ -z $wanted ]]; then
    newest=$(git -C "$ROOT" log -1 --diff-filter=A --format=%H -- 'services/*/migrations/*.sql')
    [[ -z $newest ]] || wanted=$newest^
  fi
  git -C "$ROOT" rev-parse --quiet --verify "${wanted:-HEAD^}^{commit}" ||
    die "there is no commit '${wanted:-before this one}' here" "a shallow clone has none: git fetch --unshallow --tags; or name one: ./gelora test previous COMMIT"
}

build() {
  local tree=$1 commit=$2
  if [[ ! -d $tree/.git ]]; then
    mkdir -p "$(dirname "$tree")"
    git clone --quiet --shared --no-checkout "$ROOT" "$tree"
    git -C "$tree" checkout --quiet --detach "$commit"
  fi
  env -u GELORA_RUN_DIR "$tree/scripts/node.sh"
  [[ -e $tree/.built ]] || env -u GELORA_RUN_DIR "$tree/scripts/build.sh" services
  touch "$tree/.built"
}

case ${1:-} in
  tree | build)
    commit=$(commit_of "${2:-}")
    tree=$ROOT/.cache/previous/${commit:0:12}
    if [[ $1 == build ]]; then build "$tree" "$commit"; else echo "$tree"; fi
    ;;
  *) die "usage: previous.sh tree|build [COMMIT]" ;;
esac

#!/usr/bin/env bash
# ./gelora backup and ./gelora restore, of the stack in $GELORA_RUN_DIR.
#   backup.sh make DIR             a full backup of the running stack, and the binary log since
#   backup.sh binlog DIR           adds what the binary log has that DIR has not
#   backup.sh verify DIR           every file is there and whole; with the identity also: it opens
#   backup.sh restore DIR [--to TIME] [--yes]     into a stopped stack; --yes also over data
# In DIR: manifest.json, database.xb.zst.age, posters.tar.zst.age, binlog.NNNNNN.zst.age. Compressed by zstd, encrypted by age for
# the recipients of GELORA_BACKUP_RECIPIENTS_FILE; opened by the identity in GELORA_BACKUP_IDENTITY_FILE.
set -euo pipefail
# shellcheck source=scripts/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
# shellcheck source=scripts/stack.sh
source "$ROOT/scripts/stack.sh"

BINLOGS=$RUN_DIR/mysql-binlog

ask() { SQL_CLIENT --batch --skip-column-names -e "$1"; }

need_recipients() {
  [[ -s ${GELORA_BACKUP_RECIPIENTS_FILE:-} ]] ||
    die "GELORA_BACKUP_RECIPIENTS_FILE names no file" "age-keygen -o backup.key  prints a recipient (age1…): put that into the file, keep backup.key elsewhere"
}
need_identity() {
  [[ -s ${GELORA_BACKUP_IDENTITY_FILE:-} ]] || die "GELORA_BACKUP_IDENTITY_FILE names no file" "it is what age-keygen wrote, and opens the backup"
}

seal() { zstd --quiet -3 | age --encrypt -R "$GELORA_BACKUP_RECIPIENTS_FILE" -o "$1.new" && mv "$1.new" "$1"; } # FILE, of stdin
unseal() { age --decrypt -i "$GELORA_BACKUP_IDENTITY_FILE" "$1" | zstd --quiet -d; } # FILE

# what mariadb-backup is told of root's password: it reads a file, several times, and a command line is seen by all
root_options() { printf '[client]\nuser=root\npassword=%s\nsocket=%s\n' "$(cat "$SECRETS/mariadb-root.password")" "$SOCKETS/mysqld.sock"; }

# ---- manifest ----
fingerprints() { # of the secrets that the data is of no use without
  (cd "$SECRETS" && find . -name '*.key.pem' -o -name '*.password' | sort | xargs sha256sum)
}
file_list() { # DIR
  local file
  for file in "$1"/*.age; do
    jq -n --arg name "${file##*/}" --argjson bytes "$(stat -c %s "$file")" --arg sha256 "$(sha256sum <"$file" | cut -d' ' -f1)" '$ARGS.named'
  done | jq -s .
}
write_manifest() { # DIR; what it said before stays
  local dir=$1 before='{}'
  [[ ! -e $dir/manifest.json ]] || before=$(cat "$dir/manifest.json")
  jq --argjson files "$(file_list "$dir")" --arg covers "$(date -u +%FT%TZ)" '. + {files: $files, covers_until: $covers}' <<<"$before" >"$dir/manifest.json.new"
  mv "$dir/manifest.json.new" "$dir/manifest.json"
}
manifest() { jq -er "$2" "$1/manifest.json"; } # DIR QUERY

# ---- backup ----
copy_database() { # DIR
  local login=$RUN_DIR/backup-info/root.cnf
  mkdir -p "$RUN_DIR/backup-info"
  (umask 077 && root_options >"$login")
  mariadb-backup --defaults-extra-file="$login" --backup --stream=xbstream --extra-lsndir="$RUN_DIR/backup-info" \
    --datadir="$RUN_DIR/mysql" | seal "$1/database.xb.zst.age"
}
note_position() { # DIR: where the binary log stood at the copy
  local said
  said=$(grep '^binlog_pos' "$RUN_DIR/backup-info/xtrabackup_info" || true)
  jq -n --arg made_at "$(date -u +%FT%TZ)" --arg server "$(ask 'SELECT VERSION()')" \
    --arg file "$(sed -nE "s/.*filename '([^']*)'.*/\1/p" <<<"$said")" --arg position "$(sed -nE "s/.*position '([0-9]+)'.*/\1/p" <<<"$said")" \
    --arg gtid "$(sed -nE "s/.*GTID of the last change '([^']*)'.*/\1/p" <<<"$said")" \
    --arg gelora "$(git -C "$ROOT" describe --always --dirty 2>/dev/null || echo unknown)" --arg secrets "$(fingerprints)" \
    '{made_at: $made_at, gelora: $gelora, server: $server, binlog: {file: $file, position: $position, gtid: $gtid}, secrets: ($secrets | split("\n"))}' >"$1/manifest.json"
  rm -rf "$RUN_DIR/backup-info"
}
copy_posters() { # DIR
  mkdir -p "$RUN_DIR/data/posters"
  tar -C "$RUN_DIR/data" -cf - posters | seal "$1/posters.tar.zst.age"
}
# The log that is being written to is closed first: all that was acknowledged by now is in the others.
copy_binlog() { # DIR
  local dir=$1 first file name
  first=$(manifest "$dir" .binlog.file) || true
  [[ -n $first ]] || { echo "this stack has no binary log: the backup is of its moment, and cannot be carried on"; return 0; }
  ask 'FLUSH BINARY LOGS'
  for file in "$BINLOGS"/binlog.[0-9]*; do
    name=${file##*/}
    [[ $name < $first || $file == "$(newest_binlog)" || -e $dir/$name.zst.age ]] || seal "$dir/$name.zst.age" <"$file"
  done
}
newest_binlog() { printf '%s\n' "$BINLOGS"/binlog.[0-9]* | sort | tail -n 1; }

make() {
  local dir=$1
  need_recipients
  supervised mariadb || die "the stack is not running" "./gelora up --detach"
  [[ ! -e $dir/manifest.json ]] || die "$dir has a backup already" "./gelora backup --binlog $dir  carries it on"
  mkdir -p "$dir"
  chmod 700 "$dir"
  step "database" "mariadb-backup says above what it misses" copy_database "$dir"
  note_position "$dir"
  step "posters" "" copy_posters "$dir"
  binlog "$dir"
}
binlog() {
  need_recipients
  step "binary log" "" copy_binlog "$1"
  step "manifest" "" write_manifest "$1"
  verify "$1"
}

# ---- verify ----
whole() { # DIR
  local dir=$1 line name sum
  while read -r sum name; do
    [[ -e $dir/$name ]] || { echo "$name is missing"; return 1; }
    [[ $(sha256sum <"$dir/$name") == "$sum "* ]] || { echo "$name is not what was written"; return 1; }
  done < <(manifest "$dir" '.files[] | "\(.sha256) \(.name)"')
  [[ -e $dir/database.xb.zst.age ]] || { echo "there is no database in it"; return 1; }
  line=$(manifest "$dir" .binlog.file) || true
  [[ -z $line || -e $dir/$line.zst.age ]] || { echo "the binary log from $line on is missing"; return 1; }
}
opens() { # DIR
  local file
  for file in "$1"/*.age; do unseal "$file" >/dev/null || { echo "${file##*/} does not open"; return 1; }; done
}
verify() {
  [[ -e $1/manifest.json ]] || die "$1 has no manifest.json: it is no backup, or one that was not finished"
  step "files are whole" "this backup is of no use; is there an older one?" whole "$1"
  if [[ -s ${GELORA_BACKUP_IDENTITY_FILE:-} ]]; then step "files open" "the identity is another's, or a file is damaged" opens "$1"; fi
}

# ---- restore ----
unpack() { # DIR
  rm -rf "$RUN_DIR/mysql.new"
  mkdir -p "$RUN_DIR/mysql.new" "$RUN_DIR/mysql-tmp"
  unseal "$1/database.xb.zst.age" | mbstream -x -C "$RUN_DIR/mysql.new"
  mariadb-backup --prepare --target-dir="$RUN_DIR/mysql.new"
}
put_in_place() { # DIR
  rm -rf "$RUN_DIR/mysql" "$BINLOGS" "$RUN_DIR/data/posters"
  mv "$RUN_DIR/mysql.new" "$RUN_DIR/mysql"
  mariadb_config
  mkdir -p "$RUN_DIR/data"
  unseal "$1/posters.tar.zst.age" | tar -C "$RUN_DIR/data" -xf -
  echo mariadb >"$RUN_DIR/stamps/database"
}
replay() { # DIR TIME: the first file from where the copy stood
  local dir=$1 to=$2 first name options=(--no-defaults --disable-log-bin) files=()
  first=$(manifest "$dir" .binlog.file) || true
  [[ -n $first ]] || { echo "no binary log in it"; return 0; }
  mkdir -p "$RUN_DIR/binlog-tmp"
  for name in "$dir"/binlog.*.zst.age; do
    files+=("$RUN_DIR/binlog-tmp/$(basename "$name" .zst.age)")
    unseal "$name" >"${files[-1]}"
  done
  [[ -z $to ]] || options+=(--stop-datetime="$(date -d "$to" '+%F %T')")
  TZ=$(date +%Z) mariadb-binlog "${options[@]}" --start-position="$(manifest "$dir" .binlog.position)" "${files[@]}" | SQL_CLIENT --binary-mode
  rm -rf "$RUN_DIR/binlog-tmp"
}
same_secrets() { # DIR
  local differ
  differ=$({ diff <(manifest "$1" '.secrets[]') <(fingerprints) || true; } | sed -nE 's/^< [0-9a-f]+ +//p')
  [[ -z $differ ]] || die "these secrets are not those that the backup was made with: ${differ//$'\n'/, }" "put them back into $SECRETS first: they are kept apart from backups"
}
restore() {
  local dir=$1 to='' yes='' begun
  shift
  while (($#)); do
    case $1 in
      --to) to=${2:-}; date -d "$to" >/dev/null || die "--to needs a time, such as 2026-07-01T20:00:00Z"; shift ;;
      --yes | -y) yes=1 ;;
      *) die "restore does not know '$1'" "./gelora restore --help" ;;
    esac
    shift
  done
  need_identity
  if any_running; then die "this stack is running" "./gelora down"; fi
  [[ ! -e $RUN_DIR/mysql/ibdata1 || -n $yes ]] || die "there is data in $RUN_DIR/mysql, which would be lost" "--yes restores over it"
  begun=$(now_ms)
  make_run_dir
  verify "$dir"
  same_secrets "$dir"
  prepare_sockets
  step "unpack and prepare" "is the disk full?" unpack "$dir"
  step "in place" "" put_in_place "$dir"
  step "database" "$LOG_DIR/mariadb.log says why" start_all mariadb
  step "binary log${to:+ until $to}" "" replay "$dir" "$to"
  step "database stops" "" stop_one mariadb
  echo "  restored after $(seconds_since "$begun"): ./gelora up, then ./gelora audit && ./gelora audit-money"
}

main_backup() {
  local what=${1:-} dir=${2:-}
  load_settings
  [[ $GELORA_DATABASE == mariadb ]] || die "this stack runs on MySQL, which mariadb-backup does not copy"
  trap 'abort_step; exit 130' INT TERM HUP
  [[ -n $dir ]] || die "which folder?" "./gelora backup --help"
  [[ $dir == /* ]] || dir=$PWD/$dir
  case $what in
    make | binlog | verify) "$what" "$dir" ;;
    restore) restore "$dir" "${@:3}" ;;
    *) sed -n '2,9p' "${BASH_SOURCE[0]}" | sed 's/^# \{0,1\}//'; exit 2 ;;
  esac
}
main_backup "$@"

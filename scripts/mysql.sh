#!/usr/bin/env bash
# Oracle's MySQL in place of MariaDB (GELORA_DATABASE=mysql): Debian has it in sid only. Sourced by stack.sh; by itself:
#   mysql.sh install   fetches it and the libraries it was linked with into .cache/mysql, once; as root or with sudo
# It runs by its own loader: neither a chroot nor a package of this system is touched.
set -euo pipefail
# shellcheck source=scripts/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

MYSQL=$ROOT/.cache/mysql

mysql_install() {
  local new=$MYSQL.new mirror package
  [[ ! -x $MYSQL/usr/sbin/mysqld ]] || return 0
  mirror=$(sed -nE '/security/d; s/^URIs: *([^ ]*debian\/?)$/\1/p; s/^deb +(\[[^]]*\] +)?([^ ]+) +[a-z]+ +main.*/\2/p' \
    /etc/apt/sources.list.d/debian.sources /etc/apt/sources.list 2>/dev/null | head -n 1 || true)
  [[ -n $mirror ]] || die "/etc/apt names no mirror of Debian to fetch MySQL from"
  as_root rm -rf "$new" "$MYSQL"
  mkdir -p "$new"
  as_root debootstrap --download-only --variant=minbase --include=mysql-server-core sid "$new/packages" "$mirror"
  for package in "$new"/packages/var/cache/apt/archives/*.deb; do dpkg-deb -x "$package" "$new"; done
  as_root rm -rf "$new/packages"
  mv "$new" "$MYSQL"
}

mysql_command() { # fills COMMAND
  local loader libraries
  loader=$(printf '%s\n' "$MYSQL"/usr/lib*/ld-linux-*.so.* | head -n 1)
  libraries=$(printf '%s\n' "$MYSQL"/usr/lib/*-linux-gnu | head -n 1)
  COMMAND=("$loader" --library-path "$libraries" "$MYSQL/usr/sbin/mysqld" --defaults-file="$RUN_DIR/mysql.cnf")
}

# TCP with TLS, for a password of MySQL is not told to a server that nobody has proven; root comes by the socket.
mysql_config() {
  mysql_install
  database_certificate 127.0.0.1
  cat >"$RUN_DIR/mysql.cnf" <<EOF
[mysqld]
basedir = $MYSQL/usr
lc_messages_dir = $MYSQL/usr/share/mysql
datadir = $RUN_DIR/mysql
socket = $SOCKETS/mysqld.sock
pid_file = $RUN_DIR/mysql/mysqld.pid
tmpdir = $RUN_DIR/mysql-tmp
$([[ $(id -u) != 0 ]] || echo 'user = root')
bind_address = 127.0.0.1
port = $(port_of mysql)
mysqlx = OFF
ssl_ca = $SECRETS/database/ca.crt
ssl_cert = $SECRETS/database/server.crt
ssl_key = $SECRETS/database/server.key
require_secure_transport = ON
character_set_server = utf8mb4
collation_server = utf8mb4_unicode_ci
transaction_isolation = READ-COMMITTED
innodb_flush_log_at_trx_commit = 1
sync_binlog = 1
log_bin_trust_function_creators = ON
innodb_buffer_pool_size = 512M
innodb_redo_log_capacity = 512M
max_allowed_packet = 64M
max_connections = 500
performance_schema = OFF
secure_file_priv = NULL
EOF
}

mysql_create() {
  local COMMAND
  mysql_command
  "${COMMAND[@]}" --initialize-insecure
}

if [[ ${BASH_SOURCE[0]} == "$0" ]]; then
  [[ ${1:-} == install ]] || { sed -n '2,4p' "$0"; exit 2; }
  mysql_install
fi

#!/usr/bin/env bash
# Oracle's MySQL in place of MariaDB (GELORA_DATABASE=mysql): Debian has it in sid only. Sourced by stack.sh; by itself:
#   mysql.sh install   fetches it and the libraries it was linked with into .cache/mysql, once; as root or with sudo
# It runs by its own loader: neither a chroot nor a package of this system is touched.
# With GELORA_MYSQL_NODES=3 there are mysql, mysql-2 and mysql-3, a group of which one takes writes (docs/operations.md).
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

mysql_command() { # NODE; fills COMMAND
  local loader libraries
  loader=$(printf '%s\n' "$MYSQL"/usr/lib*/ld-linux-*.so.* | head -n 1)
  libraries=$(printf '%s\n' "$MYSQL"/usr/lib/*-linux-gnu | head -n 1)
  COMMAND=("$loader" --library-path "$libraries" "$MYSQL/usr/sbin/mysqld" --defaults-file="$RUN_DIR/$1.cnf")
}

mysql_is_group() { ((GELORA_MYSQL_NODES > 1)); }
mysql_nodes() { local number; echo mysql; for ((number = 2; number <= GELORA_MYSQL_NODES; number++)); do echo "mysql-$number"; done; }
mysql_addresses() { local node; for node in $(mysql_nodes); do echo "127.0.0.1:$(port_of "$node")"; done | paste -sd,; }
mysql_socket() { if [[ $1 == *-* ]]; then echo "$SOCKETS/$1.sock"; else echo "$SOCKETS/mysqld.sock"; fi; }
mysql_client() { # NODE ARGUMENT...
  mariadb --no-defaults -uroot -p"$(cat "$SECRETS/mariadb-root.password")" --socket="$(mysql_socket "$1")" --connect-timeout=2 "${@:2}"
}
mysql_ask() { mysql_client "$1" -N -B -e "$2" 2>/dev/null; } # NODE QUERY

# TCP with TLS, for a password of MySQL is not told to a server that nobody has proven; root comes by the socket.
mysql_config() {
  local node joins=OFF
  mysql_install
  database_certificate 127.0.0.1
  if mysql_is_group; then
    new_secret "$SECRETS/replication.password"
    ! mysql_has_group || joins=ON
  fi
  for node in $(mysql_nodes); do mysql_config_of "$node" "$joins"; done
}

mysql_config_of() { # NODE JOINS: whether it goes into its group by itself, ON or OFF
  local node=$1 buffer=512M
  ! mysql_is_group || buffer=128M # they share a machine here
  mkdir -p "$RUN_DIR/$node-tmp"
  cat >"$RUN_DIR/$node.cnf" <<EOF
[mysqld]
basedir = $MYSQL/usr
lc_messages_dir = $MYSQL/usr/share/mysql
datadir = $RUN_DIR/$node
socket = $(mysql_socket "$node")
pid_file = $RUN_DIR/$node/mysqld.pid
tmpdir = $RUN_DIR/$node-tmp
$([[ $(id -u) != 0 ]] || echo 'user = root')
bind_address = 127.0.0.1
port = $(port_of "$node")
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
innodb_buffer_pool_size = $buffer
innodb_redo_log_capacity = 512M
max_allowed_packet = 64M
max_connections = 500
performance_schema = $(if mysql_is_group; then echo ON; else echo OFF; fi)
secure_file_priv = NULL
$(! mysql_is_group || mysql_group_config "$@")
EOF
}

mysql_create() {
  local COMMAND node
  mysql_command mysql
  "${COMMAND[@]}" --initialize-insecure
  for node in $(mysql_nodes); do
    [[ $node != mysql ]] || continue
    rm -rf "${RUN_DIR:?}/$node"
    cp -a "$RUN_DIR/mysql" "$RUN_DIR/$node"
    rm "$RUN_DIR/$node/auto.cnf" # the server's identity: it makes another
  done
}

# ---- a group of servers ----
# Who is silent for 5 s is expelled (those 5 s cannot be set); whoever sees no majority for as long takes no writes any more.
# A new primary serves nobody before it has applied what the old one acknowledged.
mysql_group_config() { # NODE JOINS
  cat <<EOF
server_id = $(instance_number "$1")
report_host = 127.0.0.1
report_port = $(port_of "$1")
relay_log = relay
sql_require_primary_key = ON
gtid_mode = ON
enforce_gtid_consistency = ON
plugin_dir = $MYSQL/usr/lib/mysql/plugin
plugin_load_add = group_replication.so
loose_group_replication_group_name = $(mysql_group_name)
loose_group_replication_local_address = 127.0.0.1:$(port_of "$1")
loose_group_replication_group_seeds = $(mysql_addresses)
loose_group_replication_communication_stack = MYSQL
loose_group_replication_ssl_mode = REQUIRED
loose_group_replication_recovery_use_ssl = ON
loose_group_replication_recovery_ssl_ca = $SECRETS/database/ca.crt
loose_group_replication_recovery_ssl_verify_server_cert = ON
loose_group_replication_start_on_boot = $2
loose_group_replication_consistency = BEFORE_ON_PRIMARY_FAILOVER
loose_group_replication_member_expel_timeout = 0
loose_group_replication_unreachable_majority_timeout = 5
loose_group_replication_exit_state_action = READ_ONLY
loose_group_replication_autorejoin_tries = 2016
EOF
}

mysql_group_name() {
  [[ -s $RUN_DIR/stamps/mysql-group ]] || cat /proc/sys/kernel/random/uuid >"$RUN_DIR/stamps/mysql-group"
  cat "$RUN_DIR/stamps/mysql-group"
}

mysql_members="SELECT member_state, member_role, @@read_only FROM performance_schema.replication_group_members WHERE member_id = @@server_uuid"
mysql_is_online() { [[ $(mysql_ask "$1" "$mysql_members") == ONLINE* ]]; }
mysql_has_group() { local node; for node in $(mysql_nodes); do if mysql_is_online "$node"; then return 0; fi; done; return 1; }
mysql_primary() {
  local node
  for node in $(mysql_nodes); do
    if [[ $(mysql_ask "$node" "$mysql_members") == ONLINE$'\t'PRIMARY$'\t'0 ]]; then
      echo "$node"
      return 0
    fi
  done
  return 1
}

mysql_answers() { mariadb-admin --no-defaults -uroot -p"$(cat "$SECRETS/mariadb-root.password")" --socket="$(mysql_socket "$1")" --connect-timeout=2 ping >/dev/null 2>&1; }

# What each knows by itself, not by the group: root's password, and who copies from whom.
mysql_introduce() { # NODE
  local password
  password=$(head -c 32 "$SECRETS/replication.password") # no longer one is taken
  mysql_ask "$1" 'SELECT 1' >/dev/null && return 0
  mariadb --no-defaults -uroot --socket="$(mysql_socket "$1")" <<EOF
SET sql_log_bin = 0;
CREATE USER IF NOT EXISTS gelora_replication@localhost IDENTIFIED BY '$password' REQUIRE SSL;
GRANT REPLICATION SLAVE, CONNECTION_ADMIN, BACKUP_ADMIN, GROUP_REPLICATION_STREAM ON *.* TO gelora_replication@localhost;
CHANGE REPLICATION SOURCE TO SOURCE_USER = 'gelora_replication', SOURCE_PASSWORD = '$password' FOR CHANNEL 'group_replication_recovery';
ALTER USER root@localhost IDENTIFIED BY '$(cat "$SECRETS/mariadb-root.password")';
EOF
}

# Of servers that are all outside of a group, the one that has what every other one has.
mysql_most_advanced() {
  local node other best has
  local -A known=()
  has="SELECT REPLACE(CONCAT_WS(',', @@gtid_executed, (SELECT NULLIF(received_transaction_set, '')
    FROM performance_schema.replication_connection_status WHERE channel_name = 'group_replication_applier')), CHAR(10), '')"
  for node in $(mysql_nodes); do known[$node]=$(mysql_ask "$node" "$has"); done
  for node in $(mysql_nodes); do
    best=$node
    for other in $(mysql_nodes); do
      [[ $(mysql_ask "$node" "SELECT GTID_SUBSET('${known[$other]}', '${known[$node]}')") == 1 ]] || best=
    done
    [[ -z $best ]] || { echo "$best"; return 0; }
  done
  die "no server of the group has everything that the others have" "docs/operations.md says how to choose one"
}

# Starts the servers that are not running. Only where no server is in the group, all being there, is the group begun anew.
mysql_group_start() {
  local node first
  for node in $(mysql_nodes); do launch "$node"; done
  for node in $(mysql_nodes); do
    mysql_wait 60 "$node does not answer" mysql_comes "$node" || { tail -n 15 "$LOG_DIR/$node.log" >&2; return 1; }
  done
  if ! mysql_has_group; then
    for node in $(mysql_nodes); do mysql_introduce "$node"; done
    first=$(mysql_most_advanced)
    mysql_client "$first" -e "STOP GROUP_REPLICATION; SET GLOBAL group_replication_bootstrap_group = ON; START GROUP_REPLICATION; SET GLOBAL group_replication_bootstrap_group = OFF"
    mysql_wait 60 "$first began no group" mysql_is_online "$first"
    for node in $(mysql_nodes); do
      [[ $node == "$first" ]] || mysql_client "$node" -e 'STOP GROUP_REPLICATION; START GROUP_REPLICATION'
    done
    for node in $(mysql_nodes); do mysql_config_of "$node" ON; done
  fi
  for node in $(mysql_nodes); do wait_ready "$node" 120; done
}
mysql_comes() { mysql_answers "$1" || mariadb --no-defaults -uroot --socket="$(mysql_socket "$1")" -e 'DO 0' 2>/dev/null; }
mysql_wait() { # SECONDS COMPLAINT COMMAND...
  local end=$((SECONDS + $1)) complaint=$2
  shift 2
  until "$@"; do
    ((SECONDS < end)) || { echo "$complaint" >&2; return 1; }
    sleep 0.1
  done
}

if [[ ${BASH_SOURCE[0]} == "$0" ]]; then
  [[ ${1:-} == install ]] || { sed -n '2,4p' "$0"; exit 2; }
  mysql_install
fi

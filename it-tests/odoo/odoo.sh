#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A real Odoo for the tests: 19, or 14 as the oldest that Segcast speaks to. Everything it makes lives in one folder outside the source tree.
# Two ways: containers where a Docker engine answers, else a Debian root with Odoo's own packages. CI has no engine,
# so the root is the tried way; the Docker branch was written from the images' documentation and has never been run.
set -euo pipefail
umask 077

HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
VERSION=${SEGCAST_ODOO_VERSION:-19}
HOME_DIR=${SEGCAST_ODOO_HOME:-$HOME/.cache/segcast-odoo}
PORT=${SEGCAST_ODOO_PORT:-8169}
PG_PORT=${SEGCAST_ODOO_PG_PORT:-54329}
case $VERSION in
  19) SUITE=trixie PACKAGES=(odoo-19 postgresql tzdata-legacy) PG_VERSION=17 GEVENT=gevent_port DEMO=() ;;
  14) SUITE=bullseye PACKAGES=(odoo-14 postgresql) PG_VERSION=13 GEVENT=longpolling_port DEMO=(--without-demo=all)
    HOME_DIR+=-14 PORT=$((PORT + 10)) PG_PORT=$((PG_PORT + 10)) ;; # beside a 19, whatever its settings are
  *) echo "odoo.sh: SEGCAST_ODOO_VERSION is '$VERSION', expected 19 or 14" >&2; exit 2 ;;
esac
ROOT=$HOME_DIR/root RUN=$HOME_DIR/run LOG=$HOME_DIR/log KEYS=$HOME_DIR/keys CONF=$HOME_DIR/odoo.conf
ROOT_CONF=/etc/segcast-odoo.conf DATA=/var/lib/odoo/data CLUSTER=/var/lib/postgresql/segcast
BOX=segcast-odoo-$VERSION PG_BOX=segcast-odoo-$VERSION-db
DOCKER=false
if [ "${SEGCAST_ODOO_DOCKER:-yes}" != no ] && command -v docker >/dev/null && docker info >/dev/null 2>&1; then DOCKER=true; fi

usage() {
  cat >&2 <<END
usage: odoo.sh install                             build the server and its template databases (3 to 8 minutes, once)
       odoo.sh start | stop | status               Odoo on http://127.0.0.1:$PORT, PostgreSQL on port $PG_PORT
       odoo.sh reset [DB [TEMPLATE]]               make DB (crm) afresh from TEMPLATE (crm_empty or contacts_only);
                                                   prints the path of its settings file, which holds an API key
       odoo.sh load DB FOLDER                      add the contacts, orders and lines of a CSV folder to DB
       odoo.sh synthetic DB PARTNERS ORDERS LINES  reset DB, then fill it with made-up rows, the same ones each time
       odoo.sh sql DB ["STATEMENT"]                psql, bare rows; without STATEMENT it reads standard input
settings: SEGCAST_ODOO_VERSION (19; 14 has a home of its own and ports 10 higher),
          SEGCAST_ODOO_HOME (now $HOME_DIR), SEGCAST_ODOO_PORT, SEGCAST_ODOO_PG_PORT,
          SEGCAST_ODOO_DOCKER=no (the Debian root, though a Docker engine answers)
END
  exit 2
}
say() { echo "odoo.sh: $*" >&2; }
die() { say "$*"; exit 1; }
lock() { mkdir -p "$RUN" "$LOG" "$KEYS"; exec 9>"$RUN/lock"; flock 9; } # several sessions may share the home
unlock() { exec 9>&-; }

# ---- The Debian root

enter() { # sets INTO to the command that runs "$2..." as user $1; its mounts are private and go away with it
  # shellcheck disable=SC2016
  INTO=(unshare --mount --propagation private bash -c '
    root=$0 user=$1; shift
    for dir in proc dev; do mount --rbind "/$dir" "$root/$dir"; done
    exec chroot --userspec="$user:$user" "$root" "$@"' "$ROOT" "$1"
    env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/tmp LANG=C.UTF-8 TZ=UTC DEBIAN_FRONTEND=noninteractive
    ${http_proxy:+"http_proxy=$http_proxy"} "${@:2}")
}
as() { enter "$@"; "${INTO[@]}" 9>&-; } # a daemon that kept fd 9 would keep the lock

mirror() {
  # shellcheck disable=SC2016
  apt-get indextargets --format '$(LABEL)|$(COMPONENT)|$(REPO_URI)' 'Identifier: Packages' |
    awk -F'|' '$1 == "Debian" && $2 == "main" && !found { print $3; found = 1 }'
}

pg_bin() { local found=("$ROOT"/usr/lib/postgresql/*/bin/"$1"); echo "${found[0]#"$ROOT"}"; }

build_root() { # each stage leaves a mark; an interrupted stage is done again
  [ "$(id -u)" = 0 ] || die "no Docker engine answers, and only root can build a Debian root"
  if [ ! -e "$ROOT/.bootstrapped" ]; then
    say "Debian root"
    if ! command -v debootstrap >/dev/null || [ -z "$(mirror)" ]; then
      { apt-get update -q && apt-get install -y -q -o DPkg::Lock::Timeout=300 --no-install-recommends debootstrap debian-archive-keyring; } \
        >"$LOG/host-packages.log" 2>&1 || die "apt-get cannot install debootstrap: see $LOG/host-packages.log"
    fi
    [ -n "$(mirror)" ] || die "no Debian mirror: 'apt-get indextargets' names none with label Debian, component main"
    rm -rf --one-file-system "$ROOT"; mkdir -p "$ROOT"
    (umask 022; unshare --mount --propagation private \
      debootstrap --variant=minbase --include=ca-certificates "$SUITE" "$ROOT" "$(mirror)") >"$LOG/debootstrap.log" 2>&1 ||
      die "debootstrap failed: see $LOG/debootstrap.log"
    chmod 755 "$ROOT"; touch "$ROOT/.bootstrapped"
  fi
  if [ ! -e "$ROOT/.packaged" ]; then
    say "packages"
    (umask 022; install_packages) >"$LOG/packages.log" 2>&1 || die "apt-get failed: see $LOG/packages.log"
    touch "$ROOT/.packaged"
  fi
  if [ ! -e "$ROOT/.clustered" ]; then
    rm -rf --one-file-system "${ROOT:?}$CLUSTER"
    as postgres "$(pg_bin initdb)" -D "$CLUSTER" --auth=trust --locale=C.UTF-8 --encoding=UTF8 >"$LOG/initdb.log"
    # Nothing in here has to survive a power cut.
    printf '%s\n' "listen_addresses = '127.0.0.1'" "unix_socket_directories = '/var/run/postgresql'" 'fsync = off' \
      'synchronous_commit = off' 'full_page_writes = off' 'shared_buffers = 512MB' 'max_wal_size = 4GB' \
      >>"$ROOT$CLUSTER/postgresql.conf"
    touch "$ROOT/.clustered"
  fi
}

install_packages() {
  echo "deb $(mirror) $SUITE main" >"$ROOT/etc/apt/sources.list"
  if [ "$VERSION" = 19 ]; then # is in sid only, and sid's Python is too new for it: so trixie, with this one package from sid
    echo "deb $(mirror) sid main" >>"$ROOT/etc/apt/sources.list"
    printf 'Package: %s\nPin: release n=sid\nPin-Priority: %s\n\n' '*' 50 odoo-19 990 >"$ROOT/etc/apt/preferences.d/segcast"
  fi
  printf '%s\n' 'APT::Install-Recommends "false";' 'Acquire::Check-Valid-Until "false";' 'Acquire::Languages "none";' 'DPkg::Lock::Timeout "300";' \
    >"$ROOT/etc/apt/apt.conf.d/segcast"
  mkdir -p "$ROOT/etc/postgresql-common"
  echo 'create_main_cluster = false' >"$ROOT/etc/postgresql-common/createcluster.conf"
  printf '#!/bin/sh\nexit 101\n' >"$ROOT/usr/sbin/policy-rc.d"; chmod 755 "$ROOT/usr/sbin/policy-rc.d"
  cp -L /etc/resolv.conf /etc/hosts "$ROOT/etc/"
  local tries=0
  until as root dpkg --configure -a --force-confold; do # an interrupted run's dpkg may still be at work
    [ $((tries += 1)) -lt 24 ] || return; sleep 5
  done
  # "|| return" because errexit is off inside a condition, and this function is called in one
  as root apt-get update -q || return
  as root apt-get install -y -q -f || return
  as root apt-get install -y -q -o Dpkg::Options::=--force-confold "${PACKAGES[@]}" || return
  as root apt-get clean
}

# ---- The server, in either way

write_conf() { # no cron workers: they would sit in every database and change rows under a test
  local interface=127.0.0.1 port=$PORT pg=$PG_PORT
  if $DOCKER; then interface=0.0.0.0 port=8069 pg=5432; fi
  printf '%s\n' '[options]' "db_port = $pg" 'db_user = odoo' "data_dir = $DATA" "http_interface = $interface" \
    "http_port = $port" "$GEVENT = $((port + 1))" 'workers = 2' 'max_cron_threads = 0' 'list_db = True' \
    "admin_passwd = $(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')" 'limit_time_cpu = 3600' 'limit_time_real = 3600' \
    'limit_memory_soft = 4294967296' 'limit_memory_hard = 6442450944' >"$CONF"
  if $DOCKER; then echo "db_host = $PG_BOX" >>"$CONF"; chmod 644 "$CONF"; return; fi # its user differs; our folder is closed
  install -m 600 "$CONF" "$ROOT$ROOT_CONF"
  as root sh -c "chown odoo:odoo $ROOT_CONF; install -d -o odoo -g odoo $DATA"
}

run_odoo() {
  if $DOCKER; then
    docker run --rm -i --network "$BOX" -v "$CONF:/etc/odoo/odoo.conf:ro" -v "$BOX:/var/lib/odoo" "odoo:$VERSION" odoo "$@"
  else as odoo odoo "$@" -c "$ROOT_CONF"; fi
}

in_filestore() {
  local script="mkdir -p $DATA/filestore && cd $DATA/filestore && $1"
  if $DOCKER; then docker run --rm -v "$BOX:/var/lib/odoo" --entrypoint sh "odoo:$VERSION" -c "$script"; else as odoo sh -c "$script"; fi
}

psql_in() { # psql_in DB ARGUMENTS
  local command=(psql -U odoo -d "$1" -XqAt -v ON_ERROR_STOP=1 "${@:2}")
  if $DOCKER; then docker exec -i "$PG_BOX" "${command[@]}"; else as odoo "${command[@]}" -p "$PG_PORT"; fi
}

pg_ctl() { as postgres "$(pg_bin pg_ctl)" -D "$CLUSTER" "$@"; }

pg_runs() {
  if $DOCKER; then docker exec "$PG_BOX" pg_isready -q -h 127.0.0.1 -U odoo 2>/dev/null
  else [ -e "$ROOT/.clustered" ] && pg_ctl status >/dev/null; fi
}

pg_start() {
  if pg_runs; then return; fi
  if $DOCKER; then
    docker network inspect "$BOX" >/dev/null 2>&1 || docker network create "$BOX" >/dev/null
    docker start "$PG_BOX" >/dev/null 2>&1 || docker run -d --name "$PG_BOX" --network "$BOX" -e POSTGRES_USER=odoo \
      -e POSTGRES_HOST_AUTH_METHOD=trust -p "127.0.0.1:$PG_PORT:5432" "postgres:$PG_VERSION" -c fsync=off >/dev/null
    until pg_runs; do sleep 0.5; done
    return
  fi
  [ -e "$ROOT/.clustered" ] || die "nothing is installed in $HOME_DIR: run 'odoo.sh install'"
  as root install -d -o postgres -g postgres -m 2775 /var/run/postgresql
  pg_ctl -o "-p $PG_PORT" -l "$CLUSTER/server.log" -w start >/dev/null ||
    die "PostgreSQL does not start on port $PG_PORT: see $ROOT$CLUSTER/server.log"
  as postgres psql -p "$PG_PORT" -XqAtc "select 1 from pg_roles where rolname = 'odoo'" | grep -q 1 ||
    as postgres createuser -p "$PG_PORT" --createdb odoo
}

odoo_pid() { # the number alone may belong to another program by now
  local pid
  pid=$(cat "$RUN/odoo.pid" 2>/dev/null) && tr '\0' ' ' 2>/dev/null <"/proc/$pid/cmdline" | grep -q "odoo server -c $ROOT_CONF" && echo "$pid"
}

odoo_runs() {
  if $DOCKER; then [ "$(docker inspect -f '{{.State.Running}}' "$BOX" 2>/dev/null)" = true ]; else odoo_pid >/dev/null; fi
}

bury_odoo() { # what a killed server left behind still holds the ports; setsid made its pid the id of their session
  local pids
  if pids=$(pgrep -s "$(cat "$RUN/odoo.pid" 2>/dev/null || echo 1)" -f "server -c $ROOT_CONF"); then
    # shellcheck disable=SC2086
    kill -KILL $pids 2>/dev/null || true
    sleep 0.2
  fi
  rm -f "$RUN/odoo.pid"
}

odoo_start() {
  if odoo_runs; then return; fi
  $DOCKER || bury_odoo
  if (exec 3<>"/dev/tcp/127.0.0.1/$PORT") 2>/dev/null; then die "port $PORT is taken by another program: set SEGCAST_ODOO_PORT"; fi
  write_conf
  if $DOCKER; then
    docker rm "$BOX" >/dev/null 2>&1 || true
    docker run -d --name "$BOX" --network "$BOX" -v "$CONF:/etc/odoo/odoo.conf:ro" -v "$BOX:/var/lib/odoo" \
      -p "127.0.0.1:$PORT:8069" "odoo:$VERSION" >/dev/null
  else
    enter odoo odoo server -c "$ROOT_CONF"
    setsid "${INTO[@]}" </dev/null >>"$LOG/odoo.log" 2>&1 9>&- &
    echo $! >"$RUN/odoo.pid"
  fi
  for _ in {1..240}; do
    sleep 0.25
    odoo_runs || break
    if curl -s -o "$RUN/version" "http://127.0.0.1:$PORT/web/login"; then return; fi
  done
  die "Odoo does not answer on port $PORT: see $LOG/odoo.log"
}

stop() {
  local pid
  if $DOCKER; then docker stop "$BOX" "$PG_BOX" >/dev/null 2>&1 || true; return; fi
  if pid=$(odoo_pid); then
    kill "$pid"
    for _ in {1..60}; do [ -d "/proc/$pid" ] || break; sleep 0.25; done
  fi
  bury_odoo
  if pg_runs; then pg_ctl -m fast -w stop >/dev/null; fi
}

status() {
  local odoo=stopped pg=stopped
  if odoo_runs; then odoo="running on http://127.0.0.1:$PORT"; fi
  if pg_runs; then pg="running on port $PG_PORT"; fi
  printf 'Odoo        %s\nPostgreSQL  %s\n' "$odoo" "$pg"
  [ "$odoo" != stopped ] && [ "$pg" != stopped ]
}

# ---- Databases

QUIET='set client_min_messages = warning'

check_name() { [[ $1 =~ ^[a-z][a-z0-9_]{0,40}$ ]] || die "'$1' is no name for a database: expected lower-case letters, digits, _"; }
is_template() { [ "$(psql_in postgres -c "select datistemplate from pg_database where datname = '$1'")" = t ]; }

make_template() { # make_template NAME MODULES; the mark "template" comes last and also hides it from Odoo
  if is_template "$1" && [ -s "$KEYS/$1" ]; then return; fi
  say "template database $1"
  if is_template "$1"; then psql_in postgres -c "alter database $1 is_template false"; fi
  psql_in postgres -c "$QUIET" -c "drop database if exists $1 with (force)"
  in_filestore "rm -rf $1"
  run_odoo server -d "$1" -i "$2" "${DEMO[@]}" --stop-after-init --no-http >"$LOG/$1.log" 2>&1 || die "Odoo cannot make $1: see $LOG/$1.log"
  run_odoo shell -d "$1" --no-http <"$HERE/prepare.py" >"$KEYS/$1" 2>>"$LOG/$1.log"
  [ -s "$KEYS/$1" ] || die "no API key for $1: see $LOG/$1.log"
  psql_in postgres -c "alter database $1 is_template true"
}

reset() { # reset DB TEMPLATE
  check_name "$1"; check_name "$2"; pg_start
  if is_template "$1"; then die "'$1' is a template: name another database"; fi
  if ! is_template "$2" || [ ! -s "$KEYS/$2" ]; then die "'$2' is no template: run 'odoo.sh install', name crm_empty or contacts_only"; fi
  psql_in postgres -c "$QUIET" -c "drop database if exists $1 with (force)" \
    -c "do \$\$ begin perform pg_terminate_backend(pid) from pg_stat_activity where datname = '$2'; end \$\$" \
    -c "create database $1 template $2"
  in_filestore "rm -rf $1 && if [ -d $2 ]; then cp -al $2 $1; fi" # files are named by content and never rewritten: links do
  psql_in "$1" <"$HERE/signal.sql"
  printf '%s\n' SEGCAST_CRM=odoo "SEGCAST_ODOO_URL=http://127.0.0.1:$PORT" "SEGCAST_ODOO_DATABASE=$1" SEGCAST_ODOO_USER=admin \
    "SEGCAST_ODOO_API_KEY=$(<"$KEYS/$2")" >"$HOME_DIR/$1.env"
}

fill() { # fill DB PSQL-ARGUMENTS: rows for the staging tables come from standard input
  check_name "$1"; pg_start; unlock
  cat "$HERE/stage.sql" - "$HERE/load.sql" | psql_in "$1" -1 "${@:2}" -f -
}

case "${1:-}/$#" in
  install/1)
    lock
    if $DOCKER; then docker pull -q "odoo:$VERSION" >&2; docker pull -q "postgres:$PG_VERSION" >&2; else build_root; fi
    was_up=false; if pg_runs; then was_up=true; fi
    pg_start
    if ! odoo_runs; then write_conf; fi
    make_template crm_empty base,contacts,crm,sale_management,mass_mailing
    make_template contacts_only base,contacts
    $was_up || stop ;;
  start/1) lock; pg_start; odoo_start ;;
  stop/1) lock; stop ;;
  status/1) status ;;
  reset/[123]) lock; reset "${2:-crm}" "${3:-crm_empty}"; echo "$HOME_DIR/${2:-crm}.env" ;;
  load/3)
    lock
    rows=$(mktemp "$RUN/rows.XXXXXX"); trap 'rm -f "$rows"' EXIT # all rows first: half a folder must not get in
    python3 "$HERE/rows.py" "$3" >"$rows"
    fill "$2" <"$rows" ;;
  synthetic/5)
    [[ $3$4$5 =~ ^[0-9]+$ ]] || usage
    lock; reset "$2" crm_empty
    fill "$2" -v "partners=$3" -v "orders=$4" -v "lines=$5" <"$HERE/synthetic.sql"
    echo "$HOME_DIR/$2.env" ;;
  sql/2) psql_in "$2" ;;
  sql/3) psql_in "$2" -c "$3" ;;
  *) usage ;;
esac

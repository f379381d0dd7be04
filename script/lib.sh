# shellcheck shell=bash
# What the scripts share. Source it: it moves to the root of the repository and stops at the first error.
set -euo pipefail
ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
cd "$ROOT"
VENV="${VENV:-$ROOT/.venv}"
PYTHON="$VENV/bin/python"
DATA_DIR="${DATA_DIR:-$ROOT/var}"
mkdir -p "$DATA_DIR"
DATA_DIR="$(cd "$DATA_DIR" && pwd)"
export DATA_DIR

RUN_PACKAGES=(libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fontconfig gettext)

say() { printf '%s\n' "$*" >&2; }
stop() { say "$*"; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

# --- system packages ------------------------------------------------------------------------------------------------

missing_packages() {
  local name
  for name in "$@"; do
    dpkg-query -W -f '${Status}' "$name" 2>/dev/null | grep -q 'install ok installed' || printf '%s ' "$name"
  done
}

# as_root CMD...: run it as root without asking for a password; 1 when that is not possible.
as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; elif have sudo && sudo -n true 2>/dev/null; then sudo -n "$@"; else return 1; fi
}

# install_packages NAME...: 0 when they are there afterwards, 1 when we may not install them (the command is printed).
install_packages() {
  have dpkg-query || { say "This is no Debian; please see that these are there: $*"; return 0; }
  local missing
  missing="$(missing_packages "$@")"
  [ -n "$missing" ] || return 0
  # shellcheck disable=SC2086 # a list of names
  if as_root true; then
    say "Installing $missing"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 update >/dev/null
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300 install \
      --no-install-recommends $missing >/dev/null
  else
    say "Missing system packages. As root, run:"
    say "    apt-get update && apt-get install -y --no-install-recommends $missing"
    return 1
  fi
}

# What the outside judges of the tests need, less what is there already from elsewhere.
judge_packages() {
  local names=(chromium-headless-shell fonts-noto-cjk)
  have java || names+=(default-jre-headless)
  have mvn || names+=(maven)
  printf '%s ' "${names[@]}"
}

need_packages() { install_packages "$@" || exit 1; }

# --- stamps: do a thing again only when what it is made from has changed ---------------------------------------------

digest_of() { { find "$@" -type f -print0 2>/dev/null || true; } | LC_ALL=C sort -z | xargs -0 -r sha256sum | sha256sum | cut -c1-64; }

# fresh STAMP DIGEST: is the thing behind the stamp made from these very sources?
fresh() { [ -f "$1" ] && [ "$(cat "$1")" = "$2" ]; }

# --- Python ---------------------------------------------------------------------------------------------------------

find_python() {
  local name
  for name in python3 python3.11 python3.12 python3.13; do
    if have "$name" && "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      echo "$name"
      return
    fi
  done
  return 1
}

need_venv() {
  [ -x "$PYTHON" ] && "$PYTHON" -c '' 2>/dev/null && return
  local python
  python="$(find_python)" || { need_packages python3 python3-venv; python="$(find_python)"; } || stop "Python 3.11 or newer is needed."
  "$python" -c 'import ensurepip' 2>/dev/null || need_packages python3-venv
  say "Making a virtual environment in $VENV"
  rm -rf "$VENV"
  "$python" -m venv "$VENV"
}

# uv installs in seconds what takes pip a minute. Its own lines of the lock, hashes included, are handed to pip.
need_uv() {
  [ -x "$VENV/bin/uv" ] && return
  local lines
  lines="$(mktemp)"
  sed -n '/^uv==/,/^[^ ]*#/p' requirements-dev.txt | grep -v '# via' >"$lines"
  "$PYTHON" -m pip install -q --disable-pip-version-check --require-hashes -r "$lines" || say "No uv: going on with pip."
  rm -f "$lines"
}

# install_lock FILE: exactly what the lock names, by hash.
install_lock() {
  local stamp digest
  stamp="$VENV/.$(basename "$1").stamp"
  digest="$(digest_of "$1")"
  fresh "$stamp" "$digest" && return
  say "Installing $1"
  need_uv
  if [ -x "$VENV/bin/uv" ]; then
    "$VENV/bin/uv" pip install -q --compile-bytecode --python "$PYTHON" --require-hashes -r "$1"
  else
    "$PYTHON" -m pip install -q --disable-pip-version-check --require-hashes -r "$1"
  fi
  echo "$digest" >"$stamp"
}

# A start reads some 3,000 modules. Where PYTHONDONTWRITEBYTECODE is set, and after every change, somebody has to compile
# them beforehand, or each process does it anew; this looks at dates first and costs nothing when nothing has changed.
compile_python() {
  local rooms=(*/__init__.py)
  "$PYTHON" -m compileall -q -x '^tests/' "${rooms[@]%/*}"
}

need_python() { need_venv; install_lock requirements.txt; }
need_dev_python() { need_python; install_lock requirements-dev.txt; }

# --- assets, translations, static files -----------------------------------------------------------------------------

need_node() {
  have node && have npm || need_packages nodejs npm
  node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' ||
    stop "Node.js 20.19 or newer is needed to build the styles; this is $(node --version)."
}

build_assets() {
  local digest stamp=node_modules/.build.stamp
  digest="$(digest_of package.json package-lock.json)"
  if ! fresh node_modules/.install.stamp "$digest"; then
    need_node
    say "Installing package-lock.json"
    npm ci --silent --no-audit --no-fund
    echo "$digest" >node_modules/.install.stamp
  fi
  digest="$(digest_of package.json package-lock.json frontend)"
  if ! fresh "$stamp" "$digest" || [ ! -f portal/static_built/site.css ]; then
    need_node
    say "Building styles and scripts"
    npm run --silent build
    echo "$digest" >"$stamp"
  fi
}

compile_messages() {
  local catalogue compiled
  for catalogue in {.,*,*/*}/locale/*/LC_MESSAGES/*.po; do
    [ -f "$catalogue" ] || continue
    compiled="${catalogue%.po}.mo"
    [ "$compiled" -nt "$catalogue" ] || msgfmt --check-format -o "$compiled" "$catalogue"
  done
}

collect_static() {
  local digest stamp="$DATA_DIR/.static.stamp"
  digest="$(digest_of requirements.txt portal/static_built ./*/static)"
  fresh "$stamp" "$digest" && [ -d "$DATA_DIR/static" ] && return
  say "Collecting static files"
  "$PYTHON" manage.py collectstatic --no-input --clear -v 0
  echo "$digest" >"$stamp"
}

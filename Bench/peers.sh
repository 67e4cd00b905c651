#!/usr/bin/env bash
# peers.sh <folder of environments> <repository>…: the scanners of others and ours over the same repositories, in turns,
# without a network: time, peak memory, distinct models found. Needs Python 3.12 for foretop-lading (PY312 names it).
set -euo pipefail
home="$(cd "$(dirname "$0")" && pwd)"
[ $# -ge 2 ] || { sed -n '2,3s/^# \{0,1\}//p' "$0"; exit 2; }
mkdir -p "$1"
venvs="$(cd "$1" && pwd)"
shift
proviso="${PROVISO:-$home/../.build/release/proviso}"
py312="${PY312:-$(ls -d "$HOME"/.pyenv/versions/3.1[2-9]*/bin/python 2>/dev/null | head -1 || command -v python3.13 python3.12 | head -1 || true)}"

install() { # name, package, python
  [ -x "$venvs/$1/bin/python" ] && return
  [ -n "$3" ] || { echo "$1 needs Python 3.12: left out" >&2; return; }
  "$3" -m venv "$venvs/$1" && "$venvs/$1/bin/pip" install -q --disable-pip-version-check "$2" >&2 \
    || { echo "$2 could not be installed: left out" >&2; rm -rf "${venvs:?}/$1"; }
}
install weight-audit weight-audit==0.1.3 python3
install foretop-lading foretop-lading==0.4.0 "$py312"
install airom airom==0.5.0 python3
install ai-bom ai-bom==3.6.0 python3
install modelaudit modelaudit==0.2.54 python3
python3 "$home/peers.py" "$proviso" "$venvs" "$@"

#!/bin/sh
# Puts a released proviso into a folder, held against its checksum.
#
# usage: install.sh <version> <folder> [<sha256 of the archive>]
#
# Without a sum of your own the archive is held against SHA256SUMS of the same release. PROVISO_RELEASES is where releases
# are: a web address, or file:// for a mirror.
set -eu

version="${1:?usage: install.sh <version> <folder> [<sha256>]}"
folder="${2:?usage: install.sh <version> <folder> [<sha256>]}"
sum="${3:-}"
releases="${PROVISO_RELEASES:-https://github.com/proviso-dev/proviso/releases/download}"

case "$version" in
  "" | *[!0-9A-Za-z.-]*) echo "install.sh: '$version' is no version" >&2; exit 2 ;;
esac
system="$(uname -s)-$(uname -m)"
case "$system" in
  Linux-x86_64) target=x86_64-unknown-linux ;;
  Linux-aarch64 | Linux-arm64) target=aarch64-unknown-linux ;;
  *) echo "install.sh: there is no released binary for $system; build one with 'swift build -c release'" >&2; exit 2 ;;
esac

archive="proviso-$version-$target.tar.gz"
scratch="$(mktemp -d)"
trap 'rm -rf "$scratch"' EXIT
fetch() { curl --fail --silent --show-error --location --retry 3 --output "$scratch/$1" "$releases/v$version/$1"; }
fetch "$archive"
if [ -z "$sum" ]; then
  fetch SHA256SUMS
  sum="$(awk -v name="$archive" '$2 == name { print $1 }' "$scratch/SHA256SUMS")"
  [ -n "$sum" ] || { echo "install.sh: SHA256SUMS has no line for $archive" >&2; exit 1; }
fi
echo "$sum  $scratch/$archive" | sha256sum --check --quiet - >&2 || {
  echo "install.sh: $archive is not what its checksum says" >&2
  exit 1
}
mkdir -p "$folder"
tar -xzf "$scratch/$archive" -C "$folder" proviso
"$folder/proviso" --version >/dev/null

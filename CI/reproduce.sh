#!/usr/bin/env bash
# Makes a release twice, in two folders with other names and lengths, and tells which bytes differ.
set -euo pipefail
cd "$(dirname "$0")/.."

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
export SOURCE_DATE_EPOCH="${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}"
one="$work/one"
other="$work/another/much-longer-folder"
for folder in "$one" "$other"; do
  mkdir -p "$folder"
  git archive HEAD | tar -x -C "$folder"
  (cd "$folder" && unset PROVISO_DIST_SCRATCH && bash CI/dist.sh > "$folder.log" 2>&1) || { cat "$folder.log"; exit 1; }
done
if diff "$one/dist/SHA256SUMS" "$other/dist/SHA256SUMS"; then
  echo "The two builds have the same bytes:"
  cat "$one/dist/SHA256SUMS"
  exit 0
fi
echo "The two builds differ:"
for archive in "$one"/dist/*; do cmp "$archive" "$other/dist/$(basename "$archive")" || true; done
for folder in "$one" "$other"; do
  mkdir "$folder/unpacked" && tar -xzf "$folder"/dist/proviso-[0-9]*.tar.gz -C "$folder/unpacked"
done
echo "$({ cmp -l "$one/unpacked/proviso" "$other/unpacked/proviso" || true; } | wc -l) bytes of the binary differ; the first of them:"
{ cmp -l "$one/unpacked/proviso" "$other/unpacked/proviso" || true; } | sed -n 1,20p
exit 1

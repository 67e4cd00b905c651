#!/usr/bin/env bash
# Makes the files of a release in dist/: a static binary with its manual and completions, an artifact bundle for SwiftPM, a
# bill of materials and checksums. The same sources and tools give the same bytes, whatever the folder and the day.
set -euo pipefail
cd "$(dirname "$0")/.."

version="$(sed -n 's/.*static let current = "\(.*\)"/\1/p' Sources/ProvisoKit/Version.swift)"
triple="$(uname -m)-unknown-linux"
# When the last commit was made, unless the caller knows better.
export SOURCE_DATE_EPOCH="${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || echo 0)}"
export LC_ALL=C TZ=UTC
scratch="${PROVISO_DIST_SCRATCH:-.build/dist}"
out=dist
rm -rf "$out"
mkdir -p "$out/root/completions"

echo "== build"
# No path of this machine gets into the binary, and no Swift runtime or libyaml is needed where it runs. Debug information names
# the folder of the module cache, and the linker's build id is a hash of what is stripped, too: neither is made.
swift build -c release --scratch-path "$scratch" --product proviso -debug-info-format none \
  --static-swift-stdlib -Xswiftc -static-executable -Xlinker --build-id=none \
  -Xswiftc -file-prefix-map -Xswiftc "$PWD=." -Xcc "-ffile-prefix-map=$PWD=."
cp "$(swift build -c release --scratch-path "$scratch" --product proviso --show-bin-path)/proviso" "$out/root/proviso"
strip --strip-all "$out/root/proviso"
# The compiler leaves a hash of each module's arguments in the binary, and the folder is among these.
size="$(objdump --section-headers "$out/root/proviso" | awk '$2 == ".swift_modhash" { print "0x" $3 }')"
if [ -n "$size" ]; then
  head --bytes "$((size))" /dev/zero > "$out/zeros"
  objcopy --update-section .swift_modhash="$out/zeros" "$out/root/proviso"
  rm "$out/zeros"
fi

echo "== manual and completions"
for shell in bash zsh fish; do
  "$out/root/proviso" --generate-completion-script "$shell" > "$out/root/completions/proviso.$shell"
done
"$out/root/proviso" --experimental-dump-help \
  | python3 CI/manual.py "$version" "$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y-%m-%d)" > "$out/root/proviso.1"
cp LICENSE README.md "$out/root/"

echo "== archives"
tar --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner --mode=u+rwX,go+rX,go-w \
  -C "$out/root" -cf - . --transform 's,^\./,,' | gzip -n -9 > "$out/proviso-$version-$triple.tar.gz"
python3 CI/artifact-bundle.py "$out/root" "$version" "$triple-gnu" "$out/proviso.artifactbundle.zip"
echo "== package with the plugin and the bundle"
package="$out/root/proviso-swiftpm"
cp -RL CI/swiftpm "$package"
rm "$package/check.sh"
cp LICENSE "$package/"
cp "$out/proviso.artifactbundle.zip" "$package/"
tar --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner --mode=u+rwX,go+rX,go-w \
  -C "$out/root" -cf - proviso-swiftpm | gzip -n -9 > "$out/proviso-swiftpm-$version.tar.gz"
python3 CI/own-bom.py "$version" Package.resolved > "$out/proviso-$version.cdx.json"
rm -rf "$out/root"
(cd "$out" && sha256sum -- *.tar.gz *.zip *.json > SHA256SUMS)
cat "$out/SHA256SUMS"

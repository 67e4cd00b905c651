#!/usr/bin/env bash
# Runs the plugin from a package that depends on CI/swiftpm: check.sh <binary>. On a terminal and without one.
set -euo pipefail
binary="$(realpath "${1:?usage: check.sh <binary>}")"
cd "$(dirname "$0")"

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/root" "$work/App/Sources/App"
cp -RL . "$work/proviso-swiftpm"
cp "$binary" "$work/root/proviso"
cp ../../LICENSE "$work/root/"
python3 ../artifact-bundle.py "$work/root" 0.0.0 "$(uname -m)-unknown-linux-gnu" \
  "$work/proviso-swiftpm/proviso.artifactbundle.zip"
cat > "$work/App/Package.swift" <<'PACKAGE'
// swift-tools-version: 6.0
import PackageDescription
let package = Package(
  name: "App", dependencies: [.package(path: "../proviso-swiftpm")], targets: [.executableTarget(name: "App")])
PACKAGE
echo 'print("meta-llama/Llama-3.1-8B-Instruct")' > "$work/App/Sources/App/main.swift"
cd "$work/App"

expect() {
  grep -q 'Sources/App/main.swift:1:.*meta-llama/Llama-3.1-8B-Instruct' "$1" || { cat "$1"; echo "check.sh: $2 tells nothing" >&2; exit 1; }
}
swift package proviso --fail-on never < /dev/null > "$work/plain" 2>&1 || { cat "$work/plain"; exit 1; }
expect "$work/plain" "the plugin"
if grep -q '^Dependency proviso' "$work/plain"; then
  echo "check.sh: the plugin tells of its own package" >&2
  exit 1
fi
if swift package proviso --fail-on note < /dev/null > "$work/failing" 2>&1; then
  echo "check.sh: findings do not fail the plugin" >&2
  exit 1
fi
if swift package proviso --fail-on sometimes < /dev/null > "$work/usage" 2>&1; then
  echo "check.sh: wrong usage does not fail the plugin" >&2
  exit 1
fi
grep -q '^error: .*sometimes' "$work/usage" || { cat "$work/usage"; echo "check.sh: wrong usage is no error" >&2; exit 1; }
swift package proviso --target App --fail-on never < /dev/null > "$work/target" 2>&1
expect "$work/target" "the plugin on a target"
if command -v script > /dev/null; then
  script -qec "swift package proviso --fail-on never" /dev/null > "$work/terminal" < /dev/null
  expect "$work/terminal" "the plugin on a terminal"
fi
swift package proviso --format json --fail-on never < /dev/null 2> /dev/null | python3 -c 'import json, sys; json.JSONDecoder().raw_decode(sys.stdin.read())'
echo "The plugin runs from an artifact bundle."

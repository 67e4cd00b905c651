#!/usr/bin/env bash
# leaks.sh <proviso>: scans with the toolchain's leak checker in front of malloc, and fails on a leak or a broken heap.
#
# The binary is the one that was built anyway: nothing is instrumented, so a read beyond a buffer is for `make fuzz` to find.
set -euo pipefail
cd "$(dirname "$0")/.."
proviso="$1"

swift="$(readlink -f "$(command -v swift)")"
runtime="$(find "$(dirname "$swift")/../lib/clang" -name "libclang_rt.asan-$(uname -m).so" 2> /dev/null | head -1)"
if [ -z "$runtime" ]; then
  echo "the toolchain has no libclang_rt.asan: leaks were not looked for"
  exit 0
fi

checked() { LD_PRELOAD="$runtime" ASAN_OPTIONS=detect_leaks=1:exitcode=99 "$@"; }

report="$(mktemp)"
trap 'rm -f "$report"' EXIT

# What leaks must be told, else the silence below means nothing.
code=0
checked python3 -c 'import ctypes; ctypes.CDLL(None).malloc(100)' > /dev/null 2> "$report" || code=$?
if grep -q "LeakSanitizer has encountered a fatal error" "$report"; then
  echo "processes may not be traced here: leaks were not looked for"
  exit 0
fi
if [ "$code" -ne 99 ] || ! grep -q "leaked in" "$report"; then
  echo "the leak checker told of no leak where there is one; it ended with $code" >&2
  exit 1
fi

runs=0
for folder in Samples/*/ Sources/ProvisoDetection; do
  for format in text json sarif cyclonedx spdx html; do
    code=0
    checked "$proviso" scan "$folder" --format "$format" > /dev/null 2> "$report" || code=$?
    # 0, 1 and 3 are answers of a scan.
    case "$code" in
      0 | 1 | 3) runs=$((runs + 1)) ;;
      *) echo "proviso scan $folder --format $format ended with $code" >&2; tail -50 "$report" >&2; exit 1 ;;
    esac
  done
done
echo "$runs scans without a leak"

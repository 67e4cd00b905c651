#!/usr/bin/env bash
# run.sh [<reader> …]: fuzzes every reader, or those named, and prints what was run and reached.
#
#   FUZZ_SECONDS   the time for all of them together (default 600)
#   FUZZ_RUNS      so many inputs for each reader and always the same ones, instead of a time: what CI does
#   FUZZ_CORPUS    where what was found interesting is kept (default .build-fuzz/corpus)
#   FUZZ_SANITIZE  address (default), or none: the release build as users have it
#
# An input that breaks a promise is left under <corpus>/findings, and the exit code is 1.
set -euo pipefail
cd "$(dirname "$0")/.."
scratch=.build-fuzz
# The compiler obeys its last -sanitize alone, and the package manager hands over one for each --sanitize, in an order that
# changes from run to run: without the one option for both, a build has either no coverage or no AddressSanitizer.
sanitizers=(--sanitize address --sanitize fuzzer -Xswiftc -sanitize=address,fuzzer)
if [ "${FUZZ_SANITIZE:-address}" = none ]; then
  scratch=.build-fuzz-plain
  sanitizers=(--sanitize fuzzer)
fi
corpus="${FUZZ_CORPUS:-.build-fuzz/corpus}"
if [ -z "${FUZZ_NO_BUILD:-}" ]; then
  PROVISO_FUZZ_BUILD=1 swift build -c release -j 2 --scratch-path "$scratch" --product proviso-fuzz \
    "${sanitizers[@]}" -Xswiftc -enable-testing >&2
fi
fuzz="$scratch/release/proviso-fuzz"
mkdir -p "$corpus/findings"
seeds="$(mktemp -d)"
trap 'rm -rf "$seeds"' EXIT
python3 Fuzz/seeds.py "$seeds"

readers=("$@")
# Without a name the fuzzer tells them.
[ ${#readers[@]} -gt 0 ] || read -ra readers <<< "$("$fuzz" 2>/dev/null | sed -n 's/^PROVISO_FUZZ names the reader: //p')"
seconds=$(( ${FUZZ_SECONDS:-600} / ${#readers[@]} ))
[ "$seconds" -ge 1 ] || seconds=1

limits=(-max_total_time="$seconds" -timeout=10)
if [ -n "${FUZZ_RUNS:-}" ]; then
  # What was kept before would make other inputs of the same seed.
  limits=(-runs="$FUZZ_RUNS" -seed=1 -timeout=60)
  export SWIFT_DETERMINISTIC_HASHING=1
  corpus="$(mktemp -d)"
  trap 'rm -rf "$seeds" "$corpus"' EXIT
  mkdir -p "$corpus/findings"
fi

# Leaks are looked for at the end of each reader: after every input, as libFuzzer does it by default, it costs more than
# the reading itself.
export ASAN_OPTIONS="${ASAN_OPTIONS:-detect_leaks=1:allocator_may_return_null=1}"
# The sanitizer tells of a crash, not Swift's own handler, which would crash in it once more.
export SWIFT_BACKTRACE="${SWIFT_BACKTRACE:-enable=no}"
# A fuzzer that sees nothing of the code finds nothing in it, and would go on for hours.
counters="$(PROVISO_FUZZ="${readers[0]}" "$fuzz" -runs=0 2>&1 | sed -n 's/.*(\([0-9]*\) inline 8-bit counters).*/\1/p' | head -1)"
if [ "${counters:-0}" -lt 10000 ]; then
  echo "$fuzz counts ${counters:-no} edges only: the readers were built without coverage" >&2
  exit 1
fi
failed=0
printf '| reader | executions | a second | edges | inputs kept | peak memory |\n| --- | --- | --- | --- | --- | --- |\n'
for reader in "${readers[@]}"; do
  mkdir -p "$corpus/$reader"
  words=()
  [ ! -e "$seeds/$reader.dict" ] || words=(-dict="$seeds/$reader.dict")
  # Whole license texts are longer than what shows all of another format.
  length=8192
  [ "$reader" != license-text ] || length=24576
  log="$corpus/$reader.log"
  code=0
  PROVISO_FUZZ="$reader" "$fuzz" "$corpus/$reader" "$seeds/$reader" "${words[@]}" \
    "${limits[@]}" -rss_limit_mb=1500 -malloc_limit_mb=256 -max_len="$length" -use_value_profile=0 -detect_leaks=0 \
    -print_final_stats=1 -artifact_prefix="$corpus/findings/$reader-" > "$log" 2>&1 || code=$?
  edges="$(grep -oE 'cov: [0-9]+' "$log" | tail -1 | cut -d' ' -f2)"
  stat() { sed -n "s/^stat::$1: *//p" "$log"; }
  kept="$(find "$corpus/$reader" -type f | wc -l)"
  printf '| %s | %s | %s | %s | %s | %s MB |\n' "$reader" "$(stat number_of_executed_units)" \
    "$(stat average_exec_per_sec)" "${edges:-?}" "$kept" "$(stat peak_rss_mb)"
  if [ "$code" -ne 0 ]; then
    failed=1
    printf '%s ended with %s; see %s and %s/findings\n' "$reader" "$code" "$log" "$corpus" >&2
    grep -E 'BROKEN PROMISE|ERROR:|Fatal error|SUMMARY' "$log" | head -3 >&2 || true
    # In a folder that is thrown away the input would be lost.
    [ -z "${FUZZ_RUNS:-}" ] || grep -E 'Base64:' "$log" | head -1 | cut -c1-20000 >&2 || true
  fi
done
exit "$failed"

#!/usr/bin/env python3
"""Measures the release build side by side with what stands beside it, in one run: `make bench`, or

  bench.py [--proviso <binary>] [--tools <proviso-bench>] [--tree <folder>]… [--million] [<part>…]

Parts: ratio (against ripgrep on each tree), stages, scaling, references, startup, micro; all without one.
  bench.py guard: fails where a scan costs too much more than reading the same bytes (for CI; needs nothing but the binary).

Everything is measured alternately, several times; the table has the best of each, and the noise is how much worse the
median was. A trailing part of the noise of the machine is measured with a loop that does nothing but count.
"""
import argparse
import hashlib
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
sys.path.insert(0, HERE)
import tree  # noqa: E402


class Run:
    def __init__(self, wall, cpu, memory, status):
        self.wall, self.cpu, self.memory, self.status = wall, cpu, memory, status


def run(words, accepted=(0, 1, 3)):
    """One process to its end: wall seconds, CPU seconds, peak memory in bytes."""
    start = time.monotonic()
    pid = os.posix_spawn(shutil.which(words[0]) or words[0], words, os.environ, file_actions=[
        (os.POSIX_SPAWN_OPEN, 1, "/dev/null", os.O_WRONLY, 0), (os.POSIX_SPAWN_OPEN, 2, "/dev/null", os.O_WRONLY, 0)])
    _, status, usage = os.wait4(pid, 0)
    wall = time.monotonic() - start
    code = os.waitstatus_to_exitcode(status)
    if code not in accepted:
        sys.exit(f"{' '.join(words)} ended with {code}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, code)


def alternate(commands, times):
    """The runs of each command, taken in turns, so that what the machine does meanwhile meets all of them."""
    runs = [[] for _ in commands]
    for words in commands:
        run(words)
    for _ in range(times):
        for index, words in enumerate(commands):
            runs[index].append(run(words))
    return runs


def best(runs, key="wall"):
    return min(getattr(r, key) for r in runs)


def noise(runs, key="wall"):
    values = [getattr(r, key) for r in runs]
    return statistics.median(values) / min(values) - 1


def machine_noise():
    def spin():
        start = time.monotonic()
        for _ in range(2_000_000):
            pass
        return time.monotonic() - start
    values = [spin() for _ in range(9)]
    return statistics.median(values) / min(values) - 1, max(values) / min(values) - 1


def scan(arguments, folder, *more):
    return [arguments.proviso, "scan", folder, "--format", "json", "--fail-on", "never", "--policy", "proviso:default",
            "--jobs", str(arguments.jobs), *more]


def files_in(folder):
    return sum(len(names) for path, _, names in os.walk(folder) if "/.git/" not in path + "/")


def ratio(arguments, trees):
    rg = shutil.which("rg")
    if not rg:
        print("ripgrep is not there: no ratio was measured", file=sys.stderr)
        return 1
    needles = subprocess.run([arguments.tools, "needles"], capture_output=True, check=True).stdout
    with tempfile.NamedTemporaryFile(suffix=".txt") as file:
        file.write(needles)
        file.flush()
        print(f"\n## The whole scan against ripgrep ({needles.count(10)} needles, {arguments.jobs} threads)\n")
        print("| tree | files | proviso | ripgrep | ratio | noise | peak memory |\n| --- | --- | --- | --- | --- | --- | --- |")
        for folder in trees:
            ours, theirs = alternate([
                scan(arguments, folder),
                # What git ignores and git's own objects neither of the two reads.
                [rg, "--hidden", "--glob=!.git", "-c", f"-j{arguments.jobs}", "-F", "-f", file.name, folder]], arguments.times)
            print(f"| {os.path.basename(folder.rstrip('/'))} | {files_in(folder):,} | {best(ours):.3f} s | {best(theirs):.3f} s "
                  f"| **{best(ours) / best(theirs):.2f}** | {noise(ours):.0%}, {noise(theirs):.0%} "
                  f"| {best(ours, 'memory') / 1e6:.0f} MB |", flush=True)
    return 0


def stages(arguments, trees):
    for folder in trees[:1]:
        print(f"\n## The stages, {os.path.basename(folder.rstrip('/'))}\n")
        print(subprocess.run([arguments.tools, "stages", folder], capture_output=True, text=True, check=True).stdout, end="")


def scaling(arguments, counts):
    print("\n## Cost against the size of the tree (synthetic, one reference in 50 files)\n")
    print("| files | bytes | wall | CPU | µs a file | peak memory | bytes a file beyond the row above | noise |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    previous = None
    for count in counts:
        with tempfile.TemporaryDirectory(dir=arguments.scratch) as folder:
            tree.make(folder, count, count // 50)
            size = sum(os.path.getsize(os.path.join(p, n)) for p, _, names in os.walk(folder) for n in names)
            runs, = alternate([scan(arguments, folder)], arguments.times if count < 500_000 else 2)
            memory = best(runs, "memory")
            more = "" if previous is None else f"{(memory - previous[1]) / (count - previous[0]):.0f}"
            print(f"| {count:,} | {size / 1e6:.0f} MB | {best(runs):.3f} s | {best(runs, 'cpu'):.3f} s "
                  f"| {best(runs) / count * 1e6:.1f} | {memory / 1e6:.1f} MB | {more} | {noise(runs):.0%} |", flush=True)
            previous = (count, memory)


def references(arguments):
    print("\n## Cost against the number of references (10,000 files)\n")
    print("| references | wall | CPU | peak memory |\n| --- | --- | --- | --- |")
    for count in [0, 100, 1_000, 7_000]:
        with tempfile.TemporaryDirectory(dir=arguments.scratch) as folder:
            tree.make(folder, 10_000, count)
            runs, = alternate([scan(arguments, folder)], arguments.times)
            print(f"| {count:,} | {best(runs):.3f} s | {best(runs, 'cpu'):.3f} s | {best(runs, 'memory') / 1e6:.1f} MB |", flush=True)


def startup(arguments):
    with tempfile.TemporaryDirectory() as folder:
        version, empty, true = alternate([
            [arguments.proviso, "--version"], scan(arguments, folder), ["true"]], 40)
    print("\n## Start-up\n\n| command | best | median |\n| --- | --- | --- |")
    for name, runs in [("--version", version), ("scan of an empty folder", empty), ("/bin/true", true)]:
        print(f"| {name} | {best(runs) * 1e3:.1f} ms | {statistics.median(r.wall for r in runs) * 1e3:.1f} ms |")


def micro(arguments):
    print("\n## Knowledge\n")
    print(subprocess.run([arguments.tools, "micro"], capture_output=True, text=True, check=True).stdout, end="")


# A scan may cost this many times the CPU time of reading the same bytes and hashing them (SHA-256, in Python). Measured:
# see Bench/README.md. Two to three times that much is a regression and not noise.
GUARD = 12.0


def guard(arguments):
    """CPU time, not wall time, and the best of several runs in turns: what else the machine does hardly matters."""
    with tempfile.TemporaryDirectory() as folder:
        tree.make(folder, 4_000, 80)
        paths = [os.path.join(p, n) for p, _, names in os.walk(folder) for n in names]

        def read():
            start = time.process_time()
            for path in paths:
                with open(path, "rb", buffering=0) as file:
                    hashlib.sha256(file.read())
            return time.process_time() - start

        nothing = min(run([arguments.proviso, "--version"]).cpu for _ in range(5))
        ratios = []
        for _ in range(7):
            ratios.append((run(scan(arguments, folder)).cpu - nothing, read()))
        ours, theirs = min(r[0] for r in ratios), min(r[1] for r in ratios)
        print(f"scan of {len(paths)} files: {ours:.3f} s of CPU; reading and hashing them: {theirs:.3f} s; "
              f"ratio {ours / theirs:.1f}, at most {GUARD:.0f}")
        return 0 if ours <= GUARD * theirs else 1


PARTS = ["ratio", "stages", "scaling", "references", "startup", "micro"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--proviso", default=os.path.join(ROOT, ".build/release/proviso"))
    parser.add_argument("--tools", default=os.path.join(ROOT, ".build-bench/release/proviso-bench"))
    parser.add_argument("--tree", action="append", default=[], help="a folder to time; repeatable")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--times", type=int, default=7)
    parser.add_argument("--million", action="store_true", help="also a tree of 1,000,000 files (4 GB)")
    parser.add_argument("--scratch", help="where synthetic trees are made")
    parser.add_argument("parts", nargs="*", metavar="part", help=f"{', '.join(PARTS)} (all of these), guard")
    arguments = parser.parse_args()
    unknown = set(arguments.parts) - {*PARTS, "guard"}
    if unknown:
        parser.error(f"no part is called {', '.join(sorted(unknown))}; there are {', '.join(PARTS)} and guard")
    failures = guard(arguments) if "guard" in arguments.parts else 0
    parts = [part for part in arguments.parts if part != "guard"] if arguments.parts else PARTS
    if not parts:
        return failures
    usual, worst = machine_noise()
    print(f"{time.strftime('%Y-%m-%d')}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}; the machine's own noise: "
          f"{usual:.0%} at the median, {worst:.0%} at worst; {' '.join(sys.argv[1:])}")
    with tempfile.TemporaryDirectory(dir=arguments.scratch) as folder:
        trees = list(arguments.tree)
        if not trees and {"ratio", "stages"} & set(parts):
            synthetic = os.path.join(folder, "synthetic-20k")
            tree.make(synthetic, 20_000, 400)
            trees = [synthetic]
        if "ratio" in parts:
            failures += ratio(arguments, trees)
        if "stages" in parts:
            stages(arguments, trees)
    if "scaling" in parts:
        scaling(arguments, [1_000, 10_000, 100_000] + ([1_000_000] if arguments.million else []))
    if "references" in parts:
        references(arguments)
    if "startup" in parts:
        startup(arguments)
    if "micro" in parts:
        micro(arguments)
    return 1 if failures else 0


sys.exit(main())

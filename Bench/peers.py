#!/usr/bin/env python3
"""What peers.sh measures: peers.py <proviso> <folder of environments> <repository>…"""
import json
import os
import re
import subprocess
import sys
import tempfile
import time

TIMES = 3
LIMIT = 600
proviso, venvs, repositories = sys.argv[1], sys.argv[2], sys.argv[3:]
# {D} is the repository, {O} a file for the answer; without {O} the answer is standard output.
COMMANDS = {
    "proviso": [proviso, "scan", "{D}", "--format", "json", "--fail-on", "never", "--policy", "proviso:default"],
    "weight-audit": ["weight-audit", "scan", "{D}", "--json"],
    "foretop-lading": ["lading", "scan", "{D}", "--format", "json"],
    "airom": ["airom", "fs", "{D}", "--offline", "--include-tests", "-q", "-o", "json={O}"],
    "ai-bom": ["ai-bom", "scan", "{D}", "--no-telemetry", "-q", "-f", "json", "-o", "{O}"],
    "modelaudit": ["modelaudit", "scan", "{D}", "-f", "json", "--no-cache", "--sbom", "{O}"],
}
ENVIRONMENT = dict(os.environ, NO_COLOR="1", HF_HUB_OFFLINE="1", DO_NOT_TRACK="1", AI_BOM_TELEMETRY="0",
                   PROMPTFOO_DISABLE_TELEMETRY="1")
NAME = re.compile(r"^[A-Za-z0-9][\w.-]*/[A-Za-z0-9][\w.-]*$")
KEYS = ("id", "model_id", "name", "subject", "model_name", "evidence")


def isolated():
    """Without a network where that is allowed."""
    return ["unshare", "-n"] if subprocess.run(["unshare", "-n", "true"], capture_output=True).returncode == 0 else []


def names(text):
    """Distinct `publisher/model` names in the answer, and those of them that have a license.

    Names without a publisher (gpt-4o, local weights, tags of Ollama) are left out for all: tools spell them differently.
    """
    start = min((place for place in (text.find("{"), text.find("[")) if place >= 0), default=-1)
    try:
        answer = json.loads(text[start:])
    except ValueError:
        return set(), set()
    found, licensed, stack = set(), set(), [answer]
    while stack:
        value = stack.pop()
        if isinstance(value, list):
            stack += value
        elif isinstance(value, dict):
            # The bases of a model are not in the repository.
            stack += (part for key, part in value.items() if key != "lineage")
            license = value.get("license_id") or value.get("licenses") or value.get("license")
            if isinstance(license, dict):
                license = license.get("concluded")
            for key in KEYS:
                name = value.get(key)
                if isinstance(name, str) and NAME.match(name) and not re.search(r"\.(py|json|md|txt|ya?ml)$", name):
                    found.add(name.lower())
                    if license and str(license).lower() not in ("unknown", "none", "[]"):
                        licensed.add(name.lower())
    return found, licensed


def measure(words, folder, isolation):
    best = None
    for _ in range(TIMES):
        with tempfile.TemporaryDirectory() as work:
            answer, output = os.path.join(work, "answer"), os.path.join(work, "output")
            command = isolation + [w.replace("{D}", folder).replace("{O}", answer) for w in words]
            start = time.monotonic()
            with open(output, "w") as file:
                process = subprocess.Popen(command, stdout=file, stderr=subprocess.DEVNULL, cwd=work,
                                           env=dict(ENVIRONMENT, HOME=work), start_new_session=True)
                pid, status, usage = None, None, None
                while time.monotonic() - start < LIMIT:
                    pid, status, usage = os.wait4(process.pid, os.WNOHANG)
                    if pid:
                        break
                    time.sleep(0.001)
                if not pid:
                    os.killpg(process.pid, 9)
                    return None
            seconds = time.monotonic() - start
            text = ""
            for path in (answer, output):
                if os.path.exists(path) and os.path.getsize(path):
                    text = open(path, errors="replace").read()
                    break
            if best is None or seconds < best[0]:
                best = (seconds, usage.ru_maxrss / 1024, os.waitstatus_to_exitcode(status), *map(len, names(text)))
    return best


print(f"{time.strftime('%Y-%m-%d')}, best of {TIMES}, {'no network' if isolated() else 'network left on'}\n")
print("| repository | tool | time | peak memory | models found | with a license | exit code |\n| --- | --- | --- | --- | --- | --- | --- |")
for repository in repositories:
    folder = os.path.abspath(repository)
    for tool, words in COMMANDS.items():
        path = words[0] if os.path.isabs(words[0]) or "/" in words[0] else os.path.join(venvs, tool, "bin", words[0])
        if not os.path.exists(path):
            continue
        result = measure([os.path.abspath(path)] + words[1:], folder, isolated())
        row = "more than 600 s | | | | " if result is None else "{:.2f} s | {:.0f} MiB | {} | {} | {}".format(
            result[0], result[1], result[3], result[4], result[2])
        print(f"| {os.path.basename(folder)} | {tool} | {row} |", flush=True)

"""Writes what the released binary is made of, as CycloneDX 1.6: own-bom.py <version> <Package.resolved>."""
import datetime
import json
import os
import re
import subprocess
import sys
import uuid

version, resolved = sys.argv[1:]


def first(pattern, command):
    """What a pattern finds in the answer of a command."""
    try:
        answer = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return None
    match = re.search(pattern, answer)
    return match.group(1) if match else None


def component(name, version, license, purl, site):
    return {
        "bom-ref": name,
        "type": "library",
        "name": name,
        "version": version,
        "licenses": [license],
        "purl": purl,
        "externalReferences": [{"type": "vcs", "url": site}],
    }


# Licenses as read in the projects' own LICENSE files.
known = {"swift-argument-parser": {"expression": "Apache-2.0 WITH Swift-exception"}}
components = []
for pin in json.load(open(resolved))["pins"]:
    name, state, site = pin["identity"], pin["state"], pin["location"]
    if name not in known:
        sys.exit(f"own-bom.py: write down the license of {name}")
    host = re.sub(r"^https://|\.git$", "", site)
    entry = component(name, state["version"], known[name], f"pkg:swift/{host}@{state['version']}", site)
    entry["properties"] = [{"name": "git:revision", "value": state["revision"]}]
    components.append(entry)
yaml = first(r"([0-9.]+)", ["pkg-config", "--modversion", "yaml-0.1"])
if yaml:
    components.append(
        component("libyaml", yaml, {"license": {"id": "MIT"}}, f"pkg:github/yaml/libyaml@{yaml}", "https://github.com/yaml/libyaml"))
swift = first(r"Swift version ([0-9.]+)", ["swift", "--version"])
if swift:
    components.append(
        component(
            "swift-standard-library", swift, {"expression": "Apache-2.0 WITH Swift-exception"},
            f"pkg:github/swiftlang/swift@{swift}", "https://github.com/swiftlang/swift"))

stamp = datetime.datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", "0")), datetime.timezone.utc)
bom = {
    "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
    "bomFormat": "CycloneDX",
    "specVersion": "1.6",
    "serialNumber": None,
    "version": 1,
    "metadata": {
        "timestamp": stamp.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "tools": {"components": [{"type": "application", "name": "own-bom.py", "version": version}]},
        "component": {
            "bom-ref": "proviso",
            "type": "application",
            "name": "proviso",
            "version": version,
            "licenses": [{"license": {"id": "Apache-2.0"}}],
            "purl": f"pkg:github/proviso-dev/proviso@{version}",
        },
    },
    "components": components,
    "dependencies": [{"ref": "proviso", "dependsOn": [entry["bom-ref"] for entry in components]}]
    + [{"ref": entry["bom-ref"]} for entry in components],
}
bom["serialNumber"] = "urn:uuid:" + str(uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(bom, sort_keys=True)))
json.dump(bom, sys.stdout, indent=2)
print()

"""Packs a binary as an artifact bundle for SwiftPM: artifact-bundle.py <folder> <version> <triple> <bundle.zip>."""
import json
import os
import sys
import time
import zipfile

folder, version, triple, path = sys.argv[1:]
stamp = time.gmtime(max(int(os.environ.get("SOURCE_DATE_EPOCH", "0")), 315532800))[:6]
bundle = "proviso.artifactbundle"
place = f"proviso-{version}-{triple}/bin/proviso"
info = {
    "schemaVersion": "1.0",
    "artifacts": {
        "proviso": {
            "type": "executable",
            "version": version,
            "variants": [{"path": place, "supportedTriples": [triple]}],
        }
    },
}
files = [
    ("info.json", json.dumps(info, indent=2).encode() + b"\n", 0o644),
    ("LICENSE", open(os.path.join(folder, "LICENSE"), "rb").read(), 0o644),
    (place, open(os.path.join(folder, "proviso"), "rb").read(), 0o755),
]
with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
    for name, data, mode in files:
        entry = zipfile.ZipInfo(f"{bundle}/{name}", stamp)
        entry.create_system = 3
        entry.external_attr = (0o100000 | mode) << 16
        entry.compress_type = zipfile.ZIP_DEFLATED
        archive.writestr(entry, data)

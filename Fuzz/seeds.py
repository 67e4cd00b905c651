#!/usr/bin/env python3
"""Writes the seed corpus: seeds.py <folder> gives <folder>/<reader>/<name>, and <folder>/<reader>.dict.

Every seed is written here by hand or is a file of Samples/ and Policies/. Whole license texts are those that Debian has in
/usr/share/common-licenses, where they are there: without them the recognizer sees texts that it knows nothing of.
"""
import json
import os
import re
import struct
import sys
import zlib

root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
out = sys.argv[1]


def seed(reader, name, data):
    folder = os.path.join(out, reader)
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, name), "wb") as file:
        file.write(data.encode() if isinstance(data, str) else data)


def dictionary(readers, words):
    for reader in readers:
        with open(os.path.join(out, reader + ".dict"), "w") as file:
            for word in words:
                data = word.encode() if isinstance(word, str) else word
                file.write('"' + "".join(f"\\x{byte:02x}" for byte in data) + '"\n')


# MARK: Text

yaml = """%YAML 1.2
---
# a comment
license: mit
base_model: &base [meta-llama/Llama-3.1-8B, "Qwen/Qwen3-4B", 'it''s']
text: |+
  kept

folded: >-
  one
  two
? complex key
: {a: 1, b: 0x1F, c: 1.5e3, d: ~, e: true, "f\\u00e9": "\\x41\\U0001F600"}
again: *base
...
--- second
"""
plain_yaml = "a: 1\nb:\n  - c\n  - {d: [1, 2]}\n  - \"e\\n\"\nf: 2026-01-01\n"
for reader in ["yaml", "yaml-shared"]:
    seed(reader, "all", yaml)
    seed(reader, "plain", plain_yaml)
    seed(reader, "bom", b"\xef\xbb\xbfa: \xc3\xa9\r\n")
    seed(reader, "utf16", "a: b\n".encode("utf-16"))
seed("front-matter", "card", "---\n" + plain_yaml + "license: mit\n---\n# A card\n")
seed("front-matter", "crlf", "---\r\nlicense: mit\r\n---\r\n")
json_text = '{"a": [1, -2.5e+10, true, false, null, "\\u00e9\\ud83d\\ude00\\n"], "b": {"c": {}}, "a": []}'
for reader in ["json", "json-strict"]:
    seed(reader, "all", json_text)
    seed(reader, "lenient", b'\xef\xbb\xbf// c\n{"a": NaN, /* d */ "b": [1, 2,],}')
seed("toml", "all", """# c
title = "T\\u00e9"
lit = 'C:\\x'
multi = \"\"\"
a \\
  b\"\"\"
raw = '''
x'''
[a.b."c d"]
n = 1_000
h = 0xFF
f = -1.5e3
i = inf
d = 1979-05-27T07:32:00Z
l = [1, [2, "x"], {y = 1, z.w = 2},]
[[t]]
k = true
[[t]]
k = false
""")
seed("ini", "all", "[s]\nmodel = a/b ; c\n; model: old\nkey: v\n  more\n")
seed("dotenv", "all", "export MODEL=\"a/b\"\nX='y'\n# OLD=z\nM=${MODEL:-q}\nL=\"a\nb\"\n")
seed("hcl", "all", """resource "a" "b" {
  image = "x/y:${var.tag}"
  list  = [for k, v in var.m : "${k}" if v != null]
  env = { A = 1, "B" = true ? "c" : "d" }
  text = <<-EOT
    hello ${upper("x")}
  EOT
  # comment
  /* other */
}
""")
seed("markup", "all", """<?xml version="1.0"?><!-- c --><a m="x &amp; y" n='z'><b>t &#x41; &lt;</b><![CDATA[raw]]><c/></a>""")
seed("markup", "html", "<html><body data-model=a/b><script>x</script><p>text<br></html>")
for mark in "012":
    seed("shell", "shell" + mark, mark + "hf download a/b --revision \"$X\" && echo 'q' | tee <<EOF\nx $(ls `pwd`)\nEOF\n"
         + "for i in 1 2; do ollama pull m:$i; done\n$env:A = \"b\" `\n  c\nset M=x\r\n%M% ^\r\n rest\n")
seed("dockerfile", "all", """# syntax=docker/dockerfile:1
FROM a/b:c AS base
ENV MODEL=x/y \\
    OTHER="q"
RUN --mount=type=cache hf download $MODEL \\
  # a comment
  && true
COPY <<EOF /a
text
EOF
ENTRYPOINT ["serve", "m"]
""")
for number, text in enumerate(["MIT", "Apache-2.0 OR (MIT AND GPL-2.0-or-later WITH Classpath-exception-2.0)",
                               "LicenseRef-a AND DocumentRef-b:LicenseRef-c", "GPL-2.0+ or mit"]):
    seed("spdx-expression", str(number), text)
for number, text in enumerate(["**/*.py\0a/b.py", "a/{b,c}/[!x-z]?.md\0a/c/y1.md", "/x/**/y/\0x/a/y/"]):
    seed("glob", str(number), text)
seed("gitignore", "all", "# c\n*.log\n!keep.log\n/build/\na/**/b\n**/c\n[a-z]x?\\ \nfoo[[:alpha:]]*\n\0a/x/b/file.log")
seed("dockerignore", "all", "# c\n**\n!lab/m\n lab/*/x?.py \n/build/\n!**/[a-c].md\n../x\n\0lab/m/model.safetensors")
seed("dockerignore", "braces", "{a,b}/**\n\\*\n\0{a,b}/c")
for number, text in enumerate([
        "\0ROOT = Path(\"lab\")\na = load(os.path.join(ROOT, \"m\"))\nb = load(ROOT / 'm')\nc = f\"{ROOT}/m\" + \"/m\"\n",
        "\1model_path: lab/m\nvolumes: [\"./lab:/models\"]\nexclude:\n  - lab/m/**\n", "\2MODEL_DIR=../lab/m\n",
        "\3ROOT=lab\ncp -r ${ROOT}/m dist\nrm -rf lab/m\nserve --lora-modules a=lab/m ~/lab/m $X/chat\n",
        "\4let m = root.appendingPathComponent(\"lab\").appending(path: \"m\") // lab/m\n", "\5[a]\npath = './models/chat/'\n",
        "\6{\"files\": [{\"path\": \"lab/m\", \"sha256\": \"9f\", \"size\": 3}], \"lab/m\": {\"line\": 1}, \"model\": {\"dir\": \"lab/m\"}}"]):
    seed("folder-paths", str(number), text)
for number, text in enumerate([
        "\0services:\n  a:\n    build: ./svc\n  b: {build: {context: .., dockerfile: svc/Dockerfile}}\n",
        "\1target \"a\" {\n  context = \"./svc\"\n  dockerfile = \"x.Dockerfile\"\n}\n", "\2{\"target\": {\"a\": {\"context\": \".\"}}}",
        "\3cd svc && docker build -f x.Dockerfile -t a \\\n  --build-arg B=1 .\ncd ..\npodman build $PWD/svc > log\n",
        "\4jobs:\n  a:\n    steps:\n      - uses: docker/build-push-action@v6\n        with: {context: ., file: svc/Dockerfile}\n      - run: docker buildx build svc\n",
        "\5{\"scripts\": {\"image\": \"docker build -f b.Dockerfile .\"}}", "\6image:\n\tdocker build svc\n"]):
    seed("image-builds", str(number), text)
for number, text in enumerate(["mit OR Apache-2.0", "llama3.1 AND (gemma OR mit)", "GPL-2.0-or-later WITH Classpath-exception-2.0",
                               "LicenseRef-a OR cc-by-nc-4.0"]):
    seed("license-expression", str(number), text)
for number, text in enumerate(["Llama 3", "mixtral 8x7b", "gpt 4o mini", "yolov8n.pt"]):
    seed("spoken-name", str(number), text)
for number, text in enumerate(["models/Llama-3.2-3B-Instruct-Q4_K_M.gguf", "llama-2-7b.ggmlv3.q4_0.bin", "unsloth/Qwen3-8B-bnb-4bit",
                               "acme-research-only", "flux1-dev.safetensors"]):
    seed("weight-name", str(number), text)
for number, text in enumerate(["proviso:allow\0# proviso:allow AIL501", "aab\0aaab", "\u00e9\0caf\u00e9", "x\0"]):
    seed("byte-search", str(number), text)

mit = """MIT License Copyright (c) 2026 Acme
Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction"""
seed("license-text", "mit", mit)
for folder, _, names in os.walk(os.path.join(root, "Samples")):
    for name in names:
        if re.match(r"(LICENSE|NOTICE)", name):
            seed("license-text", os.path.basename(folder) + "-" + name, open(os.path.join(folder, name), "rb").read()[:6000])

whole_texts = []
for name in ["BSD", "CC0-1.0", "Apache-2.0", "MPL-2.0", "GPL-2"]:
    path = os.path.join("/usr/share/common-licenses", name)
    if os.path.exists(path):
        whole_texts.append(open(path, "rb").read())
        seed("license-text", "whole-" + name, whole_texts[-1])

# MARK: Binary


def u16(value): return struct.pack("<H", value)
def u32(value): return struct.pack("<I", value & 0xFFFFFFFF)
def u64(value): return struct.pack("<Q", value)


def zipped(entries, comment=b""):
    files, directory = b"", b""
    for name, contents, method in entries:
        packed = contents
        if method == 8:
            packer = zlib.compressobj(9, zlib.DEFLATED, -15)
            packed = packer.compress(contents) + packer.flush()
        common = u16(20) + u16(0) + u16(method) + u32(0) + u32(zlib.crc32(contents)) + u32(len(packed)) + u32(len(contents))
        directory += b"PK\1\2" + u16(20) + common + u16(len(name)) + u16(0) * 4 + u32(0) + u32(len(files)) + name
        files += b"PK\3\4" + common + u16(len(name)) + u16(0) + name + packed
    end = b"PK\5\6" + u16(0) * 2 + u16(len(entries)) * 2 + u32(len(directory)) + u32(len(files)) + u16(len(comment))
    return files + directory + end + comment


def tarred(entries):
    data = b""
    for name, contents in entries:
        header = bytearray(512)
        header[:len(name)] = name
        header[124:136] = b"%011o\0" % len(contents)
        header[156] = 48
        header[257:263] = b"ustar\0"
        header[148:156] = b" " * 8
        header[148:156] = b"%06o\0 " % sum(header)
        data += bytes(header) + contents + bytes(-len(contents) % 512)
    return data + bytes(1024)


def varint(value):
    data = b""
    while value >= 0x80:
        data += bytes([value & 0x7F | 0x80])
        value >>= 7
    return data + bytes([value])


def field(number, value):
    if isinstance(value, int):
        return varint(number << 3) + varint(value)
    data = value.encode() if isinstance(value, str) else value
    return varint(number << 3 | 2) + varint(len(data)) + data


seed("zip", "stored", zipped([(b"a.txt", b"hello", 0), (b"b/LICENSE", mit.encode(), 8)], b"c"))
seed("zip", "empty", zipped([]))
for version in [2, 4]:
    entries = b""
    for path in [b"a/b.py", b"a/c.md"]:
        entry = bytes(60) + struct.pack(">H", len(path))
        if version == 4:
            entries += entry + (b"\0" if path == b"a/b.py" else b"\4") + (path if path == b"a/b.py" else b"c.md") + b"\0"
        else:
            entry += path
            entries += entry + bytes(8 - len(entry) % 8)
    seed("git-index", f"version{version}", b"DIRC" + struct.pack(">II", version, 2) + entries + bytes(20))
seed("tar", "two", tarred([(b"a.yaml", b"x: 1\n"), (b"b", b"")]))


def gguf(pairs, version=3):
    def text(value): return u64(len(value)) + value.encode()
    data = b"GGUF" + u32(version) + u64(0) + u64(len(pairs))
    for key, kind, payload in pairs:
        data += text(key) + u32(kind) + (text(payload) if kind == 8 else payload)
    return data


seed("gguf", "metadata", gguf([
    ("general.architecture", 8, "llama"), ("general.name", 8, "M"), ("general.license", 8, "mit"),
    ("general.base_model.count", 4, u32(1)), ("general.base_model.0.repo_url", 8, "https://huggingface.co/a/b"),
    ("tokenizer.ggml.tokens", 9, u32(8) + u64(2) + u64(1) + b"a" + u64(1) + b"b"), ("x", 10, u64(7)), ("y", 7, b"\1")]))
seed("gguf", "v1", b"GGUF" + u32(1) + u32(0) + u32(0))
header = json.dumps({"__metadata__": {"license": "mit", "base_model": "a/b", "format": "pt"},
                     "w": {"dtype": "F32", "shape": [1], "data_offsets": [0, 4]}}).encode()
seed("safetensors", "metadata", u64(len(header)) + header + bytes(4))
seed("onnx", "metadata", field(1, 8) + field(2, "pytorch") + field(7, b"\1\2\3")
     + field(14, field(1, "license") + field(2, "mit")) + field(14, field(1, "base_model") + field(2, "a/b")))
metadata = field(1, "d") + field(4, "MIT") + field(100, field(1, "license") + field(2, "mit"))
seed("coreml", "metadata", field(1, 4) + field(2, field(1, b"\1") + field(100, metadata)) + field(500, bytes(40)))


def flat(tree, identifier):
    data = bytearray(4) + identifier

    def place(value):
        if isinstance(value, tuple):
            table = len(data) + 4 + 2 * len(value)
            data.extend(u16(4 + 2 * len(value)) + u16(4 + 4 * len(value)))
            for index, item in enumerate(value):
                data.extend(u16(0 if item is None else 4 + 4 * index))
            data.extend(struct.pack("<i", 4 + 2 * len(value)) + bytes(4 * len(value)))
            for index, item in enumerate(value):
                slot = table + 4 + 4 * index
                if isinstance(item, int):
                    data[slot:slot + 4] = u32(item)
                elif item is not None:
                    data[slot:slot + 4] = u32(place(item) - slot)
            return table
        start = len(data)
        if isinstance(value, list):
            data.extend(u32(len(value)) + bytes(4 * len(value)))
            for index, item in enumerate(value):
                slot = start + 4 + 4 * index
                data[slot:slot + 4] = u32(place(item) - slot)
        else:
            data.extend(u32(len(value)) + value + b"\0")
        return start

    data[0:4] = u32(place(tree))
    return bytes(data)


def tflite():
    described = flat((b"Finder", None, None, None, b"Acme", b"MIT"), b"M001")
    return flat((3, None, None, None, [(b"\1",), (described,)], None, [(b"TFLITE_METADATA", 1)]), b"TFL3")


seed("tflite", "metadata", tflite())
seed("tflite", "packed", tflite() + zipped([(b"LICENSE", mit.encode(), 0), (b"labels.txt", b"a\n", 8)]))
seed("mediapipe", "bundle", zipped([(b"a.tflite", tflite(), 0), (b"b.tflite", tflite(), 8), (b"LICENSE", mit.encode(), 8)]))
seed("pytorch", "archive", zipped([(b"m/data.pkl", b"\x80\2.", 0), (b"m/extra/info.json", b'{"license": "mit"}', 0)]))
seed("pytorch", "legacy", bytes.fromhex("80028a0a6cfc9c46f9206aa850192e"))
seed("keras", "archive", zipped([(b"metadata.json", b'{"keras_version": "3"}', 0),
                                 (b"config.json", b'{"class_name": "X", "config": {"name": "a"}}', 0)]))
seed("keras", "hdf5", b"\x89HDF\r\n\x1a\n" + bytes(64))
seed("llamafile", "zip", b"MZqFpD" + bytes(58) + zipped([(b"m.gguf", gguf([("general.license", 8, "mit")]), 0)]))
seed("nemo", "tar", tarred([(b"./model_config.yaml", b"pretrained_model_name: a/b\n"), (b"w.ckpt", b"x")]))
seed("pickle", "protocol4", b"\x80\4\x95" + u64(4) + b"\x8c\1a.")
seed("ggml", "magic", b"lmgg" + u32(1) * 12)
pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:" + "a" * 64 + "\nsize 12345\n"
seed("lfs-pointer", "pointer", pointer)

# MARK: Documents of ours and of others

cells = [{"cell_type": "code", "metadata": {}, "outputs": [],
          "source": ["!pip install x\n", "m = AutoModel.from_pretrained(\"a/b\")\n"]},
         {"cell_type": "markdown", "metadata": {}, "source": "# Llama \u00e9\n`hf download a/b`"},
         {"cell_type": "code", "source": "%%bash\nollama pull llama3.1:8b"}]
notebook = json.dumps({"cells": cells, "metadata": {"kernelspec": {"language": "python"}}, "nbformat": 4})
seed("notebook", "cells", notebook)
seed("card", "terms", """---
license: other
license_name: acme-non-commercial
base_model: [a/b, ../c]
datasets: [d/e]
extra_gated_prompt: "You agree to use it for research only."
model-index: []
---
# Acme 7B

Commercial use of the weights is prohibited. It was fine-tuned from [Llama 3](https://huggingface.co/meta-llama/Meta-Llama-3-8B).

## License

| part | license |
| --- | --- |
| weights | CC BY-NC 4.0 |
""")
seed("spacy-meta", "small", '{"lang": "en", "name": "core", "version": "1", "spacy_version": ">=3", "license": "CC BY-SA 3.0", "sources": [{"name": "x", "license": "MIT"}]}')
seed("modelfile", "all", 'FROM llama3.1:8b\nADAPTER ./a.gguf\nPARAMETER stop "x"\nLICENSE """\nMIT License\n"""\nSYSTEM hi\n')
for number, text in enumerate(["0version = 1\n[[annotations]]\npath = [\"*.gguf\", \"m/**\"]\nSPDX-License-Identifier = \"MIT OR CC-BY-NC-4.0\"\n",
                               "1Format: x\n\nFiles: *.gguf m/*\nCopyright: Acme\nLicense: MIT\n", "2SPDX-License-Identifier: CC-BY-NC-4.0\n"]):
    seed("reuse", str(number), text)
seed("notebook", "old", json.dumps({"worksheets": [{"cells": cells}], "nbformat": 3}))
component = {"type": "machine-learning-model", "group": "a", "name": "b", "version": "1",
             "purl": "pkg:huggingface/meta-llama/Llama-3.1-8B@abc", "licenses": [{"license": {"id": "MIT"}}],
             "pedigree": {"ancestors": [{"type": "machine-learning-model", "name": "c/d"}]}}
cyclonedx = json.dumps({"bomFormat": "CycloneDX", "specVersion": "1.6", "metadata": {"component": component},
                        "components": [component, dict(component, components=[component])]})
seed("cyclonedx", "model", cyclonedx)
package = {"SPDXID": "SPDXRef-a", "name": "m", "primaryPackagePurpose": "OTHER", "licenseDeclared": "MIT",
           "externalRefs": [{"referenceType": "purl", "referenceLocator": "pkg:huggingface/a/b@1"}]}
seed("spdx", "two", json.dumps({"spdxVersion": "SPDX-2.3", "packages": [package], "relationships": [
    {"spdxElementId": "SPDXRef-a", "relationshipType": "DESCENDANT_OF", "relatedSpdxElement": "SPDXRef-a"}]}))
seed("spdx", "three", json.dumps({"@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "@graph": [
    {"type": "ai_AIPackage", "spdxId": "u:a", "name": "m", "software_packageUrl": "pkg:huggingface/a/b"},
    {"type": "Relationship", "from": "u:a", "relationshipType": "hasDeclaredLicense", "to": ["u:l"]},
    {"type": "simplelicensing_LicenseExpression", "spdxId": "u:l", "simplelicensing_licenseExpression": "MIT"}]}))
for folder in ["Policies", "Samples"]:
    for path, _, names in os.walk(os.path.join(root, folder)):
        for name in names:
            data = open(os.path.join(path, name), "rb").read()
            label = (os.path.relpath(path, root) + "/" + name).replace("/", "-")
            if name.endswith((".yaml", ".yml")) and (folder == "Policies" or "proviso" in name) and len(data) < 8192:
                seed("policy", label, data)
            if name == "proviso.lock":
                seed("lock", label, data)
lock = """version: 1
models:
  - model: meta-llama/Llama-3.1-8B
    registry: huggingface
    license: llama3.1
    state: known
    confidence: high
"""
seed("lock", "small", lock)
records = os.path.join(root, "Sources/ProvisoKnowledge/Licenses")
for name in ["llama3.1.yaml", "mit.yaml", "gemma.yaml", "apache-2.0.yaml"]:
    path = os.path.join(records, name)
    if os.path.exists(path):
        seed("license-record", name, open(path, "rb").read())
seed("baseline", "small", json.dumps({
    "schemaVersion": "1.0", "tool": {"name": "proviso", "version": "1"}, "findings": [
        {"rule": "AIL501", "name": "n", "level": "error", "message": "m", "path": "a.py", "line": 1, "column": 2,
         "model": "a/b", "license": "mit", "fix": "f", "fingerprint": "0f", "status": "new", "waiver": None}]}))

seed("hub-answer", "model", json.dumps({
    "id": "a/b", "sha": "0" * 40, "lastModified": "2026-01-01T00:00:00.000Z", "gated": "manual",
    "cardData": {"license": "other", "license_name": "x", "license_link": "LICENSE", "base_model": ["c/d"],
                 "base_model_relation": "finetune"},
    "tags": ["license:mit", "base_model:c/d", "base_model:quantized:c/d", "region:us"]}))
seed("hub-answer", "tags", '{"modelId": "a/b", "tags": ["license:mit"], "gated": false}')
for number, text in enumerate(["proviso-hub-answer 1\nurl https://h/a\ntoken no\nasked 1\nid a/b\nlicense mit\nbase c/d adapter\ngated auto",
                               "proviso-hub-answer 1\nurl https://h/a\ntoken yes\nasked -1\nabsent model"]):
    seed("hub-cache", str(number), text)
for number, text in enumerate(["Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994"]):
    seed("http-date", str(number), text)
for number, text in enumerate(["https://huggingface.co/api/models/a/b?x=1", "http://[::1]:8080/", "https://u:p@h:443/a%20b"]):
    seed("hub-url", str(number), text)

# Whole files: the first byte picks the name from FileReaders.swift.
listing = open(os.path.join(root, "Fuzz/Sources/FileReaders.swift")).read()
paths = re.findall(r'"([^"]+)"', re.search(r"static let paths = \[(.*?)\n  \]", listing, re.S).group(1))
code = 'm = AutoModel.from_pretrained("meta-llama/Llama-3.1-8B", revision="main")  # Built with Llama\nmodel: "gpt-4o"\n'
submodule = '[submodule "m"]\n\tpath = m\n\turl = https://huggingface.co/facebook/nllb-200-3.3B\n'
by_extension = {"gitmodules": submodule, "json": '{"model": "meta-llama/Llama-3.1-8B", "architectures": ["X"], "_name_or_path": "a/b"}',
                "ipynb": notebook, "md": "---\n" + plain_yaml + "license: mit\nbase_model: a/b\n---\n# M\n```sh\nhf download a/b\n```\n",
                "toml": 'model = "a/b"\n', "xml": "<m model=\"Qwen/Qwen3-4B\"/>", "html": "<a href='https://huggingface.co/a/b'>"}
samples = {}
for path, _, names in os.walk(os.path.join(root, "Samples")):
    for name in names:
        data = open(os.path.join(path, name), "rb").read()
        if len(data) <= 4096:
            samples.setdefault(name.rsplit(".", 1)[-1].lower(), []).append(data)
for index, path in enumerate(paths):
    extension = path.rsplit(".", 1)[-1].lower() if "." in path else path.lower()
    texts = [by_extension.get(extension, code)] + samples.get(extension, [])[:4]
    if path == "LICENSE" or path == "NOTICE":
        texts = [mit] + whole_texts[:1]
    if path == "bom.json":
        texts = [cyclonedx]
    for number, text in enumerate(texts):
        data = text.encode() if isinstance(text, str) else text
        for reader in ["detect", "scan"]:
            seed(reader, f"{index}-{number}", bytes([index]) + data)

# MARK: Words

names = ["meta-llama/Llama-3.1-8B", "Qwen/Qwen3-4B", "gpt-4o", "huggingface.co/", "from_pretrained", "hf://", "model",
         "base_model", "license", "revision", "ollama pull ", "pipeline(", "---\n", "```", "\r\n", "\\u", "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"),
         "License: CC BY-NC 4.0", "Released under ", "quantized version of ", "converted to MLX format from ", "## License\n",
         "tokenizer_class", "url = https://huggingface.co/a/b", "\\x", "${", "{{", "%%bash", "<!--", "&amp;", b"\xff", b"\xe2\x80\xa8", b"\xef\xbb\xbf", b"\xf0\x9f\x98\x80", "\0"]
dictionary(["detect", "scan", "notebook", "card", "modelfile", "spacy-meta", "weight-name"], names)
dictionary(["dockerignore"], ["**", "*", "!", "lab/m", "/", "\n", "\0", "[a-z]", "?", "\\\\"])
dictionary(["folder-paths"], ["lab/m", "\"m\"", "'m'", "os.path.join(", "Path(", " / ", " + ", "ROOT", "${ROOT}", "appending(path: ", "../", "./"])
dictionary(["image-builds"], ["services:", "build: ", "context: ", "dockerfile: ", "target ", "../", "./svc", "docker build ", " -f ", "cd ", "docker/build-push-action"])
dictionary(["reuse"], ["[[annotations]]", "path = ", "SPDX-License-Identifier", "Files: ", "License: ", "**", "MIT", " OR "])
dictionary(["yaml", "yaml-shared", "front-matter", "policy", "lock", "license-record"],
           ["---", "...", "- ", ": ", "? ", "| ", ">-", "&a", "*a", "!!str", "<<", "%TAG", "{", "}", "[", "]", "\"", "'", "#",
            "version: 1", "extends:", "waivers:", "facts:", "rules:", "models:", "license:", "\\u0041", b"\xc2\x85", b"\xef\xbb\xbf"])
dictionary(["json", "json-strict", "cyclonedx", "spdx", "baseline", "hub-answer"],
           ["{", "}", "[", "]", ",", ":", "\"", "\\u", "\\ud800", "NaN", "-Infinity", "1e999", "//", "/*", "*/", b"\xef\xbb\xbf"])
dictionary(["toml"], ["\"\"\"", "'''", "[[", "]]", "\\U", "0x", "inf", "nan", "1979-05-27", "= ", "{", "}"])
dictionary(["hcl"], ["<<EOT\n", "<<-E\n", "${", "%{", "}", "/*", "*/", "for ", " in ", " : ", "=>", "? "])
dictionary(["markup"], ["<![CDATA[", "]]>", "<!--", "-->", "<!DOCTYPE", "&#x", "&lt;", "</", "/>", "<?", "?>"])
dictionary(["shell", "dockerfile"], ["<<EOF\n", "EOF\n", "$(", "`", "\\\n", "&&", "||", "|", "\"", "'", "${", "$env:", "^", "RUN ", "--mount", "[\"", "\r\n"])
dictionary(["gguf"], ["GGUF", "general.license", "general.base_model.0.repo_url", u32(8), u32(9), u64(0xFFFFFFFFFFFFFFFF), u64(1)])
dictionary(["zip", "tflite", "mediapipe", "pytorch", "keras", "llamafile"],
           [b"PK\3\4", b"PK\1\2", b"PK\5\6", b"PK\6\6", b"PK\6\7", b"\xff\xff\xff\xff", b"\xff\xff", "TFL3", "data.pkl", "LICENSE", ".tflite"])
dictionary(["spdx-expression", "license-expression"], [" AND ", " OR ", " WITH ", "(", ")", "+", "LicenseRef-", "DocumentRef-", ":", "mit",
                                                        "gemma", "llama3.1", "GPL-2.0", "apache-2.0", "openrail"])

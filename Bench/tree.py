#!/usr/bin/env python3
"""Makes a tree of source files: tree.py <folder> <files> [<references>]. The same arguments make the same bytes.

Sizes and kinds are those of a monorepo: most files are code of a few kilobytes, one in twenty is a document, one in
forty a setting; a reference to a model stands in as many files as asked for (by default in one of fifty).
"""
import os
import random
import sys

WORDS = """value result index count name path file error data list item node key text line start end size type config
token request response client server handler buffer stream state event option user group task queue cache table row column
field record message header body parse render build test update remove insert find search match filter sort merge split
load save open close read write send receive create delete check verify return""".split()
KINDS = ["py"] * 30 + ["ts"] * 20 + ["swift"] * 10 + ["go"] * 10 + ["java"] * 10 + ["md"] * 5 + ["yaml"] * 2 + ["json"] * 3 \
    + ["css"] * 4 + ["svg"] * 3 + ["txt"] * 1 + ["toml"] * 1 + ["lock"] * 1
MODELS = ["meta-llama/Llama-3.1-8B-Instruct", "Qwen/Qwen3-4B", "google/gemma-2-2b-it", "mistralai/Mistral-7B-v0.1",
          "BAAI/bge-small-en-v1.5", "microsoft/phi-2", "openai/whisper-large-v3", "tiiuae/falcon-7b"]


def lines(random, kind, count):
    for _ in range(count):
        a, b, c, d = random.choices(WORDS, k=4)
        if kind in ("md", "txt"):
            yield " ".join(random.choices(WORDS, k=12)).capitalize() + "."
        elif kind == "yaml":
            yield f"{a}_{b}: {c}"
        elif kind == "toml":
            yield f'{a}_{b} = "{c}"'
        elif kind == "json":
            yield f'  "{a}_{b}_{c}": "{d}",'
        elif kind == "py":
            yield random.choice([f"    {a}_{b} = {c}.{d}({a}, \"{b}\")", f"def {a}_{b}({c}, {d}=None):", f"    # {a} {b} {c}",
                                 f"    if {a} is not {b}: return {c}[{d}]"])
        else:
            yield random.choice([f"  const {a}{b} = {c}.{d}({a}, \"{b}\");", f"func {a}_{b}({c}: {d}) {{", f"  // {a} {b} {c}", "}"])


def reference(random, kind):
    model = random.choice(MODELS)
    return {"py": f'model = AutoModel.from_pretrained("{model}")', "yaml": f"model: {model}", "toml": f'model = "{model}"',
            "json": f'  "model": "{model}",', "md": f"`hf download {model}`", "ts": f'const m = await pipeline("x", "{model}");',
            "swift": f'let m = ModelConfiguration(id: "{model}")'}.get(kind)


def make(folder, files, references):
    chance = random.Random(20261122)
    left = references
    for number in range(files):
        kind = KINDS[number % len(KINDS)]
        text = list(lines(chance, kind, chance.randint(10, 180)))
        wanted = reference(chance, kind)
        # As evenly as the kinds allow.
        if left and wanted and left * files >= references * (files - number):
            text.insert(chance.randrange(len(text)), wanted)
            left -= 1
        # One file in ten speaks of models without naming one.
        if number % 10 == 3:
            text.insert(chance.randrange(len(text)), next(lines(chance, kind, 1)).replace("config", "x") + " // the model")
        data = "\n".join(text) + "\n"
        if kind == "json":
            data = "{\n" + data.rstrip(",\n") + "\n}\n"
        place = os.path.join(folder, f"p{number // 2000}", f"d{number // 40 % 50}")
        if number % 40 == 0:
            os.makedirs(place, exist_ok=True)
        with open(os.path.join(place, f"{WORDS[number % len(WORDS)]}_{number}.{kind}"), "w") as file:
            file.write(data)


if __name__ == "__main__":
    count = int(sys.argv[2])
    make(sys.argv[1], count, int(sys.argv[3]) if len(sys.argv) > 3 else count // 50)

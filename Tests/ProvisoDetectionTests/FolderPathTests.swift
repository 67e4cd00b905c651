import ProvisoCore
import ProvisoDetection
import ProvisoText
import Testing

@Suite("Paths that lead to folders of weights")
struct FolderPathTests {
  /// What the paths of a file lead to in a tree that has weights in these places.
  private func models(
    _ text: String, at path: String, weights: [String] = ["lab/m/model.safetensors"]
  ) throws -> [String] {
    let declarations = weights.map { weights in
      let folder = FilePath(weights).directory
      return ModelDeclaration(
        model: weights.hasSuffix("/model.safetensors") ? folder : weights, source: .weightMetadata,
        location: Location(path: weights))
    }
    let paths = try #require(FolderPaths(Detections(declarations: declarations)))
    guard paths.wants(FilePath(path)) else { return ["not read"] }
    let found = DetectorRunner().detect(paths, at: FilePath(path), bytes: Array(text.utf8))
    return found.notifications.map(\.message)
      + found.references.map { "\($0.model.id) \($0.asWritten)\($0.usedAt.map { " at \($0)" } ?? "")" }
  }

  @Test(
    "what a script copies is used where it puts it",
    arguments: [
      ("cp -r lab/m prod/m\n", "scripts/ship.sh", ["lab/m lab/m at prod/m/m"]),
      ("mkdir -p prod && sudo cp -r ./lab/m prod/\n", "ship.sh", ["lab/m ./lab/m at prod/m"]),
      ("rsync -a ../lab/m ../prod\n", "scripts/ship.sh", ["lab/m ../lab/m at prod/m"]),
      ("cp -t prod -r lab/m\n", "ship.sh", ["lab/m lab/m at prod/m"]),
      ("\tcp -r lab prod\n", "Makefile", ["lab/m lab at prod/lab"]),
      ("    - run: cp -r lab/m prod/m\n", ".github/workflows/a.yml", ["lab/m lab/m at prod/m/m"]),
      ("cp -r lab/m $OUT/m\n", "ship.sh", ["lab/m lab/m"]), ("cp -r lab/m /srv/m\n", "ship.sh", ["lab/m lab/m"]),
      ("cp -r new lab/m\n", "ship.sh", []), ("serve lab/m && cp a b\n", "ship.sh", ["lab/m lab/m"]),
    ])
  func copied(text: String, path: String, expected: [String]) throws {
    #expect(try models(text, at: path) == expected)
  }

  @Test(
    "what a script copies by variables is used where they lead, by what was given last before the command",
    arguments: [
      ("SRC=lab/m\nDEST=prod\ncp -r \"$SRC\" \"$DEST/m\"\n", "scripts/ship.sh", ["lab/m lab/m at prod/m/m"]),
      ("SRC=m\ncp -r $SRC ../prod\n", "lab/ship.sh", ["lab/m m at prod/m"]),
      ("D=lab/n\nexport D=prod\ncp -r lab/m ${D}/x\nD=lab\n", "ship.sh", ["lab/m lab/m at prod/x/m"]),
      ("cp -r lab/m \"${OUT:-prod}\"\n", "ship.sh", ["lab/m lab/m at prod/m"]),
      ("ROOT=prod\nD=$ROOT/a\nmv lab/m $D\n", "ship.sh", ["lab/m lab/m at prod/a/m"]),
      ("D := prod\nship:\n\tcp -r lab/m $(D)/m\n", "Makefile", ["lab/m lab/m at prod/m/m"]),
      ("D=$D/x\ncp -r lab/m $D\n", "ship.sh", ["lab/m lab/m"]),
      ("SRC=lab/m\ncp -r a b\n", "ship.sh", ["lab/m lab/m"]),
    ])
  func variables(text: String, path: String, expected: [String]) throws {
    #expect(try models(text, at: path) == expected)
  }

  @Test(
    "what code copies, moves or links is used where it puts it",
    arguments: [
      ("shutil.copytree(\"lab/m\", \"prod/m\")\n", ["lab/m lab/m at prod/m/m"]),
      ("copytree(src=\"lab/m\", dst='prod', dirs_exist_ok=True)\n", ["lab/m lab/m at prod/m"]),
      ("SRC = \"lab/m\"\nDST = \"prod\"\nshutil.move(SRC, DST)\n", ["lab/m lab/m at prod/m"]),
      ("shutil.copy2(\"lab/m/model.safetensors\", \"prod/\")\n", ["lab/m lab/m at prod/m"]),
      ("os.symlink(\"lab/m\", \"prod/m\")\n", ["lab/m lab/m at prod/m/m"]),
      ("shutil.copytree(\"lab/m\", os.environ[\"OUT\"])\n", ["lab/m lab/m"]),
      ("shutil.copytree(\"new\", \"lab/m\")\n", []), ("name.replace(\"lab/m\", \"prod\")\n", ["lab/m lab/m"]),
    ])
  func calls(text: String, expected: [String]) throws {
    #expect(try models(text, at: "scripts/ship.py") == expected)
  }

  @Test(
    "what a report or an index records is no use, and what a setting or a list of models loads is",
    arguments: [
      ("{\"findings\": [{\"path\": \"lab/m\", \"line\": 3, \"rule\": \"X1\"}]}", 0),
      ("{\"lab/m\": {\"sha256\": \"9f\"}, \"a\": 1}", 0), ("{\"lab/m\": {\"depth\": 3}}", 1),
      ("{\"lab/m/model.safetensors\": \"9f\"}", 0),
      ("{\"files\": [{\"size\": 10, \"path\": \"lab/m\"}]}", 0), ("[{\"file\": \"lab/m\", \"sha256\": \"9f\"}]", 0),
      ("{\"artifactLocation\": {\"uri\": \"lab/m\"}}", 0),
      (
        "{\"tool\": {\"name\": \"proviso\"}, \"schemaVersion\": \"1.0\", \"findings\": [], \"models\": [{\"id\": \"lab/m\"}]}",
        0
      ),
      ("{\"bomFormat\": \"CycloneDX\", \"name\": \"lab/m\"}", 0),
      ("{\"model_path\": \"lab/m\", \"sha256\": \"9f\"}", 1), ("{\"path\": \"lab/m\", \"size\": \"7b\"}", 1),
      ("{\"models\": [{\"path\": \"lab/m\", \"sha256\": \"9f\"}]}", 1), ("{\"files\": [\"lab/m\"]}", 1),
    ])
  func recorded(text: String, count: Int) throws {
    #expect(try models(text, at: "svc/a.json").count == count)
  }

  @Test(
    "in settings, variables, commands and volumes",
    arguments: [
      ("model_path: lab/m\n", "svc/conf.yaml"), ("{\"llm\": {\"dir\": \"./lab/m\"}}", "svc/conf.json"),
      ("[model]\npath = \"../lab/m/\"\n", "svc/conf.toml"), ("MODEL_DIR=lab/m\n", "svc/.env.local"),
      ("services:\n  a:\n    volumes:\n      - ./lab/m:/models/m\n", "compose.yml"),
      ("volumes:\n  - type: bind\n    source: ./lab\n    target: /models\n", "compose.yml"),
      ("    volumes: [\"./lab:/models:ro\"]\n", "compose.yml"), ("vllm serve x --lora-modules a=lab/m\n", "serve.sh"),
      ("docker run -v $PWD/lab:/models image\n", "serve.sh"), ("ROOT=lab\npython s.py --model $ROOT/m\n", "serve.sh"),
      ("python s.py --model ${MODEL:-lab/m}\n", "serve.sh"), ("cp -r lab dist/\n", "build.sh"),
      ("cp -r ./lab dist/\n", "build.sh"),
      ("ARG M=lab/m\nCOPY ${M} /m\n", "Dockerfile"), ("m = load('/app/lab/m')\n", "svc/a.py"),
      ("m = load(\"lab/m/config.json\")\n", "svc/a.py"), (".copy(\"lab/m\")", "Package.swift"),
      ("{\"source\": [\"m = load('lab/m')\"]}", "svc/a.ipynb"),
    ])
  func written(text: String, path: String) throws {
    #expect(try models(text, at: path).map { $0.prefix(5) } == ["lab/m"])
  }

  @Test("what is not UTF-8 before them moves no place")
  func notUTF8() throws {
    let declaration = ModelDeclaration(
      model: "lab/m", source: .weightMetadata, location: Location(path: "lab/m/model.safetensors"))
    let paths = try #require(FolderPaths(Detections(declarations: [declaration])))
    for count in [1, 20, 100] {
      let bytes = Array("x=$".utf8) + Array(repeating: 0xE5, count: count) + Array("/lab/m/\n".utf8)
      let found = DetectorRunner().detect(paths, at: FilePath("run.sh"), bytes: bytes)
      #expect(found.references.map(\.asWritten) == ["lab/m"])
      #expect(found.references.map(\.location.line) == [1])
    }
  }

  @Test(
    "in code that puts them together",
    arguments: [
      "ROOT = \"lab\"\nm = load(os.path.join(ROOT, \"m\"))", "m = load(os.path.join(\"lab\", \"m\"))",
      "m = load(Path(\"lab\") / \"m\")", "ROOT = Path(\"lab\")\nm = load(ROOT / \"m\")",
      "m = load(pathlib.Path(__file__).parent / \"lab\" / \"m\")", "m = load(Path(\"lab\").joinpath(\"m\"))",
      "ROOT = \"lab\"\nm = load(f\"{ROOT}/m\")", "ROOT = \"lab\"\nm = load(ROOT + \"/m\")",
      "m = load(os.path.join(os.path.dirname(__file__), \"..\", \"lab\", \"m\"))",
      "m = load(settings.MODELS / \"m\")", "m = load(\n  os.path.join(\n    find_root(1),\n    \"lab\",\n    \"m\"))",
    ])
  func joined(code: String) throws {
    #expect(try models(code, at: "svc/a.py").map { $0.prefix(5) } == ["lab/m"])
  }

  @Test(
    "in code of other languages",
    arguments: [
      ("const m = load(path.join(__dirname, 'lab', 'm'))", "svc/a.js"),
      ("let m = root.appendingPathComponent(\"lab\").appendingPathComponent(\"m\")", "svc/a.swift"),
      ("let m = root.appending(path: \"lab/m\")", "svc/a.swift"),
      ("let m = Path::new(\"lab\").join(\"m\");", "svc/a.rs"),
      ("Path m = Paths.get(\"lab\", \"m\");", "svc/A.java"), ("var m = new File(\"lab\", \"m\");", "svc/A.java"),
      ("m := filepath.Join(\"lab\", \"m\")", "svc/a.go"), ("var m = Path.Combine(\"lab\", \"m\");", "svc/a.cs"),
    ])
  func otherLanguages(code: String, path: String) throws {
    #expect(try models(code, at: path).map { $0.prefix(5) } == ["lab/m"])
  }

  @Test(
    "and nothing else is one",
    arguments: [
      ("# see lab/m\n", "svc/a.py"), ("f(\"lab\", \"m\")\n", "svc/a.py"), ("x = \"m\"\n", "svc/a.py"),
      ("shutil.rmtree(\"lab/m\")\n", "svc/a.py"), ("m.save(\"lab/m\")\n", "svc/a.py"),
      ("u = \"https://a.example/lab/m\"\n", "svc/a.py"),
      ("x = \"lab/model\"\n", "svc/a.py"), ("x = \"lab/m.py\"\n", "svc/a.py"), ("rm -rf lab/m\n", "a.sh"),
      ("output_dir: lab/m\n", "a.yaml"), ("exclude:\n  - docs\n  - lab/m\n", "a.yaml"),
      ("paths: [\"lab/m/**\"]\n", "a.yaml"),
      ("exclude = [\"docs\", \"lab/m\"]\n", "a.toml"), ("exclude = [\n  \"docs\",\n  \"lab/m\",\n]\n", "a.toml"),
      ("{\"files.exclude\": {\"lab/m\": true}}", "a.json"),
      ("{\n  \"exclude\": {\n    \"docs\": true,\n    \"lab/m\": true\n  }\n}", "a.json"),
      ("import x from './lab'\n", "a.js"),
      ("version: 1\nwaivers:\n  - subject: {model: lab/m}\n", "rules/base.yaml"),
      ("m = load(\"lab/m\")", "lab/m/run.py"),
    ])
  func other(text: String, path: String) throws {
    #expect(try models(text, at: path) == [])
  }

  @Test(
    "those of documents, tests and this tool's own files are not read",
    arguments: ["README.md", "proviso.yaml", "proviso.lock", "tests/test_a.py"])
  func unread(path: String) throws {
    #expect(try models("lab/m", at: path) == ["not read"])
  }

  @Test("a folder has all models that lie in it, and what a volume takes has those below")
  func several() throws {
    let weights = ["lab/a.gguf", "lab/b.gguf", "lab/deep/model.safetensors"]
    #expect(try models("dir: ./lab\n", at: "a.yaml", weights: weights).count == 2)
    #expect(try models("- ./lab:/m\n", at: "a.yaml", weights: weights).count == 3)
  }

  @Test(
    "of two folders that end so, neither is taken behind what is known only at run time; the nearer one is where the path says"
  )
  func ambiguous() throws {
    let weights = ["lab/m/model.safetensors", "svc/m/model.safetensors"]
    #expect(try models("load(os.path.join(ROOT, \"m\"))", at: "app/a.py", weights: weights) == [])
    #expect(try models("load(os.path.join(HERE, \"m\"))", at: "svc/a.py", weights: weights) == ["svc/m m"])
  }

  @Test(
    "a bare word is a folder where a key says so",
    arguments: [
      ("model_dir: m\n", 1), ("MODEL_PATH=m\n", 1), ("--model-path m\n", 1), ("name: m\n", 0), ("model: m\n", 0),
    ])
  func bare(text: String, count: Int) throws {
    #expect(
      try models(text, at: text.hasPrefix("-") ? "a.sh" : "svc/a.yaml", weights: ["m/model.safetensors"]).count == count
    )
  }

  @Test("a path through a link leads where the link does")
  func linked() throws {
    let weights = ModelDeclaration(
      model: "lab/m", source: .weightMetadata, location: Location(path: "lab/m/model.safetensors"))
    var tree = Detections(declarations: [weights])
    tree.folderLinks = ["svc/m": "lab/m", "svc/lab": "lab", "all": ""]
    let paths = try #require(FolderPaths(tree))
    for path in ["svc/m", "svc/lab/m"] {
      let found = DetectorRunner().detect(paths, at: FilePath("a.py"), bytes: Array("load(\"\(path)\")".utf8))
      #expect(found.references.map(\.model.id) == ["lab/m"])
    }
  }

  @Test("a link below a link leads on, and one above itself to an end")
  func linkedTwice() throws {
    let weights = ModelDeclaration(
      model: "lab/m", source: .weightMetadata, location: Location(path: "lab/m/model.safetensors"))
    var tree = Detections(declarations: [weights])
    tree.folderLinks = ["prod": "stage", "stage/m": "lab/m", "lab/again": "lab"]
    let paths = try #require(FolderPaths(tree))
    let found = DetectorRunner().detect(paths, at: FilePath("a.py"), bytes: Array("load(\"prod/m\")".utf8))
    #expect(found.references.map(\.model.id) == ["lab/m"])
  }

  @Test("names that everybody gives such folders need more of the path")
  func general() throws {
    let weights = ["lab/model/model.safetensors"]
    #expect(try models("load(os.path.join(OUT, \"model\"))", at: "app/a.py", weights: weights) == [])
    #expect(
      try models("load(os.path.join(\"lab\", \"model\"))", at: "app/a.py", weights: weights) == ["lab/model model"])
  }

  @Test("a file of nothing but such names is followed to an end, and that is told")
  func hostile() throws {
    let told = "It has too many paths like those of the tree's folders of weights; the rest was not followed."
    #expect(try models(String(repeating: "(\"m\",", count: 30_000), at: "svc/a.py") == [told])
    #expect(try models(String(repeating: "/m", count: 30_000), at: "svc/a.py") == [told])
  }
}

import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("Models in Python")
struct PythonCodeTests {
  let detector = SourceCode()

  @Test("wanted by extension", arguments: [("a/b.py", true), ("b.pyi", true), ("b.pyc", false), ("py", false)])
  func wanted(path: String, isWanted: Bool) {
    #expect(detector.wants(FilePath(path)) == isWanted)
  }

  @Test(
    "found with their places and revisions",
    arguments: [
      ("AutoModel.from_pretrained(\"acme/base-1\")", ["1:28-39 acme/base-1 used unpinned"]),
      ("from_pretrained(\n    'gpt2',\n)", ["2:6-10 gpt2 used unpinned"]),
      ("f.from_pretrained('acme/a', revision='v1')", ["1:20-26 acme/a used named v1"]),
      ("REV = 'v1'\nf.from_pretrained('acme/a', revision=REV)", ["2:20-26 acme/a used named v1"]),
      ("REV = 'v1'\nREV = 'v2'\nf.from_pretrained('acme/a', revision=REV)", ["3:20-26 acme/a used unpinned"]),
      ("f.from_pretrained('acme/a', revision=args.revision)", ["1:20-26 acme/a used unpinned"]),
      (
        "hf_hub_download(revision='\(String(repeating: "0", count: 40))', repo_id='acme/a', filename='b/c.bin')",
        ["1:79-85 acme/a used commit \(String(repeating: "0", count: 40))"]
      ),
      ("pipeline('text/generation', model='acme/a')", ["1:36-42 acme/a used unpinned"]),
      (
        "from_single_file('https://huggingface.co/acme/a/blob/main/m.ckpt')",
        ["1:19-65 https://huggingface.co/acme/a/blob/main/m.ckpt used named main"]
      ),
      ("\tmodel = 'acme/a'", ["1:11-17 acme/a used"]), ("x = '😀'; model = 'acme/a'", ["1:20-26 acme/a used"]),
      ("a = 1\r\n\r\nmodel = 'acme/a'\r\n", ["3:10-16 acme/a used"]),
      ("a = 1\rmodel = 'acme/a'", ["2:10-16 acme/a used"]),
      ("cfg = {\n  \"base_model\": \"acme/a\",\n}", ["2:18-24 acme/a used"]),
      ("cfg['base_model'] = 'acme/a'", ["1:22-28 acme/a used"]),
      ("MODELS = [\n  'acme/a',\n  'acme/b',\n]", ["2:4-10 acme/a used", "3:4-10 acme/b used"]),
      ("models={'x': {Source.MODELSCOPE: 'AI-ModelScope/bloom-560m'}}", ["1:35-59 AI-ModelScope/bloom-560m used"]),
      ("MODELS = {'small': ('acme/a', 1)}", ["1:22-28 acme/a used"]),
      ("name: str = 'x'\nmodel_id: str = 'acme/a'", ["2:18-24 acme/a used"]),
      ("def f(model: str = 'acme/a'): pass", ["1:21-27 acme/a used"]),
      ("load_model('acme/a')", ["1:13-19 acme/a used"]),
      ("load_model(name='acme/a')", ["1:18-24 acme/a used"]), ("x = 'Qwen/Qwen3-8B'", ["1:6-19 Qwen/Qwen3-8B used"]),
      ("download('acme/a', repo_type='model')", ["1:11-17 acme/a used"]),
      ("# e.g. \"Qwen/Qwen3-8B\"", ["1:9-22 Qwen/Qwen3-8B mentioned"]),
      (
        "u = 'https://huggingface.co/acme/a/resolve/v2/m.bin'",
        ["1:6-52 https://huggingface.co/acme/a/resolve/v2/m.bin used named v2"]
      ),
      (
        "u = 'https://huggingface.co/acme/a/resolve/main/cat.png'",
        ["1:6-56 https://huggingface.co/acme/a/resolve/main/cat.png mentioned named main"]
      ),
    ])
  func found(text: String, expected: [String]) {
    #expect(detector.detect("src/a.py", text).outlines == expected)
    #expect(detector.detectIfFound("src/a.py", text).outlines == expected)
  }

  @Test(
    "data sets that are loaded, by their role",
    arguments: [
      ("ds = load_dataset('tatsu-lab/alpaca', split='train')", ["tatsu-lab/alpaca dataset"]),
      ("ds = datasets.load_dataset(path='tatsu-lab/alpaca')", ["tatsu-lab/alpaca dataset"]),
      ("DATA = 'tatsu-lab/alpaca'\nds = load_dataset(DATA)", ["tatsu-lab/alpaca dataset"]),
      ("load_dataset('squad_v2'); load_dataset('acme/b', 'Qwen/data')", ["squad_v2 dataset", "acme/b dataset"]),
      ("load_dataset('your-org/data')", []), ("load_dataset(f'acme/{name}')", []), ("load_dataset('a.json')", []),
    ] as [(String, [String])])
  func dataSets(text: String, expected: [String]) {
    #expect(detector.detect("src/a.py", text).references.map { "\($0.model.id) \($0.role.rawValue)" } == expected)
  }

  @Test("a file that only loads a data set is read")
  func onlyDataSets() {
    let text = "from datasets import load_dataset\nds = load_dataset('tatsu-lab/alpaca')\n"
    #expect(detector.detectIfFound("src/a.py", text).references.map(\.model.id) == ["tatsu-lab/alpaca"])
  }

  @Test(
    "a path that a loading call is given, and that is no name, may be a folder of the tree",
    arguments: [
      ("AutoModel.from_pretrained('models/chat')", ["models/chat"]),
      ("AutoModel.from_pretrained('out/acme/a')", ["out/acme/a"]), ("AutoModel.from_pretrained('/opt/acme/a')", []),
      ("AutoModel.from_pretrained('models//chat/..')", []), ("AutoModel.from_pretrained('path/to/model')", []),
    ])
  func folders(text: String, expected: [String]) {
    let found = detector.detect("src/a.py", text).references
    #expect(found.filter(\.mayBeFolder).map(\.asWritten) == expected)
    #expect(found.allSatisfy { $0.model.registry == .local || !$0.mayBeFolder })
  }

  @Test(
    "near misses",
    arguments: [
      "x = 'acme/a'", "# model = \"acme/a\"", "'''model = \"acme/a\"'''", "model = f'acme/{name}'",
      "model = 'acme/' + n",
      "model = root / 'acme/a'", "check_model(Path(d) / 'checkpoint-1/adapter')",
      "model = load('cpu/gpu')", "load_dataset('json')", "load_dataset('./Qwen/data')", "load_data('Qwen/data')",
      "datasets = [{'path': 'mlabonne/FineTome-100k'}]",
      "cfg = {'datasets': [D(path='allenai/c4')]}", "snapshot_download('acme/a', repo_type='dataset')",
      "snapshot_download(repo_type='space', repo_id='Qwen/a')", "image = 'Qwen/server'", "model_type = 'acme/a'",
      "model_kwargs = {'attention': 'kernels/flash-3'}", "from_pretrained('acme/a' + size)",
      "from_pretrained('/opt/acme')", "from_pretrained('out/acme/a')",
      "from_pretrained('your-org/model')", "from_pretrained('<model>')", "from_pretrained('base')",
      "from_pretrained(x, subfolder='unet/a')", "from_pretrained(x, revision='refs/a')", "model = 'application/json'",
      "model = 'models/a'", "model = 'acme/a/b'", "model = 'ViT-L/14'", "model_dir = 'a b/c'",
      "model = 'N/A'", "model_metrics = {'train/loss': 1}", "models['acme/a'] = 1", "report = 'acme/a'",
      "u = 'https://huggingface.co/datasets/acme/a'", "u = 'https://huggingface.co/docs/x/y'",
      "from models.acme import a", "", "'", "model = '", "model =",
    ])
  func nearMisses(text: String) {
    #expect(detector.detect("src/a.py", text).references.filter { !$0.mayBeFolder }.map(\.asWritten) == [])
  }

  @Test(
    "the part of the repository is kept",
    arguments: [("tests/a.py", Scope.test), ("examples/a.py", .example), ("a.py", .production)])
  func scope(path: String, scope: Scope) {
    #expect(detector.detect(path, "model = 'acme/a'").references.map(\.scope) == [scope])
  }

  @Test("nothing is a trap")
  func hostile() {
    let text =
      "m = AutoModel.from_pretrained(\n  \"Qwen/Qwen3-8B\", revision='v😀')\n# \"Qwen/a-1\"\r\nmodel = {'a': \"acme/b\"}"
    for bytes in spoiled(text) {
      #expect(detector.detect("a.py", bytes: bytes).isWithin(SourceText(path: "a.py", bytes: bytes)))
    }
  }
}

@Suite("Models of YOLO in Python")
struct YOLOCodeTests {
  private func outlines(_ text: String) -> [String] {
    SourceCode().detect("app.py", text).references.map { reference in
      "\(reference.model.registry.rawValue) \(reference.model.id)\(reference.isLoadedByUltralytics ? " loaded" : "")"
    }
  }

  @Test("are a name or a file of its library")
  func ultralytics() {
    let head = "from ultralytics import YOLO\n"
    #expect(outlines(head + "m = YOLO('yolo11n.pt')") == ["local yolo11n.pt loaded"])
    #expect(outlines(head + "m = YOLO('yolov8n')") == ["huggingface Ultralytics/YOLOv8"])
    #expect(outlines(head + "m = YOLO('weights/plates.pt')") == ["local weights/plates.pt loaded"])
    #expect(outlines("m = YOLO('weights/plates.pt')") == ["local weights/plates.pt"])
  }

  @Test("are Deci's by super_gradients, and no other `get` names one")
  func superGradients() {
    let head = "from super_gradients.training import models\n"
    #expect(outlines(head + "n = models.get('yolo_nas_s', pretrained_weights='coco')") == ["torchhub yolo_nas_s"])
    #expect(outlines("n = cfg.get('yolo_nas_size')") == [])
  }
}

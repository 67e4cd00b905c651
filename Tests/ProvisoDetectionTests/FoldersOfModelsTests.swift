import ProvisoCore
import Testing

@testable import ProvisoDetection

@Suite("Models named behind folders, or as one")
struct FoldersOfModelsTests {
  private func found(_ path: String, _ text: String) -> [String] {
    DetectorRunner().detect(path: FilePath(path), bytes: Array(text.utf8)).references.sorted {
      $0.location < $1.location
    }
    .map { "\($0.location.outline) \($0.model.id) \($0.role.rawValue)" }
  }

  @Test(
    "a folder of models that is given a name of the hub holds that model",
    arguments: [
      ("model_dir = 'google/gemma-2-9b-it'", ["1:14-34 google/gemma-2-9b-it used"]),
      ("tokenizer_dir = 'google/gemma-2-9b-it'", ["1:18-38 google/gemma-2-9b-it used"]),
      (
        "parser.add_argument('--tokenizer_dir', type=str, default='meta-llama/Meta-Llama-3-8B')",
        ["1:59-85 meta-llama/Meta-Llama-3-8B used"]
      ),
      ("output_dir = 'google/gemma-2-9b-it'", []), ("model_cache_dir = 'google/gemma-2-9b-it'", []),
      ("dir = 'google/gemma-2-9b-it'", []), ("model_dir = 'runs/first'", []),
    ])
  func names(text: String, expected: [String]) {
    #expect(found("a.py", text) == expected)
  }

  @Test(
    "weights lie on any disk under the name that they were fetched by",
    arguments: [
      ("a.kt", "val x = \"/data/local/tmp/llm/gemma-2b-it.task\"", "gemma-2b-it.task"),
      ("a.dart", "const x = '/data/local/tmp/gemma-3n-E2B-it-int4.litertlm';", "gemma-3n-E2B-it-int4.litertlm"),
      ("a.py", "model_path = '/opt/llama-chat.pth'", "llama-chat.pth"),
      ("a.py", "x = '../../llama-2-7b.pth'", "llama-2-7b.pth"),
    ])
  func absolute(path: String, text: String, name: String) {
    let found = found(path, text)
    #expect(found.count == 1 && found[0].hasSuffix("/\(name) used"))
  }

  @Test(
    "a folder that is called model is no placeholder, unless it is all there is",
    arguments: [
      ("MODEL = '/srv/model/Llama-3.2-1B-Instruct'", ["1:10-42 /srv/model/Llama-3.2-1B-Instruct used"]),
      ("x = 'model/gemma-2b-it.task'", ["1:6-28 model/gemma-2b-it.task used"]),
      ("MODEL = '/srv/llama/model'", []), ("MODEL = 'path/Llama-3.2-1B-Instruct'", []),
    ])
  func model(text: String, expected: [String]) {
    #expect(found("a.py", text) == expected)
  }

  @Test(
    "a folder that is put in hides no file's name",
    arguments: [
      ("a.dart", "const x = '$_dir/gemma-2b-it.litertlm';", ["1:12-38 gemma-2b-it.litertlm used"]),
      ("a.dart", "final x = '${docs.path}/gemma-2b-it.litertlm';", ["1:25-45 gemma-2b-it.litertlm used"]),
      ("a.kt", "val x = \"$dir/gemma-2b-it.task\"", ["1:15-31 gemma-2b-it.task used"]),
      ("a.swift", "let x = \"\\(dir)/gemma-2b-it.task\"", ["1:17-33 gemma-2b-it.task used"]),
      ("a.ts", "const x = `${dir}/gemma-2b-it.gguf`", ["1:19-35 gemma-2b-it.gguf used"]),
      ("a.py", "x = f\"{DIR}/gemma-2b-it.gguf\"", ["1:13-29 gemma-2b-it.gguf used"]),
      ("a.py", "x = DIR + \"/gemma-2b-it.task\"", ["1:13-29 gemma-2b-it.task used"]),
      ("a.sh", "run --weights-file $DIR/gemma-2b-it.gguf", ["1:20-41 gemma-2b-it.gguf used"]),
      ("a.yaml", "gemma_file: ${DIR}/gemma-2b-it.gguf", ["1:13-36 gemma-2b-it.gguf used"]),
      ("a.py", "x = f\"{DIR}/tuned.gguf\"", []), ("a.py", "save_model(f\"{DIR}/gemma-2b-it.gguf\")", []),
      ("a.py", "x = f\"{DIR}/gemma-{size}.gguf\"", []), ("a.py", "x = f\"https://{HOST}/gemma-2b-it.gguf\"", []),
      ("a.py", "x = f\"path/to/{y}/gemma-2b-it.gguf\"", []),
    ])
  func putIn(path: String, text: String, expected: [String]) {
    #expect(found(path, text) == expected)
  }

  @Test(
    "nor that of a folder, where a model is asked for",
    arguments: [
      ("a.sh", "MODEL=$HOME/models/meta-llama/Llama-3.1-8B", ["1:7-43 meta-llama/Llama-3.1-8B used"]),
      ("a.py", "model = f\"{ROOT}/Llama-3.1-8B-Instruct\"", ["1:18-39 Llama-3.1-8B-Instruct used"]),
      ("a.py", "x = f\"{ROOT}/Llama-3.1-8B-Instruct\"", []),
      ("a.py", "model = f\"{ROOT}/results/Llama-3.1-8B-Instruct\"", []),
      ("a.py", "p = join(cache, 'models--google--gemma-2b')", ["1:18-42 google/gemma-2b used"]),
      ("a.py", "p = join(cache, 'models--broken--download')", []),
      ("a.py", "model_path = '/content/gemma-2b-finetuned.task'", []),
    ])
  func copies(path: String, text: String, expected: [String]) {
    #expect(found(path, text) == expected)
  }

  @Test("nor does a drive of Windows")
  func drives() {
    #expect(found("a.py", #"x = "C:\\models\\gemma-2b-it.task""#) == ["1:18-34 gemma-2b-it.task used"])
    #expect(found("a.cs", #"x = @"C:\models\gemma-2b-it.task""#) == ["1:17-33 gemma-2b-it.task used"])
    #expect(found("a.py", #"x = "C:\\models\\tuned.task""#) == [])
  }

  @Test("also where the file says what the folder is")
  func known() {
    let text = "const dir = '/data/local/tmp';\nconst x = '$dir/gemma-2b-it.litertlm';\n"
    #expect(found("a.dart", text) == ["2:12-37 /data/local/tmp/gemma-2b-it.litertlm used"])
  }

  @Test(
    "a part that any model has is told with its folder, if that is called after a model",
    arguments: [
      ("x = 'ckpt/llama-2-7b/consolidated.00.pth'", ["ckpt/llama-2-7b/consolidated.00.pth"]),
      ("x = '/models/llama-2-7b/final/pytorch_model.bin'", ["/models/llama-2-7b/final/pytorch_model.bin"]),
      ("model_path = '/models/llama-2-7b/final/pytorch_model.bin'", ["/models/llama-2-7b/final/pytorch_model.bin"]),
      ("x = 'ckpt/run-7/consolidated.00.pth'", []), ("x = 'ckpt/llama/consolidated.00.pth'", []),
      ("x = 'ckpt/llama-2-7b/optimizer.pt'", []),
    ])
  func parts(text: String, expected: [String]) {
    let found = DetectorRunner().detect(path: FilePath("a.py"), bytes: Array(text.utf8)).references
    #expect(found.map(\.model.id) == expected)
  }
}

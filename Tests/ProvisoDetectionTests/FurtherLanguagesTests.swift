import ProvisoCore
import Testing

@testable import ProvisoDetection

@Suite("Models in languages of editors, queries and configurations")
struct FurtherLanguagesTests {
  private func found(_ path: String, _ text: String) -> [String] {
    DetectorRunner().detect(path: FilePath(path), bytes: Array(text.utf8)).references
      .sorted { $0.location < $1.location }.map { "\($0.location.outline) \($0.model.id)" }
  }

  @Test("every language reads a constant with a model's name", arguments: CodeLanguage.all.flatMap(\.extensions))
  func constant(ending: String) {
    #expect(
      found("src/a.\(ending)", "model = \"Qwen/Qwen3-8B\"\n").map { $0.split(separator: " ")[1] } == ["Qwen/Qwen3-8B"])
  }

  @Test("a keyword, and the name that a definition gives, say what a Lisp's string is")
  func keywords() {
    #expect(
      found("a.clj", "(chat :model \"llama3.1\" :name \"llama3.2\")\n(def chat-model \"mistral\")")
        == ["1:15-23 llama3.1", "2:18-25 mistral"])
    #expect(
      found("a.el", "(declare-function make-llm-ollama \"llm-ollama\")\n(require 'ollama-model \"mistral\")") == [])
    #expect(found("a.el", "(message \"mistral\") (setq path \"mistral\") ; (setq model \"mistral\")") == [])
  }

  @Test("strings of SQL and of Lisps go on over lines, and what begins a comment begins none in them")
  func longStrings() {
    #expect(
      found("a.sql", "SELECT f('{\n  \"model\": \"Qwen/Qwen3-8B\" -- \n}');\n-- 'Qwen/Qwen3-4B'")
        == ["2:13-26 Qwen/Qwen3-8B"])
    #expect(found("a.clj", "(def doc \"one\ntwo\")\n(def model \"Qwen/Qwen3-8B\")") == ["3:13-26 Qwen/Qwen3-8B"])
  }

  @Test("functions of data warehouses load what they name first")
  func warehouses() {
    #expect(
      found("a.sql", "SELECT ai_query('databricks-dbrx-instruct', q), SNOWFLAKE.CORTEX.COMPLETE('llama3-70b', q);")
        == ["1:18-42 databricks-dbrx-instruct", "1:76-86 llama3-70b"])
    #expect(found("a.sql", "SELECT complete('mistral', q);") == [])
  }

  @Test("an array behind an arrow of PHP is a dictionary, whose keys say what its values are")
  func nestedArrays() {
    #expect(
      found("a.php", "return ['chat' => ['model' => 'llama3.1', 'name' => 'mistral', 'list' => ['a' => 'b']]];")
        == ["1:32-40 llama3.1"])
  }

  @Test("a file of them that is never closed, or nothing but quotes, is read in one pass")
  func hostile() {
    for ending in ["clj", "sql", "vim", "hs"] {
      let text = "model " + String(repeating: "\"' (", count: 50_000)
      #expect(found("a.\(ending)", text) == [])
    }
  }
}

@Suite("What libraries call models by constants of their own")
struct LibraryConstantsTests {
  @Test("each counts once in a file, in code and not in comments")
  func constants() {
    let text = """
      use fastembed::{EmbeddingModel, RerankerModel};
      // RerankerModel::JINARerankerV1TurboEn
      let a = RerankerModel::JINARerankerV2BaseMultiligual;
      let b = RerankerModel::JINARerankerV2BaseMultiligual;
      let c = EmbeddingModel::EmbeddingGemma300M;
      let d = EmbeddingModel::OfAnotherVersion;
      """
    #expect(
      SourceCode().detect("a.rs", text).references.map(\.model.id) == [
        "jinaai/jina-reranker-v2-base-multilingual", "onnx-community/embeddinggemma-300m-ONNX",
      ])
  }

  @Test("a class of LangChain4j is found where it is imported, and no other class that ends like it")
  func classes() {
    let text = """
      import dev.langchain4j.model.embedding.EmbeddingModel;
      import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
      class MyEmbeddingModel { EmbeddingModel m = new BgeSmallEnV15QuantizedEmbeddingModel(); }
      """
    #expect(SourceCode().detect("A.java", text).references.map(\.model.id) == ["BAAI/bge-small-en-v1.5"])
  }

  @Test(
    "the weights of torchvision that are for research alone, as a string and as a constant",
    arguments: [
      ("m = vit_h_14(weights=\"IMAGENET1K_SWAG_E2E_V1\")", 1),
      ("m = regnet_y_16gf(weights=RegNet_Y_16GF_Weights.IMAGENET1K_SWAG_LINEAR_V1)", 1),
      ("m = resnet50(weights=\"IMAGENET1K_V2\")", 0), ("# weights=\"IMAGENET1K_SWAG_E2E_V1\"", 0),
      ("MY_IMAGENET1K_SWAG_E2E_V1 = 1", 0),
    ])
  func torchvision(text: String, count: Int) {
    let references = SourceCode().detect("a.py", text).references
    #expect(references.count == count)
    #expect(
      references.allSatisfy { $0.model.registry == .torchhub && $0.model.id.hasPrefix("torchvision:IMAGENET1K_SWAG_") })
  }

  @Test(
    "a sign of a comment holds for what stands behind it on the line, however long that is", .timeLimit(.minutes(1)))
  func torchvisionLine() {
    let many = String(repeating: "IMAGENET1K_SWAG_A ", count: 100_000)
    #expect(
      SourceCode().detect("a.py", "x = IMAGENET1K_SWAG_B # \(many)\ny = IMAGENET1K_SWAG_C\n").names == [
        "IMAGENET1K_SWAG_B", "IMAGENET1K_SWAG_C",
      ])
  }
}

@Suite("Repositories of the hub that a call says more of")
struct SubsetTests {
  @Test("one with a subset is a data set")
  func subset() {
    let references = SourceCode().detect(
      "a.py",
      "a = TaskConfig(hf_repo=\"acme/facts-7b\", hf_subset=\"k=Author\")\nb = TaskConfig(hf_repo=\"acme/chat-7b\")"
    ).references
    #expect(references.map(\.role) == [.dataset, .used])
  }
}

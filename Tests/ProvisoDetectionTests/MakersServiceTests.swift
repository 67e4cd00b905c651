import ProvisoCore
import Testing

@testable import ProvisoDetection

@Suite("Services of makers who publish weights under the same names")
struct MakersServiceTests {
  private func found(_ path: String, _ text: String) -> [String] {
    DetectorRunner().detect(path: FilePath(path), bytes: Array(text.utf8)).references
      .sorted { $0.location < $1.location }.map { "\($0.model.registry.rawValue) \($0.model.id)" }
  }

  @Test(
    "serve what a file that calls them names",
    arguments: [
      (
        "a.py", "c = OpenAI(base_url=\"https://api.deepseek.com\")\nc.create(model=\"deepseek-coder\")",
        "deepseek-coder"
      ),
      ("a.yaml", "api_base: https://api.deepseek.com\nmodel: deepseek-coder", "deepseek-coder"),
      (
        "a.yml", "uri: https://api.deepseek.com/chat\nstring: '{\"id\":\"1\",\"model\":\"deepseek-v4-flash\"}'",
        "deepseek-v4-flash"
      ),
      ("a.py", "c = ZhipuAI(api_key=k)\nc.create(model=\"glm-4.5-air\")", "glm-4.5-air"),
      ("a.ts", "const url = 'https://open.bigmodel.cn/api/paas/v4'\nconst model = 'glm-4-air'", "glm-4-air"),
      ("a.dart", "final c = ChatMistralAI(options: O(model: 'mistral-small'));", "mistral-small"),
      ("a.rb", "# gem \"mistral-ai\"\nDEFAULTS = {chat_model: \"mistral-medium\"}", "mistral-medium"),
      ("a.py", "import 'langchain_mistralai/x'\nm = ChatMistralAI(model=\"codestral\")", "codestral"),
      ("application.properties", "spring.ai.mistralai.chat.options.model=mistral-small", "mistral-small"),
      ("a.env", "MISTRAL_API_KEY=x\nMISTRAL_MODEL=mistral-small", "mistral-small"),
      ("a.yaml", "provider: mistral\nmodel: mistral-small", "mistral-small"),
      ("a.yaml", "litellm_params:\n  model: mistral/mistral-small", "mistral-small"),
      ("a.py", "agent = Agent('mistral:mistral-small')", "mistral:mistral-small"),
      ("a.py", "m = init_chat_model('cohere:command-r')", "cohere:command-r"),
      ("a.go", "import \"a/llms/mistral\"\nm := f(mistral.WithModel(\"mistral-small\"))", "mistral-small"),
      (
        "A.java", "import x.mistralai.M;\nclass A { M m = M.builder().modelName(\"mistral-small\").build(); }",
        "mistral-small"
      ),
      ("a.py", "c = cohere.Client()\nc.chat(model=\"c4ai-aya-expanse-8b\")", "c4ai-aya-expanse-8b"),
    ])
  func served(path: String, text: String, name: String) {
    #expect(found(path, text) == ["hosted \(name)"])
  }

  @Test(
    "serve none that says how large its weights are, and none where weights are fetched or nothing calls them",
    arguments: [
      "url = \"https://api.deepseek.com\"\nc.create(model=\"deepseek-coder-33b-instruct\")",
      "url = \"https://api.deepseek.com\"\nrun_vllm(model=\"deepseek-coder\")", "c.create(model=\"deepseek-coder\")",
      "# api.mistral.ai\nm = \"mistralai/x\"\nc.create(model=\"mistral-small\")",
      "from mistralai import M\nf(model=\"mistral-small-24b-instruct\")",
    ])
  func weights(text: String) {
    #expect(!found("a.py", text).isEmpty)
    #expect(found("a.py", text).allSatisfy { !$0.hasPrefix("hosted") })
  }

  private static let branches = """
    from langchain_mistralai import ChatMistralAI
    from langchain_ollama import ChatOllama

    def get(provider):
        if provider == "mistral":
            return ChatMistralAI(
                model="mistral-small")
        elif provider == "ollama":
            return ChatOllama(
                model="mistral-small")
    """

  private static let settings = """
    ollama:
      models: [llama3, mistral-small]
    mistral:
      url: https://api.mistral.ai
      models:
        - mistral-small
    """

  private static let variables = """
    # Ollama
    OLLAMA_URL=http://localhost
    MODEL=mistral-small

    MISTRAL_API_KEY=
    MISTRAL_MODEL=mistral-small
    """

  @Test("are told from copies of the weights by what stands around the name, where a file has both")
  func both() {
    #expect(found("a.py", Self.branches) == ["hosted mistral-small", "ollama mistral-small"])
    #expect(found("a.yaml", Self.settings) == ["ollama llama3", "ollama mistral-small", "hosted mistral-small"])
    #expect(found("a.env", Self.variables) == ["ollama mistral-small", "hosted mistral-small"])
  }

  @Test("are told apart in the cells of notebooks, too")
  func notebook() {
    let cell =
      #"{"cells": [{"cell_type": "code", "source": ["x = send_cohere_request(\n","#
      + "\n" + #""    model=\"command-r-plus\",\n", "    n=1)\n", "import transformers\n"]}]}"#
    #expect(found("a.ipynb", cell) == ["hosted command-r-plus"])
  }

  @Test(
    "are unknown where nothing near says which of the two it is",
    arguments: [
      "# mistralai, ollama\n\nf(model=\"mistral-small\")", "import ollama\nimport mistralai\nMODEL = \"mistral-small\"",
      "f(ollama, mistralai, model=\"mistral-small\")",
    ])
  func unknown(text: String) {
    #expect(found("a.py", text) == ["huggingface mistral-small"])
  }

  @Test("are looked for in no more than some lines around each of many names", .timeLimit(.minutes(1)))
  func many() {
    let text =
      "ollama: x\nurl: https://api.mistral.ai\nmodels:\n" + String(repeating: "  - mistral-small\n", count: 10_000)
    #expect(Set(found("a.yaml", text)) == ["huggingface mistral-small"])
  }
}

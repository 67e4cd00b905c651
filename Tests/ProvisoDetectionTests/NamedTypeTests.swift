import ProvisoCore
import Testing

@testable import ProvisoDetection

@Suite("Names beside the constant of a kind")
struct NamedTypeTests {
  @Test(
    "are those of templates, architectures and vocabularies",
    arguments: [
      "static const std::map<std::string, llm_chat_template> LLM_CHAT_TEMPLATES = {\n  { \"mistral-v7\",   LLM_CHAT_TEMPLATE_MISTRAL_V7 },\n};",
      "std::map<std::string, int> models = { {\"llama3\", LLM_ARCH_LLAMA}, {\"command-r\", ARCH::COMMAND_R_TYPE} };",
      "model_types = [(\"gpt-4o\", LLAMA_VOCAB_PRE_TYPE_GPT4O)]",
    ])
  func types(text: String) {
    #expect(SourceCode().detect("a.cpp", text).outlines == [])
  }

  @Test(
    "are models beside anything else",
    arguments: [
      "load(model=\"llama3\", SIZE)", "load(model=\"llama3\", llm_arch)", "load(model=\"llama3\")",
      "model = \"llama3\"",
      "load(model=\"llama3\",",
    ])
  func models(text: String) {
    #expect(SourceCode().detect("a.py", text).references.map(\.model.id) == ["llama3"])
  }
}

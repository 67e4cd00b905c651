import ProvisoCore
import Testing

@testable import ProvisoDetection

@Suite("Names under which code publishes models")
struct PublishedNamesTests {
  @Test(
    "are read from calls, settings and options",
    arguments: [
      ("train.py", "model.push_to_hub(\"acme/chat-8b\")", "acme/chat-8b"),
      ("train.py", "model.push_to_hub_merged(\"acme/chat-1b\", tokenizer, save_method='x')", "acme/chat-1b"),
      ("train.py", "trainer.push_to_hub(repo_id='acme/chat')", "acme/chat"),
      ("train.py", "args = TrainingArguments(push_to_hub=True, hub_model_id=\"acme/chat\")", "acme/chat"),
      ("a.ipynb", "    \"model.push_to_hub(\\\"acme/chat\\\")\\n\",", "acme/chat"),
      ("axolotl.yml", "hub_model_id: acme/chat", "acme/chat"),
      ("c.json", "{\"hub_model_id\": \"acme/chat\"}", "acme/chat"),
      ("run.sh", "trl sft --hub_model_id acme/chat \\", "acme/chat"),
      ("run.sh", "x --hub-model-id=acme/chat", "acme/chat"),
      ("train.py", "model.push_to_hub(\"chat-8b\")", "chat-8b"),
    ])
  func names(path: String, text: String, name: String) {
    let found = PublishedNames().detect(path, text).published
    #expect(found.map(\.name) == [name])
    #expect(found.allSatisfy { $0.location.line == 1 && $0.location.path == path })
  }

  @Test(
    "are not messages, data sets, tokenizers, variables, placeholders and comments",
    arguments: [
      "trainer.push_to_hub(\"End of training\")", "trainer.push_to_hub(commit_message=\"done\")",
      "trainer.push_to_hub()",
      "dataset.push_to_hub(\"acme/data\")", "tokenizer.push_to_hub(\"acme/chat\")", "model.push_to_hub(name)",
      "model.push_to_hub(f\"acme/{name}\")", "model.push_to_hub(\"your-username/my-model\")",
      "# model.push_to_hub(\"acme/chat\")", "push_to_hub = True", "hub_model_id = None",
    ])
  func silent(text: String) {
    #expect(PublishedNames().detect("train.py", text).published.isEmpty)
  }
}

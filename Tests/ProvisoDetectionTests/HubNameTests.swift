import ProvisoCore
import Testing

@testable import ProvisoDetection

@Suite("Names of the hub")
struct HubNameTests {
  @Test(
    "are an owner and a name",
    arguments: [
      "acme/a", "meta-llama/Llama-3.1-8B-Instruct", "01-ai/Yi-34B", "a_b/c.d-e_f", "nm-testing/llama2.c-stories-4",
      "acme/" + String(repeating: "a", count: 96),
    ])
  func ids(text: String) {
    #expect(HubName.isID(text) && HubName.model(in: text) == .huggingFace(text))
  }

  @Test(
    "near misses",
    arguments: [
      "", "/", "acme", "acme/", "/a", "acme//a", "acme/a/b", "-acme/a", "acme/a-", "acme/.a", "acme/a.", "acme/a b",
      "acme/a:b", "acme/é", "acme/a..b", "acme/a--b", "./a", "../a", "~/a", "acme/a.bin", "acme/README.md",
      "acme/a.git",
      "text/html", "models/a", "outputs/run-1", "ViT-L/14", "acme/{a}", "acme/$A", "acme/<a>", "a\u{0}/b", "acme/a\n",
      "acme/" + String(repeating: "a", count: 97),
    ])
  func nearMisses(text: String) {
    #expect(!HubName.isID(text))
  }

  @Test(
    "placeholders are no models",
    arguments: [
      "your-org/model", "YOUR_NAME/x", "username/model", "path/model", "acme/your-model", "org/name", "test/model",
      "my-org/a", "path_to/a", "Example/a",
    ])
  func placeholders(text: String) {
    #expect(HubName.isPlaceholder(text) && HubName.model(in: text) == nil)
  }

  @Test(
    "without an owner have a digit or a dash",
    arguments: [
      ("gpt2", true), ("bert-base-uncased", true), ("base", false), ("model.bin", false), ("a2/b/c", false),
      ("your-model", false),
    ])
  func bare(text: String, isName: Bool) {
    #expect((HubName.model(in: text) != nil) == isName)
  }

  @Test(
    "stand in addresses",
    arguments: [
      ("https://huggingface.co/acme/a", "acme/a", nil, nil), ("hf.co/acme/a:Q4_K_M", "acme/a", nil, nil),
      ("hf://acme/a", "acme/a", nil, nil), ("HF://Acme/A", "Acme/A", nil, nil),
      ("hf://acme/a@main", "acme/a", "main", nil), ("hf://acme/a@v2/x/m.bin", "acme/a", "v2", nil),
      ("hf://acme/a@refs/pr/1/m.bin", "acme/a", "refs/pr/1", nil), ("hf://acme/a@", "acme/a", nil, nil),
      ("https://www.huggingface.co/acme/a", "acme/a", nil, nil),
      ("https://huggingface.co/acme/a/resolve/v1/x/m.bin", "acme/a", "v1", "x/m.bin"),
      ("https://ada:pass@huggingface.co/acme/a/tree/v2", "acme/a", "v2", nil),
      ("https://ada:${TOKEN}@huggingface.co/acme/a.git", "acme/a", nil, nil),
      ("https://huggingface.co/acme/a/tree/main", "acme/a", "main", nil),
      ("https://huggingface.co/acme/a/blob/main/m.bin?download=true#x", "acme/a", "main", "m.bin"),
      ("https://huggingface.co/acme/a/discussions/1", "acme/a", nil, nil),
    ] as [(String, String, String?, String?)])
  func addresses(text: String, id: String, revision: String?, file: String?) {
    let address = HubAddress.parse(text)
    #expect(address?.id == id && address?.revision == revision && address?.file == file)
  }

  @Test(
    "other addresses",
    arguments: [
      "https://huggingface.co/", "https://huggingface.co/acme", "https://huggingface.co/datasets/acme/a",
      "https://huggingface.co/spaces/acme/a", "https://huggingface.co/docs/peft", "https://huggingface.co/blog/a",
      "https://huggingface.co/your-org/a", "https://example.com/acme/a", "see https://huggingface.co/acme/a", "hf://",
      "https://huggingface.co/acme/tokenizer.json",
    ])
  func otherAddresses(text: String) {
    #expect(HubAddress.parse(text) == nil)
  }
}

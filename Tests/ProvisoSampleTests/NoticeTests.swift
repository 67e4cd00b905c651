import Foundation
import ProvisoTestSupport
import Testing

@Suite("proviso notice")
struct NoticeTests {
  /// An app under a policy that says it ships weights and serves them.
  private func app() throws -> Folder {
    let folder = try Folder()
    try folder.write(
      """
      llama = load.from_pretrained("meta-llama/Llama-3.1-8B-Instruct")
      gemma = load.from_pretrained("google/gemma-2-9b-it")
      image = load.from_pretrained("stabilityai/stable-diffusion-3.5-large")
      bloom = load.from_pretrained("bigscience/bloom")
      voice = load.from_pretrained("nvidia/parakeet-tdt-0.6b-v2")
      """, to: "app.py")
    try folder.write(
      """
      version: 1
      organization:
        distributes_product: true
        serves_over_network: true
      """, to: "proviso.yaml")
    return folder
  }

  private static let duties = ["AIL203", "AIL204", "AIL206", "AIL207", "AIL309"]

  /// The rules that fire, and the obligations that are not met, `model kind`.
  private func scan(_ folder: Folder) throws -> (rules: Set<String>, unmet: Set<String>, met: Set<String>) {
    let answer = try Tool.run(["scan", "--format", "json", "--fail-on", "never"], in: folder.path)
    let report = try #require(try JSONSerialization.jsonObject(with: Data(answer.bytes)) as? [String: Any])
    let findings = try #require(report["findings"] as? [[String: Any]])
    var unmet: Set<String> = []
    var met: Set<String> = []
    for model in try #require(report["models"] as? [[String: Any]]) {
      for obligation in model["obligations"] as? [[String: Any]] ?? [] {
        let name = "\(model["id"] ?? "") \(obligation["kind"] ?? "")"
        switch obligation["met"] as? Bool {
        case true: met.insert(name)
        case false: unmet.insert(name)
        default: continue
        }
      }
    }
    return (Set(findings.compactMap { $0["rule"] as? String }), unmet, met)
  }

  @Test(
    "writes what a scan then finds",
    arguments: [
      ("text", "NOTICE"), ("markdown", "docs/ACKNOWLEDGMENTS.md"),
      ("settings-bundle", "App/Settings.bundle/Models.plist"),
    ])
  func roundTrip(format: String, path: String) throws {
    let folder = try app()
    let before = try scan(folder)
    #expect(Set(Self.duties).isSubset(of: before.rules), "\(before.rules)")
    try folder.makeDirectory(path.split(separator: "/").dropLast().joined(separator: "/"))
    let answer = try Tool.run(["notice", "--format", format, "--output", path], in: folder.path)
    #expect(answer.status == 0 && answer.output.isEmpty)
    #expect(answer.error.contains("To be added: the text of the Llama 3.1 Community License Agreement"))
    let after = try scan(folder)
    #expect(after.rules.isDisjoint(with: Self.duties), "\(after.rules)")
    for kind in ["display", "notice", "use-restrictions"] {
      let model = "meta-llama/Llama-3.1-8B-Instruct \(kind)"
      #expect(before.unmet.contains(model) && after.met.contains(model), "\(model)")
    }
    // No text of the licenses is at hand, so these stay open.
    #expect(after.rules.contains("AIL201"))
    #expect(after.unmet.contains("google/gemma-2-9b-it license-copy"))
  }

  @Test(
    "takes license texts from the tree, and a scan finds them again",
    .enabled(if: sharedFolder != nil), arguments: ["text", "markdown", "settings-bundle"])
  func copies(format: String) throws {
    let folder = try app()
    let shared = try #require(sharedFolder)
    for id in ["llama3.1", "gemma", "stabilityai-ai-community", "bigscience-bloom-rail-1.0"] {
      let text = try String(contentsOfFile: "\(shared)/license-texts/\(id).txt", encoding: .utf8)
      try folder.write(text, to: "licenses/\(id)/LICENSE")
    }
    #expect(try !scan(folder).rules.contains("AIL201"))
    let path = format == "settings-bundle" ? "Settings.bundle/Models.plist" : "NOTICE.md"
    try folder.makeDirectory("Settings.bundle")
    let answer = try Tool.run(["notice", "--format", format, "--output", path], in: folder.path)
    #expect(answer.status == 0 && !answer.error.contains("Llama 3.1"))
    _ = try run("rm", ["-r", folder.absolute("licenses")])
    let after = try scan(folder)
    #expect(!after.rules.contains("AIL201"), "\(after.unmet)")
    #expect(after.rules.isDisjoint(with: Self.duties))
  }

  @Test("prints to standard output and says where nothing is asked for")
  func empty() throws {
    let folder = try Folder()
    let answer = try Tool.run(["notice"], in: folder.path)
    #expect(answer.status == 0)
    #expect(answer.output == "Notices for AI models\n\nNo model was found whose license asks for a notice.\n")
  }

  @Test("says what no file of notices shows", arguments: ["text", "markdown", "settings-bundle"])
  func interface(format: String) throws {
    let folder = try Folder()
    try folder.write("m = load.from_pretrained(\"moonshotai/Kimi-K2-Instruct\")\n", to: "app.py")
    let answer = try Tool.run(["notice", "--format", format], in: folder.path)
    let sentence = "To be shown in the user interface of a commercial product above the license's numbers: "
    #expect(answer.output.contains(sentence) && answer.error.contains(sentence + "\"Kimi K2\" (paragraph 4)."))
  }

  @Test("says what to add for words that only some uses of the models owe", arguments: ["text", "markdown"])
  func someUses(format: String) throws {
    let folder = try Folder()
    try folder.write("m = load.from_pretrained(\"tiiuae/falcon-180B\")\n", to: "app.py")
    let answer = try Tool.run(["notice", "--format", format], in: folder.path)
    #expect(answer.error.contains("be shown with what is made from its models"))
    #expect(answer.error.contains("the notice does not have the words: add them there."))
    #expect(!answer.output.contains("Falcon LLM technology from the Technology Innovation Institute"))
  }

  @Test("names models whose license is not known")
  func unknown() throws {
    let folder = try Folder()
    try folder.write("m = load.from_pretrained(\"acme/nobody-knows-this-model\")\n", to: "app.py")
    #expect(
      try Tool.run(["notice"], in: folder.path).output.contains(
        "The license of these is not known, so what it asks for is not here: acme/nobody-knows-this-model."))
  }

  @Test(
    "tells wrong usage from a folder that cannot be read",
    arguments: [["notice", "--format", "rtf"], ["notice", "no-such"]])
  func mistakes(arguments: [String]) throws {
    let folder = try Folder()
    let answer = try Tool.run(arguments, in: folder.path)
    #expect(answer.status == 2 && answer.output.isEmpty && answer.error.hasPrefix("proviso: "))
  }
}

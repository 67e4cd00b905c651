import Foundation
import ProvisoTestSupport

/// A folder with everything in it that could stop, mislead or misuse a scanner, and what is to be said of each.
struct HostileFolder {
  let folder: Folder
  /// The paths that a notification must name, as the JSON report has them.
  private(set) var oddities: Set<String> = []

  static let load = #"AutoModel.from_pretrained("Qwen/Qwen3-4B")"#
  static let evilName = "new\nline\u{1B}[31m\u{202E}\u{9B}"
  static let deepFolder = Array(repeating: "d", count: 300).joined(separator: "/")
  private static let tooDeepFolder = Array(repeating: "t", count: 1_100).joined(separator: "/")

  init() throws {
    folder = try Folder()
    try addLinks(folder)
    try addSpecialFiles(folder)
    try addWeights(folder)
    try addText(folder)
    try addNames(folder)
    try addPolicies(folder)
  }

  private mutating func addLinks(_ folder: Folder) throws {
    try folder.link("links/a.py", to: "b.py")
    try folder.link("links/b.py", to: "a.py")
    try folder.link("links/self", to: "self")
    try folder.link("links/up", to: "..")
    try folder.link("links/passwd.md", to: "/etc/passwd")
    try folder.link("links/etc", to: "/etc")
    try folder.link("links/nowhere.yaml", to: "nothing")
    oddities.formUnion(["a.py", "b.py", "self", "passwd.md", "etc", "nowhere.yaml"].map { "links/\($0)" })
  }

  private mutating func addSpecialFiles(_ folder: Folder) throws {
    if try run("mkfifo", [folder.absolute("pipe.py")]).status == 0 { oddities.insert("pipe.py") }
    let bind = "import socket, sys; socket.socket(socket.AF_UNIX).bind(sys.argv[1])"
    if try run("python3", ["-c", bind, "socket.py"], directory: folder.path).status == 0 {
      oddities.insert("socket.py")
    }
    try folder.write(Self.load, to: "unreadable.py")
    _ = try run("chmod", ["0", folder.absolute("unreadable.py")])
    if try run("id", ["-u"]).output != Array("0\n".utf8) { oddities.insert("unreadable.py") }
  }

  private mutating func addWeights(_ folder: Folder) throws {
    try folder.write("", to: "sparse.gguf")
    let largest: [UInt8] = Array(repeating: 0xFF, count: 8)
    try folder.write(Array("GGUF".utf8) + [3, 0, 0, 0] + largest + largest, to: "claims.gguf")
    for file in ["sparse.gguf", "claims.gguf"] {
      let handle = try FileHandle(forWritingTo: URL(filePath: folder.absolute(file)))
      try handle.truncate(atOffset: 10 << 30)
      try handle.close()
    }
    try folder.write([0, 0, 0, 0, 0, 0, 0, 0x80] + Array("{}".utf8), to: "claims.safetensors")
    try folder.write([1, 2, 3], to: "short.safetensors")
    oddities.formUnion(["sparse.gguf", "claims.gguf", "claims.safetensors", "short.safetensors"])
  }

  private mutating func addText(_ folder: Folder) throws {
    let card = "license: mit\nbase_model: meta-llama/Llama-3.1-8B\n"
    let bomb = (1...12).reduce("a0: &a0 [x, x]\n") { text, level in
      let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      return text + "a\(level): &a\(level) [\(aliases)]\n"
    }
    try folder.write("base_model: acme/base-1\n" + bomb, to: "bomb/train.yaml")
    try folder.write("---\n\(card)\(bomb)---\n", to: "bomb/README.md")
    let depth = 100_000
    let nested = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    try folder.write(#"{"model_type": "llama", "x": \#(nested)}"#, to: "deep/config.json")
    try folder.write("---\nlicense: mit\nx: \(nested)\n---\n", to: "deep/README.md")
    try folder.write("---\nlicense: [mit\n---\n", to: "broken/README.md")
    let latin: [UInt8] = Array("caf".utf8) + [0xE9, 0x0A]
    try folder.write(Array("---\n\(card)model_name: ".utf8) + latin + Array("---\n".utf8), to: "latin/README.md")
    try folder.write(Array("# ".utf8) + latin + Array(Self.load.utf8), to: "latin/load.py")
    try folder.write([0xFF, 0xFE] + Self.load.utf8.flatMap { [$0, 0] }, to: "utf16/load.py")
    let wide: [UInt8] = [0xFF, 0xFE, 0, 0] + Self.load.utf8.flatMap { [$0, 0, 0, 0] }
    try folder.write(wide, to: "utf32/load.py")
    try folder.write(wide + [0x61, 0], to: "utf32/half.py")
    try folder.write(String(repeating: "\0", count: 100_000) + Self.load, to: "nul/load.py")
    try folder.write("model = \"" + String(repeating: "([{\\", count: 50_000), to: "brackets/load.py")
    oddities.formUnion(["bomb/train.yaml", "bomb/README.md", "deep/config.json", "deep/README.md"])
    oddities.formUnion(["broken/README.md", "latin/README.md", "utf32/half.py"])
  }

  private mutating func addNames(_ folder: Folder) throws {
    try folder.write("---\nlicense: [mit\n---\n", to: Self.evilName + "/README.md")
    oddities.insert(Self.evilName + "/README.md")
    try folder.write(Self.load, to: Self.evilName + "/load.py")
    let title = #""A \e[31m red \u202E name\n""#
    let card = "---\nlicense: mit\nbase_model: meta-llama/Llama-3.1-8B\nmodel_name: \(title)\n---\n"
    try folder.write(card, to: "title/README.md")
    try folder.write(Self.load, to: Self.deepFolder + "/load.py")
    try folder.makeDirectory(Self.tooDeepFolder)
    oddities.insert(String(Self.tooDeepFolder.prefix(2 * 1_001 - 1)))
  }

  /// Policies of strangers, which must not be used.
  private func addPolicies(_ folder: Folder) throws {
    for path in ["proviso.yaml", ".proviso.yaml", ".github/proviso.yaml"] {
      try folder.write("version: 1\nname: evil\nrules: {AIL501: {severity: off}}\n", to: "vendored/" + path)
    }
  }
}

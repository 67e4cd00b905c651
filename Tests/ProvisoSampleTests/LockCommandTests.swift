import Foundation
import Testing

@Suite("proviso lock, and scans held against its file")
struct LockCommandTests {
  private static let llama = """
    from transformers import pipeline
    pipe = pipeline("text-generation", model="meta-llama/Llama-3.1-8B", revision="\(String(repeating: "0", count: 40))")

    """

  private func folder() throws -> Folder {
    let folder = try Folder()
    try folder.write(Self.llama, to: "app.py")
    try folder.makeDirectory("m")
    try folder.write("---\nlicense: mit\n---\n# Acme\n", to: "m/README.md")
    try folder.write("{\"model_type\": \"bert\"}", to: "m/config.json")
    return folder
  }

  @Test("the file is the same from run to run, and a tree that has not changed agrees with it")
  func unchanged() throws {
    let folder = try folder()
    let answer = try Tool.run(["lock", "--now", "2026-11-26"], in: folder.path)
    #expect(answer.status == 0)
    #expect(answer.output == "./proviso.lock holds 2 models.\n")
    let first = try folder.contents("proviso.lock")
    #expect(try Tool.run(["lock", ".", "--now", "2027-01-01"], in: folder.path).status == 0)
    #expect(try folder.contents("proviso.lock") == first, "nothing changed, so the days stay")
    let scan = try Tool.run(["scan", "--locked", "--now", "2026-11-26"], in: folder.path)
    #expect(!scan.output.contains("AIL503") && !scan.output.contains("AIL502"))
    #expect(try Tool.run(["scan", "--locked", "--now", "2026-11-26"], in: folder.path).bytes == scan.bytes)
  }

  @Test("a license, a revision or a model that has changed is found, with both sides")
  func drift() throws {
    let folder = try folder()
    #expect(try Tool.run(["lock"], in: folder.path).status == 0)
    try folder.write("---\nlicense: cc-by-nc-4.0\n---\n# Acme\n", to: "m/README.md")
    let license = try Tool.run(["scan", "--lock", "proviso.lock"], in: folder.path)
    #expect(license.output.contains("was locked under mit (proviso.lock:"))
    try folder.write(Self.llama.replacingOccurrences(of: "0000000000", with: "1111111111"), to: "app.py")
    let revision = try Tool.run(["scan", "--locked", "--fail-on", "warning"], in: folder.path)
    #expect(revision.status == 1 && revision.output.contains("AIL502") && revision.output.contains("1111111111"))
    try folder.write(Self.llama + "AutoModel.from_pretrained(\"google/gemma-2-2b\")\n", to: "app.py")
    #expect(
      try Tool.run(["scan", "--locked"], in: folder.path).output.contains("google/gemma-2-2b is not in proviso.lock."))
    let loose = try Tool.run(["scan", "--lock", "proviso.lock"], in: folder.path)
    #expect(!loose.output.contains("is not in proviso.lock."))
  }

  @Test("a lock file that is not there or is none ends the run with its place and what to do")
  func wrong() throws {
    let folder = try folder()
    let none = try Tool.run(["scan", "--locked"], in: folder.path)
    #expect(
      none.status == 2 && none.error.contains("proviso.lock could not be read") && none.error.contains("`proviso lock`")
    )
    try folder.write("version: 1\nmodels:\n  - id: 3\n    regsitry: local\n", to: "proviso.lock")
    let broken = try Tool.run(["scan", "--locked"], in: folder.path)
    #expect(broken.status == 2)
    #expect(broken.error.contains("proviso.lock:4:5: There is no key \"regsitry\" here"))
    #expect(try Tool.run(["check", "acme/m", "--locked"], in: folder.path).status == 2)
  }

  @Test("nothing is written where the scan is incomplete")
  func incomplete() throws {
    let folder = try folder()
    try folder.write("---\nlicense: [\n---\n", to: "m/README.md")
    let answer = try Tool.run(["lock"], in: folder.path)
    #expect(answer.status == 3)
    #expect(answer.error.contains("Nothing was written"))
    #expect((try? folder.contents("proviso.lock")) == nil)
  }
}

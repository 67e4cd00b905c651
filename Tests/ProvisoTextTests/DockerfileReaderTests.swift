import ProvisoText
import Testing

@Suite("Dockerfiles")
struct DockerfileReaderTests {
  private func outline(_ text: String) throws -> [String] {
    let source = SourceText(text)
    return try DockerfileReader.read(source).map { instruction in
      ([instruction.keyword, source.string(in: instruction.argument)]
        + instruction.heredocs.map { source.string(in: $0) }).joined(separator: "|")
    }
  }

  @Test(
    "instructions with continued lines, comments and here-documents",
    arguments: [
      ("FROM a AS b\n# c\n run d  \n", ["from|a AS b", "run|d"]),
      ("RUN a \\\n  # c\n\n  b\nENV X=y", ["run|a \\\n  # c\n\n  b", "env|X=y"]),
      ("RUN <<EOF\na b\nc\nEOF\nCMD [\"d\"]", ["run|<<EOF|a b\nc\n", "cmd|[\"d\"]"]),
      ("# escape=`\nRUN a `\n b\n", ["run|a `\n b"]), ("RUN echo $((1<<2))\nCMD a", ["run|echo $((1<<2))", "cmd|a"]),
      ("{% if x %}\nFROM a\r\nRUN b \\\r\n c\r\n", ["from|a", "run|b \\\r\n c"]), ("", []), ("FROM", ["from|"]),
    ])
  func instructions(text: String, expected: [String]) throws {
    #expect(try outline(text) == expected)
  }

  @Test("instructions and bytes are bounded, and here-documents that never end cost no quadratic time")
  func bounds() throws {
    #expect(throws: DocumentError.self) {
      try DockerfileReader.read(SourceText("RUN a\nRUN b"), limits: DockerfileLimits(instructions: 1))
    }
    #expect(throws: DocumentError.self) {
      try DockerfileReader.read(SourceText("RUN a"), limits: DockerfileLimits(bytes: 4))
    }
    let many = String(repeating: "RUN a <<E\n", count: 40_000)
    #expect(try DockerfileReader.read(SourceText(many)).count == 40_000)
  }

  @Test("nothing is a trap")
  func hostile() {
    for bytes in spoiled("# escape=`\nRUN é <<-E `\n b\nx\nE\nCMD [\"c\"]\n") {
      _ = try? DockerfileReader.read(SourceText(path: "t", bytes: bytes))
    }
  }
}

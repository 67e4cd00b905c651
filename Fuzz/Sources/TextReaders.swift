import ProvisoCore
import ProvisoKnowledge
import ProvisoText

@testable import ProvisoFiles

extension FuzzReaderList {
  static let text: [FuzzReader] = [
    document("yaml") { source throws(DocumentError) in
      try YAMLReader.readAll(source).compactMap(\.root)
    },
    document("yaml-shared") { source throws(DocumentError) in
      let limits = YAMLLimits(aliases: .share(maximumVisits: 10_000))
      return try YAMLReader.read(source, limits: limits).root.map { [$0] } ?? []
    },
    document("json") { source throws(DocumentError) in [try JSONReader.read(source).root] },
    document("json-strict") { source throws(DocumentError) in [try JSONReader.read(source, dialect: .strict).root] },
    document("front-matter") { source throws(DocumentError) in
      guard let (document, bodyStart) = try FrontMatter.read(source) else { return [] }
      source.check(bodyStart..<source.bytes.count)
      return document.root.map { [$0] } ?? []
    },
    document("toml") { source throws(DocumentError) in [try TOMLReader.read(source)] },
    document("hcl") { source throws(DocumentError) in [try HCLReader.read(source)] },
    document("ini") { source throws(DocumentError) in nodes(try INIReader.read(source)) },
    document("dotenv") { source throws(DocumentError) in nodes(try DotenvReader.read(source)) },
    reader("markup") { source throws(DocumentError) in
      var digest = Digest()
      for text in try MarkupReader.read(source) {
        source.check(text.range)
        digest.add(text.range)
        digest.add(text.text)
      }
      return digest.value
    },
    reader("shell") { source throws(DocumentError) in
      // The first byte chooses the dialect.
      let dialects: [ShellDialect] = [.posix, .powershell, .batch]
      let dialect = dialects[Int(source.bytes.first ?? 0) % dialects.count]
      var digest = Digest()
      for command in try ShellReader.read(source, dialect: dialect, joinsLines: source.bytes.count % 2 == 0) {
        for word in command.words {
          source.check(word.range())
          digest.add(word.text)
          digest.add(word.range())
        }
      }
      return digest.value
    },
    reader("dockerfile") { source throws(DocumentError) in
      var digest = Digest()
      for instruction in try DockerfileReader.read(source) {
        for range in [instruction.argument] + instruction.heredocs { source.check(range) }
        digest.add(instruction.keyword)
        digest.add(instruction.argument)
      }
      return digest.value
    },
    FuzzReader(name: "spdx-expression") { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      do throws(DocumentError) {
        let expression = try SPDXExpression(parsing: text)
        let normalized = expression.normalized
        expect((try? SPDXExpression(parsing: normalized))?.normalized == normalized, "\(normalized) is not itself")
        expect((expression.choices?.count ?? 0) <= 64, "too many choices")
        return Digest.of(normalized, expression.licenses)
      } catch {
        return SourceText(text).check(error)
      }
    },
    FuzzReader(name: "glob") { bytes in
      let (pattern, path) = halves(bytes)
      guard let glob = try? Glob(String(decoding: pattern, as: UTF8.self)) else { return 0 }
      return Digest.of(glob.matches(String(decoding: path, as: UTF8.self)))
    },
    FuzzReader(name: "gitignore") { bytes in
      let (file, path) = halves(bytes)
      var rules = IgnoreRules()
      _ = rules.add(IgnoreFile(bytes: Array(file), base: 0))
      let span = Array(path)
      let name = (span.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1
      return Digest.of(
        rules.ignore(span.span, name: name, isDirectory: false), rules.ignore(span.span, name: name, isDirectory: true))
    },
    FuzzReader(name: "license-text") { bytes in
      let source = SourceText(path: "LICENSE", bytes: bytes)
      guard let found = LicenseRecognizer.shared.recognize(source) else { return 0 }
      expect((0...1).contains(found.similarity), "a similarity of \(found.similarity)")
      for difference in found.differences { source.check(TextPosition(line: difference.line, column: 1)) }
      return Digest.of(found.license, found.similarity, found.differences.map(\.line))
    },
    FuzzReader(name: "license-expression") { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      guard let expression = LicenseLibrary.shared.expression(text) else { return 0 }
      let again = try? SPDXExpression(parsing: expression.text)
      expect(again?.normalized == expression.text, "\(expression.text) is not itself")
      expect(!expression.isRead || !expression.records.isEmpty, "\(expression.text) was read and binds to nothing")
      return Digest.of(expression.text, expression.records.map(\.id), expression.unread)
    },
    FuzzReader(name: "spoken-name") { bytes in
      Digest.of(SpokenName.candidates(of: String(decoding: bytes, as: UTF8.self)))
    },
    FuzzReader(name: "weight-name") { bytes in
      let path = String(decoding: bytes, as: UTF8.self)
      let file = WeightFileName(path)
      expect(file.map { !$0.stem.isEmpty } ?? true, "a weight file without a name")
      let restricted = RestrictiveName.record(of: path)
      expect(restricted?.category.isRestricted ?? true, "a name that frees")
      return Digest.of(
        file?.stem, file?.line?.id, file?.model, NamedLine.inName(of: path)?.id, RepackagedName.base(of: path),
        restricted?.id)
    },
    FuzzReader(name: "byte-search") { bytes in
      let (start, text) = halves(bytes)
      let word = String(decoding: start.prefix(16), as: UTF8.self)
      guard !word.isEmpty else { return 0 }
      let searched = Array(text)
      let found = ByteSearch(word).stands(in: searched.span)
      let letters = Array(word.utf8)
      let stands = text.indices.contains { text[$0...].starts(with: letters) }
      expect(found == stands, "\(word) is \(stands ? "" : "not ")there")
      return Digest.of(found)
    },
  ]

  /// Two inputs in one, parted at the first NUL byte.
  static func halves(_ bytes: [UInt8]) -> (ArraySlice<UInt8>, ArraySlice<UInt8>) {
    guard let mark = bytes.firstIndex(of: 0) else { return (bytes[...], bytes[...]) }
    return (bytes[..<mark], bytes[(mark + 1)...])
  }

  private static func nodes(_ document: SettingsDocument) -> [DataNode] {
    [document.root] + document.commented.map(\.value)
  }

  static func reader(
    _ name: String, _ read: @escaping @Sendable (SourceText) throws(DocumentError) -> Int
  ) -> FuzzReader {
    FuzzReader(name: name) { bytes in
      let source = SourceText(path: name, bytes: bytes)
      do throws(DocumentError) {
        return try read(source)
      } catch {
        return source.check(error)
      }
    }
  }

  private static func document(
    _ name: String, _ read: @escaping @Sendable (SourceText) throws(DocumentError) -> [DataNode]
  ) -> FuzzReader {
    reader(name) { source throws(DocumentError) in
      var digest = Digest()
      for node in try read(source) { source.check(node, into: &digest) }
      return digest.value
    }
  }
}

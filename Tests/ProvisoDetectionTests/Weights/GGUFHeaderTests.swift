import ProvisoCore
import ProvisoText
import Synchronization
import Testing

@testable import ProvisoDetection

@Suite("Headers of GGUF")
struct GGUFHeaderTests {
  typealias Value = WeightBytes.Value
  let detector = GGUFHeader()

  static let metadata: [(String, Value)] = [
    ("general.architecture", .string("llama")), ("general.name", .string("Acme 8B")),
    ("general.quantization_version", .uint32(2)), ("general.license", .string("other")),
    ("general.tags", .array(type: 8, [.string("a"), .string("b")])),
    ("nested", .array(type: 9, [.array(type: 4, [.uint32(1)]), .array(type: 8, [.string("x")])])),
    ("flag", .bytes(type: 7, [1])), ("precise", .bytes(type: 12, Array(repeating: 0, count: 8))),
    ("general.license.name", .string("llama3.1")),
    ("general.base_model.0.repo_url", .string("https://huggingface.co/meta-llama/Llama-3.1-8B")),
    ("general.base_model.1.repo_url", .string("https://github.com/acme/model")),
  ]

  @Test("state a license, a name and bases", arguments: [UInt32(2), 3])
  func metadata(version: UInt32) throws {
    let found = detector.detect("models/acme.gguf", WeightBytes.gguf(version: version, Self.metadata))
    let declaration = try #require(found.declarations.first)
    #expect(declaration.model == "models/acme.gguf")
    #expect(declaration.licenses.map(\.tag) == ["other"] && declaration.licenses.map(\.name) == ["llama3.1"])
    #expect(declaration.name?.name == "Acme 8B")
    #expect(declaration.bases.map(\.model) == [.huggingFace("meta-llama/Llama-3.1-8B")])
    #expect(declaration.unreadBases.map(\.name) == ["https://github.com/acme/model"])
    #expect(found.outlines == ["1:1-1 acme.gguf bundled", "1:1-1 meta-llama/Llama-3.1-8B base"])
    #expect(found.notifications.isEmpty)
  }

  @Test("without a name for the license, its tag counts")
  func tag() {
    let found = detector.detect("a.gguf", WeightBytes.gguf([("general.license", .string("apache-2.0"))]))
    #expect(found.declarations.flatMap(\.licenses).map(\.tag) == ["apache-2.0"])
  }

  /// What a header says of its origin, and the bases that it states.
  private static let origins: [([(String, String)], [String])] = [
    ([("source.huggingface.repository", "acme/a")], ["acme/a"]),
    (
      [("source.repo_url", "https://huggingface.co/acme/a"), ("source.url", "https://huggingface.co/acme/b")],
      ["acme/a"]
    ),
    ([("source.url", "https://acme.example/a")], []),
    ([("source.url", "https://huggingface.co/acme/a"), ("base_model.0.repo_url", "https://hf.co/acme/b")], ["acme/b"]),
    ([("base_model.0.name", "Llama 3.1 8B"), ("base_model.0.organization", "Meta Llama")], ["Llama-3.1-8B"]),
  ]

  @Test("say what they were made from by the base's name, in a sentence, and by data sets")
  func otherOrigins() {
    func detect(_ pairs: [(String, String)]) -> Detections {
      detector.detect("a.gguf", WeightBytes.gguf(pairs.map { ("general.\($0)", .string($1)) }))
    }
    let named = detect([("name", "Acme"), ("basename", "gemma-2")])
    #expect(named.declarations.compactMap(\.name).map(\.name) == ["Acme", "gemma-2"])
    let described = detect([("basename", "gemma-2"), ("description", "Fine-tuned from acme/a. Not from acme/b.")])
    #expect(described.declarations.flatMap(\.bases).map(\.model.id) == ["acme/a"])
    #expect(described.declarations.compactMap(\.name).isEmpty)
    #expect(described.outlines == ["1:1-1 a.gguf bundled", "1:1-1 acme/a base"])
    let stated = detect([("basename", "gemma-2"), ("base_model.0.repo_url", "https://hf.co/acme/b")])
    #expect(stated.declarations.flatMap(\.bases).map(\.model.id) == ["acme/b"])
    #expect(stated.declarations.compactMap(\.name).isEmpty)
    let data = detect([("dataset.0.repo_url", "https://huggingface.co/datasets/acme/d"), ("dataset.1.repo_url", "x")])
    #expect(data.references.filter { $0.role == .dataset }.map(\.model.id) == ["acme/d"])
  }

  @Test("say in several keys what they were converted from", arguments: origins.indices)
  func statesOrigins(index: Int) {
    let (pairs, bases) = Self.origins[index]
    let found = detector.detect("a.gguf", WeightBytes.gguf(pairs.map { ("general.\($0)", .string($1)) }))
    #expect(found.declarations.flatMap(\.bases).map(\.model.id) == bases)
  }

  @Test("have the shape of Gemma's weights", arguments: [("gemma2", ["Gemma"]), ("gemma4", []), ("llama", [])])
  func shape(architecture: String, shapes: [String]) {
    let found = detector.detect("a.gguf", WeightBytes.gguf([("general.architecture", .string(architecture))]))
    #expect(found.declarations.flatMap(\.architectures) == shapes)
  }

  @Test("tell the sizes of a language model, with the tokens counted where no number says them")
  func sizes() {
    func shape(_ pairs: [(String, WeightBytes.Value)]) -> ModelShape? {
      detector.detect("a.gguf", WeightBytes.gguf(pairs)).declarations.first?.shape
    }
    let sizes: [(String, WeightBytes.Value)] = [
      ("llama.embedding_length", .uint32(4096)), ("llama.feed_forward_length", .uint32(14336)),
      ("llama.block_count", .uint32(32)),
    ]
    let whole = ModelShape(hidden: 4096, intermediate: 14336, vocabulary: 3, layers: 32)
    let tokens = WeightBytes.Value.array(type: 8, ["a", "b", "c"].map { .string($0) })
    #expect(shape(sizes + [("tokenizer.ggml.tokens", tokens)]) == whole)
    #expect(shape(sizes + [("llama.vocab_size", .uint32(3)), ("tokenizer.ggml.tokens", .array(type: 8, []))]) == whole)
    #expect(shape(sizes) == nil, "no vocabulary")
    let long = WeightBytes.Value.bytes(type: 10, WeightBytes.littleEndian(UInt64.max))
    #expect(shape(sizes + [("llama.vocab_size", long)])?.vocabulary == Int.max, "nothing that anybody has")
    let eye = sizes.map { ("clip.vision.\($0.0.dropFirst(6))", $0.1) }
    #expect(shape(eye + [("clip.vocab_size", .uint32(3))]) == nil, "an encoder of images")
  }

  @Test("what stands there twice counts twice")
  func twice() {
    let found = detector.detect(
      "a.gguf",
      WeightBytes.gguf([
        ("general.license", .string("llama3")), ("general.license", .string("mit")),
        ("general.base_model.0.repo_url", .string("https://huggingface.co/acme/a")),
        ("general.base_model.0.repo_url", .string("https://huggingface.co/acme/b")),
      ]))
    #expect(found.declarations.flatMap(\.licenses).map(\.tag) == ["llama3", "mit"])
    #expect(found.declarations.flatMap(\.bases).map(\.model.id) == ["acme/a", "acme/b"])
  }

  @Test("cut anywhere, the weights are found and the trouble is told")
  func truncated() {
    let bytes = WeightBytes.gguf(Self.metadata)
    for end in bytes.indices {
      let found = detector.detect("a.gguf", Array(bytes[..<end]))
      #expect(found.isIncomplete && found.names == ["a.gguf"], "cut at \(end)")
      // The size may be that of before the cut.
      #expect(detector.detect("a.gguf", Array(bytes[..<end]), size: bytes.count).isIncomplete, "cut at \(end)")
    }
  }

  @Test("no byte that is changed is a trap")
  func changed() {
    let bytes = WeightBytes.gguf(Self.metadata)
    for offset in bytes.indices {
      for byte: UInt8 in [0x00, 0x7F, 0x80, 0xFF] {
        var copy = bytes
        copy[offset] = byte
        #expect(detector.detect("a.gguf", copy).names.first == "a.gguf")
      }
    }
  }

  @Test(
    "what cannot be is told",
    arguments: [
      ("magic", Array("FUGG".utf8) + WeightBytes.gguf([]).dropFirst(4), "begin with GGUF"),
      ("version 1", WeightBytes.gguf(version: 1, []), "version is 1"),
      ("big endian", WeightBytes.gguf(version: 3 << 24, []), "version is 50331648"),
      ("pairs", WeightBytes.gguf(pairs: 1 << 63, []), "9223372036854775808 metadata entries"),
      ("all pairs", WeightBytes.gguf(pairs: .max, []), "metadata entries"),
      ("type", WeightBytes.gguf([("a", .bytes(type: 13, [0]))]), "unknown type 13"),
      ("element type", WeightBytes.gguf([("a", .array(type: 77, [.uint32(0)]))]), "unknown type 77"),
      (
        "string", WeightBytes.gguf([("general.a", .bytes(type: 8, WeightBytes.littleEndian(UInt64(1) << 63)))]),
        "string of 9223372036854775808 bytes"
      ),
      (
        "skipped string", WeightBytes.gguf([("a", .bytes(type: 8, WeightBytes.littleEndian(UInt64.max)))]),
        "ends inside"
      ),
      (
        "array",
        WeightBytes.gguf([
          ("a", .bytes(type: 9, WeightBytes.littleEndian(UInt32(12)) + WeightBytes.littleEndian(UInt64(1) << 63)))
        ]), "array of 9223372036854775808"
      ),
      (
        "array of strings",
        WeightBytes.gguf([
          ("a", .bytes(type: 9, WeightBytes.littleEndian(UInt32(8)) + WeightBytes.littleEndian(UInt64.max)))
        ]), "array of 18446744073709551615"
      ),
      ("nesting", WeightBytes.gguf([("a", nested(6))]), "nested too deep"),
      ("zeros", [UInt8](repeating: 0, count: 64), "begin with GGUF"), ("nothing", [], "ends inside"),
    ] as [(String, [UInt8], String)])
  func impossible(name: String, bytes: [UInt8], words: String) {
    let found = detector.detect("a.gguf", bytes)
    #expect(found.isIncomplete && found.names == ["a.gguf"])
    #expect(found.notifications.map(\.message).joined().contains(words))
  }

  private static func nested(_ depth: Int) -> Value {
    depth == 0 ? .array(type: 4, []) : .array(type: 9, [nested(depth - 1)])
  }

  @Test("a big array is passed over unread")
  func bigArray() {
    let start = WeightBytes.gguf(
      pairs: 2,
      [("tokens", .bytes(type: 9, WeightBytes.littleEndian(UInt32(6)) + WeightBytes.littleEndian(UInt64(10 << 20))))])
    let end = WeightBytes.string("general.license") + WeightBytes.littleEndian(UInt32(8)) + WeightBytes.string("mit")
    let gap = 40 << 20
    let read = Mutex(0)
    let input = WeightInput(path: FilePath("a.gguf"), size: start.count + gap + end.count) { offset, count in
      read.withLock { $0 += min(count, start.count + gap + end.count - offset) }
      let last = min(offset + count, start.count + gap + end.count)
      return (offset..<max(offset, last)).map { place in
        place < start.count ? start[place] : place < start.count + gap ? 0 : end[place - start.count - gap]
      }
    }
    let found = detector.detect(input)
    #expect(found.declarations.flatMap(\.licenses).map(\.tag) == ["mit"])
    #expect(read.withLock { $0 } < 1 << 20)
  }

  @Test("metadata of more than 64 MiB are told")
  func tooLong() {
    let bytes = WeightBytes.gguf([
      ("a", .bytes(type: 9, WeightBytes.littleEndian(UInt32(0)) + WeightBytes.littleEndian(UInt64(65 << 20))))
    ])
    let found = detector.detect("a.gguf", bytes, size: 100 << 20)
    #expect(found.isIncomplete)
    #expect(found.notifications.map(\.message).joined().contains("longer than"))
  }

  @Test("a license text among the metadata is recognized")
  func text() {
    let bytes = WeightBytes.gguf([("general.license.text", .string(String(repeating: "You may. ", count: 40)))])
    let known = LicenseRecognition(license: "gemma", isUsePolicy: false, similarity: 1, differences: [])
    let input = WeightInput(path: FilePath("a.gguf"), bytes: ByteSource(bytes)) { _ in known }
    #expect(detector.detect(input).declarations.flatMap(\.licenses).map(\.tag) == ["gemma"])
  }

  @Test("a file that cannot be read is told")
  func unreadable() {
    #expect(detector.detect(WeightInput(path: FilePath("a.gguf"), size: 9) { _, _ in nil }).isIncomplete)
  }
}

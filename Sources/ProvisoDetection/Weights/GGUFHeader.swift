internal import ProvisoCore
internal import ProvisoText

/// GGUF: the `general.*` metadata (`name`, `license`, `license.name`, `license.link`, `base_model.N.repo_url` or `.name`,
/// `source.huggingface.repository`, `source.repo_url`, `source.url`), a whole license text among them, and the sizes of the model (`llama.embedding_length`). The tensors are
/// never read, nor are the tokenizer's tables kept.
///
/// Format: ggml `docs/gguf.md`, versions 2 and 3, little endian; version 1 (32-bit counts) and big-endian files are reported
/// as not read.
struct GGUFHeader: WeightDetector {
  let id = "gguf-header"
  let summary = "The general.* metadata of GGUF files."

  var endings: Set<String> { ["gguf"] }

  func wants(_ path: FilePath) -> Bool {
    path.fileExtension == "gguf"
  }

  func detect(_ input: WeightInput) -> Detections {
    do {
      let read = try Self.values(input)
      var detections = WeightFile.described(input, Self.metadata(read, input))
      GGUFOrigins(read.strings).add(to: &detections, input.path)
      return detections
    } catch {
      return WeightFile.broken(input, error.what)
    }
  }

  static func metadata(_ input: WeightInput) throws(ByteFault) -> WeightMetadata {
    metadata(try values(input), input)
  }

  private static func values(_ input: WeightInput) throws(ByteFault) -> GGUFMetadata {
    var reader = GGUFReader(input: input)
    return try reader.metadata()
  }

  private static func metadata(_ read: GGUFMetadata, _ input: WeightInput) -> WeightMetadata {
    let values = read.strings
    let addresses = values.keys.sorted().filter { $0.hasPrefix("general.base_model.") && $0.hasSuffix(".repo_url") }
      .flatMap { values[$0] ?? [] }
    let bases = addresses.isEmpty ? origins(values) : addresses
    func all(_ key: String) -> [String] { values[key] ?? [] }
    // Some converters put the text under a key of its own.
    let texts = all("general.license.text") + all("general.license_text")
    let name = all("general.license.name").last
    let link = all("general.license.link").last
    let tags: [String?] = values["general.license"] ?? [nil]
    let licenses =
      tags.map { WeightLicense.read($0, name: name, link: link, input) }
      + texts.map { WeightLicense.read($0, input) }
    var metadata = WeightMetadata(licenses: licenses.compactMap { $0 }, name: all("general.name").last, bases: bases)
    // Only Google's line is of these shapes, and free since its fourth generation; that of Llama is everybody's.
    metadata.architectures = all("general.architecture").filter { Self.restricted.contains($0) }.map { _ in "Gemma" }
    metadata.shape = read.shape
    return metadata
  }

  private static let restricted: Set<String> = ["gemma", "gemma2", "gemma3", "gemma3n", "gemma-embedding"]

  /// Where no base is named by its address: what the file was converted from, else the names of its bases.
  private static func origins(_ values: [String: [String]]) -> [String] {
    let keys = ["general.source.huggingface.repository", "general.source.repo_url", "general.source.url"]
    let sources = keys.flatMap { values[$0] ?? [] }.filter { BaseName.model(in: $0)?.id.contains("/") == true }
    guard sources.isEmpty else { return Array(sources.prefix(1)) }
    // Names have blanks, `Llama 3.1 8B`, where ids have dashes.
    return values.keys.sorted().filter { $0.hasPrefix("general.base_model.") && $0.hasSuffix(".name") }
      .flatMap { values[$0] ?? [] }.map { $0.split(separator: " ").joined(separator: "-") }
      .filter { BaseName.model(in: $0) != nil }
  }
}

/// What is kept of the key-value section.
struct GGUFMetadata {
  /// The string values under `general.`. A key that stands there twice has both: which was meant, nobody knows.
  var strings: [String: [String]] = [:]
  /// The whole numbers that tell the sizes, by the last part of their keys.
  fileprivate var sizes: [String: Int] = [:]

  /// nil where a size is missing.
  var shape: ModelShape? {
    guard let hidden = sizes["embedding_length"], let intermediate = sizes["feed_forward_length"],
      let vocabulary = sizes["vocab_size"] ?? sizes["tokens"]
    else { return nil }
    return ModelShape(
      hidden: hidden, intermediate: intermediate, vocabulary: vocabulary, layers: sizes["block_count"])
  }
}

/// Walks the key-value section through a window on the file.
struct GGUFReader {
  /// Some headers hold a vocabulary of several megabytes before what is looked for.
  private static let maximumHeader = 64 << 20
  private static let windowSize = 256 << 10
  private static let maximumPairs: UInt64 = 100_000
  private static let maximumString: UInt64 = 1 << 16

  private let input: WeightInput
  private var window: [UInt8] = []
  private var windowStart = 0
  private var offset = 0

  init(input: WeightInput) {
    self.input = input
  }

  mutating func metadata() throws(ByteFault) -> GGUFMetadata {
    guard try bytes(4) == Array("GGUF".utf8) else { throw ByteFault("it does not begin with GGUF") }
    let version = try integer(4)
    guard version == 2 || version == 3 else {
      throw ByteFault("its version is \(version), where 2 or 3 is expected")
    }
    _ = try integer(8)
    let pairs = try integer(8)
    guard pairs <= Self.maximumPairs else { throw ByteFault("it claims \(pairs) metadata entries") }
    var read = GGUFMetadata()
    for _ in 0..<pairs {
      let key = try string()
      let type = try integer(4)
      if type == ValueType.string, key.hasPrefix("general.") {
        read.strings[key, default: []].append(try string())
      } else if let name = Self.sizeName(key), let size = ValueType.ofSizes[type] {
        read.sizes[name] = Int(clamping: try integer(size))
      } else if type == ValueType.array, key == "tokenizer.ggml.tokens" {
        read.sizes["tokens"] = Int(clamping: try skipArray(depth: 0))
      } else {
        try skip(type: type, depth: 0)
      }
    }
    return read
  }

  /// `embedding_length` of `llama.embedding_length`; nil for what is no size of a language model (`clip.vision.embedding_length`).
  private static func sizeName(_ key: String) -> String? {
    let parts = key.split(separator: ".", maxSplits: 2)
    guard parts.count == 2, sizeNames.contains(String(parts[1])) else { return nil }
    return String(parts[1])
  }

  private static let sizeNames: Set<String> = ["embedding_length", "feed_forward_length", "block_count", "vocab_size"]

  private enum ValueType {
    static let string: UInt64 = 8
    static let array: UInt64 = 9
    /// The bytes of whole numbers of 32 and 64 bits.
    static let ofSizes: [UInt64: Int] = [4: 4, 5: 4, 10: 8, 11: 8]

    /// In bytes; nil for a type that is not known.
    static func size(_ type: UInt64) -> UInt64? {
      switch type {
      case 0, 1, 7: 1
      case 2, 3: 2
      case 4, 5, 6: 4
      case 10, 11, 12: 8
      default: nil
      }
    }
  }

  private mutating func skip(type: UInt64, depth: Int) throws(ByteFault) {
    if type == ValueType.string {
      try skip(try integer(8))
    } else if type == ValueType.array {
      _ = try skipArray(depth: depth)
    } else if let size = ValueType.size(type) {
      try skip(size)
    } else {
      throw ByteFault("it has a value of the unknown type \(type)")
    }
  }

  /// The number of its elements.
  private mutating func skipArray(depth: Int) throws(ByteFault) -> UInt64 {
    guard depth < 4 else { throw ByteFault("its arrays are nested too deep") }
    let element = try integer(4)
    let count = try integer(8)
    if let size = ValueType.size(element) {
      let (total, overflow) = size.multipliedReportingOverflow(by: count)
      guard !overflow else { throw ByteFault("it claims an array of \(count) elements") }
      try skip(total)
    } else {
      guard count <= UInt64(Self.maximumHeader) else {
        throw ByteFault("it claims an array of \(count) elements")
      }
      for _ in 0..<count { try skip(type: element, depth: depth + 1) }
    }
    return count
  }

  private mutating func skip(_ count: UInt64) throws(ByteFault) {
    guard count <= UInt64(max(input.size - offset, 0)) else { throw ByteFault("it ends inside its metadata") }
    offset += Int(count)
    guard offset <= Self.maximumHeader else {
      throw ByteFault("its metadata is longer than the \(Self.maximumHeader) bytes that are read")
    }
  }

  private mutating func string() throws(ByteFault) -> String {
    let count = try integer(8)
    guard count <= Self.maximumString else { throw ByteFault("it claims a string of \(count) bytes") }
    return String(decoding: try bytes(Int(count)), as: UTF8.self)
  }

  private mutating func integer(_ count: Int) throws(ByteFault) -> UInt64 {
    let start = try take(count)
    var value: UInt64 = 0
    for position in (start..<(start + count)).reversed() { value = value << 8 | UInt64(window[position]) }
    return value
  }

  private mutating func bytes(_ count: Int) throws(ByteFault) -> [UInt8] {
    let start = try take(count)
    return Array(window[start..<(start + count)])
  }

  /// Goes on by `count` bytes, all of them in the window from the place that is returned.
  private mutating func take(_ count: Int) throws(ByteFault) -> Int {
    if offset < windowStart || offset + count > windowStart + window.count {
      guard let next = input.read(offset, max(Self.windowSize, count)) else {
        throw ByteFault("the file could not be read")
      }
      window = next
      windowStart = offset
    }
    let start = offset - windowStart
    guard start + count <= window.count else { throw ByteFault("it ends inside its metadata") }
    offset += count
    return start
  }
}

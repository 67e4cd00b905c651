internal import ProvisoCore
internal import ProvisoText

/// Commands that pages of HTML show: what stands in `<pre>` and `<code>`, without its marks. Scripts are read as JavaScript.
struct MarkupDocument: Detector {
  let id = "markup-document"
  let summary = "Commands in preformatted text of HTML."
  let needles = ["<pre", "<code"]

  /// A page with more is the output of a program.
  private static let mostBlocks = 2_000

  func wants(_ path: FilePath) -> Bool { ["htm", "html", "svelte", "vue", "xhtml"].contains(path.fileExtension) }

  func detect(_ input: DetectionInput) -> Detections {
    let bytes = input.source.bytes
    var detections = Detections()
    var (end, blocks) = (0, 0)
    Self.opening.forEachMatch(in: bytes.span) { needle, offset in
      guard offset >= end else { return true }
      let text = Self.text(from: offset, to: needle < 2 ? "</pre" : "</code", in: bytes)
      end = text.end
      blocks += 1
      let block = DetectionInput(
        path: input.path, source: SourceText(path: input.source.path, bytes: text.bytes),
        embedding: Embedding(file: input.file, offsets: text.offsets))
      for var reference in EmbeddedBlock.references(of: block, language: "") {
        reference.kind = .document
        reference.scope = PathScope.ofDocument(input.path)
        detections.references.append(reference)
      }
      return blocks < Self.mostBlocks
    }
    if blocks == Self.mostBlocks {
      detections.notifications.append(
        input.notification(.warning, "Only its first \(Self.mostBlocks) preformatted texts were read."))
    }
    return detections
  }

  private static let opening = NeedleSet(["<pre>", "<pre ", "<code>", "<code "], ignoresCase: true)

  /// The text from behind the tag at `start` to the one that closes it, with the place of each byte.
  private static func text(from start: Int, to closing: String, in bytes: [UInt8]) -> (
    bytes: [UInt8], offsets: [Int], end: Int
  ) {
    var text: [UInt8] = []
    var offsets: [Int] = []
    var offset = start
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "<") {
        if offset > start, bytes[offset...].starts(with: closing.utf8) { break }
        // What is no tag is text.
        guard let close = bytes[offset...].prefix(longestTag).firstIndex(of: UInt8(ascii: ">")) else { break }
        offset = close + 1
        continue
      }
      let entity = byte == UInt8(ascii: "&") ? entities.first { bytes[offset...].starts(with: $0.name) } : nil
      text.append(entity?.byte ?? byte)
      offsets.append(offset)
      offset += entity?.name.count ?? 1
    }
    offsets.append(offset)
    return (text, offsets, offset)
  }

  private static let longestTag = 1_000
  private static let entities = [("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">")].map {
    (name: Array($0.0.utf8), byte: $0.1.utf8.first ?? 0)
  }
}

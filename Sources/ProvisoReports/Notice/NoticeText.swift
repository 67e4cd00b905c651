internal import ProvisoCore

/// The notice file as plain text, parted by lines of signs as such files are: a scan finds the license texts in it again.
enum NoticeText {
  private static let line = String(repeating: "=", count: 72)

  static func render(_ document: NoticeDocument) -> String {
    var blocks = [NoticeFormat.title, document.sections.isEmpty ? NoticeFormat.nothing : NoticeFormat.introduction]
    if let unknown = NoticeFormat.unknown(document.unknown) { blocks.append(Sanitizer.visible(unknown)) }
    for section in document.sections { blocks += [line, self.section(section)] }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private static func section(_ section: NoticeDocument.Section) -> String {
    var blocks = [section.licenseLine, section.modelLines.map { "- " + Sanitizer.visible($0) }.joined(separator: "\n")]
    blocks += [section.sentence, section.display, section.restrictions].compactMap(\.self) + section.missing
    if let text = section.text { blocks += [line, NoticeFormat.trimmed(text)] }
    return blocks.joined(separator: "\n\n")
  }
}

extension NoticeFormat {
  /// Without blank lines at its ends.
  static func trimmed(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let isBlank: (UInt8) -> Bool = { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    guard let first = bytes.firstIndex(where: { !isBlank($0) }), let last = bytes.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(decoding: bytes[first...last], as: UTF8.self)
  }
}

internal import ProvisoCore

/// The notice file as Markdown, license texts in fences.
enum NoticeMarkdown {
  static func render(_ document: NoticeDocument) -> String {
    var blocks = [
      "# " + NoticeFormat.title, document.sections.isEmpty ? NoticeFormat.nothing : NoticeFormat.introduction,
    ]
    if let unknown = NoticeFormat.unknown(document.unknown) { blocks.append(escaped(unknown)) }
    for section in document.sections {
      blocks += ["## " + section.license.name, "License: " + section.licenseLine]
      blocks.append(section.modelLines.map { "- " + escaped($0) }.joined(separator: "\n"))
      if let sentence = section.sentence { blocks.append("> " + sentence) }
      if let display = section.display { blocks.append("**\(display)**") }
      blocks += [section.restrictions].compactMap(\.self) + section.missing
      if let text = section.text { blocks.append(fenced(text)) }
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  /// Names come from the scanned tree: nothing in them is markup.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in Sanitizer.visible(text) {
      if "\\`*[]<>|".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }

  /// With a fence that is longer than any in the text.
  private static func fenced(_ text: String) -> String {
    let text = NoticeFormat.trimmed(text)
    var fence = "```"
    while text.contains(fence) { fence += "`" }
    return "\(fence)text\n\(text)\n\(fence)"
  }
}

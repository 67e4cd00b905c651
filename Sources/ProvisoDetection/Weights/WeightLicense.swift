internal import ProvisoCore
internal import ProvisoText

/// Reads what the metadata of weights state as their license: a tag, a name with an address, or a whole text.
enum WeightLicense {
  /// No longer text is looked at; nobody's tag is as long as the shortest text.
  private static let maximumText = 1 << 20
  private static let shortestText = 200

  /// - Parameters:
  ///   - text: `apache-2.0`, `AGPL-3.0 License (https://…)`, an address, or the text of a license.
  ///   - name: stated beside it.
  ///   - link: stated beside it.
  static func read(
    _ text: String?, name: String? = nil, link: String? = nil, _ input: WeightInput
  ) -> DeclaredLicense? {
    let location = Location(path: input.path.string)
    let text = text.map(trimmed) ?? ""
    guard !text.isEmpty else {
      guard name?.isEmpty == false || link?.isEmpty == false else { return nil }
      return DeclaredLicense(tag: "other", name: name, link: link, location: location)
    }
    if text.utf8.count >= shortestText { return whole(text, link, input) }
    guard link == nil, let address = address(in: text) else {
      return DeclaredLicense(tag: text, name: name, link: link, location: location)
    }
    let words = trimmed(String(text[..<address.lowerBound]) + " " + String(text[address.upperBound...]))
    let isLead = words.isEmpty || leads.contains(ASCII.lowercased(words))
    return DeclaredLicense(
      tag: isLead ? "other" : words, name: name, link: String(text[address]), location: location)
  }

  private static func whole(_ text: String, _ link: String?, _ input: WeightInput) -> DeclaredLicense? {
    let source = SourceText(path: input.path.string, bytes: Array(text.utf8.prefix(maximumText)))
    let location = Location(path: input.path.string)
    guard let recognition = input.recognize(source) else {
      guard let title = LicenseTitle.find(in: source)?.title else { return nil }
      return DeclaredLicense(tag: title, link: link, location: location)
    }
    guard !recognition.isUsePolicy else { return nil }
    let tag = recognition.differences.isEmpty ? recognition.license : "\(recognition.license), with changes"
    return DeclaredLicense(
      tag: tag, location: location, recognition: recognition, subject: .model,
      isWithin: true)
  }

  /// Words before an address that name no license.
  private static let leads: Set<String> = [
    "see", "see also", "license", "license:", "licence", "licensed under", "refer to", "please see", "please refer to",
    "more information available at", "for more information see", "more information at",
  ]

  private static func address(in text: String) -> Range<String.Index>? {
    for index in text.indices where text[index...].hasPrefix("http://") || text[index...].hasPrefix("https://") {
      var end = text[index...].firstIndex { $0.isWhitespace || ")>]\",;".contains($0) } ?? text.endIndex
      while end > index, text[text.index(before: end)] == "." { end = text.index(before: end) }
      return index..<end
    }
    return nil
  }

  /// Without blanks, brackets and marks around it.
  private static func trimmed(_ text: String) -> String {
    func isMark(_ character: Character) -> Bool { character.isWhitespace || "()[]<>:;,.-".contains(character) }
    var text = text[...]
    while let first = text.first, isMark(first) { text = text.dropFirst() }
    while let last = text.last, isMark(last) {
      // `Foo License (v1)` keeps its bracket.
      if last == ")", text.dropLast().contains("("), !text.hasSuffix("()"), !text.hasSuffix("( )") { break }
      text = text.dropLast()
      if text.hasSuffix("(") { text = text.dropLast() }
    }
    return String(text)
  }
}

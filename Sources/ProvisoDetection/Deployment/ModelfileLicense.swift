internal import ProvisoCore
internal import ProvisoText

/// What `LICENSE` of an Ollama Modelfile states: a whole text between `"""`, a sentence, or a name. `ollama show --license` shows it.
struct ModelfileLicense {
  private let input: DetectionInput
  /// Of the words, without the quotes.
  private let range: Range<Int>

  private static let shortestText = 200
  private static let longestName = 120

  /// - Parameter range: of the instruction's argument, quotes and all.
  init(_ input: DetectionInput, _ range: Range<Int>) {
    self.input = input
    let bytes = input.source.bytes
    var (start, end) = (range.lowerBound, range.upperBound)
    func isMark(_ byte: UInt8) -> Bool { ASCII.isWhitespace(byte) || byte == UInt8(ascii: "\"") }
    while start < end, isMark(bytes[start]) { start += 1 }
    while end > start, isMark(bytes[end - 1]) { end -= 1 }
    self.range = start..<end
  }

  /// Nil where it says nothing.
  var declaration: ModelDeclaration? {
    guard !range.isEmpty, let license = text ?? named else { return nil }
    return ModelDeclaration(
      model: input.path.directory, source: license.recognition == nil ? .modelfile : .licenseFile,
      location: license.location, licenses: [license], establishesModel: false, scope: input.path.scope)
  }

  /// The text, word for word or with changes, or by its title.
  private var text: DeclaredLicense? {
    guard range.count >= Self.shortestText else { return nil }
    // Line ends before the text keep its lines where they are in the file.
    let lines = [UInt8](
      repeating: UInt8(ascii: "\n"), count: input.source.lineNumber(at: range.lowerBound) - 1)
    let source = SourceText(path: input.path.string, bytes: lines + input.source.bytes[range])
    guard let found = input.recognize(source) else { return nil }
    guard !found.isUsePolicy else { return nil }
    let line = found.differences.first?.line ?? input.source.lineNumber(at: range.lowerBound)
    return DeclaredLicense(
      tag: found.differences.isEmpty ? found.license : "\(found.license), with changes",
      location: input.location(input.source.lineRange(line)), recognition: found, subject: .model, isWithin: true)
  }

  /// `CC BY-NC 4.0`, `This model is licensed under the Llama 3.1 Community License.`, or the title of a text.
  private var named: DeclaredLicense? {
    let words = input.source.string(in: range.lowerBound..<min(range.upperBound, range.lowerBound + 1_000))
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let location = input.location(
      range.clamped(to: input.source.lineRange(input.source.lineNumber(at: range.lowerBound))))
    if let said = LicenseSentence(words, isOfModel: true).statements.first(where: { $0.subjects.contains(.model) }) {
      return DeclaredLicense(tag: said.license, location: location, subject: .model)
    }
    if range.count <= Self.longestName { return DeclaredLicense(tag: words, location: location, subject: .model) }
    guard
      let title = LicenseTitle.find(in: SourceText(path: input.path.string, bytes: Array(input.source.bytes[range])))?
        .title
    else { return nil }
    return DeclaredLicense(tag: title, location: location, subject: .model)
  }
}

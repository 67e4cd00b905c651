internal import ProvisoCore
internal import ProvisoText

/// Judges one place where the words of a license stand: whether they do there what the license asks.
struct RequiredTextReader {
  let input: DetectionInput
  let place: ObligationEvidence.Place
  /// The parts of the file that are license texts themselves, found when first asked for.
  private var licenseTexts: [Range<Int>]?

  init(input: DetectionInput, place: ObligationEvidence.Place) {
    self.input = input
    self.place = place
  }

  mutating func evidence(_ text: RequiredText, in folded: FoldedText, at match: Range<Int>) -> ObligationEvidence? {
    guard stands(text, folded, match) else { return nil }
    let start = folded.offsets[match.lowerBound]
    let end = folded.offsets[match.upperBound - 1] + 1
    if text.kind == .usePolicy, isLeftToDo(start) || !binds(text, folded, match) { return nil }
    let quoted = isQuoted(start, end)
    if text.kind == .display, place != .interface, quoted || isTalkedAbout(folded, match) { return nil }
    if text.kind == .notice, isSaidToLack(folded, match) { return nil }
    // A license text quotes the sentence it asks for, and names itself and its policy.
    if text.kind != .notice || quoted, isInLicenseText(start) { return nil }
    let isComment =
      WordPlaces.isCode(input.path) && (isInComment(start) || isInDocstring(start) || isLogged(start))
      || CommentSigns(input.path)?.hold(start, in: input.source) == true
    if text.kind == .display, place == .interface ? isHidden(start) : isLeftToDo(start) { return nil }
    return ObligationEvidence(
      kind: text.kind, subject: text.subject, place: isComment ? .comment : place, location: input.location(start..<end)
    )
  }

  /// Whether the match is not a part of a longer word or name: "Built with Llama" does not stand in "Built with LlamaIndex".
  private func stands(_ text: RequiredText, _ folded: FoldedText, _ match: Range<Int>) -> Bool {
    if match.lowerBound > 0, ASCII.isWord(folded.bytes[match.lowerBound - 1]) { return false }
    if match.upperBound < folded.bytes.count, ASCII.isWord(folded.bytes[match.upperBound]) { return false }
    guard text.kind == .display else { return true }
    if Self.isModelName(text.words), isIdentifier(folded, match) { return false }
    guard match.upperBound < folded.bytes.count else { return true }
    let last = folded.offsets[match.upperBound - 1] + 1
    let bytes = input.source.bytes
    if last + 1 < bytes.count, [UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_")].contains(bytes[last]),
      ASCII.isLetter(bytes[last + 1])
    {
      return false
    }
    let next = folded.bytes[match.upperBound...].drop { $0 == UInt8(ascii: " ") }.prefix { ASCII.isWord($0) }
    return !Self.otherNames.contains { next.elementsEqual($0.utf8) }
  }

  /// "Kimi K2.5", where other licenses ask for a sentence: "Built with Llama".
  private static func isModelName(_ words: String) -> Bool {
    words.contains(" ")
      && !words.split(separator: " ").contains { ["built", "by", "using", "with"].contains($0.lowercased()) }
  }

  /// `moonshotai/Kimi-K2.5`, `kimi-k2.5`: what a program calls the model is shown to nobody.
  private func isIdentifier(_ folded: FoldedText, _ match: Range<Int>) -> Bool {
    let bytes = input.source.bytes
    let start = folded.offsets[match.lowerBound]
    if start > 0, bytes[start - 1] == UInt8(ascii: "/") { return true }
    let parted = match.filter { folded.bytes[$0] == UInt8(ascii: " ") }
    return !parted.isEmpty && parted.allSatisfy { "-_".utf8.contains(bytes[folded.offsets[$0]]) }
  }

  /// What makes "Llama" the name of something else.
  private static let otherNames = ["index", "stack", "factory", "cpp", "file", "hub", "parse", "cloud", "agents"]

  private func isQuoted(_ start: Int, _ end: Int) -> Bool {
    let bytes = input.source.bytes
    func isMark(_ text: ArraySlice<UInt8>) -> Bool {
      Self.quotes.contains { text.starts(with: $0.utf8) }
    }
    let before = bytes[max(0, start - 3)..<start]
    let opens = Self.quotes.contains { mark in before.suffix(mark.utf8.count).elementsEqual(mark.utf8) }
    // `alt="Built with Llama"`
    guard opens, !(start > 1 && bytes[start - 2] == UInt8(ascii: "=")) else { return false }
    let after = bytes[min(end, bytes.count)...].prefix(6).drop { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
    return isMark(after)
  }

  private static let quotes = ["\"", "'", "`", "\u{201C}", "\u{201D}", "\u{2018}", "\u{2019}"]

  /// "must display …": a sentence about the duty.
  private func isTalkedAbout(_ folded: FoldedText, _ match: Range<Int>) -> Bool {
    let before = folded.bytes[..<match.lowerBound].suffix(60)
    let sentence = before.lastIndex(of: UInt8(ascii: ".")).map { before[($0 + 1)...] } ?? before
    return sentence.split(separator: UInt8(ascii: " ")).contains { word in
      Self.dutyWords.contains { word.starts(with: $0.utf8) }
    }
  }

  /// "This file omits the line: …": what stands before it in its sentence says that it is not given.
  private func isSaidToLack(_ folded: FoldedText, _ match: Range<Int>) -> Bool {
    let before = folded.bytes[..<match.lowerBound].suffix(60)
    let sentence = before.lastIndex(of: UInt8(ascii: ".")).map { before[($0 + 1)...] } ?? before
    return Self.lackWords.contains { word in
      sentence.split(separator: UInt8(ascii: " ")).contains { $0.starts(with: word.utf8) }
    }
  }

  private static let lackWords = ["omit", "lacks", "missing", "without", "removed"]

  private static let dutyWords = ["display", "must", "shall", "requir", "should", "need", "not", "without", "add"]

  /// Whether the sentence may bind somebody to the uses that a license bars. Many an agreement has an Attachment A: it must speak
  /// of the license, a model or restrictions. What users need not do binds nobody, nor does what has yet to be done.
  private func binds(_ text: RequiredText, _ folded: FoldedText, _ match: Range<Int>) -> Bool {
    let before = folded.bytes[..<match.lowerBound].suffix(Self.sentenceBytes)
    let start = Self.end(ofSentence: before.reversed()).map { match.lowerBound - $0 } ?? before.startIndex
    let after = folded.bytes[match.upperBound...].prefix(Self.sentenceBytes)
    let end = Self.end(ofSentence: after).map { match.upperBound + $0 } ?? after.endIndex
    let sentence = folded.bytes[start..<end]
    let near = part(of: folded, start..<end, around: match)
    if BindingSentence(folded.bytes[near]).releases { return false }
    let words = ASCII.lowercased(text.words)
    if words == "attachment a" { return Self.subjects.containsAny(in: Array(sentence).span) }
    if Self.isName(words) {
      return Self.restrictions.containsAny(in: Array(sentence).span) && BindingSentence(sentence).appliesThem
    }
    return true
  }

  /// The part of a sentence that is of one paragraph, one item of a list or one line of code with the match: what stands beside it
  /// says nothing of it.
  private func part(of folded: FoldedText, _ sentence: Range<Int>, around match: Range<Int>) -> Range<Int> {
    let bytes = input.source.bytes
    let isCode = WordPlaces.isCode(input.path)
    func isBreak(_ offset: Int) -> Bool {
      guard bytes[offset] == UInt8(ascii: "\n") else { return false }
      let next = bytes[(offset + 1)...].drop(while: ASCII.isBlank).first ?? UInt8(ascii: "\n")
      return isCode || "\n\r-*+#|".utf8.contains(next)
    }
    var (start, end) = (match.lowerBound, match.upperBound)
    while start > sentence.lowerBound {
      let gap = folded.offsets[start - 1]..<folded.offsets[start]
      guard !gap.contains(where: isBreak) else { break }
      start -= 1
    }
    while end < sentence.upperBound {
      let gap = folded.offsets[end - 1]..<folded.offsets[end]
      guard !gap.contains(where: isBreak) else { break }
      end += 1
    }
    return start..<end
  }

  /// The name of a line of models, where other texts are addresses or name restrictions themselves.
  private static func isName(_ words: String) -> Bool {
    !words.contains("/") && !["polic", "attachment", "restrictions"].contains { words.contains($0) }
  }

  /// How many bytes stand before the full stop that ends a sentence; nil where none does.
  private static func end(ofSentence bytes: some Sequence<UInt8>) -> Int? {
    var previous = UInt8(ascii: " ")
    for (index, byte) in bytes.enumerated() {
      // In either direction a full stop and a blank: no part of an address.
      if byte == UInt8(ascii: " ") && previous == UInt8(ascii: ".")
        || byte == UInt8(ascii: ".") && previous == 0x20 && index > 0
      {
        return index - 1
      }
      previous = byte
    }
    return nil
  }

  private static let sentenceBytes = 300
  /// As they are folded: a dash is a blank.
  private static let restrictions = NeedleSet([
    "attachment a", "exhibit a", "use restriction", "use based restriction", "restricted use", "restrictions of",
    "acceptable use", "prohibited use", "use policy", "use policies",
  ])
  private static let subjects = NeedleSet(["licen", "model", "restrict", "weights"])

  private mutating func isInLicenseText(_ offset: Int) -> Bool {
    guard place == .notice else { return false }
    let texts = licenseTexts ?? LicenseCopies.texts(in: input.source, recognize: input.recognize).map(\.range)
    licenseTexts = texts
    return texts.contains { $0.contains(offset) }
  }

  /// A text in three quotation marks that stands for itself is documentation of the code; one that something is given is not.
  private func isInDocstring(_ offset: Int) -> Bool {
    guard input.path.fileExtension == "py" else { return false }
    let bytes = input.source.bytes
    var open: (mark: UInt8, start: Int)?
    var index = 0
    while index + 2 < offset {
      let byte = bytes[index]
      let isTriple =
        (byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")) && bytes[index + 1] == byte
        && bytes[index + 2] == byte
      guard isTriple, open.map({ $0.mark == byte }) ?? true else {
        index += 1
        continue
      }
      open = open == nil ? (byte, index) : nil
      index += 3
    }
    guard let open else { return false }
    let line = input.source.lineRange(input.source.lineNumber(at: open.start))
    return bytes[line.lowerBound..<open.start].allSatisfy { ASCII.isBlank($0) || "rRuU".utf8.contains($0) }
  }

  /// `- [ ] Built with Llama`: what has yet to be done.
  private func isLeftToDo(_ offset: Int) -> Bool {
    let line = input.source.lineRange(input.source.lineNumber(at: offset))
    let item = input.source.bytes[line].drop(while: ASCII.isBlank)
    return ["- [ ]", "* [ ]", "+ [ ]"].contains { item.starts(with: $0.utf8) }
  }

  /// What goes to a log reaches operators only, and what a check or an error holds reaches nobody who looks at the product.
  private func isLogged(_ offset: Int) -> Bool {
    let line = input.source.lineRange(input.source.lineNumber(at: offset))
    let before = ASCII.lowercased(input.source.string(in: line.lowerBound..<max(offset, line.lowerBound)))
    let statement = before.drop { $0 == " " || $0 == "\t" }
    return ["logging.", "logger.", "log.debug(", "log.info(", "console.", "nslog(", "os_log(", "expect("].contains {
      before.contains($0)
    } || ["assert", "#expect", "raise ", "throw "].contains { statement.hasPrefix($0) }
  }

  /// Whether the element that the words stand in is not shown.
  private func isHidden(_ offset: Int) -> Bool {
    let bytes = input.source.bytes
    let before = bytes[max(0, offset - 300)..<offset]
    guard let open = before.lastIndex(of: UInt8(ascii: "<")) else { return false }
    let tag = ASCII.lowercased(String(decoding: before[open...], as: UTF8.self)).filter { $0 != " " }
    return tag.contains("display:none") || tag.contains("visibility:hidden") || tag.contains("hidden>")
      || tag.contains("display:\"none\"") || tag.contains("display:'none'")
  }

  /// A line that begins as a comment, or one of whose `//` stands before the place.
  private func isInComment(_ offset: Int) -> Bool {
    let line = input.source.lineRange(input.source.lineNumber(at: offset))
    let before = input.source.bytes[line.lowerBound..<max(offset, line.lowerBound)].drop(while: ASCII.isBlank)
    if ["//", "#", "*", "/*", "<!--", "--"].contains(where: { before.starts(with: $0.utf8) }) { return true }
    guard !before.contains(UInt8(ascii: "\"")), !before.contains(UInt8(ascii: "'")) else { return false }
    return zip(before, before.dropFirst()).contains { $0 == UInt8(ascii: "/") && $1 == UInt8(ascii: "/") }
  }
}

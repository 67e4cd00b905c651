internal import ProvisoCore
internal import ProvisoText

/// Here-documents that write a file or feed a program: `cat > config.yaml <<EOF`, `python - <<'EOF'`. The file's ending, the
/// program or the first lines say what they are written in. Those that are commands are read as such with the script.
enum Heredocs {
  /// No script has more; each costs a look at the lines after it.
  private static let maximumCount = 200
  /// Those that are never closed cost the rest of the file each.
  private static let maximumUnclosed = 8

  /// What those of a script name.
  static func detect(in range: Range<Int>, of input: DetectionInput, kind: ReferenceKind) -> Detections {
    let bytes = input.source.bytes
    var detections = Detections()
    guard input.mayNest, mark.containsAny(in: bytes.span.extracting(range)) else { return detections }
    var line = range.lowerBound
    var (count, unclosed) = (0, 0)
    while line < range.upperBound {
      let end = lineEnd(from: line, range, bytes)
      var next = end + 1
      if let word = closingWord(line..<end, bytes) {
        count += 1
        guard count <= maximumCount, unclosed <= maximumUnclosed else {
          detections.notifications.append(tooMany(input, at: line))
          break
        }
        guard let close = closingLine(word, after: next, range, bytes) else {
          // Each time costs the rest of the file.
          unclosed += 1
          line = next
          continue
        }
        detections.references += references(
          ofText: next..<close.lowerBound, of: input, announcedBy: line..<end, kind: kind)
        next = close.upperBound + 1
      }
      line = next
    }
    return detections
  }

  private static func tooMany(_ input: DetectionInput, at offset: Int) -> Notification {
    var notification = input.notification(
      .warning, at: input.source.position(at: offset),
      "The here-documents from here on were not searched for models: no more than \(maximumCount) are, and \(maximumUnclosed) that nothing closes."
    )
    notification.isIncomplete = true
    return notification
  }

  /// What one names that the line (or instruction) announces.
  static func references(
    ofText text: Range<Int>, of input: DetectionInput, announcedBy line: Range<Int>, kind: ReferenceKind
  ) -> [ModelReference] {
    guard input.mayNest, text.count > 12 else { return [] }
    let found: [ModelReference]
    if let language = language(input.source.string(in: line)) {
      found = isCommands(language) ? [] : EmbeddedBlock.references(of: input.part(text), language: language)
    } else if let language = TextLanguage.of(input.source.bytes[text]), isCommands(language) {
      found = []
    } else {
      found = EmbeddedSetting.references(ofText: text, in: input, label: nil) ?? []
    }
    return found.map { reference in
      var reference = reference
      reference.kind = kind
      return reference
    }
  }

  private static func isCommands(_ language: String) -> Bool { ["bash", "sh", "shell"].contains(language) }

  /// By the file that the text goes to, or the program that reads it.
  private static func language(_ line: String) -> String? {
    let words = line.split { " \t\"'|;".utf8.contains($0.asciiValue ?? 0x20) }.map(String.init)
    if words.contains(where: { FilePath($0).lowercasedName.hasPrefix("python") }) { return "python" }
    if words.contains("node") { return "javascript" }
    for word in words.reversed() where !word.hasPrefix("<<") {
      let name = word.drop { $0 == ">" }
      if let language = TextLanguage.ofFile(FilePath(String(name))) { return language }
    }
    return nil
  }

  private static let mark = NeedleSet(["<<"])

  private static func lineEnd(from start: Int, _ range: Range<Int>, _ bytes: [UInt8]) -> Int {
    bytes[start..<range.upperBound].firstIndex(of: 0x0A) ?? range.upperBound
  }

  /// The word of `<<EOF`, `<<-'EOF'`, on a line that is no comment.
  private static func closingWord(_ line: Range<Int>, _ bytes: [UInt8]) -> ArraySlice<UInt8>? {
    let text = bytes[line]
    guard text.first(where: { !ASCII.isBlank($0) }) != UInt8(ascii: "#") else { return nil }
    var offset = line.lowerBound
    while offset + 2 < line.upperBound {
      guard bytes[offset] == UInt8(ascii: "<"), bytes[offset + 1] == UInt8(ascii: "<") else {
        offset += 1
        continue
      }
      let rest = text[(offset + 2)...].drop { "-~ '\"\\".utf8.contains($0) }
      // `<<<` feeds a word.
      guard bytes[offset + 2] != UInt8(ascii: "<") else { return nil }
      let word = rest.prefix { ASCII.isWord($0) || $0 == UInt8(ascii: "-") }
      return word.first.map(ASCII.isLetter) == true ? word : nil
    }
    return nil
  }

  private static func closingLine(
    _ word: ArraySlice<UInt8>, after start: Int, _ range: Range<Int>, _ bytes: [UInt8]
  ) -> Range<Int>? {
    var line = start
    while line < range.upperBound {
      let end = lineEnd(from: line, range, bytes)
      let text = bytes[line..<end].drop(while: ASCII.isBlank)
      if text.starts(with: word), text.dropFirst(word.count).allSatisfy(ASCII.isWhitespace) { return line..<end }
      line = end + 1
    }
    return nil
  }
}

internal import ProvisoCore
internal import ProvisoText

/// The text of a document: what its blocks of code, commands and configuration use, and what its sentences mention.
struct DocumentText {
  private let input: DetectionInput
  private let isDocstring: Bool
  private let isRST: Bool
  private var references: [ModelReference] = []

  /// - Parameter isDocstring: Whether it stands in code, where commands need no mark.
  static func references(
    of input: DetectionInput, isDocstring: Bool = false, isRST: Bool? = nil
  ) -> [ModelReference] {
    var reader = Self(
      input: input, isDocstring: isDocstring, isRST: isRST ?? (input.path.fileExtension == "rst"))
    reader.run()
    return reader.references
  }

  private init(input: DetectionInput, isDocstring: Bool, isRST: Bool) {
    self.input = input
    self.isDocstring = isDocstring
    self.isRST = isRST
  }

  private mutating func run() {
    let source = input.source
    var number = FrontMatter.locate(in: source.bytes).map { source.lineNumber(at: $0.upperBound) + 1 } ?? 1
    while number <= source.lineCount {
      let line = source.lineRange(number)
      // Of reStructuredText tildes underline a heading.
      if let fence = Fence(line, source), !(isRST && fence.isOfTildes) {
        let end = fence.end(from: number + 1, source)
        if number + 1 < end {
          let range = source.lineRange(number + 1).lowerBound..<source.lineRange(end - 1).upperBound
          if !fence.isDirective {
            block(range, fence.language)
          } else if input.mayNest {
            references += Self.references(of: input.part(range))
          }
        }
        number = end + 1
      } else if let indented = IndentedBlock(line, source, isRST: isRST) {
        let end = indented.end(from: number + 1, source)
        if number + 1 < end {
          block(source.lineRange(number + 1).lowerBound..<source.lineRange(end - 1).upperBound, indented.language)
        }
        number = end
      } else if let listing = Listing(line, source, input.path) {
        let end = listing.end(from: listing.first, source)
        if listing.first < end {
          block(
            source.lineRange(listing.first).lowerBound..<source.lineRange(end - 1).upperBound, listing.language)
        }
        number = end + 1
      } else if isDocstring, ShownCommand.isOne(source.bytes[line].drop(while: ASCII.isBlank)) {
        var last = number
        // A command goes on behind a backslash.
        while last < source.lineCount, source.bytes[source.lineRange(last)].last == UInt8(ascii: "\\") { last += 1 }
        commands(line.lowerBound..<source.lineRange(last).upperBound)
        number = last + 1
      } else {
        prose(line)
        number += 1
      }
    }
  }

  private mutating func block(_ range: Range<Int>, _ language: String) {
    // MyST: reStructuredText inside Markdown.
    if language == "eval-rst" {
      if input.mayNest { references += Self.references(of: input.part(range), isRST: true) }
      return
    }
    let part = input.part(range)
    guard EmbeddedBlock.mayName(part.source.bytes, language: language) else { return }
    for var reference in EmbeddedBlock.references(of: part, language: language) {
      reference.kind = .document
      reference.scope = scope
      references.append(reference)
    }
  }

  /// A notebook's text is a part of it, not a document.
  private var scope: Scope {
    input.path.fileExtension == "ipynb" ? input.path.scope : PathScope.ofDocument(input.path)
  }

  /// Addresses of the hub, and names in inline code.
  private mutating func prose(_ line: Range<Int>) {
    let bytes = input.source.bytes
    var offset = line.lowerBound
    if let command = shownCommand(line) { return commands(command) }
    // `<Model id="owner/name" />`, `export const model = "owner/name"`
    if isJSX, bytes[line].contains(UInt8(ascii: "=")) {
      references += Docstring.quoted(in: line, of: input).map { reference in
        var reference = reference
        reference.kind = .document
        reference.scope = scope
        return reference
      }
    }
    if !isJSX, isProperty(line) {
      references += RecordedRequests.references(in: line, of: input, kind: .document).map { reference in
        var reference = reference
        reference.scope = scope
        return reference
      }
    }
    while offset < line.upperBound {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "`") {
        offset = inlineCode(offset, line.upperBound)
      } else if byte | 0x20 == UInt8(ascii: "h"), offset == line.lowerBound || !ASCII.isWord(bytes[offset - 1]) {
        offset = address(offset, line.upperBound)
      } else if byte == UInt8(ascii: "/") {
        offset = plainName(around: offset, in: line)
      } else {
        offset += 1
      }
    }
  }

  /// `providers={ {"modelId": "owner/name"} }` of a component in a document.
  private func isProperty(_ line: Range<Int>) -> Bool {
    let bytes = input.source.bytes[line]
    guard bytes.last == UInt8(ascii: "}") || bytes.last == UInt8(ascii: ">"),
      let equals = bytes.firstIndex(of: UInt8(ascii: "="))
    else {
      return false
    }
    return equals + 1 < bytes.endIndex && bytes[equals + 1] == UInt8(ascii: "{") && bytes.contains(UInt8(ascii: ":"))
  }

  private var isLaTeX: Bool { input.path.fileExtension == "tex" }

  private var isJSX: Bool { input.path.fileExtension == "mdx" }

  private mutating func commands(_ range: Range<Int>) {
    for var reference in EmbeddedBlock.commands(in: range, of: input) {
      reference.kind = .document
      reference.scope = scope
      references.append(reference)
    }
  }

  /// `    ollama pull llama3.2`, `$ vllm serve owner/name`: a line of a block without a fence.
  private func shownCommand(_ line: Range<Int>) -> Range<Int>? {
    let bytes = input.source.bytes
    guard let first = bytes[line].first,
      first == UInt8(ascii: " ") || first == UInt8(ascii: "\t") || first == UInt8(ascii: "$")
        || first == UInt8(ascii: "e")
    else { return nil }
    var start = line.lowerBound
    while start < line.upperBound, ASCII.isBlank(bytes[start]) { start += 1 }
    // `export MODEL=owner/name` of notes that a chart shows.
    if bytes[line].drop(while: ASCII.isBlank).starts(with: "export ".utf8), bytes[line].contains(UInt8(ascii: "=")) {
      return line
    }
    let isIndented = first == UInt8(ascii: "\t") || start - line.lowerBound >= 4
    let isPrompt =
      start + 1 < line.upperBound && bytes[start] == UInt8(ascii: "$") && bytes[start + 1] == UInt8(ascii: " ")
    if isPrompt { start += 2 }
    guard isIndented || isPrompt, isCommand(start..<line.upperBound) else { return nil }
    return start..<line.upperBound
  }

  private mutating func inlineCode(_ start: Int, _ end: Int) -> Int {
    let bytes = input.source.bytes
    var open = start
    while open < end, bytes[open] == UInt8(ascii: "`") { open += 1 }
    guard let close = bytes[open..<end].firstIndex(of: UInt8(ascii: "`")) else { return open }
    let marks = open - start
    // `` `text <https://huggingface.co/owner/name>`_ ``: where a link of reStructuredText leads.
    if isRST, let mark = bytes[open..<close].firstIndex(of: UInt8(ascii: "<")) {
      _ = address(mark + 1, close)
      return close + marks
    }
    let code = withoutQuotes(withoutPasses(CallArguments.trimmed(open..<close, bytes)))
    if let setting = setting(in: code) {
      references += setting
    } else if NameJudge.mayName(bytes.span, code) {
      if NameNeedles.shared.mayName(bytes.span, code) { mention(code) }
    } else if isCommand(code) || bytes[code].starts(with: "--".utf8) || namesModel(code) {
      for var reference in EmbeddedBlock.commands(in: code, of: input) {
        reference.kind = .document
        reference.role = .mentioned
        reference.scope = scope
        references.append(reference)
      }
    } else {
      // `` `owner/name (also owner/other)` ``, `` `wget https://huggingface.co/owner/name/resolve/main/model.gguf` ``
      var offset = code.lowerBound
      while offset < code.upperBound {
        if bytes[offset] == UInt8(ascii: "/") {
          offset = plainName(around: offset, in: code)
        } else if bytes[offset] | 0x20 == UInt8(ascii: "h"), offset > code.lowerBound, ASCII.isBlank(bytes[offset - 1])
        {
          offset = address(offset, code.upperBound)
        } else {
          offset += 1
        }
      }
    }
    return close + marks
  }

  /// `` `model: owner/name` ``, `` `MODEL=owner/name` ``: one setting, where its key asks for a model.
  private func setting(in code: Range<Int>) -> [ModelReference]? {
    let bytes = input.source.bytes
    guard code.count <= 300, let mark = bytes[code].firstIndex(where: { ":=".utf8.contains($0) }),
      mark > code.lowerBound,
      bytes[mark] == UInt8(ascii: "=") || mark + 1 < code.upperBound && ASCII.isBlank(bytes[mark + 1]),
      bytes[code.lowerBound..<mark].allSatisfy({ ASCII.isWord($0) || $0 == UInt8(ascii: "-") })
    else { return nil }
    let keys = [SettingKey(input.source.string(in: code.lowerBound..<mark))]
    let place = SettingJudge.place(of: keys)
    var value = CallArguments.trimmed(mark + 1..<code.upperBound, bytes)
    if value.count > 2, let first = bytes[value].first, "\"'".utf8.contains(first), bytes[value].last == first {
      value = value.lowerBound + 1..<value.upperBound - 1
    }
    guard place == .model || place == .base, NameJudge.mayName(bytes.span, value)
    else { return nil }
    return SettingJudge(input: input, kind: .document).references(
      input.source.string(in: value), at: value, whole: value, place: place, keys: keys, role: .mentioned
    ).map { reference in
      var reference = reference
      reference.scope = scope
      return reference
    }
  }

  /// `` `+++owner/name+++` `` of AsciiDoc, which takes what is between the signs as it stands.
  private func withoutPasses(_ range: Range<Int>) -> Range<Int> {
    let bytes = input.source.bytes
    var range = range
    while range.count > 2, bytes[range.lowerBound] == UInt8(ascii: "+"),
      bytes[range.upperBound - 1] == UInt8(ascii: "+")
    {
      range = range.lowerBound + 1..<range.upperBound - 1
    }
    return range
  }

  /// `` `"owner/name"` `` of a table of settings.
  private func withoutQuotes(_ range: Range<Int>) -> Range<Int> {
    let bytes = input.source.bytes
    guard range.count > 2, let first = bytes[range].first, "\"'".utf8.contains(first), bytes[range].last == first else {
      return range
    }
    return range.lowerBound + 1..<range.upperBound - 1
  }

  /// Whether the first of several words is a command that fetches or serves models.
  private func isCommand(_ range: Range<Int>) -> Bool {
    let word = input.source.bytes[range].prefix { $0 != UInt8(ascii: " ") }
    guard word.count < range.count, word.count <= Self.longestCommand else { return false }
    return CommandTable.byName[ASCII.lowercased(String(decoding: word, as: UTF8.self))] != nil
  }

  /// `` `python serve.py --model owner/name` ``: what follows an option that speaks of a model.
  private func namesModel(_ code: Range<Int>) -> Bool {
    code.count <= Self.longestInlineCommand
      && Self.modelOptions.containsAny(in: input.source.bytes.span.extracting(code))
  }

  private static let modelOptions = NeedleSet([" --model", " --base", " --ckpt", " --checkpoint", " --pretrained"])
  private static let longestInlineCommand = 500

  private static let longestCommand = CommandTable.byName.keys.map(\.utf8.count).max() ?? 0

  /// `| google/gemma-7b | 8 GB |`, `models such as google/gemma-7b`: in running text, where so many words have a slash between them,
  /// an id is one that is known.
  private mutating func plainName(around slash: Int, in line: Range<Int>) -> Int {
    let bytes = input.source.bytes
    var (start, end) = (slash, slash + 1)
    while start > line.lowerBound, slash - start <= Self.longestPart, isOfName(bytes[start - 1]) { start -= 1 }
    while end < line.upperBound, end - slash <= Self.longestPart, isOfName(bytes[end]) { end += 1 }
    let next = max(end, slash + 1)
    // A longer path, or the end of an address; `\texttt{owner/name}` of LaTeX is none.
    let isBraced =
      isLaTeX && start > line.lowerBound && end < line.upperBound && bytes[start - 1] == UInt8(ascii: "{")
      && bytes[end] == UInt8(ascii: "}")
    if !isBraced, start > line.lowerBound, Self.partsOfPaths.contains(bytes[start - 1]) { return next }
    if !isBraced, end < line.upperBound, Self.partsOfPaths.contains(bytes[end]) { return next }
    while end > slash + 1, bytes[end - 1] == UInt8(ascii: ".") || bytes[end - 1] == UInt8(ascii: "_") { end -= 1 }
    // `[owner/name](https://…)`: what is behind it is looked at.
    guard !bytes[end..<line.upperBound].starts(with: "](http".utf8) else { return next }
    guard end > slash + 1, start < slash, let verdict = input.listedModel(input.source.string(in: start..<end)) else {
      return next
    }
    references.append(
      ModelReference(
        model: verdict.model, location: input.location(start..<end),
        asWritten: input.source.string(in: start..<end), kind: .document, role: .mentioned, scope: scope,
        confidence: .low))
    return next
  }

  private func isOfName(_ byte: UInt8) -> Bool { ASCII.isWord(byte) || "-.".utf8.contains(byte) }

  private static let longestPart = 96
  private static let partsOfPaths = Set("/\\@:~$%={}#?&+<>".utf8)

  /// `https://huggingface.co/owner/name` to where an address ends in running text.
  private mutating func address(_ start: Int, _ end: Int) -> Int {
    let bytes = input.source.bytes
    guard Self.addressStarts.contains(where: { bytes[start..<end].starts(with: $0) }) else { return start + 1 }
    let stop = Mention.endOfAddress(at: start, before: end, in: bytes)
    if !AddressName.isPage(bytes.span, start..<stop) { mention(start..<stop) }
    return max(stop, start + 1)
  }

  private static let addressStarts = ["https://", "http://", "huggingface.co/", "hf.co/", "hf://", "HF://"].map {
    Array($0.utf8)
  }

  private mutating func mention(_ range: Range<Int>) {
    guard var reference = Mention.reference(range, of: input, scope: scope) else { return }
    // What an installer is told to fetch is used.
    if input.path.lowercasedName.hasPrefix("requirements") {
      reference.kind = .configuration
      reference.role = .used
      reference.scope = input.path.scope
    }
    references.append(reference)
  }
}

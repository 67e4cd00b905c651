internal import ProvisoText

/// The title under which a license text introduces itself.
enum LicenseTitle {
  /// What is searched: titles stand at the top.
  private static let searchedLines = 40
  /// Of the lines with words on them.
  private static let titleLines = 12
  /// Some texts have a paragraph on each line.
  private static let searchedBytes = 1_000

  /// The title and its line, the most exact one of the first lines; nil where nothing on them is a title.
  static func find(in source: SourceText) -> (title: String, line: Int)? {
    let lines = (1...min(searchedLines, source.lineCount)).map { number in
      (text: folded(line(number, of: source)), number: number)
    }.filter { !$0.text.isEmpty }
    for (text, number) in lines {
      if let tag = text.range(of: "spdx-license-identifier:") {
        return (String(text[tag.upperBound...].drop { $0 == " " }), number)
      }
    }
    for index in lines.indices.prefix(titleLines) {
      let text = lines[index..<min(index + 3, lines.count)].map(\.text).joined(separator: " ")
      guard let entry = titles.first(where: { isTitled(text, line: lines[index].text, $0.words) }) else { continue }
      if let maximum = entry.maximumWords, wordCount(source) > maximum {
        return ("\(entry.license), with additions", lines[index].number)
      }
      return (entry.license, lines[index].number)
    }
    guard
      let first = lines.first(where: {
        $0.text.contains("license") || $0.text.contains("agreement") || $0.text.contains("terms")
      })
    else { return lines.first.map { (line($0.number, of: source).trimmed, $0.number) } }
    return (line(first.number, of: source).trimmed, first.number)
  }

  private static func line(_ number: Int, of source: SourceText) -> String {
    let range = source.lineRange(number)
    return source.string(in: range.lowerBound..<min(range.upperBound, range.lowerBound + searchedBytes))
  }

  /// Whether the words stand at the start of `text`, or on a `line` of little else. A license that says that it is based on
  /// another names it within a sentence.
  private static func isTitled(_ text: String, line: String, _ words: String) -> Bool {
    for lead in ["", "the ", "creative commons "] where text.hasPrefix(lead + words) {
      return text.utf8.dropFirst(lead.utf8.count + words.utf8.count).first.map { !ASCII.isWord($0) } ?? true
    }
    return line.contains(words) && line.utf8.count <= words.utf8.count + 20 && !line.contains("licenses")
  }

  private struct Entry {
    var words: String
    var license: String
    /// The most words a text under this title has when nothing was added, a long list of holders included.
    var maximumWords: Int?

    init(_ words: String, _ license: String, maximumWords: Int? = nil) {
      self.words = words
      self.license = license
      self.maximumWords = maximumWords
    }
  }

  /// Longer titles before those they contain.
  private static let titles: [Entry] = [
    Entry("llama 4 community license agreement", "llama4"),
    Entry("llama 3.3 community license agreement", "llama3.3"),
    Entry("llama 3.2 community license agreement", "llama3.2"),
    Entry("llama 3.1 community license agreement", "llama3.1"),
    Entry("meta llama 3 community license agreement", "llama3"),
    Entry("llama 2 community license agreement", "llama2"),
    Entry("gemma terms of use last modified: february 21, 2024", "gemma-2024-02-21"),
    Entry("gemma terms of use last modified: april 1, 2024", "gemma-2024-04-01"),
    Entry("gemma terms of use", "gemma"),
    Entry("tongyi qianwen research license agreement", "tongyi-qianwen-research"),
    Entry("tongyi qianwen license agreement", "tongyi-qianwen"),
    Entry("qwen research license agreement", "qwen-research"),
    Entry("qwen license agreement", "qwen"),
    Entry("deepseek license agreement", "deepseek"),
    Entry("mistral ai research license", "mrl"),
    Entry("creativeml open rail++-m license dated july 26, 2023", "openrail++-sdxl"),
    Entry("creativeml open rail++-m license", "openrail++"),
    Entry("creativeml open rail-m", "creativeml-openrail-m"),
    Entry("bigcode open rail-m v1", "bigcode-openrail-m"),
    Entry("bigcode openrail-m", "bigcode-openrail-m"),
    Entry("bigscience open rail-m", "bigscience-openrail-m"),
    Entry("stability ai community license agreement", "stabilityai-ai-community"),
    Entry("flux.1 [dev] non-commercial license v1.1.1", "flux-1-dev-non-commercial-license"),
    Entry("modified mit license", "modified-mit"),
    Entry("attribution-noncommercial-noderivatives 4.0 international", "cc-by-nc-nd-4.0"),
    Entry("attribution-noncommercial-sharealike 4.0 international", "cc-by-nc-sa-4.0"),
    Entry("attribution-noncommercial 4.0 international", "cc-by-nc-4.0"),
    Entry("attribution-noderivatives 4.0 international", "cc-by-nd-4.0"),
    Entry("attribution-sharealike 4.0 international", "cc-by-sa-4.0"),
    Entry("attribution 4.0 international", "cc-by-4.0"),
    Entry("cc0 1.0 universal", "cc0-1.0"),
    Entry("gnu affero general public license version 3", "agpl-3.0"),
    Entry("gnu lesser general public license version 3", "lgpl-3.0"),
    Entry("gnu general public license version 3", "gpl-3.0"),
    Entry("gnu lesser general public license version 2.1", "LGPL-2.1-only"),
    Entry("gnu general public license version 2", "GPL-2.0-only"),
    Entry("mozilla public license version 2.0", "mpl-2.0"),
    Entry("mozilla public license, version 2.0", "mpl-2.0"),
    Entry("apache license version 2.0", "apache-2.0", maximumWords: 2100),
    Entry("this is free and unencumbered software released into the public domain", "unlicense", maximumWords: 260),
    Entry("mit license", "mit", maximumWords: 205),
    Entry("bsd 3-clause license", "bsd-3-clause", maximumWords: 290),
    Entry("bsd 2-clause license", "bsd-2-clause", maximumWords: 250),
    Entry("permission is hereby granted, free of charge, to any person obtaining a copy", "mit", maximumWords: 205),
  ]

  /// Lower case, Markdown marks removed, white space folded.
  private static func folded(_ line: String) -> String {
    let marks: Set<Character> = ["#", "*", "_", "=", ">", "\"", "\u{FEFF}"]
    return ASCII.lowercased(line).filter { !marks.contains($0) }.split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  private static func wordCount(_ source: SourceText) -> Int {
    var count = 0
    var isInWord = false
    for byte in source.bytes {
      let isWord = !ASCII.isWhitespace(byte)
      if isWord, !isInWord { count += 1 }
      isInWord = isWord
    }
    return count
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while let first = text.first, first.isWhitespace || first == "#" || first == "\u{FEFF}" { text = text.dropFirst() }
    while let last = text.last, last.isWhitespace { text = text.dropLast() }
    return String(text.prefix(120))
  }

  /// The first place of `words`, nil where they do not stand.
  fileprivate func range(of words: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(words) { return start..<index(start, offsetBy: words.count) }
      start = index(after: start)
    }
    return nil
  }
}

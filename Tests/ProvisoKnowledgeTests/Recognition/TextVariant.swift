import Foundation
import Testing

/// A way to change a license text: in layout, in what is no part of it, or in its content.
struct TextVariant: Sendable, CustomTestStringConvertible {
  let name: String
  let change: @Sendable (String) -> String

  init(_ name: String, _ change: @escaping @Sendable (String) -> String) {
    self.name = name
    self.change = change
  }

  var testDescription: String { name }

  /// The same text: the license it is, without a difference.
  static let layouts = [
    TextVariant("on one line") { words($0).joined(separator: " ") },
    TextVariant("wrapped at 50") { wrapped($0, at: 50, prefix: "") },
    TextVariant("commented with #") { prefixed($0, "# ") },
    TextVariant("commented with //") { wrapped($0, at: 70, prefix: "// ") },
    TextVariant("commented with *") { "/*\n" + wrapped($0, at: 90, prefix: " * ") + "\n */" },
    TextVariant("with curly quotes", curly),
    TextVariant("as paragraphs of HTML", html),
    TextVariant("as bold Markdown") { text in
      "# License\n\n" + text.components(separatedBy: "\n\n").map { "**\($0)**" }.joined(separator: "\n\n")
    },
    // Beyond ASCII an upper case letter is another word.
    TextVariant("in upper case") {
      String(decoding: $0.utf8.map { (0x61...0x7A).contains($0) ? $0 & 0xDF : $0 }, as: UTF8.self)
    },
    TextVariant("under other holders and years") {
      "Copyright (c) 2019-2026 Jane Q. Doe, Example GmbH and contributors\n\n" + $0
    },
    TextVariant("under a title and a holder, on one line") {
      "The License Copyright 2023 Foo Bar Inc. All rights reserved. " + words($0).joined(separator: " ")
    },
  ]

  static let framed = TextVariant("framed by other sentences") {
    "This document explains how we handle things in our project and what you need to know before you begin.\n\n" + $0
      + "\n\nThe rest of this file tells about the build, which takes a while."
  }

  private static let clauses = [
    "The Software shall not be used by any organization with more than one hundred employees.",
    "You may not use the Work for commercial purposes.",
    "If the licensee has more than 100 million monthly active users, a separate license is required.",
    "All outputs belong to the licensor.",
  ]

  /// Another content: never the license without a difference.
  static let additions = clauses.enumerated().flatMap { number, clause in
    [0, 0.3, 0.6, 1].map { share in
      TextVariant("clause \(number + 1) added at \(share)") { text in
        let lines = text.components(separatedBy: "\n")
        let place = Int(Double(lines.count) * share)
        return (lines[..<place] + ["", clause, ""] + lines[place...]).joined(separator: "\n")
      }
    }
  }

  /// A text without a sentence that is long enough there is left as it is.
  static let removals = [0.1, 0.3, 0.5, 0.7, 0.85].map { share in
    TextVariant("sentence removed at \(share)") { text in
      let sentences = text.components(separatedBy: ". ")
      let place = Int(Double(sentences.count) * share)
      guard sentences.count > 4, words(sentences[place]).count > 8 else { return text }
      return (sentences[..<place] + sentences[(place + 1)...]).joined(separator: ". ")
    }
  }

  private static func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  private static func prefixed(_ text: String, _ prefix: String) -> String {
    text.components(separatedBy: "\n").map { prefix + $0 }.joined(separator: "\n")
  }

  private static func wrapped(_ text: String, at width: Int, prefix: String) -> String {
    var result = prefix
    var column = 0
    for word in words(text) {
      if column + word.utf8.count > width {
        result += "\n" + prefix
        column = 0
      }
      result += word + " "
      column += word.utf8.count + 1
    }
    return result
  }

  private static func curly(_ text: String) -> String {
    var isOpen = false
    return text.replacingOccurrences(of: "'", with: "\u{2019}").components(separatedBy: "\"").reduce(into: "") {
      result, part in
      if !result.isEmpty || isOpen { result += isOpen ? "\u{201C}" : "\u{201D}" }
      isOpen.toggle()
      result += part
    }
  }

  private static func html(_ text: String) -> String {
    let paragraphs = text.components(separatedBy: "\n").map { line in
      let escaped = line.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "\"", with: "&quot;")
      return "<p>\(escaped)</p>"
    }
    return "<html><body>\(paragraphs.joined(separator: "\n"))</body></html>"
  }
}

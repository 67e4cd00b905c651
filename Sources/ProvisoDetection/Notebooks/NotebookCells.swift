internal import ProvisoText

/// The cells of a Jupyter notebook, found without building its JSON: outputs of megabytes are passed over unread.
struct NotebookCells {
  struct Cell {
    /// `code`, `markdown`, `raw`.
    var type = ""
    /// What is between the quotes of each string of the source.
    var source: [Range<Int>] = []
    /// What VS Code says that the cell is written in, where that is not the kernel's language.
    var language = ""
  }

  private static let maximumDepth = 64

  private let bytes: [UInt8]
  private var offset = 0
  private(set) var cells: [Cell] = []
  /// The language of the kernel, in lower case; empty where the notebook does not say.
  private(set) var language = ""

  /// Nil for what is no JSON object.
  init?(_ source: SourceText) {
    bytes = source.bytes
    let isRead = object(depth: 0) { reader, key in
      switch key {
      case "cells": reader.array(depth: 1) { $0.cell() }
      case "metadata": reader.metadata()
      default: reader.skip(depth: 1)
      }
    }
    guard isRead else { return nil }
  }

  private mutating func cell() -> Bool {
    var cell = Cell()
    defer { cells.append(cell) }
    return object(depth: 2) { reader, key in
      switch key {
      case "cell_type" where reader.peek() == UInt8(ascii: "\""): reader.text { cell.type = $0 }
      case "source", "input": reader.lines { cell.source = $0 }
      case "metadata": reader.metadata(of: &cell)
      default: reader.skip(depth: 3)
      }
    }
  }

  /// `vscode.languageId`
  private mutating func metadata(of cell: inout Cell) -> Bool {
    guard peek() == UInt8(ascii: "{") else { return skip(depth: 3) }
    var language = ""
    let isRead = object(depth: 3) { reader, key in
      guard key == "vscode", reader.peek() == UInt8(ascii: "{") else { return reader.skip(depth: 4) }
      return reader.object(depth: 4) { reader, inner in
        guard inner == "languageId", reader.peek() == UInt8(ascii: "\"") else { return reader.skip(depth: 5) }
        return reader.text { language = $0 }
      }
    }
    cell.language = language
    return isRead
  }

  /// `kernelspec.language`, `language_info.name`.
  private mutating func metadata() -> Bool {
    guard peek() == UInt8(ascii: "{") else { return skip(depth: 1) }
    return object(depth: 1) { reader, key in
      guard key == "language_info" || key == "kernelspec", reader.peek() == UInt8(ascii: "{") else {
        return reader.skip(depth: 2)
      }
      return reader.object(depth: 2) { reader, inner in
        guard inner == (key == "kernelspec" ? "language" : "name"), reader.peek() == UInt8(ascii: "\"") else {
          return reader.skip(depth: 3)
        }
        return reader.text { reader, text in reader.language = ASCII.lowercased(text) }
      }
    }
  }

  private mutating func peek() -> UInt8 {
    while offset < bytes.count, ASCII.isWhitespace(bytes[offset]) { offset += 1 }
    return offset < bytes.count ? bytes[offset] : 0
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard peek() == byte else { return false }
    offset += 1
    return true
  }

  private mutating func object(depth: Int, _ member: (inout Self, String) -> Bool) -> Bool {
    guard depth < Self.maximumDepth, take(UInt8(ascii: "{")) else { return false }
    if take(UInt8(ascii: "}")) { return true }
    repeat {
      guard let key = string(), take(UInt8(ascii: ":")), member(&self, String(decoding: bytes[key], as: UTF8.self))
      else { return false }
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "}"))
  }

  private mutating func array(depth: Int, _ element: (inout Self) -> Bool) -> Bool {
    guard depth < Self.maximumDepth, take(UInt8(ascii: "[")) else { return false }
    if take(UInt8(ascii: "]")) { return true }
    repeat { guard element(&self) else { return false } } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "]"))
  }

  private mutating func text(_ body: (inout Self, String) -> Void) -> Bool {
    guard let range = string() else { return false }
    body(&self, String(decoding: bytes[range], as: UTF8.self))
    return true
  }

  private mutating func text(_ body: (String) -> Void) -> Bool { text { _, text in body(text) } }

  /// A string, or an array of them.
  private mutating func lines(_ body: ([Range<Int>]) -> Void) -> Bool {
    var lines: [Range<Int>] = []
    defer { body(lines) }
    if peek() == UInt8(ascii: "\"") {
      guard let line = string() else { return false }
      lines.append(line)
      return true
    }
    return array(depth: 3) { reader in
      guard let line = reader.string() else { return false }
      lines.append(line)
      return true
    }
  }

  /// What is between the quotes of the string that begins here.
  private mutating func string() -> Range<Int>? {
    guard take(UInt8(ascii: "\"")) else { return nil }
    let start = offset
    let bytes = bytes
    var next = offset
    while next < bytes.count {
      let byte = bytes[next]
      if byte == UInt8(ascii: "\"") {
        offset = next + 1
        return start..<next
      }
      next += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    offset = bytes.count
    return nil
  }

  private mutating func skip(depth: Int) -> Bool {
    switch peek() {
    case UInt8(ascii: "{"): return object(depth: depth) { reader, _ in reader.skip(depth: depth + 1) }
    case UInt8(ascii: "["): return array(depth: depth) { $0.skip(depth: depth + 1) }
    case UInt8(ascii: "\""): return string() != nil
    default:
      let start = offset
      while offset < bytes.count, ASCII.isWord(bytes[offset]) || "+-.".utf8.contains(bytes[offset]) { offset += 1 }
      return offset > start
    }
  }
}

extension NotebookCells.Cell {
  /// The text of the cell, with the place of each byte in the file.
  func text(in host: SourceText) -> (bytes: [UInt8], offsets: [Int]) {
    var text: [UInt8] = []
    var offsets: [Int] = []
    let bytes = host.bytes
    for range in source {
      var offset = range.lowerBound
      while offset < range.upperBound {
        let start = offset
        var decoded = bytes[offset]
        offset += 1
        if decoded == UInt8(ascii: "\\"), offset < range.upperBound {
          switch bytes[offset] {
          case UInt8(ascii: "n"): decoded = UInt8(ascii: "\n")
          case UInt8(ascii: "t"): decoded = UInt8(ascii: "\t")
          case UInt8(ascii: "r"): decoded = UInt8(ascii: "\r")
          case UInt8(ascii: "u"):
            // Not ASCII, or a control character: in no name.
            decoded = UInt8(ascii: "?")
            offset = min(offset + 4, range.upperBound - 1)
          case let other: decoded = other
          }
          offset += 1
        }
        text.append(decoded)
        offsets.append(start)
      }
    }
    offsets.append(source.last?.upperBound ?? 0)
    return (text, offsets)
  }
}

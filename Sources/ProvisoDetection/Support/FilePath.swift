package import ProvisoCore

/// A path relative to the scan root, with the parts detectors ask for taken once.
package struct FilePath: Sendable, Hashable {
  package let string: String
  /// The last component.
  package let name: String
  /// ``name`` in ASCII lower case.
  package let lowercasedName: String
  /// What follows the last full stop of ``lowercasedName``, empty if there is none.
  package let fileExtension: String

  package init(_ string: String) {
    self.string = string
    let utf8 = string.utf8
    let nameStart = utf8.lastIndex(of: UInt8(ascii: "/")).map(utf8.index(after:)) ?? utf8.startIndex
    name = String(string[nameStart...])
    lowercasedName = ASCII.lowercased(name)
    if let dot = lowercasedName.utf8.lastIndex(of: UInt8(ascii: ".")) {
      fileExtension = String(lowercasedName[lowercasedName.utf8.index(after: dot)...])
    } else {
      fileExtension = ""
    }
  }

  /// The directory, `.` for the root.
  package var directory: String {
    guard let slash = string.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return String(string[..<slash])
  }

  /// The part of the repository the file belongs to, by the names of its folders and by its own.
  package var scope: Scope { PathScope.of(self) }
}

/// Text handling that knows ASCII only, which is what ids, keys and file names are compared by.
package enum ASCII {
  package static func lowercased(_ string: String) -> String {
    guard string.utf8.contains(where: { isUpper($0) }) else { return string }
    return String(decoding: string.utf8.map { isUpper($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  package static func isUpper(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") }
  package static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  package static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
  }

  /// Letters, digits and `_`: what an identifier of most languages is made of.
  package static func isWord(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "_") }
  package static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

  package static func isWhitespace(_ byte: UInt8) -> Bool {
    isBlank(byte) || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }
}

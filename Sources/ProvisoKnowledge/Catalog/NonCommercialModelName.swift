/// Names of models that keep them from commerce: `granite-speech-5.0-470m-turboctc-nc`, beside which its publisher has the same model
/// without the last word under a free license.
///
/// Such a name gives no license; what is said of others frees no model that is called so.
package enum NonCommercialModelName {
  /// - Parameter id: `owner/name`, or a name alone. What stands before the slash says nothing.
  package static func says(_ id: some StringProtocol) -> Bool {
    let name = id.lastIndex(of: "/").map { id[id.index(after: $0)...] } ?? id[...]
    // Most names have nothing that could be one of the words.
    guard name.utf8.count <= maximumLength, mayHaveWord(name) else { return false }
    let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }
    return words.contains { $0 == "nc" || $0 == "noncommercial" }
      || zip(words, words.dropFirst()).contains { $0 == "non" && $1 == "commercial" }
  }

  /// Whether an `nc`, as `noncommercial` has one, or a `non` stands anywhere in the name.
  private static func mayHaveWord(_ name: some StringProtocol) -> Bool {
    var (last, isAfterNo): (UInt8, Bool) = (0, false)
    for byte in name.utf8 {
      let byte = byte | 0x20
      if last == UInt8(ascii: "n") && byte == UInt8(ascii: "c") || isAfterNo && byte == UInt8(ascii: "n") {
        return true
      }
      isAfterNo = last == UInt8(ascii: "n") && byte == UInt8(ascii: "o")
      last = byte
    }
    return false
  }

  private static let maximumLength = 160
}

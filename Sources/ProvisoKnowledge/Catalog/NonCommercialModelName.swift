/// Names of models that keep them from commerce: `granite-speech-5.0-470m-turboctc-nc`, beside which its publisher has the same model
/// without the last word under a free license.
///
/// Such a name gives no license; what is said of others frees no model that is called so.
package enum NonCommercialModelName {
  /// - Parameter id: `owner/name`, or a name alone. What stands before the slash says nothing.
  package static func says(_ id: some StringProtocol) -> Bool {
    let name = id.lastIndex(of: "/").map { id[id.index(after: $0)...] } ?? id[...]
    guard name.utf8.count <= maximumLength else { return false }
    let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }
    return words.contains { $0 == "nc" || $0 == "noncommercial" }
      || zip(words, words.dropFirst()).contains { $0 == "non" && $1 == "commercial" }
  }

  private static let maximumLength = 160
}

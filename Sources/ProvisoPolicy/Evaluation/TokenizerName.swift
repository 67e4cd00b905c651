internal import ProvisoCore

/// A repository that its name calls a tokenizer (`Xenova/c4ai-command-r-v01-tokenizer`), and of which nothing is known but that name.
///
/// The license that the name points to is that of a model's weights, and here are none: whether it binds a vocabulary, somebody has to
/// read. So what it says asks for a review and denies nothing.
enum TokenizerName {
  static let remark =
    "By its name it is a tokenizer, which has no weights: whether the license of the model covers it, somebody has to read."

  /// Whether the rule is about what a license asks (AIL1xx to AIL3xx), and the license known from the name alone.
  static func limits(_ rule: String, _ model: ResolvedModel?) -> Bool {
    guard let model, OpenChoice.limits(rule), model.name.registry == .huggingface, isTokenizer(model.name.id) else {
      return false
    }
    return model.license.claims.allSatisfy { $0.source == .base }
  }

  /// Whether the last word of an id with an owner says it.
  private static func isTokenizer(_ id: String) -> Bool {
    func isMark(_ byte: UInt8) -> Bool { "-_./".utf8.contains(byte) }
    let bytes = id.utf8
    let word = bytes.reversed().drop(while: isMark).prefix { !isMark($0) }
    // Either word has nine letters.
    guard word.count == 9, bytes.contains(UInt8(ascii: "/")) else { return false }
    return ["tokenizer", "tokeniser"].contains(String(decoding: word.reversed().map { $0 | 0x20 }, as: UTF8.self))
  }
}

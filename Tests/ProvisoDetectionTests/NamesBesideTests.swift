import Testing

@testable import ProvisoDetection

@Suite("Names beside a literal")
struct NamesBesideTests {
  private func fallback(_ text: String, of literal: String) -> String? {
    let bytes = Array(text.utf8)
    guard let start = bytes.indices.first(where: { bytes[$0...].starts(with: literal.utf8) }) else { return nil }
    return NamesBeside.fallback(of: start..<start + literal.utf8.count, in: bytes).map {
      String(decoding: bytes[$0], as: UTF8.self)
    }
  }

  @Test(
    "are what stands before the operator that takes it where nothing is set",
    arguments: [
      ("x = env.CHAT_MODEL ?? \"a\"", "CHAT_MODEL"), ("x = env.CHAT_MODEL ||\n    \"a\"", "CHAT_MODEL"),
      ("x = ENV['CHAT_MODEL'] || \"a\"", "CHAT_MODEL"), ("x = getenv(\"CHAT_MODEL\") ?: \"a\"", "CHAT_MODEL"),
      ("x = os.getenv('CHAT_MODEL') or \"a\"", "CHAT_MODEL"),
    ])
  func beside(text: String, name: String) {
    #expect(fallback(text, of: "a\"") == name)
  }

  @Test(
    "are none without an operator, an operand, or where they end far from it",
    arguments: [
      "x = CHAT_MODEL \"a\"", "x = f() ?? \"a\"", "for \"a\"", "?? \"a\"", "\"a\"", "a\"",
      "x = CHAT_MODEL ??\(String(repeating: " ", count: 200))\"a\"",
    ])
  func none(text: String) {
    #expect(fallback(text, of: "a\"") == nil)
  }
}

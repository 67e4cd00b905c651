/// Names before the `=` of a command's word: variables, and elements of a shell's arrays.
enum VariableName {
  /// `URLS` of `URLS["small"]`, an element that is set; nothing of `["small"]` in an array that is declared.
  static func base(_ name: String) -> String {
    guard name.utf8.last == UInt8(ascii: "]"), let open = name.utf8.firstIndex(of: UInt8(ascii: "[")),
      name.utf8[..<open].allSatisfy(ASCII.isWord)
    else { return name }
    return open == name.startIndex ? element : String(name[..<open])
  }

  /// Says nothing of what is under it.
  static let element = "value"

  static func isOne(_ name: String) -> Bool {
    guard let first = name.utf8.first,
      ASCII.isLetter(first) || first == UInt8(ascii: "_") || first == UInt8(ascii: "+")
    else { return false }
    return name.utf8.dropFirst().allSatisfy { ASCII.isWord($0) || "-.?:+![]".utf8.contains($0) }
  }
}

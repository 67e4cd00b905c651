internal import ProvisoText

/// Commands on one line of a string: `"vllm serve owner/name"`, `"--model owner/name --lr 1e-4"`, and the arguments of lm_eval in
/// one, `"pretrained=owner/name,dtype=auto"`.
enum LiteralCommand {
  /// Whether the string in `range` begins like a command, with an option or with arguments.
  static func isOne(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count >= shortest else { return false }
    var start = range.lowerBound
    while start < range.upperBound, ASCII.isBlank(bytes[start]) { start += 1 }
    guard start + shortest <= range.upperBound else { return false }
    if bytes[start] == UInt8(ascii: "-") {
      guard bytes[start + 1] == UInt8(ascii: "-"), ASCII.isLetter(bytes[start + 2]) else { return false }
      // `"--model"` alone is the name of an option.
      return (start..<range.upperBound).contains { ASCII.isBlank(bytes[$0]) || bytes[$0] == UInt8(ascii: "=") }
    }
    guard ASCII.isLetter(bytes[start]) || bytes[start] == UInt8(ascii: "$") else { return false }
    var end = start
    while end < range.upperBound, end - start <= longest, !ASCII.isBlank(bytes[end]), bytes[end] != UInt8(ascii: "=") {
      end += 1
    }
    guard end < range.upperBound else { return false }
    if bytes[end] == UInt8(ascii: "=") {
      return arguments.contains(bytes, start..<end) || isList(bytes, start..<end, range)
        || isVariable(bytes, start, range)
    }
    guard end - start <= longest, bytes[start] == UInt8(ascii: "$") || ShownCommand.mayBegin(bytes, start..<end) else {
      return false
    }
    return ShownCommand.isOne((start..<range.upperBound).map { bytes[$0] }[...])
  }

  /// Whether what is given to a call or has a label of this name is shown to people.
  static func isForPeople(_ bytes: Span<UInt8>, _ name: Range<Int>) -> Bool { people.contains(bytes, name) }

  /// Whether the text gives the arguments of a program in one.
  static func isArguments(_ bytes: ArraySlice<UInt8>) -> Bool {
    let name = Array(bytes.prefix { $0 != UInt8(ascii: "=") })
    return arguments.contains(name.span, 0..<name.count)
      || isList(Array(bytes).span, 0..<name.count, 0..<bytes.count)
  }

  /// `model=owner/name,dtype=float16`: more than one argument, without a blank, and the first with a slash in it.
  private static func isList(_ bytes: Span<UInt8>, _ name: Range<Int>, _ range: Range<Int>) -> Bool {
    guard naming.contains(bytes, name), range.count <= longestList else { return false }
    guard let comma = (name.upperBound..<range.upperBound).first(where: { bytes[$0] == UInt8(ascii: ",") }),
      (name.upperBound..<comma).contains(where: { bytes[$0] == UInt8(ascii: "/") })
    else { return false }
    return !range.contains { ASCII.isBlank(bytes[$0]) }
      && (comma..<range.upperBound).contains { bytes[$0] == UInt8(ascii: "=") }
  }

  /// `CUDA_VISIBLE_DEVICES=0 python …`
  private static func isVariable(_ bytes: Span<UInt8>, _ start: Int, _ range: Range<Int>) -> Bool {
    guard ASCII.isUpper(bytes[start]), range.contains(where: { ASCII.isBlank(bytes[$0]) }) else { return false }
    return ShownCommand.isOne((start..<range.upperBound).map { bytes[$0] }[...])
  }

  private static let shortest = 12
  private static let longest = 40
  private static let longestList = 1_000
  private static let arguments = WordTable("pretrained")
  private static let naming = WordTable("base_model model model_id model_name peft tokenizer")
  private static let people = WordTable(
    """
    comment debug desc description doc echo epilog error exception fatal help info log message msg note print printf
    println prompt puts runtimeerror summary text title tooltip usage valueerror warn warning
    """)
}

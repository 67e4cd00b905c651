/// A string literal whose value stands in the file, and what stands around it. Places are byte ranges of the file, so that
/// no text is copied for the many literals that name no model.
struct CodeLiteral: Sendable {
  /// The bytes between the quotes.
  var range: Range<Int>
  var isInComment = false
  /// It stands before the colon of a dictionary, or in a subscript.
  var isKey = false
  /// A piece of a value: an operand of `+`, `/` or `%`, or written beside another literal.
  var isPart = false
  /// Something is put into it at run time: `f"{owner}/{name}"`.
  var isComputed = false
  /// The argument's label, the dictionary's key, or the name that it is assigned to; nil for none.
  var label: Range<Int>?
  /// Its place among the arguments or elements, from 0.
  var argument = 0
  /// The brackets around it, as an index into ``CodeLiterals/scopes``; nil outside of all.
  var scope: Int?
}

/// A string of several lines, or one of JSON: a text of its own.
struct CodeBlock: Sendable {
  enum Kind: Sendable {
    case text
    /// JSON on one line, in which quotes may be escaped.
    case json
    /// A command or its options on one line, which a program runs: `"vllm serve owner/name"`.
    case command
    /// What a module, a type or a function says of itself.
    case documentation
  }

  var kind: Kind
  /// The bytes between the quotes.
  var range: Range<Int>
  var label: Range<Int>?
}

/// A name that a call is given as an argument.
struct CodeArgument: Sendable {
  var name: Range<Int>
  var label: Range<Int>?
  var argument: Int
  var scope: Int
  /// Whether the name is the key of an entry: `arch` of `load(config["arch"])`.
  var isKey = false
}

/// A pair of brackets.
struct CodeScope: Sendable {
  enum Kind: Sendable {
    case call
    /// A list, a dictionary, or brackets that only group.
    case collection
    case `subscript`
    /// Statements between braces.
    case block
  }

  var kind: Kind
  /// The word before the bracket of a call: `from_pretrained`.
  var callee: Range<Int>?
  /// The label, key or name that the brackets' value is given.
  var label: Range<Int>?
  var parent: Int?
  /// Its place among the arguments or elements of the brackets around it.
  var argument = 0
  /// The bytes from the opening bracket to the closing one, or to where reading ended.
  var range: Range<Int>
}

extension CodeLiterals {
  /// The literals that begin in `range`: they stand in order.
  func literals(in range: Range<Int>) -> ArraySlice<CodeLiteral> {
    func first(notBefore offset: Int) -> Int {
      var (low, high) = (0, literals.count)
      while low < high {
        let middle = (low + high) / 2
        if literals[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
      }
      return low
    }
    let start = first(notBefore: range.lowerBound)
    return literals[start..<max(start, first(notBefore: range.upperBound))]
  }
}

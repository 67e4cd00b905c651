/// An SPDX license expression (SPDX 2.3 Annex D; SPDX 3.0.1, "SPDX License Expressions").
///
/// Only the grammar is checked: whether an id is on SPDX's list, and what it stands for, is for others to know.
package indirect enum SPDXExpression: Hashable, Sendable {
  /// The id as written: a listed id, `LicenseRef-…` or `DocumentRef-…:LicenseRef-…`. `orLater` stands for a `+` behind it,
  /// `exception` for what follows `WITH`.
  case license(String, orLater: Bool, exception: String?)
  case and([SPDXExpression])
  case or([SPDXExpression])

  /// Reads a whole expression. Operators are all upper or all lower case, as 3.0.1 has it.
  ///
  /// - Throws: ``DocumentError`` with the line and column of `text` at which something is wrong; also for more than 4096 bytes
  ///   and for parentheses more than 64 deep.
  package init(parsing text: String) throws(DocumentError) {
    do throws(TextFault) {
      var parser = try SPDXExpressionParser(text)
      self = try parser.parse()
    } catch {
      throw error.documentError(in: SourceText(text))
    }
  }

  /// The ids of all licenses, each once, in the order written.
  package var licenses: [String] {
    var seen: Set<String> = []
    return leaves.map(\.id).filter { seen.insert($0).inserted }
  }

  /// The expression with upper-case operators, one blank around them and no more parentheses than it needs. The order is kept.
  package var normalized: String {
    switch self {
    case .license(let id, let orLater, let exception):
      id + (orLater ? "+" : "") + (exception.map { " WITH " + $0 } ?? "")
    case .and(let parts):
      parts.map { part in
        if case .or(let choices) = part, choices.count > 1 { return "(" + part.normalized + ")" }
        return part.normalized
      }.joined(separator: " AND ")
    case .or(let parts): parts.map(\.normalized).joined(separator: " OR ")
    }
  }

  /// The same expression with every license replaced by what `transform` makes of it.
  package func mapLicenses(_ transform: (Leaf) -> Leaf) -> Self {
    switch self {
    case .license(let id, let orLater, let exception):
      let leaf = transform(Leaf(id: id, orLater: orLater, exception: exception))
      return .license(leaf.id, orLater: leaf.orLater, exception: leaf.exception)
    case .and(let parts): return .and(parts.map { $0.mapLicenses(transform) })
    case .or(let parts): return .or(parts.map { $0.mapLicenses(transform) })
    }
  }
}

extension SPDXExpression {
  /// One license of an expression.
  package struct Leaf: Hashable, Sendable {
    package var id: String
    package var orLater: Bool
    package var exception: String?

    package init(id: String, orLater: Bool = false, exception: String? = nil) {
      self.id = id
      self.orLater = orLater
      self.exception = exception
    }
  }

  /// All licenses in the order written, with repetitions.
  package var leaves: [Leaf] {
    switch self {
    case .license(let id, let orLater, let exception): [Leaf(id: id, orLater: orLater, exception: exception)]
    case .and(let parts), .or(let parts): parts.flatMap(\.leaves)
    }
  }

  private static let maximumChoices = 64

  /// What the licensee may choose between: the licenses of one choice bind together. No choice twice and no license twice in
  /// a choice; nil where there are more than 64 choices.
  package var choices: [[Leaf]]? {
    var table: [Leaf] = []
    var numbers: [Leaf: Int] = [:]
    for leaf in leaves where numbers[leaf] == nil {
      numbers[leaf] = table.count
      table.append(leaf)
    }
    return choices(numbers)?.map { choice in choice.sorted().map { table[$0] } }
  }

  /// Choices as sets of numbers: an expression that repeats itself must not cost the square of its length.
  private func choices(_ numbers: [Leaf: Int]) -> [Set<Int>]? {
    switch self {
    case .license(let id, let orLater, let exception):
      return numbers[Leaf(id: id, orLater: orLater, exception: exception)].map { [[$0]] }
    case .or(let parts):
      var result: [Set<Int>] = []
      var seen: Set<Set<Int>> = []
      for part in parts {
        guard let choices = part.choices(numbers) else { return nil }
        result += choices.filter { seen.insert($0).inserted }
        guard result.count <= Self.maximumChoices else { return nil }
      }
      return result
    case .and(let parts):
      var result: [Set<Int>] = [[]]
      for part in parts {
        guard let choices = part.choices(numbers) else { return nil }
        guard choices.count > 1 else {
          for index in result.indices { result[index].formUnion(choices.first ?? []) }
          continue
        }
        // Both factors are at most 64.
        guard result.count * choices.count <= Self.maximumChoices else { return nil }
        var seen: Set<Set<Int>> = []
        result = result.flatMap { one in choices.map { one.union($0) } }.filter { seen.insert($0).inserted }
      }
      return result
    }
  }
}

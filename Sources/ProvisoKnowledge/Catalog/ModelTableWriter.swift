/// Writes a ``ModelTable``: the same rows, the same bytes.
package struct ModelTableWriter {
  private var ids: [[UInt8]] = []
  private var numbers: [[UInt8]: Int] = [:]
  private var strings: [String: Int] = [:]
  private var texts: [String] = []

  private init() {}

  /// - Parameter rows: in any order, each id once in any case. Bases that are no row of their own become rows without a statement.
  package static func write(_ rows: [ModelRow]) -> [UInt8] {
    var writer = ModelTableWriter()
    return writer.table(rows)
  }

  private mutating func table(_ rows: [ModelRow]) -> [UInt8] {
    let rows = withBases(rows)
    for (number, row) in rows.enumerated() {
      ids.append(Array(row.id.utf8))
      numbers[Self.key(row.id)] = number
    }
    let statements = Self.byFrequency(rows.map(\.statement))
    let statementNumbers = Dictionary(uniqueKeysWithValues: statements.enumerated().map { ($0.element, $0.offset) })
    var blocks: [UInt8] = []
    var blockIndex: [UInt8] = []
    for (number, row) in rows.enumerated() {
      let isFirst = number.isMultiple(of: ModelTableLayout.blockSize)
      if isFirst { Self.append(blocks.count, width: 4, to: &blockIndex) }
      let shared = isFirst ? 0 : Self.shared(ids[number - 1], ids[number])
      Self.append(shared, to: &blocks)
      Self.append(ids[number].count - shared, to: &blocks)
      blocks += ids[number].dropFirst(shared)
      Self.append(statementNumbers[row.statement] ?? 0, to: &blocks)
      let bases = row.bases.compactMap { numbers[Self.key($0)] }
      Self.append(bases.count << 2 | Int(row.relation.rawValue), to: &blocks)
      for base in bases { Self.append(base, to: &blocks) }
    }
    var statementBytes: [UInt8] = []
    for statement in statements {
      for text in [
        statement.license, statement.licenseName, statement.licenseLink, statement.list, statement.baseList,
      ] {
        Self.append(number(of: text), width: 2, to: &statementBytes)
      }
    }
    return joined(count: rows.count, blockIndex, blocks, statementBytes, names: names(rows))
  }

  private func joined(
    count: Int, _ blockIndex: [UInt8], _ blocks: [UInt8], _ statements: [UInt8], names: [UInt8]
  ) -> [UInt8] {
    var stringBytes: [UInt8] = []
    var stringIndex: [UInt8] = []
    for text in texts {
      Self.append(stringBytes.count, width: 4, to: &stringIndex)
      stringBytes += text.utf8
    }
    Self.append(stringBytes.count, width: 4, to: &stringIndex)
    let sections = [blockIndex, blocks, statements, stringIndex, names, stringBytes]
    var bytes: [UInt8] = []
    var offset = ModelTableLayout.headingSize
    for number in [ModelTableLayout.mark, count, blockIndex.count / 4] { Self.append(number, width: 4, to: &bytes) }
    for section in sections {
      Self.append(offset, width: 4, to: &bytes)
      offset += section.count
    }
    return bytes + sections.joined()
  }

  /// The numbers of what others may copy: what has a license, or bases that may have one, and is no copy itself, by the name without
  /// the owner.
  private func names(_ rows: [ModelRow]) -> [UInt8] {
    let named = rows.enumerated().compactMap { number, row -> (name: [UInt8], number: Int)? in
      let license = row.statement.license
      guard !license.isEmpty && license != "none-declared" || !row.bases.isEmpty, row.relation == .unknown,
        !row.id.contains(":"),
        let slash = row.id.utf8.firstIndex(of: UInt8(ascii: "/"))
      else { return nil }
      let name = row.id.utf8[row.id.utf8.index(after: slash)...].map(ModelTableLayout.lowercased)
      return name.isEmpty ? nil : (name, number)
    }.sorted { $0.name == $1.name ? $0.number < $1.number : $0.name.lexicographicallyPrecedes($1.name) }
    var bytes: [UInt8] = []
    for (_, number) in named { Self.append(number, width: 4, to: &bytes) }
    return bytes
  }

  private mutating func number(of text: String) -> Int {
    if let number = strings[text] { return number }
    strings[text] = texts.count
    texts.append(text)
    return texts.count - 1
  }

  /// The rows and those of bases that have none, in the order of the table.
  private func withBases(_ rows: [ModelRow]) -> [ModelRow] {
    var spellings: [[UInt8]: String] = [:]
    for base in rows.flatMap(\.bases) {
      // Some lists write ids in lower case: whoever uses capitals has them from the publisher.
      let key = Self.key(base)
      spellings[key] = min(spellings[key] ?? base, base)
    }
    var keyed = rows.map { (key: Self.key($0.id), row: $0) }
    for row in keyed { spellings[row.key] = nil }
    keyed += spellings.map { ($0.key, ModelRow(id: $0.value)) }
    return keyed.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.row)
  }

  /// Each element once, the most frequent first.
  private static func byFrequency(_ statements: [ModelStatement]) -> [ModelStatement] {
    var counts: [ModelStatement: Int] = [:]
    for statement in statements { counts[statement, default: 0] += 1 }
    return counts.sorted { one, other in
      let (first, second) = (one.key, other.key)
      if one.value != other.value { return one.value > other.value }
      if first.license != second.license { return first.license < second.license }
      if first.list != second.list { return first.list < second.list }
      if first.baseList != second.baseList { return first.baseList < second.baseList }
      return (first.licenseName, first.licenseLink) < (second.licenseName, second.licenseLink)
    }.map(\.key)
  }

  private static func key(_ id: String) -> [UInt8] { id.utf8.map(ModelTableLayout.lowercased) }

  private static func shared(_ one: [UInt8], _ other: [UInt8]) -> Int {
    zip(one, other).prefix { $0 == $1 }.count
  }

  private static func append(_ number: Int, width: Int, to bytes: inout [UInt8]) {
    for index in 0..<width { bytes.append(UInt8(truncatingIfNeeded: number >> (index * 8))) }
  }

  private static func append(_ number: Int, to bytes: inout [UInt8]) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }
}

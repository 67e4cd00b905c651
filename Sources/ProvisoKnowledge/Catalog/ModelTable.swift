/// Bytes that are read in place.
package protocol TableBytes: Sendable {
  var count: Int { get }

  /// The byte at `offset`; 0 outside.
  func byte(at offset: Int) -> UInt8

  /// The text that is UTF-8 in `range`, cut to what is there.
  func string(_ range: Range<Int>) -> String

  /// Puts the bytes of `range`, cut to what is there, behind `bytes`.
  func append(_ range: Range<Int>, to bytes: inout [UInt8])
}

extension [UInt8]: TableBytes {
  package func byte(at offset: Int) -> UInt8 { indices.contains(offset) ? self[offset] : 0 }

  package func string(_ range: Range<Int>) -> String {
    String(decoding: self[range.clamped(to: indices)], as: UTF8.self)
  }

  package func append(_ range: Range<Int>, to bytes: inout [UInt8]) { bytes += self[range.clamped(to: indices)] }
}

/// Tens of thousands of models, searched in place: nothing is decoded until a model is asked for.
///
/// The ids stand in the byte order of their ASCII lower case, in blocks of sixteen. The first id of a block is written whole,
/// each other one as what it does not share with the one before. What lists say is kept once for all models of whom they say the
/// same; bases are ids of the table too. ``ModelTableWriter`` writes it:
///
///     heading   nine numbers of four bytes: mark, ids, blocks, and where the index of blocks, the blocks, the statements, the
///               index of strings, the index of names and the strings begin
///     block     per id: bytes shared, bytes more, those bytes, statement, bases times four plus relation, bases
///     names     ids by what stands after the owner, so that a copy finds what it is a copy of
///
/// Numbers in blocks are of seven bits a byte, the lowest first; all others have their lowest byte first.
package struct ModelTable<Bytes: TableBytes>: Sendable {
  private let bytes: Bytes
  /// How many ids there are.
  package let count: Int
  private let blockCount: Int
  private let blockIndex: Int
  private let blocks: Int
  private let statements: Int
  private let stringIndex: Int
  private let names: Int
  private let strings: Int

  /// Nil where the heading is not that of a table.
  package init?(_ bytes: Bytes) {
    self.bytes = bytes
    func number(_ index: Int) -> Int { Self.number(bytes, at: index * 4, width: 4) }
    guard number(0) == ModelTableLayout.mark, number(8) <= bytes.count else { return nil }
    count = number(1)
    blockCount = number(2)
    blockIndex = number(3)
    blocks = number(4)
    statements = number(5)
    stringIndex = number(6)
    names = number(7)
    strings = number(8)
  }

  /// The model with that id, in any case.
  package func row(for id: String) -> ModelRow? {
    let key = id.utf8.map(ModelTableLayout.lowercased)
    guard let place = place(notBefore: key), place.isExact, let cursor = cursor(at: place.index) else { return nil }
    return row(cursor)
  }

  /// The id that is `id` in whatever case, as the lists spell it.
  package func spelling(of id: String) -> String? {
    let key = id.utf8.map(ModelTableLayout.lowercased)
    guard let place = place(notBefore: key), place.isExact else { return nil }
    return self.id(at: place.index)
  }

  /// The models whose ids begin with `prefix`, in any case, up to `limit` of them.
  package func rows(startingWith prefix: String, limit: Int = .max) -> [ModelRow] {
    let key = prefix.utf8.map(ModelTableLayout.lowercased)
    var rows: [ModelRow] = []
    guard let place = place(notBefore: key), place.matched == key.count, var cursor = cursor(at: place.index) else {
      return []
    }
    while rows.count < limit, cursor.starts(with: key) {
      rows.append(row(cursor))
      if !cursor.advance() { break }
    }
    return rows
  }

  /// The ids that begin with `prefix`, in any case, and what is said of their licenses; up to `limit` of them.
  package func labels(startingWith prefix: String, limit: Int) -> [(id: String, license: String)] {
    let key = prefix.utf8.map(ModelTableLayout.lowercased)
    guard let place = place(notBefore: key), place.matched == key.count, var cursor = cursor(at: place.index) else {
      return []
    }
    var labels: [(id: String, license: String)] = []
    while labels.count < limit, cursor.starts(with: key) {
      labels.append((cursor.string, string(license(cursor))))
      if !cursor.advance() { break }
    }
    return labels
  }

  /// Whether the id of any model begins with `prefix`, in any case.
  package func hasRow(startingWith prefix: String) -> Bool {
    let key = prefix.utf8.map(ModelTableLayout.lowercased)
    return place(notBefore: key)?.matched == key.count
  }

  /// The models that others may copy and whose name without the owner is `name`, in any case; up to `limit` of them.
  package func rows(named name: String, limit: Int) -> [ModelRow] {
    let key = name.utf8.map(ModelTableLayout.lowercased)
    var low = 0
    var high = (strings - names) / 4
    let end = high
    // One cursor for all steps: what it reads an id into is made once.
    var cursor = Cursor(self, block: 0)
    func order(_ rank: Int) -> Int {
      cursor.move(to: Self.number(bytes, at: names + rank * 4, width: 4)) ? cursor.order(ofName: key) : -1
    }
    while low < high {
      let middle = (low + high) / 2
      if order(middle) > 0 { low = middle + 1 } else { high = middle }
    }
    var rows: [ModelRow] = []
    while low < end, rows.count < limit, order(low) == 0 {
      rows.append(row(cursor))
      low += 1
    }
    return rows
  }

  /// What the models say whose ids begin with `prefix` and then a mark that ends a word: their license, and how many there are;
  /// nil where two say different things. No more than `limit` of them are looked at.
  package func agreement(startingWith prefix: String, limit: Int) -> (license: String, count: Int)? {
    let key = prefix.utf8.map(ModelTableLayout.lowercased)
    guard let place = place(notBefore: key), place.matched == key.count, var cursor = cursor(at: place.index) else {
      return ("", 0)
    }
    var license: Int?
    var count = 0
    var steps = 0
    while steps < limit, cursor.starts(with: key) {
      steps += 1
      if cursor.endsWord(after: key.count) {
        let own = self.license(cursor)
        if let license, license != own { return nil }
        license = own
        count += 1
      }
      if !cursor.advance() { break }
    }
    return (license.map(string) ?? "", count)
  }

  /// Every model, in order.
  package var rows: [ModelRow] { rows(startingWith: "") }

  private func row(_ cursor: Cursor) -> ModelRow {
    ModelRow(
      id: cursor.string, statement: statement(cursor.statement), bases: cursor.bases.compactMap(id(at:)),
      relation: cursor.relation)
  }

  /// Where the first id stands that does not stand before `key`, with how many bytes it begins like `key`, and whether it is `key`.
  ///
  /// No id is put together: one that shares more with the id before than that one has of the key stands on the same side of it.
  private func place(notBefore key: [UInt8]) -> (index: Int, matched: Int, isExact: Bool)? {
    guard blockCount > 0 else { return nil }
    var low = 0
    var high = blockCount
    while low < high {
      let middle = (low + high) / 2
      if isFirstID(ofBlock: middle, after: key) { high = middle } else { low = middle + 1 }
    }
    var index = max(low - 1, 0) * ModelTableLayout.blockSize
    var offset = blocks + Self.number(bytes, at: blockIndex + max(low - 1, 0) * 4, width: 4)
    var matched = 0
    while index < count {
      let isFirst = index.isMultiple(of: ModelTableLayout.blockSize)
      let shared = Self.number(bytes, at: &offset)
      let more = Self.number(bytes, at: &offset)
      if isFirst || shared <= matched {
        matched = isFirst ? 0 : shared
        let end = shared + more
        var isAfter = false
        while matched < min(key.count, end) {
          let byte = ModelTableLayout.lowercased(bytes.byte(at: offset + matched - shared))
          if byte != key[matched] {
            isAfter = byte > key[matched]
            break
          }
          matched += 1
        }
        if isAfter || matched == key.count { return (index, matched, matched == key.count && end == key.count) }
      }
      offset += more
      _ = Self.number(bytes, at: &offset)
      for _ in 0..<Self.number(bytes, at: &offset) >> 2 { _ = Self.number(bytes, at: &offset) }
      index += 1
    }
    return nil
  }

  /// Compares in place: most blocks that a search looks at are left at their first byte or two.
  private func isFirstID(ofBlock block: Int, after key: [UInt8]) -> Bool {
    // A first id shares nothing, so its length follows the byte that says so.
    var offset = blocks + Self.number(bytes, at: blockIndex + block * 4, width: 4) + 1
    let length = Int(bytes.byte(at: offset))
    offset += 1
    for index in 0..<min(key.count, length) {
      let byte = ModelTableLayout.lowercased(bytes.byte(at: offset + index))
      if key[index] != byte { return key[index] < byte }
    }
    return key.count < length
  }

  private func id(at index: Int) -> String? {
    cursor(at: index)?.string
  }

  private func cursor(at index: Int) -> Cursor? {
    guard index < count else { return nil }
    var cursor = Cursor(self, block: index / ModelTableLayout.blockSize)
    return cursor.move(to: index) ? cursor : nil
  }

  /// The number of the string that is the license.
  private func license(_ cursor: Cursor) -> Int {
    Self.number(bytes, at: statements + cursor.statement * ModelTableLayout.statementSize, width: 2)
  }

  private func statement(_ number: Int) -> ModelStatement {
    let offset = statements + number * ModelTableLayout.statementSize
    guard offset < stringIndex else { return ModelStatement() }
    func field(_ index: Int) -> String { string(Self.number(bytes, at: offset + index * 2, width: 2)) }
    return ModelStatement(
      license: field(0), licenseName: field(1), licenseLink: field(2), list: field(3), baseList: field(4))
  }

  private func string(_ number: Int) -> String {
    let offset = stringIndex + number * 4
    guard offset + 8 <= names else { return "" }
    let start = Self.number(bytes, at: offset, width: 4)
    let end = Self.number(bytes, at: offset + 4, width: 4)
    guard start < end, strings + end <= bytes.count else { return "" }
    return bytes.string(strings + start..<strings + end)
  }

  private static func number(_ bytes: Bytes, at offset: Int, width: Int) -> Int {
    var value = 0
    for index in 0..<width { value |= Int(bytes.byte(at: offset + index)) << (index * 8) }
    return value
  }

  /// A number of seven bits a byte, the lowest first; `offset` is then behind it.
  private static func number(_ bytes: Bytes, at offset: inout Int) -> Int {
    var value = 0
    for shift in stride(from: 0, to: 28, by: 7) {
      let byte = bytes.byte(at: offset)
      offset += 1
      value |= Int(byte & 0x7F) << shift
      if byte < 0x80 { break }
    }
    return value
  }

  /// Walks through the ids of the table.
  private struct Cursor {
    private let table: ModelTable
    private var block = 0
    private var rank = 0
    private var offset = 0
    private var id: [UInt8] = []
    private(set) var statement = 0
    private var baseCount = 0
    private(set) var relation = BaseRelation.unknown

    /// At the first id of `block`.
    init(_ table: ModelTable, block: Int) {
      self.table = table
      id.reserveCapacity(96)
      start(block)
    }

    private mutating func start(_ block: Int) {
      self.block = block
      rank = 0
      offset = table.blocks + ModelTable.number(table.bytes, at: table.blockIndex + block * 4, width: 4)
      id.removeAll(keepingCapacity: true)
      read()
    }

    /// Goes to the id at `index`, on from where it stands if that is before it in the same block. False where there is none.
    mutating func move(to index: Int) -> Bool {
      guard index < table.count else { return false }
      let (goal, steps) = (index / ModelTableLayout.blockSize, index % ModelTableLayout.blockSize)
      if goal != block || steps < rank { start(goal) }
      while rank < steps { if !advance() { return false } }
      return true
    }

    var string: String { String(decoding: id, as: UTF8.self) }

    var bases: [Int] {
      var copy = self
      return (0..<baseCount).map { _ in copy.number() }
    }

    /// False after the last id.
    mutating func advance() -> Bool {
      let next = block * ModelTableLayout.blockSize + rank + 1
      guard next < table.count else { return false }
      for _ in 0..<baseCount { _ = number() }
      rank += 1
      if rank == ModelTableLayout.blockSize {
        rank = 0
        block += 1
        id.removeAll(keepingCapacity: true)
      }
      read()
      return true
    }

    /// Negative where `key` stands before what follows the owner, 0 where they are equal.
    func order(ofName key: [UInt8]) -> Int {
      let start = (id.firstIndex(of: UInt8(ascii: "/")) ?? -1) + 1
      for index in 0..<min(key.count, id.count - start) {
        let byte = ModelTableLayout.lowercased(id[start + index])
        if key[index] != byte { return key[index] < byte ? -1 : 1 }
      }
      return key.count - (id.count - start)
    }

    /// Whether a word ends at `offset`: there, or where a mark follows that is not a point in a number.
    func endsWord(after offset: Int) -> Bool {
      guard offset < id.count else { return true }
      switch id[offset] {
      case UInt8(ascii: "-"), UInt8(ascii: "_"): return true
      case UInt8(ascii: "."):
        guard offset > 0, offset + 1 < id.count else { return true }
        return !(ModelTableLayout.isDigit(id[offset - 1]) && ModelTableLayout.isDigit(id[offset + 1]))
      default: return false
      }
    }

    func starts(with key: [UInt8]) -> Bool {
      id.count >= key.count && key.indices.allSatisfy { ModelTableLayout.lowercased(id[$0]) == key[$0] }
    }

    private mutating func read() {
      let shared = number()
      let more = number()
      id.removeLast(max(id.count - shared, 0))
      table.bytes.append(offset..<offset + more, to: &id)
      offset += more
      statement = number()
      let bases = number()
      baseCount = bases >> 2
      relation = BaseRelation(rawValue: UInt8(truncatingIfNeeded: bases & 3)) ?? .unknown
    }

    private mutating func number() -> Int { ModelTable.number(table.bytes, at: &offset) }
  }
}

/// What the reader and the writer of a table of models agree on.
enum ModelTableLayout {
  /// `PMT1`.
  static let mark = 0x3154_4D50
  static let blockSize = 16
  static let headingSize = 36
  static let statementSize = 10

  static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  static func lowercased(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
  }
}

/// The tables of a TOML document while it is read: any of them may be added to later on.
struct TOMLTables {
  typealias Key = (text: String, range: Range<Int>)

  private enum Value {
    case node(DataNode)
    case table(Int)
    /// `[[name]]`
    case array([Int])
  }

  private struct Table {
    var range: Range<Int>
    var entries: [(key: Key, value: Value)] = []
    /// Where the tables among ``entries`` are, by their keys.
    var places: [String: Int] = [:]
  }

  private var tables = [Table(range: 0..<0)]

  /// The root table has the index 0.
  static let root = 0

  /// Goes down `path` from `table`, making the tables that are missing; an array of tables is entered at its last.
  mutating func open(_ path: some Sequence<Key>, from table: Int) -> Int {
    var current = table
    for key in path { current = step(key, from: current) }
    return current
  }

  /// Adds a table to the array of tables under `key`.
  mutating func append(_ key: Key, to table: Int) -> Int {
    tables.append(Table(range: key.range))
    let new = tables.count - 1
    if let place = tables[table].places[key.text], case .array(var members) = tables[table].entries[place].value {
      // Taken out first, so that the array is not copied for each member.
      tables[table].entries[place].value = .table(new)
      members.append(new)
      tables[table].entries[place].value = .array(members)
    } else {
      tables[table].places[key.text] = tables[table].entries.count
      tables[table].entries.append((key, .array([new])))
    }
    return new
  }

  mutating func add(_ key: Key, _ node: DataNode, to table: Int) {
    tables[table].entries.append((key, .node(node)))
    tables[table].range = tables[table].range.lowerBound..<max(tables[table].range.upperBound, node.range.upperBound)
  }

  private mutating func step(_ key: Key, from table: Int) -> Int {
    if let place = tables[table].places[key.text] {
      switch tables[table].entries[place].value {
      case .table(let index): return index
      case .array(let members): if let last = members.last { return last }
      case .node: break
      }
    }
    tables.append(Table(range: key.range))
    tables[table].places[key.text] = tables[table].entries.count
    tables[table].entries.append((key, .table(tables.count - 1)))
    return tables.count - 1
  }

  /// The tree of `table`. Its depth is that of the keys, which the parser bounds.
  func node(_ table: Int = root) -> DataNode {
    let table = tables[table]
    let entries = table.entries.map { entry in
      DataNode.Entry(key: entry.key.text, keyRange: entry.key.range, value: node(entry.value, at: entry.key.range))
    }
    let end = entries.map(\.value.range.upperBound).max() ?? table.range.upperBound
    return DataNode(
      content: .mapping(entries), range: table.range.lowerBound..<max(end, table.range.upperBound))
  }

  private func node(_ value: Value, at range: Range<Int>) -> DataNode {
    switch value {
    case .node(let node): return node
    case .table(let index): return node(index)
    case .array(let members):
      let items = members.map { node($0) }
      let end = items.map(\.range.upperBound).max() ?? range.upperBound
      return DataNode(content: .sequence(items), range: range.lowerBound..<max(end, range.upperBound))
    }
  }
}

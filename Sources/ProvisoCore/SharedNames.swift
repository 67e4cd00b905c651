/// Names by which the files of a module share a model: one gives `checkpoint` a value that only looks like a model's name, another
/// loads `checkpoint`.
package struct SharedNames: Sendable {
  /// A name in the code of one file.
  package struct Name: Hashable, Sendable {
    package var text: String
    /// The language, in lower case; names mean nothing in another.
    package var language: String
    /// The folder whose files see each other's names.
    package var module: String

    package init(_ text: String, language: String, module: String) {
      self.text = text
      self.language = language
      self.module = module
    }
  }

  /// What each name holds, as a reference that counts only if a loading call is given the name.
  package private(set) var values: [(name: Name, reference: ModelReference)] = []
  /// The names that loading calls are given and to which their own file gives no value.
  package private(set) var loaded: Set<Name> = []

  package init() {}

  package var isEmpty: Bool { values.isEmpty && loaded.isEmpty }

  package mutating func give(_ name: Name, _ reference: ModelReference) { values.append((name, reference)) }
  package mutating func load(_ name: Name) { loaded.insert(name) }

  package mutating func append(_ other: Self) {
    values += other.values
    loaded.formUnion(other.loaded)
  }

  package mutating func changeReferences(_ change: (inout ModelReference) -> Void) {
    for index in values.indices { change(&values[index].reference) }
  }

  /// The references that count, in the order in which they were given. A name with several values in its module says nothing.
  package var references: [ModelReference] {
    guard !loaded.isEmpty else { return [] }
    let wanted = values.filter { loaded.contains($0.name) }
    let models = Dictionary(grouping: wanted) { $0.name }.mapValues { Set($0.map(\.reference.model)).count }
    return wanted.compactMap { models[$0.name] == 1 ? $0.reference : nil }
  }
}

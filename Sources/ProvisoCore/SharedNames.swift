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

  /// A name that a file gives a model under which others may import it: `MODEL` of `research/names.py`.
  package struct Constant: Sendable {
    package var name: String
    /// The file's own name without its ending.
    package var file: String
    /// The model, at the place where the name is given it.
    package var reference: ModelReference

    package init(name: String, file: String, reference: ModelReference) {
      self.name = name
      self.file = file
      self.reference = reference
    }
  }

  /// A loading call that is given a name which its file has from another.
  package struct Load: Sendable {
    package var name: String
    /// The names of files that the file imports.
    package var imports: Set<String>
    /// What the call loads, of which only the model is missing.
    package var reference: ModelReference

    package init(name: String, imports: Set<String>, reference: ModelReference) {
      self.name = name
      self.imports = imports
      self.reference = reference
    }
  }

  private var constants: [Constant] = []
  private var loads: [Load] = []

  /// What each name holds, as a reference that counts only if a loading call is given the name.
  package private(set) var values: [(name: Name, reference: ModelReference)] = []
  /// The names that loading calls are given and to which their own file gives no value.
  package private(set) var loaded: Set<Name> = []

  package init() {}

  package var isEmpty: Bool { values.isEmpty && loaded.isEmpty && constants.isEmpty && loads.isEmpty }

  package mutating func give(_ name: Name, _ reference: ModelReference) { values.append((name, reference)) }
  package mutating func load(_ name: Name) { loaded.insert(name) }
  package mutating func define(_ constant: Constant) { constants.append(constant) }
  package mutating func load(_ load: Load) { loads.append(load) }

  package mutating func append(_ other: Self) {
    values += other.values
    loaded.formUnion(other.loaded)
    constants += other.constants
    loads += other.loads
  }

  package mutating func changeReferences(_ change: (inout ModelReference) -> Void) {
    for index in values.indices { change(&values[index].reference) }
    for index in loads.indices { change(&loads[index].reference) }
  }

  /// The references that count, in the order in which they were given. A name with several values in its module says nothing.
  package var references: [ModelReference] { valuesLoaded + constantsLoaded }

  private var valuesLoaded: [ModelReference] {
    guard !loaded.isEmpty else { return [] }
    let wanted = values.filter { loaded.contains($0.name) }
    let models = Dictionary(grouping: wanted) { $0.name }.mapValues { Set($0.map(\.reference.model)).count }
    return wanted.compactMap { models[$0.name] == 1 ? $0.reference : nil }
  }

  /// Models that are used where they are loaded, whatever the part of the tree that has their name: a service that imports a name of
  /// research is no research. Nothing is said of names in one folder, and of one that two of the imported files have.
  private var constantsLoaded: [ModelReference] {
    guard !loads.isEmpty, !constants.isEmpty else { return [] }
    var named: [String: (reference: ModelReference, isOne: Bool)] = [:]
    for constant in constants {
      let key = "\(constant.file) \(constant.name)"
      if let known = named[key] {
        named[key]?.isOne = known.isOne && known.reference.model == constant.reference.model
      } else {
        named[key] = (constant.reference, true)
      }
    }
    return loads.compactMap { load in
      let found = load.imports.sorted().compactMap { named["\($0) \(load.name)"] }
      guard let first = found.first?.reference, found.allSatisfy({ $0.isOne && $0.reference.model == first.model }),
        Self.folder(of: first) != Self.folder(of: load.reference)
      else { return nil }
      var reference = load.reference
      reference.model = first.model
      reference.asWritten = first.asWritten
      reference.remark = "what \(load.name) of \(first.location.path) holds"
      return reference
    }
  }

  private static func folder(of reference: ModelReference) -> Substring {
    let path = reference.location.path
    return path.lastIndex(of: "/").map { path[..<$0] } ?? ""
  }
}

import ProvisoCore
import ProvisoText

/// `contexts`: parts of the tree with facts of their own, the first that matches a path being the one that counts.
enum ContextsSection {
  static func read(_ node: DataNode?, into draft: inout PolicyDraft, in reading: PolicyReading) {
    var firstLines: [String: Int] = [:]
    var earlier = EarlierPatterns()
    for item in reading.list("contexts", node) {
      guard let mapping = MappingReader(item, as: PolicySchema.context, "a context", in: reading) else { continue }
      let id = reading.text("id", mapping["id"])
      let paths = reading.patterns("paths", mapping["paths"])
      let stated = mapping["facts"].flatMap { MappingReader($0, as: PolicySchema.facts, "the facts", in: reading) }
      let facts = stated.map(FactsReader(reading: reading).facts) ?? Facts()
      let enforcement = reading.choice("enforcement", mapping["enforcement"], as: Enforcement.self)
      guard let id, let node = mapping["id"] else { continue }
      if let line = firstLines[id] {
        reading.error(
          "there are two contexts with the id \(Quoted.text(id))", at: node.range, hint: "the first is in line \(line)")
        continue
      }
      let origin = reading.origin(of: item)
      firstLines[id] = reading.origin(of: node).line
      guard let paths else { continue }
      if let id = earlier.idThatHides(paths) {
        reading.warning(
          "the context is never reached: \(Quoted.text(id)) before it matches the same paths", at: node.range,
          hint: "the first context that matches a path counts; put this one before it")
      }
      earlier.add(paths, id: id)
      reading.place("contexts.\(id).paths", at: mapping.keyRange(of: "paths"))
      for name in facts.statedNames {
        reading.place("contexts.\(id).facts.\(name.rawValue)", at: stated?.keyRange(of: name.rawValue))
      }
      if let enforcement {
        draft.state("contexts.\(id)", Stance(enforcement), at: mapping.keyRange(of: "enforcement"), in: reading)
      }
      draft.contexts.append(
        PolicyContext(id: id, paths: paths, facts: facts, enforcement: enforcement, origin: origin))
    }
  }

  /// The patterns of the contexts so far. Patterns that are written alike are taken for the same, and `lab/**` for all that begins so.
  private struct EarlierPatterns {
    private var ids: [String: String] = [:]
    /// The contexts of whole folders.
    private var folders: [String: String] = [:]
    private var catchAll: String?

    /// The id of an earlier context because of which no path is left for `paths`.
    func idThatHides(_ paths: PathPatterns) -> String? {
      if let catchAll { return catchAll }
      let hiding = paths.patterns.compactMap { ids[$0] ?? folder(above: $0) }
      return hiding.count == paths.patterns.count ? hiding.last : nil
    }

    mutating func add(_ paths: PathPatterns, id: String) {
      for pattern in paths.patterns where ids[pattern] == nil {
        ids[pattern] = id
        if let folder = Self.folder(of: pattern) { folders[folder] = folders[folder] ?? id }
      }
      if catchAll == nil, paths.matchesEverything { catchAll = id }
    }

    /// `lab` of `lab/**`.
    private static func folder(of pattern: String) -> String? {
      guard pattern.hasSuffix("/**") else { return nil }
      let folder = String(pattern.dropLast("/**".count))
      return folder.isEmpty || folder.contains(where: { "*?[{!\\".contains($0) }) ? nil : folder
    }

    private func folder(above pattern: String) -> String? {
      guard !folders.isEmpty else { return nil }
      var path = pattern[...]
      while let slash = path.lastIndex(of: "/") {
        path = path[..<slash]
        if let id = folders[String(path)] { return id }
      }
      return nil
    }
  }
}

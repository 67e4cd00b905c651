/// Models to look at instead of one, for the same task and of the same size, from a small table.
package enum Alternatives {
  /// When the table was last gone through.
  package static let date = "2026-11"

  /// The hub models of the table that do what `id` does, in its order; none where the table does not know what that is.
  package static func candidates(for id: String) -> [String] {
    let name = id.lowercased().split(separator: "/").last.map(String.init) ?? ""
    guard let task = tasks.first(where: { $0.pattern.matches(name) })?.task else { return [] }
    let same = models.filter { $0.task == task }
    let sized = size(of: name).map { size in same.filter { $0.size == size } } ?? []
    return (sized.isEmpty ? ofEachSize(same) : sized).map(\.model).filter { $0.lowercased() != id.lowercased() }
  }

  /// The first of each class, the largest before all others, then the second of each: how large the model is nobody has said.
  private static func ofEachSize(_ models: [Model]) -> [Model] {
    var sizes: [String] = []
    for model in models where !sizes.contains(model.size) { sizes.insert(model.size, at: 0) }
    let classes = sizes.map { size in models.filter { $0.size == size } }
    return (0..<(classes.map(\.count).max() ?? 0)).flatMap { place in
      classes.compactMap { place < $0.count ? $0[place] : nil }
    }
  }

  private struct Task: Sendable {
    var task: String
    var pattern: NamePattern
  }

  private struct Model: Sendable {
    var task: String
    var size: String
    var model: String
  }

  private static let rows = EmbeddedText.alternatives.allFields().filter { $0.count == 3 }
  private static let tasks = rows.filter { $0[0] == "task" }.map { Task(task: $0[1], pattern: NamePattern($0[2])) }
  private static let models = rows.filter { $0[0] != "task" }.map { Model(task: $0[0], size: $0[1], model: $0[2]) }

  /// The class by the number of parameters in the name: the first word such as `8b`.
  private static func size(of name: String) -> String? {
    let words = name.split { "-_: ".contains($0) }
    for word in words where word.hasSuffix("b") {
      // `8x22b` has eight times as many.
      let parts = word.dropLast().split(separator: "x", omittingEmptySubsequences: false).map { Double($0) }
      let parameters = parts.reduce(1) { $0 * ($1 ?? 0) }
      guard parameters > 0 else { continue }
      switch parameters {
      case ...2: return "up to 2b"
      case ...4: return "up to 4b"
      case ...12: return "up to 9b"
      case ...35: return "up to 35b"
      default: return "over 35b"
      }
    }
    return nil
  }
}

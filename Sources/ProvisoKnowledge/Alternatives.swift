/// Models to look at instead of one, for the same task and of the same size, from a small table.
package enum Alternatives {
  /// When the table was last gone through.
  package static let date = "2026-11"

  /// The hub models of the table that do what `id` does, in its order; none where the table does not know what that is.
  package static func candidates(for id: String) -> [String] {
    let name = id.lowercased().split(separator: "/").last.map(String.init) ?? ""
    guard let task = tasks.first(where: { $0.pattern.matches(name) })?.task else { return [] }
    let sized = size(of: name).map { size in models.filter { $0.task == task && $0.size == size } } ?? []
    let all = sized.isEmpty ? models.filter { $0.task == task } : sized
    return all.map(\.model).filter { $0.lowercased() != id.lowercased() }
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
      let digits = word.dropLast().split(separator: "x").last ?? ""
      guard let parameters = Double(digits), parameters > 0 else { continue }
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

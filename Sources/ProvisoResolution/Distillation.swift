internal import ProvisoCore

/// Brings teachers and students together that one file names: a configuration (`teacher: …`, `student: …`) or code
/// (`teacher_model = …`). What is trained there learns from the teacher's outputs.
enum Distillation {
  /// The models with their teachers in the lineage. Of a teacher whose student the file does not name nothing is said.
  static func linked(_ models: [ResolvedModel]) -> [ResolvedModel] {
    let teachers = places(of: .teacher, in: models)
    guard !teachers.isEmpty else { return models }
    let students = places(of: .student, in: models)
    var linked = models
    for (path, taught) in teachers.sorted(by: { $0.key < $1.key }) {
      for (teacher, reference) in taught {
        let others = (students[path] ?? []).filter { $0.model != teacher }
        for (student, _) in others { add(models[teacher], reference, to: &linked[student]) }
      }
    }
    return linked
  }

  private static func add(_ teacher: ResolvedModel, _ reference: ModelReference, to student: inout ResolvedModel) {
    guard !student.lineage.contains(where: { $0.base == teacher.name && $0.relation == .distilled }) else { return }
    student.lineage.append(
      LineageEdge(
        relation: .distilled, base: teacher.name, license: teacher.license,
        evidence: "\(reference.location.path):\(reference.location.line) names it as the teacher",
        location: reference.location, confidence: .medium))
  }

  /// By path the models that play the part there, by their index, with the first reference.
  private static func places(
    of part: DistillationPart, in models: [ResolvedModel]
  ) -> [String: [(model: Int, reference: ModelReference)]] {
    var places: [String: [(model: Int, reference: ModelReference)]] = [:]
    for (index, model) in models.enumerated() {
      var seen: Set<String> = []
      for reference in model.references
      where reference.part == part && !reference.isPartial && seen.insert(reference.location.path).inserted {
        places[reference.location.path, default: []].append((index, reference))
      }
    }
    return places
  }
}

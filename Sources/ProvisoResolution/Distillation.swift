internal import ProvisoCore

/// Brings teachers and students together that one file names: a configuration (`teacher: …`, `student: …`) or code
/// (`teacher_model = …`). What is trained there learns from the teacher's outputs and is made from the student; the student, as its
/// publisher has it, is neither.
struct Distillation {
  let conclude: Conclude
  private var models: [ResolvedModel]
  /// The models of the tree by their folders.
  private let folders: [String: Int]

  /// The models with their teachers in the lineage. Of a teacher whose student the file does not name nothing is said.
  static func linked(_ models: [ResolvedModel], _ conclude: Conclude) -> [ResolvedModel] {
    let teachers = places(of: .teacher, in: models)
    guard !teachers.isEmpty else { return models }
    let students = places(of: .student, in: models)
    var linking = Self(models, conclude)
    for (path, taught) in teachers.sorted(by: { $0.key < $1.key }) {
      for teacher in taught {
        linking.link(teacher, (students[path] ?? []).filter { $0.model != teacher.model }, in: path)
      }
    }
    return linking.models
  }

  private init(_ models: [ResolvedModel], _ conclude: Conclude) {
    self.models = models
    self.conclude = conclude
    let local = models.indices.filter { models[$0].isLocal && !models[$0].isDataSet }
    folders = Dictionary(local.map { (models[$0].name.id, $0) }) { first, _ in first }
  }

  private typealias Place = (model: Int, reference: ModelReference)

  private mutating func link(_ teacher: Place, _ students: [Place], in path: String) {
    guard !students.isEmpty else { return }
    let edges = edges(to: models[teacher.model], teacher.reference)
    // A student of the tree is one's own, and what is trained.
    for student in students where models[student.model].isLocal { bind(student.model, by: edges) }
    let others = students.filter { !models[$0.model].isLocal }
    guard !others.isEmpty else { return }
    guard let made = made(of: others.map { models[$0.model].name }, in: path) else {
      models[teacher.model].distillations.append(
        DistillationRun(
          path: path, teachers: edges, students: others.flatMap { models[$0.model].license.candidates },
          names: others.flatMap(\.reference.publishedAs)))
      return
    }
    bind(made, by: others.map { edge(to: models[$0.model], .finetune, $0.reference, "what is trained") } + edges)
  }

  /// The model of the tree that the run makes: that of the nearest folder around the file, where its files name a student as its base,
  /// or where the file lies in it and they name none.
  private func made(of students: [ModelName], in path: String) -> Int? {
    var folder = path[...]
    var isBeside = true
    while folder != "." {
      folder = folder.utf8.lastIndex(of: UInt8(ascii: "/")).map { folder[..<$0] } ?? "."
      if let index = folders[String(folder)] {
        let bases = models[index].lineage.filter { !$0.relation.isTeaching }.map(\.base)
        return bases.contains(where: students.contains) || (isBeside && bases.isEmpty) ? index : nil
      }
      isBeside = false
    }
    return nil
  }

  private mutating func bind(_ model: Int, by edges: [LineageEdge]) {
    let new = edges.filter { edge in
      !models[model].lineage.contains {
        $0.base == edge.base && ($0.relation == edge.relation || !edge.relation.isTeaching)
      }
    }
    models[model].lineage += new
    models[model].license = conclude.bound(models[model].license, by: new)
  }

  /// Who learns from a model's outputs learns from those of what it was made from.
  private func edges(to teacher: ResolvedModel, _ reference: ModelReference) -> [LineageEdge] {
    let first = edge(to: teacher, .distilled, reference, "the teacher")
    return [first]
      + teacher.lineage.map { further in
        var further = further
        further.relation = .trainedOnOutputs
        further.depth += 1
        // What the teacher's publisher may do with its own, nobody else may.
        further.isPublishersOwn = false
        further.derivative = further.derivative ?? teacher.name
        further.confidence = min(further.confidence, first.confidence)
        return further
      }
  }

  private func edge(
    to model: ResolvedModel, _ relation: Relation, _ reference: ModelReference, _ part: String
  ) -> LineageEdge {
    LineageEdge(
      relation: relation, base: model.name, license: model.license,
      evidence: "\(reference.location.path):\(reference.location.line) names it as \(part)",
      location: reference.location, confidence: .medium)
  }

  /// By path the models that play the part there, by their index, with the first reference.
  private static func places(of part: DistillationPart, in models: [ResolvedModel]) -> [String: [Place]] {
    var places: [String: [Place]] = [:]
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

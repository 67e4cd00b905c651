internal import ProvisoCore

/// AIL111: a model learns from the outputs of one whose license limits that.
struct TrainedOnRestrictedOutputs: Rule {
  let description = RuleDescription(
    id: "AIL111", name: "trained-on-restricted-outputs", title: "Distilled or trained on outputs of a restricted model",
    summary:
      "A model is distilled from another, or trained on a data set made of another's outputs, and the other's license bars that, allows it within its own family, asks for a name, or counts the result as a derivative.",
    help: """
      Llama 2 and 3 bar improving other language models with outputs (1.b.v); from 3.1 on they ask for "Llama" at the beginning of the name (1.b.i). OpenAI's terms bar \
      developing competing models. Gemma's (1.1) and the RAIL licenses count what learns from outputs as a derivative. Whose outputs a data set is made of: its card, else the \
      audits of the Data Provenance Initiative.

      For a model of one's own that reaches others and a license that bars it, this is an error; where the license means competing or foundation models only, as long as the policy says that such are \
      built (`trains_foundation_models`).

      What a training configuration or code makes of a student and a teacher is the model of the folder around it, where its card names the student or no base; else it lies nowhere yet, and \
      is told with the teacher. The student, as its publisher has it, has learned from nobody by that.

      **Fix**: train on outputs of a model whose license allows it, or do what the license asks for.

      Violation: `datasets: [tatsu-lab/alpaca]`, made of outputs of GPT-3.

      Cure: data of which nothing is made by a restricted model.
      """,
    level: .warning, facts: ["distributes_weights", "distributes_product"])

  package func evaluate(_ subject: Subject) -> [Outcome] { outcomes(subject) }

  package func evaluate(data subject: Subject) -> [Outcome] {
    // Where a model of the tree names the data, the model is what the license is held against.
    if subject.references.contains(where: { $0.derivative == nil }) { return outcomes(subject) }
    return [.notApplicable]
  }

  private func outcomes(_ subject: Subject) -> [Outcome] {
    let outcomes = ([Student(subject)] + runs(subject)).flatMap(outcomes)
    return outcomes.isEmpty ? [.notApplicable] : outcomes
  }

  /// What files that are looked at here train from the model's outputs, and no model of the tree is.
  private func runs(_ subject: Subject) -> [Student] {
    guard !subject.model.distillations.isEmpty else { return [] }
    let paths = Set(subject.references.map(\.location.path))
    return subject.model.distillations.filter { paths.contains($0.path) }.map { Student(subject, $0) }
  }

  private func outcomes(_ student: Student) -> [Outcome] {
    var told: Set<String> = []
    return student.teachers.flatMap { edge in
      edge.license.candidates.filter { told.insert($0.id).inserted }.compactMap { outcome(student, edge, $0) }
    }
  }

  /// nil where the license does not speak of outputs.
  private func outcome(_ student: Student, _ edge: LineageEdge, _ license: License) -> Outcome? {
    let training = license.terms.outputTraining
    let isBar = training.value == .forbidden || training.value == .ownFamilyOnly
    if isBar, student.subject.trainsModels(of: license.terms.outputTrainingScope) == .false { return .satisfied }
    switch training.value {
    case .forbidden: return violated(student, edge, license, training.clause, .bars, isBarred: true)
    case .ownFamilyOnly:
      return license.family.map(student.families.contains) == true
        ? .satisfied : violated(student, edge, license, training.clause, .family, isBarred: true)
    case .allowedWithNaming:
      guard let prefix = license.terms.namePrefix.value else { return naming(student, edge, license) }
      return student.name.map { NamePrefix.begins($0, with: prefix) } == true
        ? .satisfied : violated(student, edge, license, training.clause, .prefix(prefix), isBarred: false)
    case .unrestricted, nil: return naming(student, edge, license)
    }
  }

  /// A license that counts the result as a derivative: of a model with a label that is AIL102's.
  private func naming(_ student: Student, _ edge: LineageEdge, _ license: License) -> Outcome? {
    if license.terms.outputTraining.value == .allowedWithNaming, let display = license.terms.display.value {
      return violated(student, edge, license, license.terms.outputTraining.clause, .display(display), isBarred: false)
    }
    guard license.terms.outputsMakeDerivatives.value == true else { return nil }
    if student.isLocal, let label = Label(of: student.subject.model) {
      return DerivativeTerms(base: license).standing(of: label.licenses, edge.relation) == .relicensed
        ? nil : .satisfied
    }
    return violated(student, edge, license, license.terms.outputsMakeDerivatives.clause, .derivative, isBarred: false)
  }

  private func violated(
    _ student: Student, _ edge: LineageEdge, _ license: License, _ clause: String?, _ demand: Demand, isBarred: Bool
  ) -> Outcome {
    let subject = student.subject
    let isError =
      isBarred && student.isOwn && subject.isDistributed == .true
      && subject.trainsModels(of: license.terms.outputTrainingScope) == .true
    return .violated(
      Violation(
        .trained(student.words, edge, license, clause, demand),
        fix: isBarred
          ? "Train on outputs of a model whose license allows it."
          : "Do what the license asks for, or train on other outputs.",
        license: license.id, clause: clause, level: isError ? .error : .warning,
        location: edge.location.flatMap { $0.path.isEmpty ? nil : $0 },
        related: student.isLocal || !student.isOwn ? Wording.lineage(of: subject.model) : []))
  }

  /// What learns: the model itself, or what a file of the tree trains from the model's outputs.
  fileprivate struct Student {
    let subject: Subject
    let teachers: [LineageEdge]
    /// As the start of a sentence.
    let words: String
    let name: String?
    /// The families of the licenses of what it is made from.
    let families: Set<String>
    let isLocal: Bool
    /// Whether it is ours: somebody else's is theirs to mend.
    let isOwn: Bool

    init(_ subject: Subject) {
      let model = subject.model
      self.subject = subject
      teachers = model.lineage.filter { $0.relation.isTeaching }
      words = model.data.isEmpty && model.role != .dataset ? subject.nameAtStart : "The data set \(subject.name)"
      name = model.declaredNames.first?.name
      let bases = model.lineage.filter { !$0.relation.isTeaching }
      families = Set((model.license.candidates + bases.flatMap(\.license.candidates)).compactMap(\.family))
      isLocal = model.isLocal
      isOwn = isLocal
    }

    init(_ subject: Subject, _ run: DistillationRun) {
      self.subject = subject
      teachers = run.teachers
      name = run.names.first?.name
      words = "What \(run.path) trains\(name.map { ", \($0)," } ?? "")"
      families = Set(run.students.compactMap(\.family))
      isLocal = false
      isOwn = true
    }
  }

  fileprivate enum Demand {
    case bars, family, derivative
    case prefix(String)
    case display(String)
  }
}

extension String {
  fileprivate static func trained(
    _ what: String, _ edge: LineageEdge, _ license: License, _ clause: String?,
    _ demand: TrainedOnRestrictedOutputs.Demand
  ) -> String {
    let how = edge.relation == .distilled ? "is distilled from" : "rests on outputs of"
    let scope = license.terms.outputTrainingScope?.models
    let words =
      switch demand {
      case .bars: "bars using outputs to train \(scope ?? "other models")"
      case .family: "bars using outputs to improve \(scope ?? "models of other families")"
      case .derivative: "counts what learns from outputs as a derivative"
      case .prefix(let prefix): "asks that the name of a model trained on outputs begin with \"\(prefix)\""
      case .display(let display): "asks a model trained on outputs to show \"\(display)\""
      }
    return
      "\(what) \(how) \(edge.base.id), and the \(license.nameAfterArticle) \(words)\(Wording.clause(clause)): \(edge.evidence)."
  }
}

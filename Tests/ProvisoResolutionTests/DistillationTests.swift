import ProvisoCore
import ProvisoResolution
import Testing

@Suite("Teachers and students")
struct DistillationTests {
  private func reference(_ id: String, _ part: DistillationPart?, in path: String = "distill.yaml") -> ModelReference {
    var reference = ModelReference(
      model: .huggingFace(id), location: Location(path: path, line: 1), asWritten: id, kind: .configuration, role: .used
    )
    reference.part = part
    return reference
  }

  private func taught(_ references: ModelReference...) -> [String] {
    Resolver().resolve(Detections(references: references)).models.flatMap { model in
      model.lineage.filter { $0.relation == .distilled }.map {
        "\(model.name.id) < \($0.base.id) \($0.license.concluded ?? "-"): \($0.evidence)"
      }
    }
  }

  @Test("of one file are a distillation")
  func pair() {
    #expect(
      taught(reference("meta-llama/Meta-Llama-3-70B-Instruct", .teacher), reference("Qwen/Qwen2.5-7B", .student)) == [
        "Qwen/Qwen2.5-7B < meta-llama/Meta-Llama-3-70B-Instruct llama3: distill.yaml:1 names it as the teacher"
      ])
  }

  @Test("of two files, or one without the other, are none")
  func apart() {
    #expect(
      taught(
        reference("meta-llama/Meta-Llama-3-70B-Instruct", .teacher),
        reference("Qwen/Qwen2.5-7B", .student, in: "b.yaml")) == [])
    #expect(
      taught(reference("meta-llama/Meta-Llama-3-70B-Instruct", .teacher), reference("Qwen/Qwen2.5-7B", nil)) == [])
  }

  @Test(
    "are told by the first word of a name",
    arguments: [
      ("teacher", DistillationPart.teacher), ("teacher_model_name_or_path", .teacher), ("TEACHER_MODEL", .teacher),
      ("teacherModel", .teacher), ("student-model", .student), ("model", nil), ("my_teacher", nil),
    ] as [(String, DistillationPart?)])
  func names(name: String, part: DistillationPart?) {
    #expect(DistillationPart(of: name) == part)
  }
}

@Suite("Teachers that a card's prose names")
struct ProseTeacherTests {
  private func learned(from teacher: ModelName, _ relation: Relation) -> [String] {
    let place = Location(path: "m/README.md", line: 7)
    let prose = ModelDeclaration(
      model: "m", source: .readme, location: place,
      bases: [DeclaredBase(model: teacher, relation: relation, location: place, confidence: .medium)],
      establishesModel: false)
    let model = resolve([card(["apache-2.0"], in: "m", bases: ["mistralai/Mistral-7B-v0.3"]), prose])["m"]
    #expect(model?.license.concluded == "apache-2.0")
    return (model?.lineage ?? []).filter { [.distilled, .trainedOnOutputs].contains($0.relation) }.map {
      "\($0.relation?.rawValue ?? "") \($0.base.id) \($0.license.concluded ?? "-")"
    }
  }

  @Test("are in the lineage, and what they were made from is learned from, not built on")
  func edges() {
    let edges = learned(from: .huggingFace("meta-llama/Meta-Llama-3-70B-Instruct"), .distilled)
    #expect(edges.first == "distilled meta-llama/Meta-Llama-3-70B-Instruct llama3")
    #expect(edges.dropFirst().allSatisfy { $0.hasPrefix("trained-on-outputs ") })
  }

  @Test("are read by a line's name, and services by their terms")
  func names() {
    #expect(
      learned(from: .huggingFace("Llama-3-70B"), .trainedOnOutputs).first?.hasPrefix(
        "trained-on-outputs meta-llama/Meta-Llama-3-70B") == true)
    #expect(
      learned(from: ModelName(registry: .hosted, id: "gpt-4"), .trainedOnOutputs) == [
        "trained-on-outputs gpt-4 openai-tou-2024-12-11"
      ])
  }
}

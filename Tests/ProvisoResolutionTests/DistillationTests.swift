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

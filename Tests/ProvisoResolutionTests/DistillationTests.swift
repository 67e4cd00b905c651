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

  private static let teacher = "meta-llama/Meta-Llama-3-70B-Instruct"

  private func resolved(_ path: String = "distill.yaml", _ declarations: ModelDeclaration...) -> Resolution {
    var student = reference("Qwen/Qwen2.5-0.5B", .student, in: path)
    student.publishedAs = [DeclaredName(name: "acme/tiny", location: student.location)]
    return Resolver().resolve(
      Detections(
        references: [reference(Self.teacher, .teacher, in: path), student] + declarations.map(published),
        declarations: declarations))
  }

  private func published(_ card: ModelDeclaration) -> ModelReference {
    ModelReference(
      model: .local(card.model), location: card.location, asWritten: card.model, kind: .modelCard, role: .published)
  }

  private func model(_ id: String, _ resolution: Resolution) -> ResolvedModel? {
    resolution.models.first { $0.name.id == id }
  }

  @Test("of one file make a model that lies nowhere yet: it is told with the teacher, and the student is as it was")
  func pair() throws {
    let resolution = resolved()
    #expect(model("Qwen/Qwen2.5-0.5B", resolution)?.lineage.isEmpty == true)
    let run = try #require(model(Self.teacher, resolution)?.distillations.first)
    #expect(run.path == "distill.yaml" && run.names.map(\.name) == ["acme/tiny"])
    #expect(run.teachers.first?.license.concluded == "llama3" && run.teachers.first?.relation == .distilled)
    #expect(run.students.map(\.id) == ["apache-2.0"])
  }

  @Test(
    "make the model of the folder around the file, where its card names the student or no base",
    arguments: [
      ("distill.yaml", ["Qwen/Qwen2.5-0.5B"]), ("distill.yaml", []), ("configs/distill.yaml", ["Qwen/Qwen2.5-0.5B"]),
    ] as [(String, [String])])
  func ofFolder(path: String, bases: [String]) throws {
    let resolution = resolved(path, card(["apache-2.0"], bases: bases))
    let made = try #require(model(".", resolution))
    let edges = Set(made.lineage.map { "\($0.relation?.rawValue ?? "-") \($0.base.id)" })
    #expect(edges.contains("distilled \(Self.teacher)"))
    #expect(edges.contains("\(bases.isEmpty ? "finetune" : "-") Qwen/Qwen2.5-0.5B"))
    #expect(model(Self.teacher, resolution)?.distillations.isEmpty == true)
    #expect(model("Qwen/Qwen2.5-0.5B", resolution)?.lineage.isEmpty == true)
  }

  @Test(
    "do not make a model with another base, nor one of a folder beside",
    arguments: [("distill.yaml", "."), ("train/distill.yaml", "other")])
  func ofOthers(path: String, folder: String) throws {
    let resolution = resolved(path, card(["apache-2.0"], in: folder, bases: ["microsoft/phi-4"]))
    #expect(model(folder, resolution)?.lineage.contains { $0.relation.isTeaching } == false)
    #expect(model(Self.teacher, resolution)?.distillations.count == 1)
  }

  @Test("free no model of the tree: where outputs make derivatives, the label is not all there is")
  func bound() throws {
    let file = "distill.yaml"
    let card = card(["apache-2.0"], bases: ["Qwen/Qwen2.5-0.5B"])
    let resolution = Resolver().resolve(
      Detections(
        references: [
          reference("google/gemma-2-9b-it", .teacher, in: file), reference("Qwen/Qwen2.5-0.5B", .student, in: file),
          published(card),
        ], declarations: [card]))
    let made = try #require(model(".", resolution))
    #expect(made.license.concluded == "gemma" && made.license.state == .conflict)
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

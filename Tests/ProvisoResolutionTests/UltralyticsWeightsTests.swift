import ProvisoCore
import ProvisoResolution
import Testing

@Suite("Weights of Ultralytics")
struct UltralyticsWeightsTests {
  private func outlines(
    _ model: ModelName, isLoaded: Bool = false, weights: [ModelDeclaration] = []
  ) -> [String] {
    var reference = ModelReference(
      model: model, location: Location(path: "app.py", line: 2), asWritten: model.id, kind: .code, role: .used)
    reference.isLoadedByUltralytics = isLoaded
    return Resolver().resolve(Detections(references: [reference], declarations: weights)).models.map { model in
      "\(model.name.registry.rawValue) \(model.name.id) \(model.license.concluded ?? "-")"
    }
  }

  @Test(
    "are fetched by the library where no file of the tree is meant",
    arguments: [
      ("yolo11n.pt", "Ultralytics/YOLO11"), ("yolov8n.pt", "Ultralytics/YOLOv8"),
      ("weights/yolo12x.pt", "Ultralytics/YOLO12"), ("yolov10n.pt", "jameslahm/yolov10n"),
      ("yoloe-11s-seg.pt", "Ultralytics/YOLOE"), ("yolov8n.onnx", "Ultralytics/YOLOv8"),
    ])
  func fetched(path: String, model: String) {
    #expect(outlines(.local(path)) == ["huggingface \(model) agpl-3.0"])
  }

  @Test(
    "a package of its library counts where no weights are named, and what a file publishes is made of its one model")
  func packages() {
    func reference(_ model: ModelName, _ path: String, _ role: Role = .used) -> ModelReference {
      ModelReference(model: model, location: Location(path: path), asWritten: model.id, kind: .code, role: role)
    }
    var package = reference(UltralyticsName.library, "requirements.txt")
    package.isPackage = true
    func names(_ references: [ModelReference]) -> [String] {
      Resolver().resolve(Detections(references: references)).models.map {
        "\($0.name.id) \($0.license.concluded ?? "-")"
      }
    }
    #expect(names([package]) == ["ultralytics/ultralytics agpl-3.0"])
    #expect(names([package, reference(.local("yolo11n.pt"), "app.py")]) == ["Ultralytics/YOLO11 agpl-3.0"])
  }

  @Test(
    "what a file publishes is made of the one model that it trains, or else loads",
    arguments: [
      ([("a/base", Role.used)], ["a/base"]), ([("a/base", .base), ("a/judge", .used)], ["a/base"]),
      ([("a/base", .used), ("a/other", .used)], []), ([("a/base", .used), ("acme/Chat", .used)], ["a/base"]),
    ] as [([(String, Role)], [String])])
  func published(models: [(String, Role)], bases: [String]) {
    var detections = Detections(
      references: models.map { id, role in
        ModelReference(
          model: .huggingFace(id), location: Location(path: "train.py"), asWritten: id, kind: .code, role: role)
      })
    detections.published = [DeclaredName(name: "acme/chat", location: Location(path: "train.py", line: 9))]
    let resolved = Resolver().resolve(detections).models
    let named = resolved.filter { model in model.references.contains { !$0.publishedAs.isEmpty } }
    #expect(named.map(\.name.id) == bases)
  }

  @Test("are the tree's where they lie in it")
  func inTree() {
    #expect(outlines(.local("best.pt"), weights: [weights("best.pt")]) == ["local best.pt -"])
  }

  @Test("made by its trainer are under its license, whatever they are called")
  func trained() {
    #expect(
      outlines(.local("weights/best.pt"), isLoaded: true, weights: [weights("weights/best.pt")]) == [
        "local weights/best.pt agpl-3.0"
      ])
    #expect(outlines(.local("runs/plates.pt"), isLoaded: true) == ["local runs/plates.pt agpl-3.0"])
  }

  @Test("of torch.hub are the same model, and YOLO-NAS is Deci's")
  func torchHub() {
    #expect(
      outlines(ModelName(registry: .torchhub, id: "yolov5s")) == ["huggingface Ultralytics/YOLOv5 agpl-3.0"])
    #expect(outlines(ModelName(registry: .torchhub, id: "yolo_nas_s")) == ["torchhub yolo_nas_s yolo-nas"])
  }
}

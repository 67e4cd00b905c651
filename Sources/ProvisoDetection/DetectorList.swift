package import ProvisoCore
package import ProvisoText

/// Every detector, in the order of the documentation. Adding one adds its line here.
package enum DetectorList {
  package static let all: [any Detector] = [
    ModelCard(),
    DataSetCard(),
    TransformersConfig(),
    AdapterConfig(),
    DiffusersIndex(),
    SentenceTransformersConfig(),
    TimmConfig(),
    OpenCLIPConfig(),
    MergeRecipe(),
    MLflowModel(),
    CoreMLCompiled(),
    WeightIndex(),
    WeightPaths(),
    CycloneDXDocument(),
    SPDXDocument(),
    YAMLSettings(),
    JSONSettings(),
    TOMLSettings(),
    INISettings(),
    MarkupSettings(),
    EnvironmentFile(),
    RecordedRequests(),
    TerraformCode(),
    ShellScript(),
    Makefile(),
    Dockerfile(),
    BuildScript(),
    Modelfile(),
    LicenseFile(),
    LicenseCopies(),
    ObligationTexts(),
    LicenseStatements(),
    LicenseBadges(),
    OpennessFramework(),
    OpennessClaims(),
    SourceCode(),
    Document(),
    SpaceCard(),
    Notebook(),
  ]

  package static let weights: [any WeightDetector] = [
    SafetensorsHeader(),
    GGUFHeader(),
    ONNXModel(),
    TFLiteModel(),
    CoreMLModel(),
    PyTorchArchive(),
    KerasArchive(),
    Llamafile(),
    NeMoArchive(),
    PickledModel(),
    OtherWeights(),
  ]
}

/// Runs detectors over files: one search for the needles of all of them, then those whose needles stand in the file.
package struct DetectorRunner: Sendable {
  private let detectors: [any Detector]
  private let weightDetectors: [any WeightDetector]
  private let recognize: DetectionInput.Recognizer
  private let needles: NeedleSet
  /// The detectors that asked for each needle.
  private let owners: [[Int]]

  package init(
    detectors: [any Detector] = DetectorList.all, weightDetectors: [any WeightDetector] = DetectorList.weights,
    texts: [RequiredText] = [], recognize: @escaping DetectionInput.Recognizer = { _ in nil }
  ) {
    let detectors = texts.isEmpty ? detectors : detectors.map { $0.searching(for: texts) }
    self.recognize = recognize
    self.detectors = detectors
    self.weightDetectors = weightDetectors
    let words = Array(Set(detectors.flatMap(\.needles))).filter { $0.utf8.count >= 2 }.sorted()
    needles = NeedleSet(words, ignoresCase: true)
    owners = words.map { word in detectors.indices.filter { detectors[$0].needles.contains(word) } }
  }

  /// Whether anything would be read of the file at `path`.
  package func wants(_ path: FilePath) -> Bool {
    wantsWeights(path) || detectors.contains { $0.wants(path) }
  }

  package func wantsWeights(_ path: FilePath) -> Bool {
    weightDetectors.contains { $0.wants(path) }
  }

  /// Whether the file at `path` is a license text by its name.
  package func wantsLicense(_ path: FilePath) -> Bool {
    LicenseFile().wants(path)
  }

  package func detect(path: FilePath, bytes: [UInt8]) -> Detections {
    let wanted = detectors.indices.filter { detectors[$0].wants(path) }
    guard !wanted.isEmpty else { return Detections() }
    let hits = needleHits(bytes, wanted)
    let chosen = wanted.filter { hits.contains($0) && detectors[$0].mayFind(in: bytes) }
    guard !chosen.isEmpty else { return Detections() }
    let source = SourceText(path: path.string, bytes: bytes)
    let input = DetectionInput(path: path, source: source, recognize: recognize)
    var detections = Detections()
    for index in chosen { detections.append(detectors[index].detect(input)) }
    // A place names a model once, whichever detector comes first.
    var seen: Set<Location> = []
    if chosen.count > 1 { detections.references.removeAll { !seen.insert($0.location).inserted } }
    detections.addLineHashes(of: source)
    return detections
  }

  package func detect(weightsAt path: FilePath, bytes: ByteSource) -> Detections {
    var detections = detections(ofWeightsAt: path, bytes: bytes)
    // The hash of a line goes by the hundred units that begin there: of the first line, the head of a file has them all.
    if !detections.isEmpty, let head = bytes.read(0, min(bytes.size, Self.headOfWeights)) {
      detections.addLineHashes(of: SourceText(path: path.string, bytes: head))
    }
    return detections
  }

  private static let headOfWeights = 1 << 14

  private func detections(ofWeightsAt path: FilePath, bytes: ByteSource) -> Detections {
    let input = WeightInput(path: path, bytes: bytes, recognize: recognize)
    let wanted = weightDetectors.filter { $0.wants(input.path) }
    if let pointer = GitLFSPointer.read(input) {
      return wanted.contains { $0.isWeights(pointerAt: input.path) } ? pointer : Detections()
    }
    var detections = Detections()
    for detector in wanted { detections.append(detector.detect(input)) }
    return detections
  }

  /// The detectors of `wanted` that have no needles, and those with one in the file.
  private func needleHits(_ bytes: [UInt8], _ wanted: [Int]) -> Set<Int> {
    var hits = Set(wanted.filter { detectors[$0].needles.allSatisfy { $0.utf8.count < 2 } })
    guard hits.count < wanted.count else { return hits }
    needles.forEachMatch(in: bytes.span) { needle, _ in
      hits.formUnion(owners[needle])
      return !hits.isSuperset(of: wanted)
    }
    return hits
  }
}

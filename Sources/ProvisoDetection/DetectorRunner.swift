package import ProvisoCore
package import ProvisoText

/// Runs detectors over files: one search for the needles of all that want the file, then those whose needles stand in it.
package struct DetectorRunner: Sendable {
  private let detectors: [any Detector]
  private let weightDetectors: [any WeightDetector]
  private let recognize: DetectionInput.Recognizer
  private let isListed: DetectionInput.ListedIDs
  private let plans: SearchPlans
  private let table: EndingTable
  private let weightTable: EndingTable
  private let hashesLines: Bool
  private let mark: ByteSearch?
  /// The detectors that ask how a file begins.
  private let starts: [Int]
  private let policies: Set<String>

  /// - Parameters:
  ///   - texts: The words that licenses ask for.
  ///   - isListed: Tells ids of known models from the other names with a slash in them.
  ///   - mark: A word that the search for those of the detectors looks for besides, in lower case; see ``read(path:bytes:)``.
  ///   - hashesLines: Whether locations get the hash of their line, which one report format alone shows.
  ///   - policies: The paths of the policies in use, which speak of models without using them, whatever they are called.
  package init(
    detectors: [any Detector] = DetectorList.all, weightDetectors: [any WeightDetector] = DetectorList.weights,
    texts: [RequiredText] = [], mark: String? = nil, hashesLines: Bool = true, policies: Set<String> = [],
    isListed: @escaping DetectionInput.ListedIDs = { _ in false },
    recognize: @escaping DetectionInput.Recognizer = { _ in nil }
  ) {
    precondition(detectors.count <= DetectorMask.bitWidth, "one bit for each detector")
    let detectors = texts.isEmpty ? detectors : detectors.map { $0.searching(for: texts) }
    self.recognize = recognize
    self.isListed = isListed
    self.detectors = detectors
    self.weightDetectors = weightDetectors
    self.hashesLines = hashesLines
    self.policies = policies
    self.mark = mark.map(ByteSearch.init)
    plans = SearchPlans(detectors, mark: mark)
    table = EndingTable(detectors.map(\.endings))
    weightTable = EndingTable(weightDetectors.map(\.endings))
    starts = detectors.indices.filter { !detectors[$0].start.isEmpty }
  }

  /// Whether anything would be read of the file at `path`.
  package func wants(_ path: FilePath) -> Bool {
    wantsWeights(path) || table.contains(path, where: { detectors[$0].wants(path) })
  }

  /// What the file at `path` has to begin with for anything to be found in it; empty where that is not known from its path.
  package func start(of path: FilePath) -> [UInt8] {
    guard let first = starts.first(where: { detectors[$0].wants(path) }) else { return [] }
    return mask(path) == 1 << DetectorMask(first) ? detectors[first].start : []
  }

  package func wantsWeights(_ path: FilePath) -> Bool {
    weightTable.contains(path, where: { weightDetectors[$0].wants(path) })
  }

  /// Whether the file at `path` is a license text by its name.
  package func wantsLicense(_ path: FilePath) -> Bool {
    LicenseFile().wants(path)
  }

  /// Whether a file is read for more under the name `link` than under its own, or stands for another folder there.
  package func readsApart(_ link: FilePath, _ target: FilePath) -> Bool {
    if mask(link) & ~mask(target) != 0 || wantsLicense(link) && link.directory != target.directory { return true }
    return weightDetectors.contains { $0.wants(link) && !$0.wants(target) }
  }

  private func mask(_ path: FilePath) -> DetectorMask {
    var wanted: DetectorMask = 0
    // By index: to take a detector out of its array costs more than most of them need for their answer.
    table.forEach(path) { index in
      if detectors[index].wants(path) { wanted |= 1 << DetectorMask(index) }
      return true
    }
    return wanted
  }

  /// Whether nothing is looked for at `path` for what the run is given, whatever the file holds.
  package func isPolicyInUse(_ path: FilePath) -> Bool { policies.contains(path.string) }

  package func detect(path: FilePath, bytes: [UInt8]) -> Detections {
    read(path: path, bytes: bytes).detections
  }

  /// What is found in a file, and whether the mark may stand in it: one search finds out about both.
  package func read(path: FilePath, bytes: [UInt8]) -> (detections: Detections, hasMark: Bool) {
    let wanted = mask(path)
    let bytes = TextEncoding.inUTF8(bytes)
    guard wanted != 0, !isPolicyInUse(path), !PolicyFile.isPolicy(bytes, path: path) else {
      return (Detections(), mark?.stands(in: bytes.span) != false)
    }
    if let unread = GitLFSPointer.unreadManifest(path, bytes) {
      return (unread, mark?.stands(in: bytes.span) != false)
    }
    let found = plans[wanted].search(bytes.span)
    return (detections(found, at: path, bytes), mark == nil || found.hasMark)
  }

  /// What the detectors find of whose words there are some.
  private func detections(_ found: SearchPlan.Found, at path: FilePath, _ bytes: [UInt8]) -> Detections {
    guard found.detectors != 0 else { return Detections() }
    let chosen = detectors.indices.filter {
      found.detectors >> DetectorMask($0) & 1 == 1
        && detectors[$0].mayFind(in: bytes, at: path, hints: found.hints(of: $0))
    }
    guard !chosen.isEmpty else { return Detections() }
    let source = SourceText(path: path.string, bytes: bytes)
    let input = DetectionInput(path: path, source: source, recognize: recognize, isListed: isListed)
    var detections = Detections()
    for index in chosen {
      var found = detectors[index].detect(input)
      if detectors[index].yieldsToOthers, !found.references.isEmpty {
        let named = Set(detections.references.map(\.model))
        found.references.removeAll { named.contains($0.model) }
      }
      detections.append(found)
    }
    // A place names a model once, whichever detector comes first.
    var seen: Set<Location> = []
    if chosen.count > 1 { detections.references.removeAll { !seen.insert($0.location).inserted } }
    if detections.references.count > Self.maximumReferences {
      detections.references.removeSubrange(Self.maximumReferences...)
      detections.notifications.append(.tooManyReferences(path.string, Self.maximumReferences))
    }
    if hashesLines { detections.addLineHashes(of: source) }
    return detections
  }

  /// What of the file at `path` leads to the tree's own folders of weights.
  package func detect(_ folders: FolderPaths, at path: FilePath, bytes: [UInt8]) -> Detections {
    guard !isPolicyInUse(path) else { return Detections() }
    let source = SourceText(path: path.string, bytes: TextEncoding.inUTF8(bytes))
    var detections = folders.detect(in: DetectionInput(path: path, source: source, recognize: recognize))
    if hashesLines { detections.addLineHashes(of: source) }
    return detections
  }

  /// A file that names more is a list of what there is, written to be read by a machine, or to make one run out of memory.
  package static let maximumReferences = 20_000

  package func detect(weightsAt path: FilePath, bytes: ByteSource) -> Detections {
    var detections = detections(ofWeightsAt: path, bytes: bytes)
    // The hash of a line goes by the hundred units that begin there: of the first line, the head of a file has them all.
    if hashesLines, !detections.isEmpty, let head = bytes.read(0, min(bytes.size, Self.headOfWeights)) {
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
}

extension Notification {
  fileprivate static func tooManyReferences(_ path: String, _ count: Int) -> Self {
    Self(
      level: .warning,
      message:
        "It names more than \(count) models; those after the first \(count) are left out. Split the file, or leave it out with --exclude.",
      path: path, isIncomplete: true)
  }
}

package import ProvisoCore
internal import ProvisoDetection
internal import ProvisoFiles
internal import ProvisoHub
internal import ProvisoKnowledge
package import ProvisoPolicy
internal import ProvisoResolution
internal import ProvisoText

/// A scan that could not begin.
package struct ScanError: Error, Sendable {
  package var message: String
}

/// The pipeline: walk, detect, resolve, evaluate. The only place that knows all stages; reports are made from what it gives.
package struct Scan: Sendable {
  /// What the stages made, one after the other.
  package struct Result: Sendable {
    package var report: ScanReport
    let files: ScannedFiles
    let resolved: [ResolvedModel]
    /// What of the tree does what licenses ask.
    package var evidence: ObligationEvidenceList
  }

  /// What a stage made, where the scan ends with it.
  package struct Stage<Value: Sendable>: Sendable {
    package var values: [Value]
    /// What went wrong up to there.
    package var notifications: [Notification]
  }

  private let options: ScanOptions
  private let runner: DetectorRunner

  package init(_ options: ScanOptions) {
    self.options = options
    runner = DetectorRunner(
      texts: RequiredTexts.all, mark: InlineWaiver.mark, hashesLines: options.hashesLines,
      policies: Self.files(of: [options.policy] + [options.basePolicy].compactMap(\.self), in: options.root),
      isListed: { ModelCatalog.isListed($0) },
      recognize: { LicenseRecognizer.shared.recognize($0) })
  }

  /// What the policies are made of, by the paths that the files have in the tree.
  private static func files(of policies: [Policy], in root: String) -> Set<String> {
    let paths = ShownPaths(around: root)
    return Set(policies.flatMap(\.trail).compactMap(\.path).map(paths.place))
  }

  /// - Throws: ``ScanError`` where the root cannot be read at all. Trouble with one file is a notification.
  package func run() async throws(ScanError) -> Result {
    let examination = try await examine()
    var report = await report(examination, options.policy, base: options.basePolicy)
    if let since = options.since { try await leaveOut(since, examination, of: &report) }
    if options.hashesWeights {
      let files = examination.files.byPath().mapValues(\.file)
      await WeightDigests(files: files, stored: examination.digests, jobs: options.jobs).add(to: &report)
    }
    if options.hashesLines { report.hashUnreadLines { examination.files.byPath().mapValues(\.file) } }
    report.pathBytes = examination.walk.pathBytes
    report.move(throughLinks: examination.walk.linkTargets)
    report.findings = AlternativesAdvice(policy: options.policy, today: options.today).added(to: report.findings)
    return Result(
      report: report, files: examination.files, resolved: examination.resolution.models,
      evidence: examination.resolution.evidence)
  }

  /// The paths that are read, in order. Nothing is resolved.
  package func filesRead() async throws(ScanError) -> Stage<String> {
    let (_, files, notifications) = try await read()
    return Stage(values: files.pathsRead, notifications: (notifications + files.detections.notifications).sorted())
  }

  /// The references to models in the order of the tree, each with the name that it is resolved by. Nothing is held against the policy.
  package func references() async throws(ScanError) -> Stage<ModelReference> {
    let examination = try await examine()
    let references = examination.resolution.models.flatMap(\.references)
    return Stage(
      values: references.sorted { ($0.location, $0.model) < ($1.location, $1.model) },
      notifications: examination.notifications.sorted())
  }

  /// What the tree amounts to under the policy, and under another that differs from it in facts.
  package func compare(with policy: Policy) async throws(ScanError) -> (own: ScanReport, other: ScanReport) {
    let examination = try await examine()
    return (await report(examination, options.policy), await report(examination, policy))
  }

  /// All that is known of the tree before it is held against a policy.
  private struct Examination {
    var walk: Walk
    var files: ScannedFiles
    var notifications: [Notification]
    var detections: Detections
    var resolution: Resolution
    /// The corrections that do not count, with the reason.
    var void: [PolicyOrigin: String]
    /// The hashes of weights in the stores on the disk.
    var digests: [ModelName: [FileDigest]]
  }

  /// The files of the tree, with what each says by itself, and what the walk and the cache have to tell.
  private func read() async throws(ScanError) -> (Walk, ScannedFiles, [Notification]) {
    let walk = try await walk()
    let cache = options.cache.map {
      ScanCache(directory: $0, files: walk.files, root: options.root, build: FileSystem.programStamp)
    }
    let files = await ScannedFiles(walk.files, runner, jobs: options.jobs, cache: cache)
    let cacheNotes = (cache?.notifications ?? []) + [cache?.keep(files.emptyKeys)].compactMap(\.self)
    return (walk, files, walk.troubles.map(notification) + cacheNotes)
  }

  private func examine() async throws(ScanError) -> Examination {
    let (walk, notes): (Walk, [Notification])
    var files: ScannedFiles
    (walk, files, notes) = try await read()
    // What each file says by itself is asked again where an earlier tree is compared.
    let found = options.since == nil ? files.takeDetections() : files.detections
    var detections = await settled(found, walk)
    let void = options.policy.voidCorrections(root: options.root)
    let (stored, digests) = try withStores(detections)
    detections = await withHub(stored, void)
    let resolution = await resolve(detections, options.policy, void)
    let notifications =
      notes + detections.notifications + resolution.notifications
      + (await options.hub?.notifications ?? [])
      + Notification.unused(options.lock, resolution.models) + old(resolution.models)
    // Only another policy asks again for what was found.
    if options.basePolicy == nil { detections = Detections(comments: detections.comments) }
    return Examination(
      walk: walk, files: files, notifications: notifications, detections: detections, resolution: resolution,
      void: void, digests: digests)
  }

  /// Trouble with a path. A pipe or a socket under a name that a detector reads hides what would have been read, as a file does that
  /// becomes one during the scan; where the first bytes alone would decide whether it is read, it is a note.
  private func notification(_ trouble: FileTrouble) -> Notification {
    let path = FilePath(trouble.path)
    var told = Notification(trouble)
    if case .notRegular = trouble.kind, runner.wants(path), runner.start(of: path).isEmpty {
      told.level = .warning
      told.isIncomplete = true
    }
    return told
  }

  /// With what only the whole tree can tell of what its files say.
  private func settled(_ found: Detections, _ walk: Walk) async -> Detections {
    let named = FolderNames.left(out: found, hasFolder: walk.hasFiles(below:))
    var detections = PatternedLicenses.settled(BasePaths.settled(named, hasFolder: walk.hasFiles(below:)))
    detections.folderLinks = walk.folderLinks
    // The scan of a single file has no tree around it.
    let root = try? FileStore(path: options.root)
    detections = withFiles(detections, has: { root?.has($0) == true }, read: { Self.text($0, in: root) })
    if let uses = FolderUses(detections, policies) {
      detections = await uses.added(to: detections, walk.files, runner, jobs: options.jobs)
    }
    return ModelLimit.held(detections)
  }

  private var policies: [Policy] { [options.policy] + [options.basePolicy].compactMap(\.self) }

  private static let maximumText = 4 << 20

  /// A file of the tree that says something of others.
  private static func text(_ path: String, in root: FileStore?) -> [UInt8]? {
    guard let root, root.has(path), let file = try? root.file(path) else { return nil }
    return try? FileReader.read(file, limit: maximumText)
  }

  /// With what other files say of those that detection has found.
  private func withFiles(
    _ detections: Detections, has: @escaping (String) -> Bool, read: @escaping (String) -> [UInt8]?
  ) -> Detections {
    let noticed = NoticeClaims(library: options.policy.library).added(to: detections)
    let linked = LinkedTexts(runner: runner, read: read, isInScope: options.leavesIn).added(to: noticed)
    return ImageContexts(has: has, read: read).settled(linked)
  }

  /// As ``settled(_:_:)``, of an earlier tree. What only a link of today leads to counts as new.
  private func settled(_ tree: EarlierTree) throws(ScanError) -> Detections {
    let root = try? FileStore(path: options.root)
    let found = PatternedLicenses.settled(try tree.detections())
    let all = withFiles(found, has: { root?.has($0) == true }) { path in
      switch tree.file("\(options.root)/\(path)") {
      case .bytes(let bytes): bytes
      case .absent: nil
      case .outside: Self.text(path, in: root)
      }
    }
    guard let uses = FolderUses(all, policies) else { return all }
    return try uses.added(to: all) { folders throws(ScanError) in try tree.uses(of: folders) }
  }

  private func old(_ models: [ResolvedModel]) -> [Notification] {
    options.maximumAge.map { Freshness(today: options.today, maximumAge: $0).notifications(models) } ?? []
  }

  private func resolve(
    _ detections: Detections, _ policy: Policy, _ void: [PolicyOrigin: String]
  ) async -> Resolution {
    let resolution = await Resolver(
      library: policy.library, corrections: policy.corrections(without: void), lock: options.lock,
      outside: detections.outside
    ).resolve(detections, jobs: options.jobs)
    return resolution.named(HubRepository(at: options.root)?.name)
  }

  private func evaluate(
    _ resolution: Resolution, _ policy: Policy, _ void: [PolicyOrigin: String], _ comments: [WaiverComment]
  ) async -> Evaluation {
    var material = Evaluator.Material(
      resolution.models, resolution.statements, resolution.classClaims, evidence: resolution.evidence, void: void)
    material.comments = comments
    return await Evaluator(policy: policy, today: options.today).evaluate(material, jobs: options.jobs)
  }

  private func report(_ examination: Examination, _ policy: Policy, base: Policy? = nil) async -> ScanReport {
    let (walk, resolution) = (examination.walk, examination.resolution)
    var evaluation = await evaluate(resolution, policy, examination.void, examination.detections.comments)
    if let base {
      // Corrections, own licenses and choices of the change count no more than its waivers.
      let void = base.voidCorrections(root: options.root)
      let earlier = await evaluate(
        resolve(examination.detections, base, void), base.underReview, void, examination.detections.comments)
      evaluation = evaluation.held(against: earlier, resolution.models)
    }
    var notifications =
      examination.notifications + evaluation.notifications + policy.unboundCorrections(of: resolution.models)
    // Who leaves files out has left out what some patterns are for.
    if options.include.isEmpty, options.exclude.isEmpty {
      notifications += policy.patternsWithoutFile(walk.files.map(\.path))
    } else if walk.files.isEmpty {
      notifications.append(.nothingLeft(include: !options.include.isEmpty, exclude: !options.exclude.isEmpty))
    }
    let paths = ShownPaths(around: options.root)
    var report = ScanReport(
      toolVersion: Version.current, policy: ScanReport.Policy(policy, paths),
      repository: ScanReport.Repository(around: options.root, policyPath: policy.path), files: walk.fileCount,
      filesRead: examination.files.readCount, models: evaluation.entries(for: resolution.models),
      findings: evaluation.findings, notifications: notifications, rules: RuleList.descriptions)
    report = report.placing((policy.trail + (base?.trail ?? [])).compactMap(\.path), by: paths)
    report.notifications.sort()
    report.licenses = LicenseRecords.of(report.models)
    return report
  }

  /// Takes the findings out of a report that an earlier tree had too, under the policy and facts of this run.
  private func leaveOut(
    _ since: ScanOptions.Since, _ examination: Examination, of report: inout ScanReport
  ) async throws(ScanError) {
    let tree = try EarlierTree(
      since, root: options.root, current: examination.files, runner: runner, isInScope: isInScope)
    guard let commit = tree.commit else {
      report.notifications = (report.notifications + [.firstCommit]).sorted()
      return
    }
    let detections = await withHub(try withStores(settled(tree)).detections, examination.void)
    // What a change of the policy adds is new, too: the earlier tree is held against the policy that it had.
    let then = since.policy.map { $0(tree.file) }
    if case .some(nil) = then { report.notifications.append(.noEarlierPolicy(since.revision)) }
    let policy = (then ?? nil) ?? options.policy
    let void = policy.voidCorrections(root: options.root)
    let earlier = await resolve(detections, policy, void)
    var known = KnownFindings(await evaluate(earlier, policy, void, detections.comments).findings)
    let count = report.findings.count
    // What the change would silence is told, however old it is.
    report.findings.removeAll { $0.proposedWaiver == nil && known.take($0) }
    report.notifications += tree.notifications
    report.notifications.append(.known(count - report.findings.count, since: since.revision, commit))
    report.notifications.sort()
  }

  /// Whether the scan would look at a file of that path.
  private func isInScope(_ path: String) -> Bool {
    runner.wants(FilePath(path)) && options.leavesIn(path)
  }

  /// With what the hub, where it is asked, says of the models that nothing local settles.
  private func withHub(_ detections: Detections, _ void: [PolicyOrigin: String]) async -> Detections {
    guard let hub = options.hub else { return detections }
    var all = detections
    all.outside += await HubRounds(desk: hub, date: options.today.description).declarations { heard in
      var detections = detections
      detections.outside += heard
      return await resolve(detections, options.policy, void).models
    }
    return all
  }

  /// With what the stores on the disk, where they are asked, say of the models that were found.
  private func withStores(
    _ detections: Detections
  ) throws(ScanError) -> (detections: Detections, digests: [ModelName: [FileDigest]]) {
    let bases = detections.declarations.flatMap(\.bases) + detections.outside.flatMap(\.bases)
    var revisions: [ModelName: Set<String?>] = [:]
    for model in detections.references.map(\.model) + bases.map(\.model) where model.registry != .local {
      revisions[model] = []
    }
    // What loads without a revision takes the present state; what only names the model, none of its own.
    for reference in detections.references where reference.revision != .notApplicable {
      revisions[reference.model]?.insert(reference.revision.name)
    }
    let sorted = revisions.sorted { $0.key < $1.key }.map { model, revisions in
      (name: model, revisions: revisions.isEmpty ? [nil] : revisions.sorted { ($0 ?? "") < ($1 ?? "") })
    }
    var readings: [StoreReading] = []
    if let path = options.hubCache {
      readings.append(HubCache(store: try store(path, "--hub-cache"), runner: runner).read(sorted))
    }
    if let path = options.ollamaStore {
      readings.append(OllamaStore(store: try store(path, "--ollama-store"), runner: runner).read(sorted.map(\.name)))
    }
    var detections = detections
    detections.outside += readings.flatMap(\.declarations)
    detections.notifications += readings.flatMap(\.notifications)
    let digests = readings.reduce(into: [:]) { $0.merge($1.digests) { one, other in one + other } }
    return (detections, digests)
  }

  private func store(_ path: String, _ option: String) throws(ScanError) -> FileStore {
    do {
      return try FileStore(path: path)
    } catch {
      throw ScanError(message: "\(option) \(path) could not be read: \(error.message)")
    }
  }

  private func walk() async throws(ScanError) -> Walk {
    var walkOptions = WalkOptions()
    walkOptions.respectIgnoreFiles = options.respectIgnoreFiles
    walkOptions.jobs = options.jobs
    let runner = runner
    walkOptions.wants = { path, _ in runner.wants(FilePath(Self.string(path))) }
    walkOptions.readsApart = { link, target in
      runner.readsApart(FilePath(Self.string(link)), FilePath(Self.string(target)))
    }
    if !options.include.isEmpty {
      let include = options.include
      walkOptions.include = { path, _ in
        let path = Self.string(path)
        return include.contains { $0.matches(path) }
      }
    }
    if !options.exclude.isEmpty {
      let exclude = options.exclude
      walkOptions.exclude = { path, isDirectory in
        let path = Self.string(path) + (isDirectory ? "/" : "")
        return exclude.contains { $0.matches(path) }
      }
    }
    do {
      return try await Walker.walk(root: options.root, options: walkOptions)
    } catch {
      throw ScanError(message: "\(options.root) could not be scanned: \(error.message)")
    }
  }

  private static func string(_ bytes: Span<UInt8>) -> String {
    var copy: [UInt8] = []
    copy.reserveCapacity(bytes.count)
    for index in bytes.indices { copy.append(bytes[index]) }
    return String(decoding: copy, as: UTF8.self)
  }
}

extension Notification {
  /// A pattern with a slip in it lets a scan look clean that has seen nothing.
  fileprivate static func nothingLeft(include: Bool, exclude: Bool) -> Self {
    let options = [include ? "--include" : nil, exclude ? "--exclude" : nil].compactMap(\.self)
    return Self(
      level: .warning,
      message: "No file that could name a model is left by \(options.joined(separator: " and ")); check the patterns.")
  }

  fileprivate static let firstCommit = Self(
    level: .note, message: "The branch has no commit yet (--since HEAD), so everything is new.")

  fileprivate static func known(_ count: Int, since revision: String, _ commit: String) -> Self {
    let words = count == 1 ? "1 finding that was there" : "\(count) findings that were there"
    let verb = count == 1 ? "is" : "are"
    return Self(level: .note, message: "\(words) at \(commit.prefix(12)) (--since \(revision)) \(verb) left out.")
  }

  /// What the lock file holds of models that the tree does not name any more.
  fileprivate static func unused(_ lock: LockedModels?, _ models: [ResolvedModel]) -> [Self] {
    guard let lock, lock.isStrict else { return [] }
    let names = Set(models.map(\.name))
    return lock.models.values.filter { !names.contains($0.name) }.map { entry in
      Self(
        level: .note,
        message:
          "\(lock.path):\(entry.line) holds \(entry.name.id), which the tree does not name; `proviso lock` drops it.")
    }
  }

  init(_ trouble: FileTrouble) {
    self.init(
      level: trouble.level == .note ? .note : .warning, message: trouble.message, path: trouble.path,
      isIncomplete: trouble.isIncomplete)
  }
}

extension Notification {
  fileprivate static func noEarlierPolicy(_ revision: String) -> Self {
    Self(
      level: .warning,
      message:
        "There is no valid policy of that name at \(revision), so the tree of then is held against the policy of now: findings that only the policy's change adds are left out."
    )
  }
}

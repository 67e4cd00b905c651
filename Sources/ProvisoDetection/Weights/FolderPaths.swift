package import ProvisoCore
internal import ProvisoText

/// Paths in code, settings and scripts that lead to folders of weights in the tree, whoever reads them there and by whatever call:
/// `model_path: lab/m`, `MODEL_DIR=./lab/m`, `./lab/m:/models/m` of a volume, `--lora-modules a=lab/ad`, `cp -r lab dist`,
/// `os.path.join(ROOT, "m")`, `Path("lab") / "m"`.
///
/// Which folders have weights, the whole tree tells: what leads to none of them is nothing. Not taken are comments, patterns, paths
/// that are written to or removed, those that leave something out, and a bare word that nothing puts behind a folder.
package struct FolderPaths: Sendable {
  /// The models of each folder that has weights in it, by the folder's path.
  private let models: [String: [String]]
  /// The folders that have weights in them or below them, by their last part.
  private let named: [String: [String]]
  /// The parts of these paths, as they stand behind a slash or in quotes.
  private let needles: NeedleSet

  private static let mostFolders = 2_000
  private static let mostModels = 200
  private static let mostReferences = 1_000

  /// - Parameter detections: of the whole tree. nil where no folder of it has weights.
  package init?(_ detections: Detections) {
    var models: [String: [String]] = [:]
    var seen: Set<String> = []
    for declaration in detections.declarations
    where declaration.source == .weightMetadata && declaration.establishesModel
      && seen.insert(declaration.model).inserted
    {
      let isFile = declaration.model == declaration.location.path
      let folder = isFile ? FilePath(declaration.model).directory : declaration.model
      guard folder != ".", models[folder] != nil || models.count < Self.mostFolders else { continue }
      models[folder, default: []].append(declaration.model)
    }
    guard !models.isEmpty else { return nil }
    Self.follow(detections.folderLinks, &models)
    self.models = models
    var named: [String: Set<String>] = [:]
    for folder in models.keys {
      for path in Self.folders(above: folder) { named[FilePath(path).name, default: []].insert(path) }
    }
    self.named = named.mapValues { $0.sorted() }
    needles = NeedleSet(named.keys.sorted().flatMap { name in Self.signs.map { $0 + name } })
  }

  /// Adds the paths that lead to the folders through links, also those in folders that links lead to.
  private static func follow(_ links: [String: String], _ models: inout [String: [String]]) {
    let leading = links.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }
    for _ in 0..<mostLinks {
      let known = models
      let above = Set(known.keys.flatMap(folders(above:)))
      for (link, target) in leading where above.contains(target) {
        for (folder, inIt) in known where folder == target || folder.utf8.starts(with: "\(target)/".utf8) {
          guard models.count < mostFolders else { break }
          models[link + folder.dropFirst(target.count)] = inIt
        }
      }
      guard models.count > known.count, models.count < mostFolders else { return }
    }
  }

  /// Nobody links deeper on purpose, and links that lead above themselves have no end.
  private static let mostLinks = 4

  /// The folder and those above it but the root.
  private static func folders(above folder: String) -> [String] {
    var paths: [String] = []
    var path = folder
    while path != "." {
      paths.append(path)
      path = FilePath(path).directory
    }
    return paths
  }

  /// What stands before a part of a path.
  private static let signs = ["/", "\"", "'", " ", "="]

  package func wants(_ path: FilePath) -> Bool {
    let name = path.lowercasedName
    guard !path.string.hasPrefix(".vscode/"), !path.string.hasPrefix(".idea/") else { return false }
    // What tests and documents do with weights reaches nobody.
    guard ![.test, .documentation].contains(path.scope), !name.hasPrefix("proviso"), !name.hasPrefix(".proviso"),
      !name.hasSuffix(".index.json")
    else { return false }
    if path.fileExtension == "json" { return JSONSettings().wants(path) && !JSONSettings.isOutput(path) }
    return Self.kind(of: path) != nil
  }

  private static func kind(of path: FilePath) -> ReferenceKind? {
    WeightPaths.kind(of: path) ?? more[path.fileExtension] ?? (EnvironmentFile().wants(path) ? .environment : nil)
  }

  private static let more: [String: ReferenceKind] = [
    "bash": .shell, "zsh": .shell, "ps1": .shell, "bat": .shell, "mk": .shell, "tf": .terraform, "hcl": .configuration,
    "properties": .configuration, "gradle": .configuration, "kts": .code, "cjs": .code, "mts": .code, "jsx": .code,
    "vue": .code, "svelte": .code, "lua": .code, "ex": .code, "exs": .code, "ipynb": .notebook,
    "service": .configuration,
  ]

  /// The references to the tree's own models that the file has.
  func detect(in input: DetectionInput) -> Detections {
    guard let kind = Self.kind(of: input.path) else { return Detections() }
    let bytes = input.source.bytes
    var search = FolderSearch(paths: self, input: input, kind: kind)
    var found = Detections()
    var last = -1
    needles.forEachMatch(in: bytes.span) { _, offset in
      guard offset >= last, let (range, models, places) = search.use(at: offset) else { return search.mayGoOn }
      if found.references.isEmpty, PolicyText.isOne(bytes) || search.isJSON && RecordedPath.isReport(input.source) {
        return false
      }
      last = range.upperBound
      let location = input.location(range)
      for place in places {
        found.references += models.map { model in
          var use = input.reference(
            .local(model), at: location, as: input.source.string(in: range), kind: kind, confidence: .medium)
          use.usedAt = place
          return use
        }
      }
      return search.mayGoOn && found.references.count < Self.mostReferences
    }
    if !search.mayGoOn || found.references.count >= Self.mostReferences {
      var notification = input.notification(
        .warning, "It has too many paths like those of the tree's folders of weights; the rest was not followed.")
      notification.isIncomplete = true
      found.notifications.append(notification)
    }
    return found
  }

  /// The models of the folder, and of those below it where all of it is taken.
  fileprivate func models(of folder: String, all: Bool) -> [String] {
    guard all else { return models[folder] ?? [] }
    let below = models.keys.filter { $0 == folder || $0.utf8.starts(with: "\(folder)/".utf8) }
    return Array(below.sorted().flatMap { models[$0] ?? [] }.prefix(Self.mostModels))
  }

  /// The folders that have weights in or below them and go by this name.
  fileprivate func folders(named name: String) -> [String] { named[name] ?? [] }
}

/// Looks at the places of one file where a folder's name stands.
private struct FolderSearch {
  let paths: FolderPaths
  let input: DetectionInput
  let kind: ReferenceKind
  private let bytes: [UInt8]
  private var constants: PathConstants
  private var copies: CopyTargets

  private static let longestPath = 300
  /// Nobody writes more paths into one file, and each is looked at for some hundred bytes around it.
  private static let mostPlaces = 20_000
  private var places = 0

  var mayGoOn: Bool { places < Self.mostPlaces }
  let isJSON: Bool

  init(paths: FolderPaths, input: DetectionInput, kind: ReferenceKind) {
    self.paths = paths
    self.input = input
    self.kind = kind
    bytes = input.source.bytes
    isJSON = input.path.fileExtension.hasPrefix("json")
    constants = PathConstants(bytes: input.source.bytes, mayBeBare: ![.code, .notebook].contains(kind))
    copies = CopyTargets(input.source, isScript: kind == .shell || input.path.scope == .ci)
  }

  /// The path that has a folder's name behind the sign at `offset`, the models to which it leads, and where they are used; nil for in
  /// this file.
  mutating func use(at offset: Int) -> (range: Range<Int>, models: [String], places: [String?])? {
    var end = offset + 1
    while end < bytes.count, Self.isNameByte(bytes[end]) { end += 1 }
    let name = String(decoding: bytes[offset + 1..<end], as: UTF8.self)
    guard !paths.folders(named: name).isEmpty else { return nil }
    places += 1
    guard
      let path = WrittenPath(in: bytes, around: offset, to: end, longest: Self.longestPath), !isPattern(end),
      let folder = folder(path), !isComment(path.range), !isElsewhere(path.range)
    else { return nil }
    let targets = copied(folder, path)
    let takesAll = !targets.isEmpty || isMounted(path.range)
    let models = paths.models(of: folder, all: takesAll && !goesOn(path.range.upperBound))
    let own = models.filter {
      !targets.isEmpty || !input.path.string.utf8.starts(with: "\(folder)/".utf8) || $0 == input.path.string
    }
    return own.isEmpty ? nil : (path.range, own, targets.isEmpty ? [nil] : targets)
  }

  private var isScript: Bool { kind == .shell || input.path.scope == .ci }

  /// Where commands and calls put the folder: what is copied is used there, and not where the script lies.
  private mutating func copied(_ folder: String, _ path: WrittenPath) -> [String] {
    guard isScript || kind == .code || kind == .notebook else { return [] }
    let targets = copies.targets(of: path.range)
    guard !targets.isEmpty else { return [] }
    let place = TreePath.base(of: path.text, leadingTo: folder, from: input.path.directory)
    return targets.compactMap { RelativePath.resolved("\($0)/\(FilePath(folder).name)", from: place) }
  }

  /// The folder of the tree, as a path from its root.
  private mutating func folder(_ path: WrittenPath) -> String? {
    let candidates = paths.folders(named: path.parts.last ?? "")
    guard !candidates.isEmpty else { return nil }
    if case .nothing = path.prefix, path.text.utf8.contains(UInt8(ascii: "/")),
      let folder = TreePath.nearest(path.text, from: input.path.directory, among: candidates)
    {
      return folder
    }
    switch path.prefix {
    case .root: return TreePath.only(path.parts, among: candidates, least: 2)
    case .variable(let name):
      return behind([name.flatMap { constants[$0] }], path.parts, candidates)
    case .nothing:
      if path.isQuoted, let before = PathExpression.parts(before: path.range.lowerBound - 1, in: bytes) {
        let parts = before.map { part -> String? in
          switch part {
          case .text(let text): text
          case .name(let name): constants[name]
          case .unknown: nil
          }
        }
        return behind(parts, path.parts, candidates)
      }
      if !path.isQuoted, path.parts.count == 1, !goesOn(path.range.upperBound), asksForFolder(path.range) {
        return TreePath.nearest(path.text, from: input.path.directory, among: candidates)
      }
      return path.parts.count > 1 ? TreePath.only(path.parts, among: candidates, least: 2) : nil
    }
  }

  /// Whether a longer path has begun.
  private func goesOn(_ end: Int) -> Bool {
    end + 1 < bytes.count && bytes[end] == UInt8(ascii: "/") && Self.isNameByte(bytes[end + 1])
  }

  /// Whether a bare word is the name of a folder there: `model_dir: m`, `cp -r lab dist`.
  private mutating func asksForFolder(_ range: Range<Int>) -> Bool {
    if isScript, CommandAround(range, in: input.source).isCopy || !copies.targets(of: range).isEmpty { return true }
    let words = SettingAround.word(before: range.lowerBound, in: bytes).split { !$0.isLetter }
    return words.last.map { ["dir", "directory", "folder", "path"].contains($0) } == true
  }

  /// The folder behind parts of which some are known only at run time.
  private func behind(_ before: [String?], _ parts: [String], _ candidates: [String]) -> String? {
    let known = before.reversed().prefix { $0 != nil }.reversed().compactMap(\.self)
    for start in 0...known.count {
      let whole = known[start...].flatMap { $0.split(separator: "/").map(String.init) } + parts
      let place = input.path.directory
      if let folder = TreePath.nearest(whole.joined(separator: "/"), from: place, among: candidates) { return folder }
    }
    let whole = known.flatMap { $0.split(separator: "/").map(String.init) } + parts
    // A word that everybody calls such a folder says too little behind one that nobody knows.
    let least = whole.count == 1 && !TreePath.isGeneral(parts[0]) ? 1 : 2
    return TreePath.only(whole, among: candidates, least: least)
  }

  /// `lab/*`, `lab/**/*.py`
  private func isPattern(_ end: Int) -> Bool {
    guard end < bytes.count else { return false }
    return bytes[end] == UInt8(ascii: "*")
      || bytes[end] == UInt8(ascii: "/") && end + 1 < bytes.count && bytes[end + 1] == UInt8(ascii: "*")
  }

  private func isComment(_ range: Range<Int>) -> Bool {
    kind != .notebook && WeightPaths.isInComment(range, in: input.source)
  }

  /// Whether a volume takes the folder along with all below it, or a command copies it.
  private func isMounted(_ range: Range<Int>) -> Bool {
    var end = range.upperBound
    while end < bytes.count, bytes[end] == UInt8(ascii: "/") { end += 1 }
    if end + 1 < bytes.count, bytes[end] == UInt8(ascii: ":"), bytes[end + 1] == UInt8(ascii: "/") { return true }
    if ["source", "src", "hostpath"].contains(SettingAround.word(before: range.lowerBound, in: bytes)) { return true }
    return isScript && Self.taking.contains(CommandAround(range, in: input.source).name)
  }

  /// Commands that take a folder along with all below it.
  private static let taking: Set<String> = ["cp", "mv", "rsync", "scp", "tar", "zip", "ln"]

  /// Whether the path is removed, written to, or left out.
  private func isElsewhere(_ range: Range<Int>) -> Bool {
    let name = SettingAround.word(before: range.lowerBound, in: bytes)
    if Self.isOther(name) { return true }
    if isScript {
      let command = CommandAround(range, in: input.source)
      if ["rm", "ls", "du", "mkdir"].contains(command.name) { return true }
      if let target = command.destination, target.range.overlaps(range) { return true }
    } else if copies.isTarget(range) {
      return true
    }
    if isJSON, RecordedPath.isOne(range, in: bytes) { return true }
    guard kind == .configuration || kind == .kubernetes else { return false }
    return Self.isOther(SettingAround.key(of: range.lowerBound, in: input.source))
  }

  private static func isOther(_ name: String) -> Bool {
    name.split { !$0.isLetter }.contains { others.contains($0) }
  }

  private static let others = WordTable(
    """
    exclude excludes excluded ignore ignores ignored omit skip output outputs outdir save dest destination mkdir makedirs
    rmtree rm remove unlink delete log logs logdir tmp
    """)

  private static func isNameByte(_ byte: UInt8) -> Bool {
    ASCII.isWord(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte >= 0x80
  }
}

/// A path as it stands in a file, up to a folder's name.
private struct WrittenPath {
  /// What it counts from.
  enum Prefix {
    case nothing
    /// The root of some file system: a container's, as often as not.
    case root
    /// What a variable holds; nil for an expression.
    case variable(String?)
  }

  var range: Range<Int>
  var text: String
  var prefix = Prefix.nothing
  /// Whether a quote stands on either side, with nothing else in it.
  var isQuoted: Bool

  var parts: [String] { text.split(separator: "/").filter { $0 != "." }.map(String.init) }

  /// - Parameters:
  ///   - sign: the slash or quote before the folder's name.
  ///   - end: behind the name.
  init?(in bytes: [UInt8], around sign: Int, to end: Int, longest: Int) {
    var start = sign + (bytes[sign] == UInt8(ascii: "/") ? 0 : 1)
    while start > 0, end - start <= longest, Self.isPathByte(bytes[start - 1]) { start -= 1 }
    while start < end, bytes[start] == UInt8(ascii: "-") { start += 1 }
    guard end - start <= longest, start < end, bytes[end - 1] != UInt8(ascii: ".") else { return nil }
    let before = start > 0 ? bytes[start - 1] : 0x0A
    guard before != UInt8(ascii: "@"), before != UInt8(ascii: "<") else { return nil }
    text = String(decoding: bytes[start..<end], as: UTF8.self)
    guard !text.contains("//") else { return nil }
    range = start..<end
    let isOpen = before == UInt8(ascii: "\"") || before == UInt8(ascii: "'")
    isQuoted = isOpen && end < bytes.count && bytes[end] == before
    if before == UInt8(ascii: "$") || before == UInt8(ascii: "%") || before == UInt8(ascii: "~") {
      // In bytes: what is not UTF-8 is longer as text.
      guard let slash = bytes[start..<end].firstIndex(of: UInt8(ascii: "/")) else { return nil }
      let name = String(decoding: bytes[start..<slash], as: UTF8.self)
      prefix = .variable(before == UInt8(ascii: "$") ? name : nil)
      range = slash + 1..<end
      text = String(decoding: bytes[range], as: UTF8.self)
    } else if text.hasPrefix("/") {
      prefix =
        before == UInt8(ascii: "}") || before == UInt8(ascii: ")")
        ? .variable(Self.name(inBracesBefore: start, bytes)) : .root
      // `ROOT + "/m"`
      if isQuoted, let parts = PathExpression.parts(before: start - 1, in: bytes) {
        if case .name(let name)? = parts.last { prefix = .variable(name) } else { prefix = .variable(nil) }
      }
      text = String(text.drop { $0 == "/" })
    }
    guard !text.isEmpty else { return nil }
  }

  /// `ROOT` of `${ROOT}/m` and of `{ROOT}/m`.
  private static func name(inBracesBefore offset: Int, _ bytes: [UInt8]) -> String? {
    guard offset > 1, bytes[offset - 1] == UInt8(ascii: "}") else { return nil }
    var start = offset - 1
    while start > 0, offset - start < 80, ASCII.isWord(bytes[start - 1]) { start -= 1 }
    guard start > 0, start < offset - 1, bytes[start - 1] == UInt8(ascii: "{") else { return nil }
    return String(decoding: bytes[start..<offset - 1], as: UTF8.self)
  }

  private static func isPathByte(_ byte: UInt8) -> Bool {
    ASCII.isWord(byte) || "/.-".utf8.contains(byte) || byte >= 0x80
  }
}

/// Where paths lead in the tree.
private enum TreePath {
  /// Names that folders of weights have everywhere.
  private static let general = WordTable(
    """
    adapter adapters assets base best bin checkpoint checkpoints ckpt data final last lora main model models output outputs
    resources tokenizer weights
    """)

  static func isGeneral(_ name: String) -> Bool { general.contains(name) }

  /// From the folder or one above it.
  static func nearest(_ path: String, from place: String, among candidates: [String]) -> String? {
    var folder = place
    while true {
      if let whole = RelativePath.resolved(path, from: folder), candidates.contains(whole) { return whole }
      if folder == "." { return nil }
      folder = FilePath(folder).directory
    }
  }

  /// The folder that `path` counts from where it leads to `folder`; the root where that is not known.
  static func base(of path: String, leadingTo folder: String, from place: String) -> String {
    var base = place
    while base != ".", RelativePath.resolved(path, from: base) != folder { base = FilePath(base).directory }
    return base
  }

  /// The only folder whose path ends in the last `least` parts or more, as many as are there.
  static func only(_ parts: [String], among candidates: [String], least: Int) -> String? {
    let parts = parts.filter { $0 != ".." }
    guard parts.count >= least else { return nil }
    for start in 0...(parts.count - least) {
      let end = parts[start...].joined(separator: "/")
      let found = candidates.filter { $0 == end || $0.utf8.count > end.utf8.count && $0.hasSuffix("/\(end)") }
      if found.count == 1 { return found[0] }
    }
    return nil
  }
}

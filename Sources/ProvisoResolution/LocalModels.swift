internal import ProvisoCore
internal import ProvisoKnowledge

/// Brings the declarations of one model together: the files of its folder, and the folders below that are parts of it.
struct LocalModels {
  /// The declarations of each model, by its id.
  private(set) var declarations: [String: [ModelDeclaration]] = [:]
  /// The license texts in the folder above each model, where one of them is named for the model, and what the README of the
  /// root says of weights.
  private(set) var textsAbove: [String: [ModelDeclaration]] = [:]
  private var owners: [String: String] = [:]
  /// The model that each file belongs to which makes one.
  private var fileOwners: [String: String] = [:]
  /// The models whose files go by a name.
  private var namedOwners: [Substring: Set<String>] = [:]
  /// The models that go by a hub id in lower case.
  private var hubOwners: [String: Set<String>] = [:]
  private let links: [String: String]
  /// The weight files that are models under their own names.
  private var files: Set<String> = []
  /// By a folder, it and the weight files in it. A text that is not named for the model never reaches folders below: at the root
  /// of a repository it speaks of the code.
  private var modelsBeside: [String: [String]] = [:]
  /// By a folder, the folders in it, and the weight files in them.
  private var modelsBelow: [String: [String]] = [:]
  private var folders: FolderTexts

  /// What of the tree no model hears.
  var notifications: [Notification] { folders.notifications }

  /// - Parameter links: the folders that links of the tree lead to, by the paths of the links.
  init(_ all: [ModelDeclaration], links: [String: String] = [:], library: LicenseLibrary = .shared) {
    self.links = links
    folders = FolderTexts(library: library)
    let establishing = all.filter(\.establishesModel)
    let wholes = Set(establishing.filter { $0.source == .modelCard }.map(\.model))
      .union(establishing.filter { Self.isIndex($0.location.path) }.map(\.model))
    files = Set(establishing.filter { $0.location.path == $0.model || Self.isPackage($0.model) }.map(\.model))
    var above: [String: String] = [:]
    for model in Set(establishing.map(\.model)) { owners[model] = Self.owner(of: model, wholes: wholes, &above) }
    for model in owners.keys {
      let isFile = files.contains(model)
      let folder = isFile ? Self.parent(of: model) : model
      modelsBeside[model, default: []].append(model)
      if isFile { modelsBeside[folder, default: []].append(model) }
      let above = Self.parent(of: folder)
      if above != folder { modelsBelow[above, default: []].append(model) }
    }
    for declaration in establishing {
      fileOwners[declaration.location.path] = owners[declaration.model]
      if let owner = owners[declaration.model] {
        namedOwners[Self.name(of: declaration.location.path), default: []].insert(owner)
      }
    }
    for declaration in establishing where !declaration.isOfFolder {
      if let owner = owners[declaration.model] { declarations[owner, default: []].append(declaration) }
    }
    addTexts(all.filter { !$0.establishesModel && !$0.isOfFolder })
    addProse(all.filter(\.isOfFolder))
    followLinks(all.filter { $0.source == .licenseFile })
    for (model, owner) in owners {
      if let id = Self.hubID(ofPath: model) { hubOwners[id, default: []].insert(owner) }
    }
    for (owner, declarations) in declarations {
      for name in declarations.compactMap(\.name?.name) where name.split(separator: "/").count == 2 {
        hubOwners[name.lowercased(), default: []].insert(owner)
      }
    }
    readTextsAbove(all.filter { $0.source == .licenseFile })
    readProseOfRoot(
      all.filter { $0.source == .readme && $0.model == "." && !$0.isOfFolder },
      texts: all.filter { $0.source == .licenseFile && $0.model == "." })
  }

  /// The license text in another folder to which a card's `license_link` leads is the model's.
  private mutating func followLinks(_ texts: [ModelDeclaration]) {
    guard !texts.isEmpty else { return }
    let byPath = Dictionary(texts.map { ($0.location.path, $0) }) { first, _ in first }
    for (owner, own) in declarations {
      let known = Set(own.map(\.location.path))
      var links: Set<String> = []
      for license in own.flatMap(\.licenses) {
        guard let link = license.link?.prefix(while: { $0 != "#" }), !link.contains("://"), !link.hasPrefix("/"),
          let path = RelativePath.resolved(link, from: Self.parent(of: license.location.path)), !known.contains(path)
        else { continue }
        links.insert(path)
      }
      declarations[owner]?.append(contentsOf: links.sorted().compactMap { byPath[$0] })
    }
  }

  /// A license text belongs to the models of its folder, be they the folder itself or files in it.
  private mutating func addTexts(_ texts: [ModelDeclaration]) {
    for (folder, texts) in Dictionary(grouping: texts, by: \.model).sorted(by: { $0.key < $1.key }) {
      let targets = ownersBeside(folder)
      guard !targets.isEmpty else { continue }
      let heard = folders.heard(texts)
      for target in targets { declarations[target, default: []] += heard }
    }
  }

  /// What a document without front matter says belongs to the one model of its folder. At the root, where a README speaks of the
  /// project, it takes a model that the root itself is.
  private mutating func addProse(_ prose: [ModelDeclaration]) {
    for (folder, prose) in Dictionary(grouping: prose, by: \.model).sorted(by: { $0.key < $1.key }) {
      let beside = ownersBeside(folder)
      guard beside.count == 1, let owner = beside.first, folder != "." || owner == "." else { continue }
      let hasBases = declarations[owner]?.contains { $0.source == .modelCard && !$0.bases.isEmpty } == true
      for var declaration in folders.heard(prose) {
        if hasBases { declaration.bases = [] }
        guard !declaration.licenses.isEmpty || !declaration.bases.isEmpty else { continue }
        declarations[owner, default: []].append(declaration)
      }
    }
  }

  /// The models that a folder and the weights in it belong to.
  private func ownersBeside(_ folder: String) -> Set<String> {
    Set((modelsBeside[folder] ?? []).compactMap { owners[$0] })
  }

  /// Weights that Ultralytics' library loads were made with it, whatever they are called: `best.pt` is its trainer's output.
  mutating func add(madeByUltralytics reference: ModelReference) {
    let id = reference.model.id
    let owner = owners[id] ?? id
    guard declarations[owner]?.contains(where: { !$0.bases.isEmpty }) != true else { return }
    let base = DeclaredBase(
      model: UltralyticsName.library, relation: nil, location: reference.location, confidence: .medium)
    declarations[owner, default: []].append(
      ModelDeclaration(
        model: owner, source: .modelConfig, location: reference.location, bases: [base], establishesModel: false,
        scope: reference.scope))
  }

  /// Files whose folder is a model of several folders.
  private static func isIndex(_ path: String) -> Bool {
    ["model_index.json", "modules.json", "MLmodel"].contains(name(of: path))
  }

  /// Core ML's folders are files to whoever looks at them.
  private static func isPackage(_ model: String) -> Bool {
    model.hasSuffix(".mlpackage") || model.hasSuffix(".mlmodelc")
  }

  private mutating func readTextsAbove(_ texts: [ModelDeclaration]) {
    for (folder, texts) in Dictionary(grouping: texts, by: \.model)
    where texts.contains(where: { $0.licenses.contains { $0.subject == .model } }) {
      let below = Set((modelsBelow[folder] ?? []).compactMap { owners[$0] }).subtracting(ownersBeside(folder))
      guard !below.isEmpty else { continue }
      let heard = folders.heard(texts)
      for target in below { textsAbove[target, default: []] += heard }
    }
  }

  /// What the README of the root says of the weights is said of all in the tree.
  private mutating func readProseOfRoot(_ prose: [ModelDeclaration], texts: [ModelDeclaration]) {
    guard prose.contains(where: { $0.licenses.contains { $0.subject == .model } }) else { return }
    let others = Set(owners.values).subtracting(ownersBeside("."))
    guard !others.isEmpty else { return }
    let (prose, texts) = (folders.heard(prose), folders.heard(texts))
    for target in others {
      let known = Set((textsAbove[target] ?? []).map(\.location))
      textsAbove[target, default: []] += prose + texts.filter { !known.contains($0.location) }
    }
  }

  /// The model that the folder or file `id` is a part of; itself when it is a whole. Nil for what is no model.
  func owner(of id: String) -> String? { owners[id] }

  /// Looking from every folder above one that lies thousands deep would cost more than all else that is asked of the file.
  private static let mostFoldersAbove = 64

  /// The model to which `path` leads, as the file `place` has it: from its folder, one of ``mostFoldersAbove`` it or the root. A bare
  /// name leads to the one file of that name.
  func owner(ofPath path: String, in place: String) -> String? {
    let (rest, up) = Self.plain(path)
    var folder = Self.parent(of: place)[...]
    for _ in 0..<up {
      guard folder != "." else { return nil }
      folder = folder.utf8.lastIndex(of: UInt8(ascii: "/")).map { folder[..<$0] } ?? "."
    }
    for step in 0... {
      if step == Self.mostFoldersAbove { folder = "." }
      let file = folder == "." ? rest : rest.isEmpty ? String(folder) : "\(folder)/\(rest)"
      if !file.isEmpty, let owner = fileOwners[file] ?? owners[file] ?? ownerBehindLinks(file) { return owner }
      if folder == "." { break }
      folder = folder.utf8.lastIndex(of: UInt8(ascii: "/")).map { folder[..<$0] } ?? "."
    }
    guard !path.contains("/"), let named = namedOwners[path[...]], named.count == 1 else { return nil }
    return named.first
  }

  /// The one model of the tree that goes by the hub id `id`: its folder's path ends in it, as `owner/name` or `owner--name`, or its
  /// card has it as its name.
  func owner(ofHubID id: String) -> String? {
    guard let owners = hubOwners[id.lowercased()] else { return ownerBehindLinks(id) }
    return owners.count == 1 ? owners.first : nil
  }

  /// The model that lies where a path from the root leads through links.
  private func ownerBehindLinks(_ path: String) -> String? {
    guard !links.isEmpty else { return nil }
    var path = path
    for _ in 0..<Self.mostLinks {
      var end = path.startIndex
      var next: String?
      while next == nil, end < path.endIndex {
        end = path[end...].dropFirst().firstIndex(of: "/") ?? path.endIndex
        guard let target = links[String(path[..<end])] else { continue }
        next = [target, String(path[end...].drop { $0 == "/" })].filter { !$0.isEmpty }.joined(separator: "/")
      }
      guard let next else { return nil }
      path = next.isEmpty ? "." : next
      if let owner = fileOwners[path] ?? owners[path] { return owner }
    }
    return nil
  }

  /// As many as a system follows.
  private static let mostLinks = 40

  /// The hub id that the end of a folder's path is, in lower case.
  private static func hubID(ofPath path: String) -> String? {
    let parts = path.lowercased().split(separator: "/")
    guard let last = parts.last, last != "." else { return nil }
    let names = last.split(separator: "--", omittingEmptySubsequences: false)
    if names.count == 2, names.allSatisfy({ !$0.isEmpty }) { return names.joined(separator: "/") }
    return parts.count > 1 ? parts.suffix(2).joined(separator: "/") : nil
  }

  private static func name(of path: String) -> Substring {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[path.utf8.index(after: $0)...] } ?? path[...]
  }

  /// The path written in the one shortest way, and how many folders up it leads before it leads down.
  private static func plain(_ path: String) -> (rest: String, up: Int) {
    var parts: [Substring.UTF8View] = []
    var up = 0
    for part in path.utf8.split(separator: UInt8(ascii: "/")) where !part.elementsEqual(".".utf8) {
      if !part.elementsEqual("..".utf8) { parts.append(part) } else if parts.popLast() == nil { up += 1 }
    }
    return (parts.map { String(Substring($0)) }.joined(separator: "/"), up)
  }

  /// The nearest folder at or above `model` that is a whole model: it has a card or an index of its own. A weight file with a
  /// name of its own belongs to its folder's card.
  ///
  /// - Parameter known: what was found for folders before, "" for nothing: many models lie in one, however deep.
  private static func owner(of model: String, wholes: Set<String>, _ known: inout [String: String]) -> String {
    if wholes.contains(model) { return model }
    var passed: [String] = []
    var whole = ""
    var folder = model
    while folder != "." {
      folder = parent(of: folder)
      if let found = known[folder] {
        whole = found
        break
      }
      passed.append(folder)
      if wholes.contains(folder) {
        whole = folder
        break
      }
    }
    for folder in passed { known[folder] = whole }
    return whole.isEmpty ? model : whole
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return String(path[..<slash])
  }
}

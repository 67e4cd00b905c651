import ProvisoCore
import ProvisoText

/// Lays a policy over what it extends, and that over what it extends in turn.
struct PolicyAssembly {
  let knowledge: PolicyKnowledge
  let resolve: (_ name: String, _ child: String) throws -> SourceText?
  /// How messages print the path of a file.
  private let shown: (String) -> String
  private(set) var diagnostics: [PolicyDiagnostic] = []

  /// The documents from the first policy to the one being read, by name.
  private var open: [String] = []
  /// What has been read, so that a diamond of documents is not read twice at each of its levels. nil: it is wrong.
  private var drafts: [String: PolicyDraft?] = [:]

  /// The SHA-256 of each document, by name.
  private var hashes: [String: String] = [:]

  private static let maximumDepth = 8
  private static let maximumDocuments = 64

  init(
    knowledge: PolicyKnowledge, shown: @escaping (String) -> String = { $0 },
    resolve: @escaping (_ name: String, _ child: String) throws -> SourceText?
  ) {
    self.knowledge = knowledge
    self.shown = shown
    self.resolve = resolve
  }

  /// - Parameter name: `proviso:` and the name of a pack, or the path of a file.
  mutating func draft(named name: String, _ source: SourceText) -> PolicyDraft? {
    let reading = PolicyReading(source, path: name, shownPath: shown(name), knowledge: knowledge)
    guard let document = PolicyDocument(reading) else {
      diagnostics += reading.diagnostics
      drafts.updateValue(nil, forKey: name)
      return nil
    }
    open.append(name)
    let slot = diagnostics.count
    let isPack = name.hasPrefix(PolicyReference.packPrefix)
    var draft = document.draft
    draft.trail = [
      Policy.Layer(
        name: draft.name ?? (isPack ? String(name.dropFirst(PolicyReference.packPrefix.count)) : shown(name)),
        path: isPack ? nil : name, shownPath: isPack ? nil : shown(name))
    ]
    var parents = PolicyDraft()
    for item in document.extends {
      // Of several parents, a later one lies over those before it.
      guard let parent = parent(item, of: name, reading) else { continue }
      Loosening.report(parent, over: parents.ancestors, at: item.range, in: reading)
      let ancestors = [parent] + parent.ancestors + parents.ancestors
      parents = parent.over(parents)
      var names: Set<Policy.Layer?> = []
      parents.ancestors = ancestors.filter { names.insert($0.trail.first).inserted }
    }
    Loosening.report(draft, over: parents.ancestors, in: reading)
    draft = draft.over(parents)
    WaiversSection.refuse(in: &draft, in: reading)
    reportUnknownContexts(draft, in: reading)
    reportUnknownLicenses(draft, in: reading)
    open.removeLast()
    if open.isEmpty { reportRepeatedWaivers(draft, document, in: reading) }
    diagnostics.insert(contentsOf: reading.diagnostics, at: slot)
    drafts[name] = draft
    return draft
  }

  private mutating func parent(
    _ item: ExtendsSection.Item, of child: String, _ reading: PolicyReading
  ) -> PolicyDraft? {
    if item.packName == nil, child.hasPrefix(PolicyReference.packPrefix) {
      reading.error("a pack can extend packs only, found \(Quoted.text(item.reference))", at: item.range)
      return nil
    }
    let name = item.packName == nil ? PolicyReference.path(item.reference, from: child) : item.reference
    if let start = open.firstIndex(of: name) {
      let cycle = (open[start...] + [name]).map { "`\(shown($0))`" }.joined(separator: " → ")
      reading.error("the policy extends itself: \(cycle)", at: item.range)
      return nil
    }
    if let draft = drafts[name] { return isPinned(item, hashes[name] ?? "", name, reading) ? draft : nil }
    guard open.count <= Self.maximumDepth else {
      reading.error("policies extend one another more than \(Self.maximumDepth) levels deep", at: item.range)
      return nil
    }
    guard drafts.count + open.count < Self.maximumDocuments else {
      reading.error("a policy is made of at most \(Self.maximumDocuments) documents", at: item.range)
      return nil
    }
    do {
      if let source = try resolve(name, child) {
        let hash = SHA256.hexadecimal(source.bytes)
        hashes[name] = hash
        return isPinned(item, hash, name, reading) ? draft(named: name, source) : nil
      }
      let packs = knowledge.packNames.map { PolicyReference.packPrefix + $0 }
      reading.error(
        "there is no policy at \(Quoted.text(shown(name)))", at: item.range,
        hint: Suggestion.hint(for: item.reference, among: packs))
    } catch {
      reading.error("\(Quoted.text(shown(name))) cannot be read: \(error)", at: item.range)
    }
    return nil
  }

  /// Reports a copy that is not the one whose hash was written down.
  private func isPinned(
    _ item: ExtendsSection.Item, _ actual: String, _ name: String, _ reading: PolicyReading
  ) -> Bool {
    guard let expected = item.sha256, expected != actual else { return true }
    reading.error(
      "\(Quoted.text(shown(name))) is not the copy that was pinned: its SHA-256 is \(actual), expected \(expected)",
      at: item.range, hint: "read what has changed, then write the new hash")
    return false
  }

  private func reportUnknownContexts(_ draft: PolicyDraft, in reading: PolicyReading) {
    let ids = draft.contexts.map(\.id)
    for (id, range) in reading.mentionedContexts where !ids.contains(id) {
      reading.error("there is no context \(Quoted.text(id))", at: range, hint: Suggestion.hint(for: id, among: ids))
    }
  }

  /// A license of one's own may be described in the document, or in what it extends.
  private func reportUnknownLicenses(_ draft: PolicyDraft, in reading: PolicyReading) {
    let ids = draft.licenses.map(\.license.id)
    for (key, id, range) in reading.mentionedLicenses where !ids.contains(id) {
      reading.error(
        "`\(key)`: \(Quoted.text(id)) is not the id of a known license", at: range,
        hint: Suggestion.hint(for: id, among: ids + reading.knowledge.licenseIDs)
          ?? "describe it under `licenses`")
    }
  }

  /// Ids that stand in two documents; within one, the section has looked.
  private func reportRepeatedWaivers(_ draft: PolicyDraft, _ document: PolicyDocument, in reading: PolicyReading) {
    var first: [String: PolicyOrigin] = [:]
    for waiver in draft.waivers {
      guard let origin = first[waiver.id] else {
        first[waiver.id] = waiver.origin
        continue
      }
      guard origin.path != waiver.origin.path else { continue }
      let ownLine = origin.path == reading.path ? reading.source.lineRange(origin.line) : nil
      reading.error(
        "there are two waivers with the id \(Quoted.text(waiver.id))",
        at: ownLine ?? document.extends.first?.range ?? 0..<0, hint: "they are at \(origin) and \(waiver.origin)")
    }
  }
}

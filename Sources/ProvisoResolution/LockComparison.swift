internal import ProvisoCore
internal import ProvisoKnowledge

/// Holds a model against the lock file, and lets the file answer where nothing else does.
struct LockComparison {
  let lock: LockedModels
  let reader: ClaimReader
  let conclude: Conclude

  /// The model with what the lock file says of it among its claims. A correction stands above the file; any other claim
  /// that disagrees with it is a conflict. An entry that rests on no evidence, as none that `proviso lock` writes, says nothing.
  func compared(_ model: ResolvedModel) -> ResolvedModel {
    var model = model
    let entry = lock.models[model.name]
    model.lock = LockStanding(path: lock.path, entry: entry, differences: differences(model, entry))
    guard let entry, let license = entry.license, !entry.evidence.isEmpty else { return model }
    let claims = reader.claims(tag: license, name: nil, link: nil, source: .lock) { words in
      "\(lock.path):\(entry.line) has it as \"\(words)\", found on \(entry.date)"
    }
    let all = (model.license.claims + claims).sorted { ($0.source, $0.license) < ($1.source, $1.license) }
    if model.license.concluded == license || model.license.claims.contains(where: { $0.source == .correction }) {
      model.license.claims = all
    } else {
      let unanswered = model.license.unanswered
      model.license = conclude.conclusion(all, remark: model.license.remark)
      model.license.unanswered = unanswered
    }
    return model
  }

  private func differences(_ model: ResolvedModel, _ entry: LockedModel?) -> [LockDifference] {
    guard let entry else { return lock.isStrict ? [.missing] : [] }
    var differences: [LockDifference] = []
    if let license = entry.license, entry.evidence.isEmpty { differences.append(.unfounded(license: license)) }
    if entry.revision != model.revision, lock.isStrict || (entry.revision != nil && model.revision != nil) {
      differences.append(.revision(locked: entry.revision, now: model.revision))
    }
    let (locked, now) = (words(entry.license, entry.state), words(model.license.concluded, model.license.state))
    // Where nothing speaks of the model any more, the file is what answers.
    if locked != now, !(model.license.claims.isEmpty && model.license.remark == nil && entry.license != nil) {
      differences.append(.license(locked: locked, now: now + sides(model.license)))
    }
    for evidence in entry.evidence {
      guard let path = evidence.path, let hash = evidence.sha256 else { continue }
      let hashes = model.licenseTexts.filter { $0.location.path == path }.compactMap(\.sha256)
      if !hashes.contains(hash) { differences.append(.text(path: path, locked: hash, now: hashes.first)) }
    }
    return differences
  }

  /// What each of those says who disagree.
  private func sides(_ license: LicenseConclusion) -> String {
    guard license.state == .conflict else { return "" }
    var seen: Set<String> = []
    let sides = license.claims.map { "\($0.license) by the \($0.source.rawValue)" }.filter { seen.insert($0).inserted }
    return sides.isEmpty ? "" : ": \(sides.joined(separator: ", "))"
  }

  private func words(_ license: String?, _ state: LicenseState) -> String {
    switch (license, state) {
    case (let license?, .known): license
    case (let license?, _): "\(license) (\(state.rawValue))"
    case (nil, _): "no license (\(state.rawValue))"
    }
  }
}

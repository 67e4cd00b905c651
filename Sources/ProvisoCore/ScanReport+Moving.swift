extension ScanReport {
  /// Tells what was read through a link at the file that it leads to, which is what a review tool can show. What several links
  /// to one file say alike is said once; fingerprints stay those of the first link.
  ///
  /// - Parameter targets: the file that each link of the tree leads to.
  package mutating func move(throughLinks targets: [String: String]) {
    guard !targets.isEmpty else { return }
    let links = Links(targets: targets)
    for index in models.indices { models[index].move(links) }
    for index in findings.indices { findings[index].move(links) }
    findings = Self.merged(findings, links)
    for index in notifications.indices {
      notifications[index].path = notifications[index].path.map(links.target)
    }
    notifications = notifications.removingRepeats(\.self).sorted()
  }

  private struct Identity: Hashable {
    var rule: String
    var model: ModelName?
    var license: String?
    var location: Location
    var message: String
  }

  /// In order, with what is now at one place and says the same once, at the strictest level.
  private static func merged(_ findings: [Finding], _ links: Links) -> [Finding] {
    var result: [Finding] = []
    var places: [Identity: Int] = [:]
    for finding in findings {
      guard let location = finding.location, links.lead(to: location.path) else {
        result.append(finding)
        continue
      }
      let identity = Identity(
        rule: finding.rule, model: finding.model, license: finding.license, location: location,
        message: finding.message)
      if let index = places[identity] {
        if finding.level > result[index].level { result[index] = finding }
      } else {
        places[identity] = result.count
        result.append(finding)
      }
    }
    return result.inOrderOfPlace()
  }
}

extension [Finding] {
  /// In order of path and position, those without a place first; what is at one place stays in its order.
  package func inOrderOfPlace() -> Self {
    enumerated().sorted { one, other in
      switch (one.element.location, other.element.location) {
      case (nil, nil): one.offset < other.offset
      case (nil, _): true
      case (_, nil): false
      case (let first?, let second?): first == second ? one.offset < other.offset : first < second
      }
    }.map(\.element)
  }
}

/// Where the links of a tree lead.
private struct Links {
  private let targets: [String: String]
  private let ends: Set<String>

  init(targets: [String: String]) {
    self.targets = targets
    ends = Set(targets.values)
  }

  func target(_ path: String) -> String { targets[path] ?? path }

  func lead(to path: String) -> Bool { ends.contains(path) }

  func isLink(_ path: String) -> Bool { targets[path] != nil }
}

extension Location {
  fileprivate mutating func move(_ links: Links) { path = links.target(path) }
}

extension Finding {
  fileprivate mutating func move(_ links: Links) {
    location?.move(links)
    for index in related.indices { related[index].location.move(links) }
    related = related.filter { $0.location != location }.removingRepeats(\.self)
  }
}

extension ScanReport.Model {
  fileprivate mutating func move(_ links: Links) {
    for index in model.references.indices {
      let path = model.references[index].location.path
      guard links.isLink(path) else { continue }
      model.references[index].location.move(links)
      let remark = model.references[index].remark.map { $0 + ", " } ?? ""
      model.references[index].remark = remark + "read through the link \(path)"
    }
    model.references = model.references.removingRepeats {
      [$0.location.path, "\($0.location.line)", "\($0.location.column)", $0.asWritten, $0.kind.rawValue]
    }
    .sorted { $0.location < $1.location }
    for index in model.license.claims.indices { model.license.claims[index].location?.move(links) }
    for index in model.lineage.indices { model.lineage[index].location?.move(links) }
    for index in files.indices { files[index].path = links.target(files[index].path) }
    files = files.removingRepeats(\.path)
  }
}

extension Array {
  /// Without those that have the key of one before them.
  fileprivate func removingRepeats(_ key: (Element) -> some Hashable) -> Self {
    var seen: Set<AnyHashable> = []
    return filter { seen.insert(AnyHashable(key($0))).inserted }
  }
}

internal import ProvisoCore
internal import ProvisoText

/// One answer as lines of a key and a value, closed by the hash of all before: a file that is cut or changed is none.
struct CacheEntry {
  var address: String
  var withToken: Bool
  /// Seconds since 1970.
  var asked: Int
  var answer: HubAnswer

  private static let head = "proviso-hub-answer 1"

  init(address: String, withToken: Bool, asked: Int, answer: HubAnswer) {
    self.address = address
    self.withToken = withToken
    self.asked = asked
    self.answer = answer
  }

  var bytes: [UInt8] {
    var lines = [Self.head, "url \(address)", "token \(withToken ? "yes" : "no")", "asked \(asked)"]
    switch answer {
    case .failure(.noRevision): lines.append("absent revision")
    case .failure: lines.append("absent model")
    case .success(let model): lines += Self.lines(model)
    }
    let text = lines.map { $0 + "\n" }.joined()
    return Array("\(text)sha256 \(SHA256.hexadecimal(Array(text.utf8)))\n".utf8)
  }

  /// No value has a line break: ``HubAnswerReader`` takes none with control characters.
  private static func lines(_ model: HubModel) -> [String] {
    var lines = ["id \(model.id)"]
    lines += model.licenses.map { "license \($0)" }
    if let name = model.licenseName { lines.append("license_name \(name)") }
    if let link = model.licenseLink { lines.append("license_link \(link)") }
    lines += model.bases.map { "base \($0.id) \($0.relation?.rawValue ?? "")" }
    lines += model.otherBases.map { "other_base \($0)" }
    if let gate = model.gate { lines.append("gated \(gate)") }
    if let commit = model.commit { lines.append("commit \(commit)") }
    if let changed = model.changed { lines.append("changed \(changed)") }
    return lines
  }

  /// nil for what ``bytes`` did not write.
  init?(reading bytes: [UInt8]) {
    // Bytes, since a value may begin with a mark that would be one character with the blank before it.
    guard String(validating: bytes, as: UTF8.self) != nil,
      let end = bytes.dropLast().lastIndex(of: UInt8(ascii: "\n")),
      bytes[(end + 1)...].elementsEqual("sha256 \(SHA256.hexadecimal(Array(bytes[...end])))\n".utf8)
    else { return nil }
    let lines = bytes[..<end].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
      let key = line.prefix { $0 != UInt8(ascii: " ") }
      return (
        key: String(decoding: key, as: UTF8.self), value: String(decoding: line.dropFirst(key.count + 1), as: UTF8.self)
      )
    }
    func value(_ key: String) -> String? { lines.first { $0.key == key }?.value }
    guard bytes.starts(with: "\(Self.head)\n".utf8), let address = value("url"), let token = value("token"),
      let asked = value("asked").flatMap(Int.init)
    else { return nil }
    self.init(address: address, withToken: token == "yes", asked: asked, answer: .failure(.cancelled))
    switch (value("absent"), value("id")) {
    case ("revision"?, nil): answer = .failure(.noRevision)
    case ("model"?, nil): answer = .failure(.notThere(withToken: withToken))
    case (nil, let id?): answer = .success(Self.model(id, lines))
    default: return nil
    }
  }

  private static func model(_ id: String, _ lines: [(key: String, value: String)]) -> HubModel {
    func value(_ key: String) -> String? { lines.first { $0.key == key }?.value }
    var model = HubModel(id: id)
    model.licenses = lines.filter { $0.key == "license" }.map(\.value)
    model.licenseName = value("license_name")
    model.licenseLink = value("license_link")
    model.bases = lines.filter { $0.key == "base" }.map { line in
      let parts = line.value.split(separator: " ").map(String.init)
      return HubModel.Base(id: parts.first ?? "", relation: parts.count == 2 ? Relation(rawValue: parts[1]) : nil)
    }
    model.otherBases = lines.filter { $0.key == "other_base" }.map(\.value)
    model.gate = value("gated")
    model.commit = value("commit")
    model.changed = value("changed")
    return model
  }
}

import ProvisoText

/// `waivers`: violations that are accepted for a time.
enum WaiversSection {
  static func waivers(_ node: DataNode?, in reading: PolicyReading) -> [Waiver] {
    var firstLines: [String: Int] = [:]
    return reading.list("waivers", node).compactMap { item in
      guard let mapping = MappingReader(item, as: PolicySchema.waiver, "a waiver", in: reading) else { return nil }
      let id = reading.text("id", mapping["id"])
      if let id, let node = mapping["id"] {
        if let line = firstLines[id] {
          reading.error(
            "there are two waivers with the id \(Quoted.text(id))", at: node.range,
            hint: "the first is in line \(line)")
        } else {
          firstLines[id] = reading.origin(of: node).line
        }
      }
      return waiver(id, mapping, in: reading)
    }
  }

  private static func waiver(_ id: String?, _ mapping: MappingReader, in reading: PolicyReading) -> Waiver? {
    let rule = reading.rule("rule", mapping["rule"])
    let subject = subject(mapping["subject"], in: reading)
    let paths = reading.patterns("paths", mapping["paths"])
    let reason = reason(mapping["reason"], in: reading)
    let owner = reading.text("owner", mapping["owner"])
    let approvedBy = reading.text("approved_by", mapping["approved_by"])
    let ticket = reading.text("ticket", mapping["ticket"])
    let created = reading.date("created", mapping["created"])
    let expires = reading.date("expires", mapping["expires"])
    if let created, let expires, expires < created, let node = mapping["expires"] {
      reading.error("`expires`: \(expires) is before the waiver's creation on \(created)", at: node.range)
    }
    guard let id, let rule, let subject, let reason, let owner, let expires else { return nil }
    return Waiver(
      id: id, rule: rule, subject: subject, paths: paths, reason: reason, owner: owner, approvedBy: approvedBy,
      ticket: ticket, created: created, expires: expires, origin: reading.origin(of: mapping.node))
  }

  private static func subject(_ node: DataNode?, in reading: PolicyReading) -> Waiver.Subject? {
    guard let node,
      let mapping = MappingReader(node, as: PolicySchema.subject, "the subject of a waiver", in: reading)
    else { return nil }
    let license = reading.license("license", mapping["license"])
    return reading.text("model", mapping["model"]).map { Waiver.Subject(model: $0, license: license) }
  }

  private static func reason(_ node: DataNode?, in reading: PolicyReading) -> Waiver.Reason? {
    guard let node else { return nil }
    guard node.isMapping else { return reading.text("reason", node).map { Waiver.Reason(text: $0) } }
    guard let mapping = MappingReader(node, as: PolicySchema.reason, "the reason of a waiver", in: reading) else {
      return nil
    }
    let code = reading.text("code", mapping["code"])
    return reading.text("text", mapping["text"]).map { Waiver.Reason(code: code, text: $0) }
  }
}

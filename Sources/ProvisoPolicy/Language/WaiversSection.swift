import ProvisoCore
import ProvisoText

/// `waivers`: violations that are accepted for a time.
enum WaiversSection {
  static func read(_ node: DataNode?, into draft: inout PolicyDraft, in reading: PolicyReading) {
    var firstLines: [String: Int] = [:]
    for item in reading.list("waivers", node) {
      guard let mapping = MappingReader(item, as: PolicySchema.waiver, "a waiver", in: reading) else { continue }
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
      guard let waiver = waiver(id, mapping, in: reading) else { continue }
      draft.waivers.append(waiver)
      draft.waiverNodes[waiver.origin] = mapping
    }
  }

  /// Takes the waivers out of `draft` that its own settings, or those of what it extends, do not let hold.
  static func refuse(in draft: inout PolicyDraft, in reading: PolicyReading) {
    draft.waivers.removeAll { waiver in
      guard let refusal = WaiverRefusal(waiver, rules: draft.rules, policy: draft.waiverPolicy) else { return false }
      let mapping = draft.waiverNodes[waiver.origin]
      let range = mapping.map { $0[refusal.key]?.range ?? $0.node.range }
      let diagnostic = reading.refuse(waiver, refusal, at: range)
      draft.refusedWaivers.append(
        RefusedWaiver(
          waiver: waiver, reason: refusal.reason,
          location: Location(
            path: waiver.origin.path, line: diagnostic?.position.line ?? waiver.origin.line,
            column: diagnostic?.position.column ?? 1, endColumn: diagnostic?.endColumn)))
      return true
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
    let revision = reading.text("revision", mapping["revision"])
    let hash = reading.hash("text_sha256", mapping["text_sha256"])
    return reading.model("model", mapping["model"]).map {
      Waiver.Subject(model: $0, revision: revision, license: license, textHash: hash)
    }
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

/// Brings the lists of the catalog's folder together: one row a model, its license from the most trusted list that gives one.
///
/// A list is a table with a heading: `id namespace license license_name license_link base_model popularity source`.
package struct CatalogBuilder {
  private struct Draft {
    var row: ModelRow
    var trust: CatalogList.Trust
    var baseTrust: CatalogList.Trust
  }

  private var drafts: [[UInt8]: Draft] = [:]
  /// Ids in lower case that are left out as models; as bases they stay.
  private let omitted: Set<String>
  /// The ids of today by those of earlier lists, in lower case.
  private let renamed: [String: String]

  /// - Parameter renamed: today's id by an earlier one in lower case: what lists say of the one they say of the other.
  package init(omitting omitted: Set<String> = [], renamed: [String: String] = [:]) {
    self.omitted = omitted
    self.renamed = renamed
  }

  /// - Parameter list: the bytes of a list of ``CatalogList/ofHub``, which must be added in that order, or of
  ///   ``CatalogList/ofRegistries``.
  package mutating func add(_ bytes: [UInt8], of list: CatalogList) {
    guard list.registry.isEmpty else { return addRegistry(bytes, list) }
    TabbedLines(bytes).dropFirst().forEach { fields in
      guard fields.count >= 6, fields[1] == list.namespace, Self.isID(fields[0]) else { return }
      let listed = fields[0].utf8.map(ModelTableLayout.lowercased)
      let id = renamed[String(decoding: listed, as: UTF8.self)] ?? fields[0]
      let key = id.utf8.map(ModelTableLayout.lowercased)
      guard ![listed, key].contains(where: { omitted.contains(String(decoding: $0, as: UTF8.self)) }) else { return }
      var draft = drafts[key] ?? Draft(row: ModelRow(id: id), trust: list.trust, baseTrust: list.trust)
      addLicense(fields, of: list, to: &draft)
      addBases(fields, of: list, to: &draft)
      drafts[key] = draft
    }
  }

  /// The rows of all models of whom something was said, and of publishers whose models say the same; in any order.
  package var rows: [ModelRow] {
    let stated = drafts.values.map(\.row).filter { !$0.statement.license.isEmpty || !$0.bases.isEmpty }.map { row in
      var row = row
      if !row.id.contains(":") { row.relation = Self.relation(of: row.id) }
      return row
    }
    return CopiedLabels.added(to: DoubtedLabels.removed(from: stated)) + PublisherMajority.rows(of: stated)
  }

  private mutating func addRegistry(_ bytes: [UInt8], _ list: CatalogList) {
    TabbedLines(bytes).dropFirst().forEach { fields in
      guard fields.count >= 6, fields[1] == list.namespace, !fields[0].isEmpty, fields[0].utf8.count <= 100 else {
        return
      }
      let id = "\(list.registry):\(fields[0])"
      let bases = fields[5].split(separator: ";").map(String.init).filter(Self.isID)
      let license = RegistryLicense.id(fields[2], link: fields[4])
      var row = ModelRow(id: id, bases: bases, relation: bases.count == 1 ? .same : .unknown)
      row.statement.license = license
      row.statement.licenseLink = license == "other" ? fields[4] : ""
      row.statement.list = license.isEmpty ? "" : list.name
      row.statement.baseList = bases.isEmpty ? "" : list.name
      guard !license.isEmpty || !bases.isEmpty else { return }
      drafts[id.utf8.map(ModelTableLayout.lowercased)] = Draft(row: row, trust: list.trust, baseTrust: list.trust)
    }
  }

  private func addLicense(_ fields: [String], of list: CatalogList, to draft: inout Draft) {
    // A name without `license: other` is one of the publisher's own.
    let license = fields[2].isEmpty && list.trust == .hub && !fields[3].isEmpty ? "other" : fields[2]
    guard !license.isEmpty else { return }
    let current = draft.row.statement.license
    if !current.isEmpty {
      if namesMore(fields, list, than: draft) { return state(license, fields, of: list, in: &draft) }
      // Where the newest list has no tag to tell, an older one of the hub knows whether there is none.
      guard current == "unknown", license == "none-declared", list.trust == .hub else { return }
    }
    state(license, fields, of: list, in: &draft)
  }

  /// Whether an older list has a name or an address beside the very license that a newer one gives alone: what they name may be what
  /// the weights are under, as the DeepSeek license beside the MIT of the code, and nobody has taken it back. Behind `other`, names
  /// change with the text.
  private func namesMore(_ fields: [String], _ list: CatalogList, than draft: Draft) -> Bool {
    let statement = draft.row.statement
    return list.trust != .thirdParty && statement.licenseName.isEmpty && statement.licenseLink.isEmpty
      && !(fields[3].isEmpty && fields[4].isEmpty) && fields[2] != "other" && fields[2] == statement.license
  }

  private func state(_ license: String, _ fields: [String], of list: CatalogList, in draft: inout Draft) {
    // Third parties write the model's name where the hub has the license's.
    let isThirdParty = list.trust == .thirdParty
    draft.row.statement.license = license
    draft.row.statement.licenseName = isThirdParty ? "" : fields[3]
    draft.row.statement.licenseLink = isThirdParty ? "" : fields[4]
    draft.row.statement.list = list.name
    draft.trust = list.trust
  }

  private func addBases(_ fields: [String], of list: CatalogList, to draft: inout Draft) {
    let own = draft.row.id.lowercased()
    // The mapper of a repackager speaks of its own models only.
    guard list.trust != .publisher || own.hasPrefix("unsloth/") || own.hasPrefix("timm/") else { return }
    let bases = fields[5].split(separator: ";").map(String.init).filter {
      Self.isID($0) && $0.lowercased() != own
    }
    guard !bases.isEmpty else { return }
    if draft.row.bases.isEmpty {
      draft.row.statement.baseList = list.name
      draft.baseTrust = list.trust
    } else if draft.baseTrust != .thirdParty, list.trust == .thirdParty {
      return
    }
    for base in bases where !draft.row.bases.contains(where: { $0.lowercased() == base.lowercased() }) {
      if draft.row.bases.count < Self.maximumBases { draft.row.bases.append(base) }
    }
  }

  /// More than this many are a merge of merges, and the table's readers stop long before.
  private static let maximumBases = 32

  /// `owner/name` of characters that the hub allows.
  private static func isID(_ id: String) -> Bool {
    let parts = id.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, id.utf8.count <= 120 else { return false }
    return parts.allSatisfy { part in
      part.contains { $0.isLetter || $0.isNumber }
        && part.utf8.allSatisfy { byte in
          (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
        }
    }
  }

  private static func relation(of id: String) -> BaseRelation {
    let words = ModelNameWords(id.split(separator: "/").last ?? "").words
    if words.contains(where: { $0 == "lora" || $0 == "qlora" || $0 == "adapter" || $0 == "peft" }) { return .adapter }
    return words.contains(where: ModelNameWords.isShape) ? .quantized : .unknown
  }
}

/// The fields of the lines of a table.
struct TabbedLines {
  private let bytes: [UInt8]
  private var isFirstDropped = false

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  func dropFirst() -> Self {
    var copy = self
    copy.isFirstDropped = true
    return copy
  }

  func forEach(_ body: (_ fields: [String]) -> Void) {
    var fields: [String] = []
    var start = 0
    var isHeading = isFirstDropped
    for index in 0...bytes.count {
      let byte = index < bytes.count ? bytes[index] : UInt8(ascii: "\n")
      guard byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n") else { continue }
      fields.append(String(decoding: bytes[start..<index], as: UTF8.self))
      start = index + 1
      guard byte == UInt8(ascii: "\n") else { continue }
      if !isHeading, fields != [""] { body(fields) }
      isHeading = false
      fields.removeAll(keepingCapacity: true)
    }
  }
}

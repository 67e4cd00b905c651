package import ProvisoCore

/// The words that the license records ask to be reproduced, named or linked, in a table of their own: a scan searches for all
/// of them without parsing a record.
package enum RequiredTexts {
  package static let all: [RequiredText] = EmbeddedText.requiredTexts.allFields().compactMap { fields in
    guard fields.count == 3, let kind = ObligationEvidence.Kind(rawValue: fields[0]) else { return nil }
    return RequiredText(kind: kind, subject: fields[1], words: fields[2])
  }

  /// The lines of the table for `licenses`, in order, each once.
  package static func rows(for licenses: [License]) -> [String] {
    let texts = Set(licenses.flatMap(texts))
    return texts.map { "\($0.kind.rawValue)\t\($0.subject)\t\($0.words)" }.sorted()
  }

  private static func texts(of license: License) -> [RequiredText] {
    let terms = license.terms
    var texts: [RequiredText] = []
    if let display = terms.display.value {
      texts += ([display] + terms.displayAlternatives).map {
        RequiredText(kind: .display, subject: display, words: $0)
      }
    }
    if let notice = terms.noticeText.value { texts.append(RequiredText(kind: .notice, subject: notice)) }
    if let policy = terms.acceptableUse.value, let address = address(policy) {
      texts.append(RequiredText(kind: .usePolicy, subject: license.id, words: address))
    }
    if terms.acceptableUse.value == "attached", let name = license.family.flatMap({ policyNames[$0] }) {
      texts.append(RequiredText(kind: .usePolicy, subject: license.id, words: name))
    }
    if terms.acceptableUse.value == "attached" {
      texts += Self.attached.map { RequiredText(kind: .usePolicy, subject: "attached", words: $0) }
    }
    if terms.restrictionsFlowDown.value == true {
      texts += (lineNames[license.family ?? ""] ?? []).map {
        RequiredText(kind: .usePolicy, subject: license.id, words: $0)
      }
    }
    // Where the license goes along by its copy, a link to it leads there.
    if license.passesOnByCopy, let address = license.url.flatMap(address) {
      texts.append(RequiredText(kind: .usePolicy, subject: license.id, words: address))
    }
    for name in names(of: license) {
      texts.append(RequiredText(kind: .licenseName, subject: license.id, words: name))
    }
    return texts
  }

  /// How terms speak of restrictions that are a part of the license.
  private static let attached = ["Attachment A", "use-based restrictions", "use restrictions"]

  /// What publishers call the restrictions that are attached to their licenses, by family: terms that bind to them by that name
  /// say which are meant.
  private static let policyNames = [
    "hunyuan": "Hunyuan Acceptable Use Policy", "minimax-model": "MiniMax Prohibited Uses Policy",
  ]

  /// By family what terms call the models whose restrictions they bind to: "the restrictions of the Skywork license". Such a name counts
  /// in a sentence about restrictions or a use policy only.
  private static let lineNames = [
    "ltx": ["LTX-2", "LTX-Video", "LTXV"], "minimax-model": ["MiniMax"], "minimax-non-commercial": ["MiniMax"],
    "hunyuan": ["Hunyuan"], "hyperclovax": ["HyperCLOVA"], "skywork": ["Skywork"], "kolors": ["Kolors"],
    "gemma": ["Gemma"], "databricks": ["DBRX"], "falcon": ["Falcon"], "deepseek": ["DeepSeek"],
  ]

  /// The names that a credit line uses: only of licenses that ask for one and for no copy of the text.
  private static func names(of license: License) -> [String] {
    guard license.terms.attribution.value == true else { return [] }
    var names = [license.name]
    if !license.spdx.hasPrefix("LicenseRef-") { names.append(license.spdx) }
    names += creditNames[license.id] ?? []
    if license.publisher == "Creative Commons", let family = license.family, family.hasPrefix("cc-"),
      let edition = license.edition
    {
      names.append("creativecommons.org/licenses/\(family.dropFirst("cc-".count))/\(edition)")
    }
    return names
  }

  /// What credits call licenses for data beside their titles.
  private static let creditNames = [
    "etalab-2.0": ["Licence Ouverte", "Open Licence 2.0"], "odbl": ["Open Database License", "ODbL"],
    "cdla-permissive-1.0": ["CDLA-Permissive"], "cdla-sharing-1.0": ["CDLA-Sharing"],
  ]

  /// Without scheme, `www.` and slash at the end: the part of an address that every way of writing it has. Nil for what is
  /// no address.
  private static func address(_ link: String) -> String? {
    guard let scheme = ["https://", "http://"].first(where: { link.hasPrefix($0) }) else { return nil }
    var rest = link.dropFirst(scheme.count)
    if rest.hasPrefix("www.") { rest = rest.dropFirst("www.".count) }
    while rest.last == "/" { rest = rest.dropLast() }
    return rest.isEmpty ? nil : String(rest)
  }
}

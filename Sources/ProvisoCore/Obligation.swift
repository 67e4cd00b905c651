/// Something a license asks of whoever uses, ships or serves the model.
package struct Obligation: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case display, notice
    case licenseCopy = "license-copy"
    case namePrefix = "name-prefix"
    case changeNotice = "change-notice"
    case useRestrictions = "use-restrictions"
  }

  package var kind: Kind
  /// The words to reproduce, or what is to be done.
  package var text: String
  package var clause: String?
  /// The license that asks for it.
  package var license: String
  /// nil where nobody has looked.
  package var met: Bool?
  package var evidence: String?

  package init(
    kind: Kind, text: String, clause: String?, license: String, met: Bool? = nil, evidence: String? = nil
  ) {
    self.kind = kind
    self.text = text
    self.clause = clause
    self.license = license
    self.met = met
    self.evidence = evidence
  }
}

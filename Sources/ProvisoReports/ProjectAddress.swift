/// Where the project lives on the web.
package enum ProjectAddress {
  package static let home = "https://github.com/proviso-dev/proviso"

  /// The documentation of a rule: its heading in Policies/RULES.md.
  package static func rule(_ id: String) -> String {
    home + "/blob/main/Policies/RULES.md#" + RelativeReference.percentEncoded(id.lowercased())
  }
}

internal import ProvisoCore

/// A license that binds whoever chooses it: an expression offers it beside a free one (`MIT OR CC-BY-NC-4.0`), and the policy has
/// taken neither.
///
/// SPDX's `OR` leaves the choice to whoever uses the work, so what such a license says asks for a review and denies nothing. Where
/// another source names the license without a choice, it binds.
enum OpenChoice {
  /// The expression that leaves the choice, nil where the license binds in any case.
  static func expression(_ model: ResolvedModel?, _ license: String?) -> String? {
    guard let model, let license else { return nil }
    var open: String?
    for conclusion in [model.license] + model.lineage.map(\.license)
    where conclusion.candidates.contains(where: { $0.id == license && $0.category.isRestricted }) {
      for claim in conclusion.claims where claim.kind == .record {
        guard let expression = claim.expression else {
          if claim.license == license { return nil }
          continue
        }
        guard expression.records.contains(license) else { continue }
        if !expression.isDoubtful { return nil }
        open = open ?? claim.license
      }
    }
    return open
  }

  static func remark(_ expression: String) -> String {
    "\(expression) leaves a choice that the policy has not made: record the license that is taken under `choices`."
  }

  /// Whether the rule is about what a license asks (AIL1xx to AIL3xx).
  static func limits(_ rule: String) -> Bool { rule >= "AIL1" && rule < "AIL4" }
}

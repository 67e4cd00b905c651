/// How much goes onto one page: more than some megabytes no phone opens. The severest findings come first, and what is missing
/// is told on the page.
struct HTMLLimits {
  /// Of all articles together, in bytes: a model with its findings, terms and tree takes some 6,000.
  var articles = 6_000_000
  /// Models of the inventory.
  var rows = 2_000
  /// Waived and gone findings.
  var settled = 1_000
  var notifications = 500
  /// Places, claims or bases of one model.
  var details = 200
}

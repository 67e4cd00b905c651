internal import ProvisoCore

/// A rule with what is asked of it once and not for every model.
final class ActiveRule: Sendable {
  let rule: any Rule
  let id: String
  let spansFiles: Bool
  /// Whether it tells how models were resolved, which it does of every one.
  let isOfResolution: Bool

  init(_ rule: any Rule) {
    self.rule = rule
    id = rule.description.id
    spansFiles = rule.spansFiles
    isOfResolution = id < "AIL100"
  }
}

internal import ProvisoCore

/// AIL501: a model is loaded without a fixed revision.
struct UnpinnedRevision: Rule {
  let description = RuleDescription(
    id: "AIL501", name: "unpinned-revision", title: "Unpinned revision",
    summary:
      "A model is loaded from a hub without a commit: what comes, and under which license, can change. A tag or branch counts as unpinned.",
    help: """
      The same name can stand for another text tomorrow: lines of models have changed their license between versions, and publishers have relicensed what was there.

      In tests, examples and documentation this is a note.

      **Fix**: name the commit.

      Violation: `AutoModel.from_pretrained("acme/model")`

      Cure: `AutoModel.from_pretrained("acme/model", revision="0123456789abcdef0123456789abcdef01234567")`
      """,
    level: .warning,
    options: [.init("allow_tags", "a tag or branch counts as pinned", fallback: false)])

  package func evaluate(_ subject: Subject) -> [Outcome] {
    let allowsTags = subject.option("allow_tags", of: description)
    let unpinned = subject.references.filter { reference in
      switch reference.revision {
      case .named where allowsTags: false
      case .unpinned, .named: reference.derivative == nil && reference.role >= .base
      case .commit, .notApplicable: false
      }
    }
    guard let first = unpinned.first else { return [subject.references.isEmpty ? .notApplicable : .satisfied] }
    let isShipped = unpinned.contains { $0.scope == .production || $0.scope == .ci }
    return [
      .violated(
        Violation(
          .notPinned(subject.nameAtStart, first.revision.name, unpinned.count),
          fix: first.kind == .modelfile ? "Name the digest." : "Name the commit as revision.",
          license: subject.model.license.concluded, level: isShipped ? nil : .note, location: first.location,
          related: unpinned.dropFirst().map {
            RelatedLocation(location: $0.location, message: "again without a commit")
          }))
    ]
  }
}

extension String {
  fileprivate static func notPinned(_ model: String, _ revision: String?, _ count: Int) -> String {
    let times = count > 1 ? ", \(count) times in this file" : ""
    if let revision {
      return "\(model) is loaded at \"\(revision)\", which is no commit and can move\(times)."
    }
    return "\(model) is loaded without a revision\(times)."
  }
}

internal import ProvisoCore

/// AIL503: a model's license is not what the lock file holds.
struct LicenseChangedSinceLock: Rule {
  let description = RuleDescription(
    id: "AIL503", name: "license-changed-since-lock", title: "License changed since last lock",
    summary:
      "The license of a model, or the text that it rests on, is not what the lock file holds, or the file names no evidence for it; with `--locked`, also a model that the file does not list.",
    help: """
      `proviso lock` writes down under which license each model was found, on what evidence, with the hashes of the license texts. What has changed since, somebody \
      has to look at: publishers relicense, cards are edited, texts are replaced.

      **Fix**: read what changed. If it is right, run `proviso lock` again and have the difference reviewed.

      Violation: `license: "apache-2.0"` in `proviso.lock`, and a card that says `cc-by-nc-4.0`.

      Cure: a `proviso.lock` that was written after the change.
      """,
    level: .warning)

  package func evaluate(data subject: Subject) -> [Outcome] { evaluate(subject) }

  package func evaluate(_ subject: Subject) -> [Outcome] {
    guard let lock = subject.model.lock else { return [.notApplicable] }
    let place = lock.entry.map { "\(lock.path):\($0.line)" } ?? lock.path
    let changes = lock.differences.compactMap { difference -> String? in
      switch difference {
      case .missing: .missing(subject.nameAtStart, lock.path)
      case .unfounded(let license): .unfounded(subject.name, license, place)
      case .license(let locked, let now): .license(subject.nameAtStart, locked, now, place)
      case .text(let path, let locked, let now): .text(subject.name, path, locked, now, place)
      case .revision: nil
      }
    }
    guard !changes.isEmpty else { return [lock.entry == nil ? .notApplicable : .satisfied] }
    return changes.map { message in
      .violated(
        Violation(
          message, fix: "Read what changed, and run `proviso lock` again if it is right.",
          license: subject.model.license.concluded))
    }
  }
}

extension String {
  fileprivate static func missing(_ model: String, _ path: String) -> String {
    "\(model) is not in \(path)."
  }

  fileprivate static func unfounded(_ model: String, _ license: String, _ place: String) -> String {
    "The lock file has \(model) under \(license) (\(place)) on no evidence, and is not believed."
  }

  fileprivate static func license(_ model: String, _ locked: String, _ now: String, _ place: String) -> String {
    "\(model) was locked under \(locked) (\(place)), and is now found under \(now)."
  }

  fileprivate static func text(
    _ model: String, _ path: String, _ locked: String, _ now: String?, _ place: String
  ) -> String {
    let words = now.map { "is now \($0.prefix(12))…" } ?? "is not there any more"
    return "The license text \(path) of \(model) was locked as \(locked.prefix(12))… (\(place)), and \(words)."
  }
}

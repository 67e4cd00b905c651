internal import ArgumentParser
internal import ProvisoCore
internal import ProvisoKit
internal import ProvisoKnowledge
internal import ProvisoPolicy
internal import ProvisoReports
internal import ProvisoText

/// `proviso explain <rule|license|model>`.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explain a rule, a license, or what is concluded of a model and why.")

  @Argument(help: "A rule (AIL302), a license (llama3.1) or a model (owner/name).")
  var subject: String

  func run() throws {
    Terminal.write(try text(), to: .standardOutput)
  }

  private func text() throws -> String {
    if let rule = RuleList.description(of: subject) { return RuleText.render(rule) }
    if let license = LicenseLibrary.shared.license(subject) { return LicenseText.render(license) }
    let answer = Check.answer(subject)
    // A model nobody knows is an answer only where the word can be nothing else.
    guard subject.contains("/") || !answer.model.license.claims.isEmpty || answer.note != nil else {
      throw ValidationError(unknown)
    }
    return ModelText.render(answer.model) + (answer.note.map { "  note: \($0.message)\n" } ?? "")
  }

  private var unknown: String {
    let names = RuleList.descriptions.flatMap { [$0.id, $0.name] } + LicenseLibrary.shared.ids
    let hint = NearestName.nearest(to: subject, among: names).map { " Did you mean \($0)?" } ?? ""
    return "There is no rule, license or model \"\(subject)\" on file.\(hint)"
  }
}

internal import ArgumentParser
internal import ProvisoKit
internal import ProvisoKnowledge
internal import ProvisoPolicy
internal import ProvisoReports

/// `proviso explain <rule|license|model>`.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explain a rule, a license, or what is concluded of a model and why.")

  @Argument(help: "A rule (AIL302), a license (llama3.1) or a model (owner/name).")
  var subject: String

  func run() throws {
    Terminal.write(text, to: .standardOutput)
  }

  private var text: String {
    if let rule = RuleList.description(of: subject) { return RuleText.render(rule) }
    if let license = LicenseLibrary.shared.license(subject) { return LicenseText.render(license) }
    return ModelText.render(Check.resolve(subject))
  }
}

internal import ArgumentParser
internal import ProvisoKit

/// `proviso check <model> …`: may we use this model?
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Hold one or more models against the policy, without a repository.")

  @Argument(
    help:
      "A hub id (owner/name), an address on the hub, a name of another registry (llama3.1:8b, ai/gemma3, en_core_web_sm), or what people say (\"mixtral 8x7b\")."
  )
  var models: [String]

  @OptionGroup var shared: SharedOptions

  @OptionGroup var lock: LockOptions

  func validate() throws {
    if models.contains("") { throw ValidationError("A model needs a name.") }
  }

  func run() throws {
    let (policy, base) = try shared.selectPolicy(root: nil)
    try shared.finish(
      Check(
        policy: policy, basePolicy: base, today: try shared.today(), lock: try lock.locked(root: nil),
        maximumAge: shared.maxAge
      ).run(models))
  }
}

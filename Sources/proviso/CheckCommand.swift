internal import ArgumentParser
internal import ProvisoKit

/// `proviso check <model> …`: may we use this model?
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Hold one or more models against the policy, without a repository.")

  @Argument(
    help:
      "A hub id (owner/name), an address on the hub, a name of another registry (llama3.1:8b, ai/gemma3, en_core_web_sm), or what people say (\"mixtral 8x7b\")."
  )
  var models: [String]

  @OptionGroup var shared: SharedOptions

  @OptionGroup var lock: LockOptions

  @OptionGroup var online: OnlineOptions

  func validate() throws {
    for model in models {
      if model.allSatisfy(\.isWhitespace) { throw ValidationError("A model needs a name.") }
      if model.utf8.count > 1024 {
        throw ValidationError("No model has a name of \(model.utf8.count) bytes; 1,024 is the limit.")
      }
      if model.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
        throw ValidationError("A model's name has no control characters in it.")
      }
    }
    if online.online, lock.isStrict {
      throw ValidationError("--locked holds models against the lock file, offline; leave out --online.")
    }
  }

  func run() async throws {
    let (policy, base) = try shared.selectPolicy(root: nil)
    let check = Check(
      policy: policy, basePolicy: base, today: try shared.today(), lock: try lock.locked(root: nil),
      maximumAge: shared.maxAge)
    let report = try await online.asking { hub in
      guard let hub else { return check.run(models) }
      return await check.run(models, asking: hub)
    }
    try shared.finish(report)
  }
}

internal import ArgumentParser
internal import ProvisoKit
internal import ProvisoReports

/// `proviso policy show [<file or pack>]`.
struct PolicyShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show the policy that holds once all it extends is laid under it, line by line.")

  @Argument(help: "A policy file or a pack; without it, the policy a scan of this folder would use.")
  var policy: String?

  @Option(help: "text or json.")
  var format: LicenseCommand.Format = .text

  func run() throws {
    let outline = PolicyOutline(try PolicyCommand.selectValid(policy))
    switch format {
    case .text: Terminal.write(outline.text, to: .standardOutput)
    case .json: Terminal.write(JSONWriter.bytes(outline.json), to: .standardOutput)
    }
  }
}

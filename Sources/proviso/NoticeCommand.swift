internal import ArgumentParser
internal import ProvisoCore
internal import ProvisoFiles
internal import ProvisoKit
internal import ProvisoPolicy
internal import ProvisoReports

/// `proviso notice [<path>]`: the attribution file that the licenses in use ask for.
struct NoticeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notice",
    abstract: "Write the attribution file that the licenses in use ask for.",
    discussion: """
      Names the models with their licenses, and has the sentences, displays and use restrictions that the licenses ask to be passed on. License texts are \
      taken from the tree; where one is missing, the file says which to add. A scan finds all of it again.
      """)

  @Argument(help: "The folder whose models are meant.")
  var path = "."

  @Option(
    name: .customLong("policy"),
    help: ArgumentHelp("A policy file or pack, for its corrections. Repeatable.", valueName: "file or pack"))
  var policies: [String] = []

  @Option(help: "The form: \(NoticeFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format: NoticeFormat = .text

  @Option(help: ArgumentHelp("Write to a file, whole or not at all, and not to standard output.", valueName: "file"))
  var output: String?

  func run() async throws {
    let policy = try selectPolicy()
    guard let today = Terminal.today() else { throw ValidationError("The system's clock gives no date.") }
    let result: Scan.Result
    do {
      result = try await Scan(ScanOptions(root: path, policy: policy, today: today)).run()
    } catch {
      Terminal.complain(error.message)
      throw ExitCode(2)
    }
    let document = Notice(root: path).document(for: result)
    let text = format.render(document)
    if let output {
      do {
        try FileWriter.writeAtomically(Array(text.utf8), to: output)
      } catch {
        Terminal.complain("\(output): \(error.message)")
        throw ExitCode(3)
      }
    } else {
      Terminal.write(text, to: .standardOutput)
    }
    for section in document.sections {
      for missing in section.missing + [section.owedDisplay].compactMap(\.self) { Terminal.complain(missing) }
    }
    guard result.report.isIncomplete else { return }
    Terminal.complain("The scan is incomplete, so the notice may be: `proviso scan` says what could not be read.")
    throw ExitCode(3)
  }

  private func selectPolicy() throws -> Policy {
    let selected: SelectedPolicy
    do {
      selected = try PolicySelection().select(policies, root: path)
    } catch {
      throw ValidationError(error.message)
    }
    for diagnostic in selected.diagnostics {
      Terminal.write(Terminal.inert(diagnostic.rendered()) + "\n", to: .standardError)
    }
    guard let policy = selected.policy else { throw ExitCode(2) }
    return policy
  }
}

extension NoticeFormat: ExpressibleByArgument {}

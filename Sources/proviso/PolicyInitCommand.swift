internal import ArgumentParser
internal import ProvisoFiles
internal import ProvisoKit
internal import ProvisoPolicy

/// `proviso policy init`.
struct PolicyInitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Write a first policy: five lines. On a terminal it asks for the facts.")

  @Argument(help: "The file to write.")
  var file = "proviso.yaml"

  @Option(name: .customLong("extends"), help: ArgumentHelp("The pack to begin from.", valueName: "pack"))
  var pack: String?

  @Option(
    name: .customLong("fact"),
    help: ArgumentHelp("A fact about the organization. Repeatable; nothing is asked then.", valueName: "name=value"))
  var facts: [String] = []

  func run() throws {
    if FileSystem.exists(file) {
      throw ValidationError("\(file) is already there; it is not overwritten. Remove it, or name another file.")
    }
    var facts = try SharedOptions.facts(facts)
    var pack = pack
    if self.facts.isEmpty, Terminal.isTerminal(.standardError), Terminal.isInteractive {
      if pack == nil { pack = askPack() }
      facts = PolicyTemplate.questions.compactMap(ask)
    }
    var name = pack ?? "proviso:default"
    if PolicySelection.packs.contains("proviso:\(name)") { name = "proviso:\(name)" }
    do {
      _ = try PolicySelection().select([name], root: nil)
    } catch {
      throw ValidationError(error.message)
    }
    do {
      try FileWriter.writeAtomically(Array(PolicyTemplate.yaml(extending: name, facts: facts).utf8), to: file)
    } catch {
      throw ValidationError("\(file): \(error.message)")
    }
    Terminal.write("Wrote \(file). `proviso policy show` says what it amounts to.\n", to: .standardError)
  }

  private func askPack() -> String? {
    for name in PolicySelection.packs {
      let description = try? PolicySelection().select([name], root: nil).policy?.description
      Terminal.write("  \(name): \(description ?? "")\n", to: .standardError)
    }
    Terminal.write("Which pack fits best? Empty for proviso:default: ", to: .standardError)
    return Terminal.readLine().flatMap { $0.isEmpty ? nil : $0.hasPrefix("proviso:") ? $0 : "proviso:\($0)" }
  }

  /// Asks until the answer is a value or empty.
  private func ask(_ name: FactName) -> FactArgument? {
    while true {
      Terminal.write("\(name.rawValue) (\(name.meaning)); empty if not known: ", to: .standardError)
      guard let answer = Terminal.readLine(), !answer.isEmpty else { return nil }
      do {
        return try FactArgument.parse("\(name.rawValue)=\(answer)")
      } catch {
        Terminal.write("  \(error.message)\(error.hint.map { ": \($0)" } ?? "")\n", to: .standardError)
      }
    }
  }
}

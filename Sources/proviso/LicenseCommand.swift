internal import ArgumentParser
internal import ProvisoCore
internal import ProvisoKnowledge
internal import ProvisoReports
internal import ProvisoText

/// `proviso license list | show <id> | identify <file> ...`.
struct LicenseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "license", abstract: "The license records: what each text says, with its clauses.",
    subcommands: [List.self, Show.self, LicenseIdentifyCommand.self])

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the licenses on file.")

    @Option(help: "Only this category: \(LicenseCategory.allCases.map(\.rawValue).joined(separator: ", ")).")
    var category: LicenseCategory?

    @Option(help: "text or json.")
    var format: Format = .text

    func run() throws {
      let library = LicenseLibrary.shared
      let licenses = library.ids.compactMap(library.license).filter { category == nil || $0.category == category }
      switch format {
      case .text: Terminal.write(LicenseText.table(licenses), to: .standardOutput)
      case .json: Terminal.write(JSONWriter.bytes(.array(licenses.map(licenseJSON))), to: .standardOutput)
      }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show one license: what it allows, asks and bars.")

    @Argument(help: "An id, an alias, an SPDX identifier or a title.")
    var id: String

    @Option(help: "text or json.")
    var format: Format = .text

    func run() throws {
      let library = LicenseLibrary.shared
      guard let license = library.license(id) else { throw ValidationError(Self.unknown(id, library)) }
      switch format {
      case .text: Terminal.write(LicenseText.render(license), to: .standardOutput)
      case .json: Terminal.write(JSONWriter.bytes(licenseJSON(license)), to: .standardOutput)
      }
    }

    private static func unknown(_ id: String, _ library: LicenseLibrary) -> String {
      switch library.match(id) {
      case .named(let known, let name): return "\(known) (\(name)) is a known license whose terms are not on file."
      case .familyTag:
        return "\"\(id)\" names a family of licenses and no text; `proviso license list` shows the texts."
      default:
        let hint = NearestName.nearest(to: id, among: library.ids).map { " Did you mean \($0)?" } ?? ""
        return "There is no license \"\(id)\".\(hint) `proviso license list` shows those on file."
      }
    }
  }
}

extension LicenseCategory: ExpressibleByArgument {}

internal import ArgumentParser
internal import ProvisoCore
internal import ProvisoFiles
internal import ProvisoKnowledge
internal import ProvisoReports
internal import ProvisoText

/// `proviso license identify <file> ...`.
struct LicenseIdentifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "identify", abstract: "Say which license a text is, and where it departs from the known one.")

  /// No license text comes near it.
  private static let maximumBytes = 16 << 20

  @Argument(help: "The files to read.")
  var files: [String]

  @Option(help: "text or json.")
  var format: LicenseCommand.Format = .text

  /// A file that cannot be read makes the answer incomplete, and one that is not there is a mistake of the command, as a folder to
  /// scan is: the others are told all the same.
  func run() throws {
    var identified: [IdentifiedFile] = []
    var isMistaken = false
    for path in files {
      do throws(FileTrouble) {
        identified.append(Self.identify(path, try FileReader.readAbsolute(path: path, limit: Self.maximumBytes)))
      } catch {
        if error.kind == .notFound { isMistaken = true }
        Terminal.complain("\(path): \(error.message)")
      }
    }
    switch format {
    case .text: Terminal.write(RecognitionText.render(identified), to: .standardOutput)
    case .json: Terminal.write(JSONWriter.bytes(recognitionJSON(identified)), to: .standardOutput)
    }
    if isMistaken { throw ExitCode(2) }
    if identified.count < files.count { throw ExitCode(3) }
  }

  private static func identify(_ path: String, _ bytes: [UInt8]) -> IdentifiedFile {
    let recognition = LicenseRecognizer.shared.recognize(
      SourceText(path: path, bytes: TextEncoding.inUTF8(bytes)))
    let license = recognition.flatMap { LicenseLibrary.shared.license($0.license)?.id }
    return IdentifiedFile(path: path, license: license, recognition: recognition)
  }
}

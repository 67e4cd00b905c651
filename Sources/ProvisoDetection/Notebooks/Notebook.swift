internal import ProvisoCore
internal import ProvisoText

/// Jupyter notebooks: the code of their cells, commands behind `!` and in `%%bash` cells, and their Markdown.
///
/// Outputs are not read: what a run printed is no choice of anybody. Places are those in the file, so that a reviewer can open
/// them; the number of the cell is told beside.
struct Notebook: Detector {
  let id = "notebook"
  let summary = "Jupyter notebooks: models in the code, commands and texts of cells."
  let needles: [String] = ["\"cells\""]

  var endings: Set<String> { ["ipynb"] }

  func wants(_ path: FilePath) -> Bool { path.fileExtension == "ipynb" }

  func detect(_ input: DetectionInput) -> Detections {
    guard let notebook = NotebookCells(input.source) else {
      return Detections(notifications: [.noNotebook(input.path.string)])
    }
    let language = CodeLanguage.named(notebook.language) ?? .python
    var references: [ModelReference] = []
    for (index, cell) in notebook.cells.enumerated() {
      for var reference in self.references(of: cell, language, input) {
        reference.kind = .notebook
        reference.remark = [reference.remark, "cell \(index + 1)"].compactMap { $0 }.joined(separator: ", ")
        references.append(reference)
      }
    }
    return Detections(references: references)
  }

  private static let shells: Set<String> = ["bash", "shellscript", "powershell", "bat"]

  private func references(
    of cell: NotebookCells.Cell, _ language: CodeLanguage, _ input: DetectionInput
  ) -> [ModelReference] {
    let (bytes, offsets) = cell.text(in: input.source)
    let part = DetectionInput(
      path: input.path, source: SourceText(path: input.source.path, bytes: bytes),
      embedding: Embedding(file: input.file, offsets: offsets))
    switch cell.type {
    case "code" where Self.shells.contains(cell.language):
      return EmbeddedBlock.commands(in: 0..<part.source.bytes.count, of: part)
    case "code": return code(part, CodeLanguage.named(cell.language) ?? language)
    case "markdown": return DocumentText.references(of: part)
    default: return []
    }
  }

  private func code(_ cell: DetectionInput, _ language: CodeLanguage) -> [ModelReference] {
    let magic = CellMagic(cell.source)
    if let file = magic.file { return written(file, in: cell) }
    if magic.isShell { return EmbeddedBlock.commands(in: 0..<cell.source.bytes.count, of: cell) }
    var references = magic.commands.flatMap { EmbeddedBlock.commands(in: $0, of: cell) }
    let masked = DetectionInput(
      path: cell.path, source: SourceText(path: cell.source.path, bytes: magic.code), embedding: cell.embedding)
    references += CodeReferences.find(in: masked, language: magic.language ?? language)
    return references.sorted { $0.location < $1.location }
  }

  /// What the rest of a cell names that is written to a file: `%%writefile serving.properties`.
  private func written(_ file: String, in cell: DetectionInput) -> [ModelReference] {
    guard cell.source.lineCount > 1 else { return [] }
    let text = cell.source.lineRange(2).lowerBound..<cell.source.bytes.count
    guard let language = TextLanguage.ofFile(FilePath(file)) else {
      return EmbeddedSetting.references(ofText: text, in: cell, label: nil) ?? []
    }
    return EmbeddedBlock.references(of: cell.part(text), language: language)
  }
}

/// The lines of a cell that are no code: `!pip install …`, `%env …`, and what `%%bash` or `#!csharp` makes of the whole cell.
private struct CellMagic {
  private(set) var isShell = false
  /// The file that `%%writefile` makes of the cell.
  private(set) var file: String?
  private(set) var language: CodeLanguage?
  /// The commands behind `!`, and the arguments of `%pip` and `%env`.
  private(set) var commands: [Range<Int>] = []
  /// The cell with those lines blanked.
  private(set) var code: [UInt8]

  init(_ source: SourceText) {
    code = source.bytes
    var number = 1
    while number <= source.lineCount {
      let line = source.lineRange(number)
      let start = line.first { !ASCII.isBlank(source.bytes[$0]) } ?? line.upperBound
      let text = source.bytes[start..<line.upperBound]
      if number == 1, text.starts(with: "%%".utf8) || text.starts(with: "#!".utf8) {
        let name = source.string(in: start + 2..<line.upperBound).split { !$0.isLetter }.first.map(String.init) ?? ""
        if ["file", "writefile", "writetemplate"].contains(name) {
          file = source.string(in: start..<line.upperBound).split(separator: " ").last.map(String.init)
        }
        isShell = ["bash", "cmd", "pwsh", "script", "sh", "shell"].contains(name)
        language = CodeLanguage.named(name)
        blank(line)
      } else if text.first == UInt8(ascii: "!") || text.first == UInt8(ascii: "%") {
        let first = number
        // A command goes on behind a backslash.
        while number < source.lineCount, source.bytes[source.lineRange(number)].last == UInt8(ascii: "\\") {
          number += 1
        }
        commands.append(start + 1..<source.lineRange(number).upperBound)
        for other in first...number { blank(source.lineRange(other)) }
      }
      number += 1
    }
  }

  private mutating func blank(_ range: Range<Int>) {
    for offset in range { code[offset] = UInt8(ascii: " ") }
  }
}

extension Notification {
  fileprivate static func noNotebook(_ path: String) -> Self {
    Self(
      level: .warning, message: "Not read as a notebook: it is no whole JSON object. Save it again from Jupyter.",
      path: path, isIncomplete: true)
  }
}

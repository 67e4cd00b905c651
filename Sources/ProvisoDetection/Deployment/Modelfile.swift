internal import ProvisoCore
internal import ProvisoText

/// Ollama Modelfiles: what `FROM` names, a library name or a hub repository.
///
/// `FROM ./weights.gguf` names no model of the world: the file's own header speaks for it. With `ADAPTER` the folder's weights
/// were made for what `FROM` names; without it they may have been. `LICENSE` says what the folder's model is under.
struct Modelfile: Detector {
  let id = "modelfile"
  let summary = "Ollama Modelfiles: the model that FROM names, and the license that LICENSE states."
  let needles: [String] = []

  /// No registry takes longer names.
  private static let maximumName = 200

  func wants(_ path: FilePath) -> Bool {
    if path.lowercasedName == "modelfile" || path.fileExtension == "modelfile" { return true }
    return path.lowercasedName.hasPrefix("modelfile.") && !Self.otherExtensions.contains(path.fileExtension)
  }

  /// `Modelfile.swift` is code about Modelfiles.
  private static let otherExtensions: Set<String> = [
    "c", "cpp", "css", "go", "h", "html", "java", "js", "json", "kt", "lock", "md", "mdx", "php", "py", "rb", "rs",
    "rst",
    "swift", "ts", "tsx", "yaml", "yml",
  ]

  func detect(_ input: DetectionInput) -> Detections {
    var detections = Detections()
    let source = input.source
    var number = 1
    var hasAdapter = false
    var licenses: [Range<Int>] = []
    while number <= source.lineCount {
      let line = source.lineRange(number)
      number += 1
      guard let (instruction, argument) = self.instruction(line, source) else { continue }
      switch instruction {
      case "from":
        guard let model = Self.model(source.string(in: argument)) else { continue }
        detections.references.append(
          input.reference(model, revision: .unpinned, at: argument, kind: .modelfile))
      case "adapter": hasAdapter = true
      case "system", "template", "license", "message":
        let first = number - 1
        number = lineAfterBlock(startingAt: first, argument, source)
        if instruction == "license" {
          let end = number - 1 > first ? source.lineRange(number - 1).upperBound : argument.upperBound
          licenses.append(argument.lowerBound..<end)
        }
      default:
        continue
      }
    }
    let bases = detections.references.map { reference in
      DeclaredBase(
        model: reference.model, relation: hasAdapter ? .adapter : nil, location: reference.location,
        confidence: hasAdapter ? .high : .low)
    }
    if let first = bases.first {
      detections.declarations.append(
        ModelDeclaration(
          model: input.path.directory, source: .modelConfig, location: first.location, bases: bases,
          establishesModel: false, scope: input.path.scope))
    }
    detections.declarations += licenses.prefix(Self.mostLicenses).compactMap { ModelfileLicense(input, $0).declaration }
    return detections
  }

  private static let mostLicenses = 8

  /// The word at the start of a line in lower case, and the rest of the line.
  private func instruction(_ line: Range<Int>, _ source: SourceText) -> (String, Range<Int>)? {
    let bytes = source.bytes
    var start = line.lowerBound
    while start < line.upperBound, ASCII.isBlank(bytes[start]) { start += 1 }
    var end = start
    while end < line.upperBound, ASCII.isLetter(bytes[end]) { end += 1 }
    guard end > start, end < line.upperBound, ASCII.isBlank(bytes[end]) else { return nil }
    var argument = end
    while argument < line.upperBound, ASCII.isBlank(bytes[argument]) { argument += 1 }
    var last = line.upperBound
    while last > argument, ASCII.isBlank(bytes[last - 1]) { last -= 1 }
    guard argument < last else { return nil }
    return (ASCII.lowercased(source.string(in: start..<end)), argument..<last)
  }

  /// `"""` opens a block that can hold lines that look like instructions.
  private func lineAfterBlock(startingAt number: Int, _ argument: Range<Int>, _ source: SourceText) -> Int {
    let first = source.string(in: argument)
    guard first.hasPrefix("\"\"\"") else { return number + 1 }
    if first.utf8.count > 3, first.dropFirst(3).hasSuffix("\"\"\"") { return number + 1 }
    var number = number + 1
    while number <= source.lineCount {
      let line = source.lineRange(number)
      number += 1
      let end = source.bytes[line].lastIndex { !ASCII.isBlank($0) }
      if let end, source.bytes[line.lowerBound...end].suffix(3).elementsEqual("\"\"\"".utf8) { break }
    }
    return number
  }

  /// `llama3.1:8b`, `hf.co/owner/name:Q4`; nil for a path.
  static func model(_ text: String) -> ModelName? {
    guard text.utf8.count <= maximumName else { return nil }
    if let address = HubAddress.parse(text) { return .huggingFace(address.id) }
    guard let first = text.utf8.first, ASCII.isWord(first),
      !["gguf", "bin", "safetensors"].contains(FilePath(text).fileExtension),
      text.utf8.allSatisfy({
        ASCII.isWord($0) || [UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "/")].contains($0)
      })
    else { return nil }
    return ModelName(registry: .ollama, id: text)
  }
}

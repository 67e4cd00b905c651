internal import ProvisoCore
internal import ProvisoText

/// Makefiles: variables that name a model (`MODEL ?= owner/name`) and the commands of the rules.
struct Makefile: Detector {
  let id = "makefile"
  let summary = "Makefiles: variables and commands that name a model."
  let needles = SettingNeedles.all

  func wants(_ path: FilePath) -> Bool {
    ["makefile", "gnumakefile"].contains(path.lowercasedName) || path.fileExtension == "mk"
      || path.fileExtension == "make" || path.lowercasedName.hasPrefix("makefile.")
  }

  func detect(_ input: DetectionInput) -> Detections {
    var walk = SettingWalk(input, kind: .shell)
    var detections = Detections()
    /// Lines of commands that belong together, from the first to the last.
    var commands: Range<Int>?
    for number in 1...input.source.lineCount {
      let line = input.source.lineRange(number)
      if let entry = Self.variable(on: line, of: input.source) {
        walk.setting(entry)
      } else {
        commands = (commands?.lowerBound ?? line.lowerBound)..<line.upperBound
        continue
      }
      if let range = commands { detections.append(ModelCommands.detect(in: range, of: input)) }
      commands = nil
    }
    if let range = commands { detections.append(ModelCommands.detect(in: range, of: input)) }
    var all = walk.detections
    all.append(detections)
    return all
  }

  /// `NAME = value`, `:=`, `?=`, `+=`, at the start of a line.
  private static func variable(on line: Range<Int>, of source: SourceText) -> DataNode.Entry? {
    let bytes = source.bytes
    var start = line.lowerBound
    if bytes[line].starts(with: "export ".utf8) { start += 7 }
    while start < line.upperBound, bytes[start] == UInt8(ascii: " ") { start += 1 }
    var end = start
    while end < line.upperBound, ASCII.isWord(bytes[end]) || bytes[end] == UInt8(ascii: "-") {
      end += 1
    }
    guard end > start, let equals = bytes[end..<line.upperBound].firstIndex(of: UInt8(ascii: "=")),
      bytes[end..<equals].allSatisfy({ ASCII.isBlank($0) || ":?+!".utf8.contains($0) })
    else { return nil }
    var first = equals + 1
    while first < line.upperBound, ASCII.isBlank(bytes[first]) { first += 1 }
    var last = bytes[first..<line.upperBound].firstIndex(of: UInt8(ascii: "#")) ?? line.upperBound
    while last > first, ASCII.isBlank(bytes[last - 1]) { last -= 1 }
    if last - first >= 2, bytes[first] == bytes[last - 1],
      bytes[first] == UInt8(ascii: "\"") || bytes[first] == UInt8(ascii: "'")
    {
      (first, last) = (first + 1, last - 1)
    }
    guard first < last else { return nil }
    return DataNode.Entry(
      key: source.string(in: start..<end), keyRange: start..<end,
      value: DataNode(
        content: .scalar(.init(text: source.string(in: first..<last), form: .string)),
        range: first..<last))
  }
}

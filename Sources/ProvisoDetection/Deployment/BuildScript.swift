internal import ProvisoCore
internal import ProvisoText

/// Build scripts that fetch weights: Gradle, Fastlane, CMake, podspecs, Justfiles. Addresses of weights and of the hub, and names
/// in quotes that are unmistakably models.
struct BuildScript: Detector {
  let id = "build-script"
  let summary =
    "Build scripts (Gradle, Fastlane, CMake, podspecs): addresses of weights that they fetch."
  let needles = SettingNeedles.all

  private static let names = WordTable(
    "build cmakelists.txt fastfile jenkinsfile podfile rakefile vagrantfile workspace")
  private static let extensions = WordTable("bazel bzl cmake gn gradle groovy nix podspec")

  func wants(_ path: FilePath) -> Bool {
    Self.names.contains(path.lowercasedName) || Self.extensions.contains(path.fileExtension)
      || path.lowercasedName.hasSuffix(".gradle.kts")
  }

  func detect(_ input: DetectionInput) -> Detections {
    let judge = SettingJudge(input: input, kind: .shell)
    var references: [ModelReference] = []
    for number in 1...input.source.lineCount {
      let line = input.source.lineRange(number)
      for literal in Self.literals(on: line, of: input.source.bytes) {
        references += judge.references(
          input.source.string(in: literal), at: literal, whole: literal, place: .nothing, keys: [])
      }
    }
    return Detections(references: references.filter { $0.model.registry != .local })
  }

  /// The texts in quotes of a line that is no comment; an address without quotes, too.
  private static func literals(on line: Range<Int>, of bytes: [UInt8]) -> [Range<Int>] {
    var offset = line.lowerBound
    while offset < line.upperBound, ASCII.isBlank(bytes[offset]) { offset += 1 }
    guard offset < line.upperBound, bytes[offset] != UInt8(ascii: "#"),
      bytes[offset] != UInt8(ascii: "*"),
      !bytes[offset..<line.upperBound].starts(with: "//".utf8), line.count <= maximumLine
    else { return [] }
    var literals: [Range<Int>] = []
    while offset < line.upperBound {
      let start = offset
      while offset < line.upperBound, !isEnd(bytes[offset]) { offset += 1 }
      if start < offset { literals.append(start..<offset) }
      offset += 1
    }
    return literals
  }

  /// Longer lines are generated.
  private static let maximumLine = 16 << 10

  private static func isEnd(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
      || byte == UInt8(ascii: "`")
      // `"\"owner/name\""`, as Gradle gives constants to code.
      || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")")
      || byte == UInt8(ascii: ",")
  }
}

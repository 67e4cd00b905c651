import Foundation
import ProvisoCore
import ProvisoTestSupport
import Testing

@testable import ProvisoDetection

/// The ways people name a model, and what only looks like one, in every kind of file: `Tests/Planted`.
@Suite("The planted files")
struct PlantedFilesTests {
  static let names = PlantedFile.read("names.txt")
  static let traps = PlantedFile.read("traps.txt")

  @Test("what is named is found in its place, under its id, and nothing else", arguments: names)
  func named(file: PlantedFile) {
    #expect(file.found == file.expected)
  }

  @Test("what only looks like a name is left alone", arguments: traps)
  func trap(file: PlantedFile) {
    #expect(file.expected.isEmpty)
    #expect(file.found == [])
  }

  @Test("a hundred ways in forty kinds of files, and sixty traps")
  func enough() {
    #expect(Self.names.reduce(0) { $0 + $1.expected.count } >= 100)
    #expect(Set(Self.names.map(\.kind)).count >= 40)
    #expect(Self.traps.count >= 60)
  }
}

/// A file of the planted set: its text without the marks, and what they say must be found.
struct PlantedFile: Sendable, CustomTestStringConvertible {
  var path: String
  var text: String
  /// `line:column-endColumn id`
  var expected: [String]
  var testDescription: String { path }

  /// The ending, or the name of a file without one.
  var kind: String {
    let path = FilePath(path)
    return path.fileExtension.isEmpty ? path.lowercasedName : path.fileExtension
  }

  /// What the detectors say of the file, in the same form.
  var found: [String] {
    DetectorRunner().detect(path: FilePath(path), bytes: Array(text.utf8)).references
      .sorted { $0.location < $1.location }
      .map { "\($0.location.outline) \($0.model.id)" }
  }

  /// `@ path -> id …` begins a file; the marks stand around each name in it.
  static func read(_ name: String) -> [Self] {
    guard let text = try? String(contentsOfFile: packageRoot + "/Tests/Planted/\(name)", encoding: .utf8) else {
      return []
    }
    var files: [(head: Substring, lines: [Substring])] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("@ ") {
        files.append((line.dropFirst(2), []))
      } else if !files.isEmpty {
        files[files.count - 1].lines.append(line)
      }
    }
    return files.map { file in
      var lines = file.lines
      while lines.last?.isEmpty == true { lines.removeLast() }
      return Self(head: file.head, lines: lines)
    }
  }

  private init(head: Substring, lines: [Substring]) {
    let parts = head.split(separator: " -> ")
    path = String(parts[0])
    text = ""
    var names: [(place: String, name: String)] = []
    for (index, line) in lines.enumerated() {
      var plain = ""
      var start = 0
      for character in line {
        switch character {
        case "«": start = plain.count
        case "»":
          names.append(("\(index + 1):\(start + 1)-\(plain.count + 1)", String(plain.dropFirst(start))))
        default: plain.append(character)
        }
      }
      text += plain + "\n"
    }
    let ids = parts.count > 1 ? parts[1].split(separator: " ").map(String.init) : []
    expected = names.enumerated().map { index, name in
      "\(name.place) \(index < ids.count ? ids[index] : name.name)"
    }
  }
}

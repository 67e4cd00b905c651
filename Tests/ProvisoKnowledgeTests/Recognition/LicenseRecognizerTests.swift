import ProvisoCore
import ProvisoKnowledge
import ProvisoText
import Testing

@Suite("Recognition of license texts")
struct LicenseRecognizerTests {
  /// Three licenses of our own, two of which differ in one clause.
  private static let grant = """
    Meadow License

    Copyright (c) 2024 Ann Example

    Everyone who receives a copy of this meadow is welcome to walk on it, to mow it and to lend it to neighbors, as long as
    the fence stays where it stands and the gate is closed at night.

    """
  private static let body = """
    Whoever mows the meadow leaves a strip of flowers along the brook. Hay belongs to those who made it. Dogs are kept on a
    leash between March and July, while birds breed in the grass. Cars stay on the road.

    The meadow comes as nature made it: nobody promises that it is dry, level or free of thistles, and nobody answers for
    what happens on it, be it a twisted ankle or a wet picnic.
    """
  private static let fair = "Fairs and markets on the meadow need the consent of the village council in writing.\n\n"
  private static let meadow = grant + body
  private static let meadowFair = grant + fair + body
  private static let pond = """
    Pond Terms. Anglers of the village fish here from the first of May until the end of October. Three trout a day are
    enough for anybody. Nets, lamps and explosives stay at home; what is too small goes back into the water alive. Children
    learn to swim before they row. The boat is bailed out by whoever used it last, and the oars go back into the shed.
    """

  private static let texts = [("meadow", meadow), ("meadow-fair", meadowFair), ("pond.use-policy", pond)]
  private static let packed = LicenseIndex.pack(texts.map { (name: $0.0, bytes: Array($0.1.utf8)) })
  private static let recognizer = LicenseRecognizer(index: LicenseIndex(packed: packed))

  private func recognize(_ text: String) -> LicenseRecognition? { Self.recognizer.recognize(SourceText(text)) }

  @Test("knows each text as itself")
  func exact() {
    for (license, text) in [("meadow", Self.meadow), ("meadow-fair", Self.meadowFair), ("pond", Self.pond)] {
      let recognition = recognize(text)
      #expect(recognition?.license == license)
      #expect(recognition?.differences == [])
      #expect(recognition?.similarity == 1)
      #expect(recognition?.confidence == .high)
      #expect(recognition?.isUsePolicy == (license == "pond"))
    }
  }

  @Test("tells texts that differ in the version they ask to be shown, and takes a third version for neither")
  func twins() {
    let texts = ["meadow-1.5", "meadow-1.6"].map { id in
      let name = id.replacing("meadow-", with: "Meadow V")
      return (name: id, bytes: Array((Self.meadow + "\nAt the gate \"\(name)\" is to be read in large letters.").utf8))
    }
    let recognizer = LicenseRecognizer(index: LicenseIndex(packed: LicenseIndex.pack(texts))) { id in
      id.replacing("meadow-", with: "Meadow V")
    }
    for (id, text) in texts {
      let recognition = recognizer.recognize(SourceText(path: "LICENSE", bytes: text))
      #expect(recognition?.license == id)
      #expect(recognition?.confidence == .high)
    }
    for other in ["V1.7", "V1.55", "V1"] {
      let text = Self.meadow + "\nAt the gate \"Meadow \(other)\" is to be read in large letters."
      #expect(recognizer.recognize(SourceText(text))?.confidence == .medium, "\(other)")
    }
    // On two lines, in other letters, and at the end of a sentence.
    let text = Self.meadow + "\nAt the gate “MEADOW\n  v1.6.” is to be read in large letters."
    #expect(recognizer.recognize(SourceText(text))?.license == "meadow-1.6")
  }

  @Test("does not mind title, holder and year")
  func holders() {
    let variants = [
      Self.meadow.replacing(
        "Copyright (c) 2024 Ann Example", with: "Copyright 2019, 2021 Müller & Sons, Inc. All rights reserved."),
      Self.meadow.replacing("Copyright (c) 2024 Ann Example\n", with: ""),
      Self.meadow.replacing("Meadow License\n", with: "The Meadow Software License, Version 2.0\n"),
      Self.meadow.replacing("Meadow License\n", with: ""),
      Self.meadow.replacing("2024 Ann Example", with: "2026 Bob Sample <bob@example.com>"),
    ]
    for variant in variants {
      let recognition = recognize(variant)
      #expect(recognition?.license == "meadow")
      #expect(recognition?.differences == [], "\(variant)")
    }
  }

  @Test("tells an added clause with its place")
  func added() throws {
    let clause = "Walking on the meadow for money is not permitted unless the owner agrees."
    let recognition = try #require(recognize(Self.meadow.replacing("Hay belongs", with: "\n\(clause)\nHay belongs")))
    #expect(recognition.license == "meadow")
    #expect(recognition.similarity == 1)
    #expect(recognition.confidence == .medium)
    let difference = try #require(recognition.differences.first)
    #expect(recognition.differences.count == 1)
    #expect(difference.kind == .added)
    #expect(difference.line == 8)
    #expect(difference.addedWords == 13)
    #expect(difference.removedWords == 0)
    #expect(difference.excerpt == clause)
  }

  @Test("tells a removed clause with its place")
  func removed() throws {
    let recognition = try #require(recognize(Self.meadow.replacing("Hay belongs to those who made it. ", with: "")))
    #expect(recognition.license == "meadow")
    #expect(recognition.confidence != .high)
    let difference = try #require(recognition.differences.first)
    #expect(recognition.differences.count == 1)
    #expect(difference.kind == .removed)
    #expect(difference.line == 7)
    #expect(difference.removedWords == 7)
    #expect(difference.excerpt.isEmpty)
  }

  @Test("tells a changed word, be it one")
  func changed() throws {
    let recognition = try #require(recognize(Self.meadow.replacing("March", with: "April")))
    #expect(recognition.license == "meadow")
    let difference = try #require(recognition.differences.first)
    #expect(recognition.differences.count == 1)
    #expect(difference.kind == .changed)
    #expect((difference.addedWords, difference.removedWords, difference.line) == (1, 1, 8))
    #expect(difference.excerpt.hasPrefix("April"))
  }

  @Test("tells a restriction among the holders")
  func restrictionInTheTitle() throws {
    let text = Self.meadow.replacing("Ann Example", with: "Ann Example, for noncommercial use only")
    #expect(recognize(text)?.differences.count == 1)
  }

  @Test("finds the license within other text, which is told")
  func framed() throws {
    let text =
      "How we keep the village tidy is told in this file, and who may walk where.\n\n\(Self.meadow)\n\nAsk at the inn for more."
    let recognition = try #require(recognize(text))
    #expect(recognition.license == "meadow")
    #expect(recognition.similarity == 1)
    #expect(recognition.differences.map(\.kind) == [.added, .added])
    #expect(recognition.confidence == .medium)
  }

  @Test(
    "takes nothing else for a license",
    arguments: [
      "", "Meadow License", "Licensed under the Meadow License by Ann Example.", String(meadow.prefix(150)),
      "A walk across the meadow is the best of a summer evening, says everyone who has lent a neighbor hay, closed the gate at "
        + "night and left the car on the road; nobody promises that it stays dry.",
    ])
  func nothing(text: String) {
    #expect(recognize(text) == nil)
  }

  @Test("stands any input")
  func hostile() {
    var random = Random(seed: 7)
    let inputs: [[UInt8]] = [
      Array(repeating: UInt8(ascii: "a"), count: 1 << 20),
      (0..<(1 << 18)).flatMap { _ in Array("the ".utf8) },
      (0..<(1 << 20)).map { _ in UInt8.random(in: 0...255, using: &random) },
      Array(repeating: UInt8(ascii: "<"), count: 1 << 16), Array(repeating: UInt8(ascii: "&"), count: 1 << 16),
      (0..<(1 << 15)).flatMap { _ in Array("](".utf8) },
      Array(repeating: 0xE2, count: 1 << 16), Array(repeating: 0xC2, count: 1 << 16), [0xEF, 0xBB], [0],
    ]
    for bytes in inputs {
      #expect(Self.recognizer.recognize(SourceText(path: "x", bytes: bytes)) == nil)
      // What stands around a license does not hide it.
      let whole = bytes + Array("\n\n".utf8) + Array(Self.meadow.utf8)
      if bytes.count <= 1 << 16 {
        #expect(Self.recognizer.recognize(SourceText(path: "x", bytes: whole))?.license == "meadow")
      }
    }
  }

  @Test("keeps its excerpts whole characters, whatever the bytes")
  func excerpts() throws {
    let text = Self.meadow + "\n\nMust not " + String(repeating: "ä€𐀀", count: 60)
    let excerpt = try #require(recognize(text)?.differences.last?.excerpt)
    #expect(!excerpt.unicodeScalars.contains("\u{FFFD}"))
    #expect(excerpt.utf8.count <= 200)
    let broken = Array(Self.meadow.utf8) + Array("\nMust not ".utf8) + [0xFF, 0xC3, 0x28, 0xF0, 0x90]
    #expect(Self.recognizer.recognize(SourceText(path: "x", bytes: broken))?.license == "meadow")
  }

  @Test("reads an index as far as it is whole")
  func truncatedIndex() {
    for count in 0...Self.packed.count {
      let index = LicenseIndex(packed: Array(Self.packed.prefix(count)))
      #expect(index.entries.count <= 3)
      if count == Self.packed.count {
        #expect(index.entries.map(\.name) == ["meadow", "meadow-fair", "pond.use-policy"])
      }
    }
    let lying: [UInt8] = [0xFF, 0xFF, 0xFF, 0xFF, 1, 0x61, 0xFF, 0xFF, 0xFF, 0xFF, 1, 2]
    let recognizer = LicenseRecognizer(index: LicenseIndex(packed: lying))
    #expect(recognizer.recognize(SourceText(Self.meadow)) == nil)
  }

  @Test("packs alike in any order")
  func deterministic() {
    let texts = Self.texts.map { (name: $0.0, bytes: Array($0.1.utf8)) }
    #expect(LicenseIndex.pack(texts.reversed()) == Self.packed)
  }

  @Test("packs every wording of a license, and each once")
  func wordings() {
    func texts(_ contents: [String]) -> [(name: String, bytes: [UInt8])] {
      contents.map { (name: "meadow", bytes: Array($0.utf8)) }
    }
    let packed = LicenseIndex.pack(texts([Self.meadow, Self.meadowFair, Self.meadow.uppercased()]))
    let index = LicenseIndex(packed: packed)
    #expect(index.entries.map(\.name) == ["meadow", "meadow"])
    for text in [Self.meadow, Self.meadowFair] {
      #expect(LicenseRecognizer(index: index).recognize(SourceText(text))?.differences == [])
    }
  }
}

import Foundation
import ProvisoTestSupport
import Testing

@Suite("The reports of the samples")
struct GoldenReportTests {
  @Test("are what is expected, byte for byte", arguments: Sample.allCases, Sample.Format.allCases)
  func golden(sample: Sample, format: Sample.Format) throws {
    let copy = try sample.copy()
    let answer = try Tool.run(["scan", "--format", format.rawValue], in: copy.path)
    #expect(answer.error == "")
    #expect(answer.status == 1, "each sample has an error to tell of")
    if Sample.isRewriting {
      try Data(answer.bytes).write(to: URL(filePath: sample.expected(format)))
      return
    }
    let difference = try run("diff", ["-u", sample.expected(format), "-"], input: answer.bytes)
    let text = String(decoding: difference.output + difference.error, as: UTF8.self)
    #expect(
      difference.status == 0,
      "\(text)\nIf the new report is right: PROVISO_REWRITE=1 swift test --filter ProvisoSampleTests")
  }

  /// The formats that one sample is enough for.
  @Test(
    "are what is expected in the other formats",
    arguments: ["markdown", "html", "cyclonedx", "cyclonedx-1.7", "spdx", "gitlab", "rdjson", "junit", "github"])
  func others(format: String) throws {
    let expected = "\(packageRoot)/Tests/Expected/swift-app.\(format)"
    let copy = try Sample.swiftApp.copy()
    let answer = try Tool.run(["scan", "--format", format, "--now", "2026-11-22"], in: copy.path)
    #expect(answer.error == "")
    #expect(answer.status == 1)
    if Sample.isRewriting {
      _ = try run("mkdir", ["-p", "\(packageRoot)/Tests/Expected"])
      try Data(answer.bytes).write(to: URL(filePath: expected))
      return
    }
    let difference = try run("diff", ["-u", expected, "-"], input: answer.bytes)
    let text = String(decoding: difference.output + difference.error, as: UTF8.self)
    #expect(
      difference.status == 0, "\(text)\nIf it is right: PROVISO_REWRITE=1 swift test --filter ProvisoSampleTests")
  }

  @Test("do not depend on how many files are worked on at once, nor on the run", arguments: Sample.allCases)
  func deterministic(sample: Sample) throws {
    let copy = try sample.copy()
    for format in Sample.Format.allCases {
      let one = try Tool.run(["scan", "--jobs", "1", "--format", format.rawValue], in: copy.path)
      for jobs in ["1", "2", "7"] {
        let other = try Tool.run(["scan", "--jobs", jobs, "--format", format.rawValue], in: copy.path)
        #expect(other.bytes == one.bytes)
        #expect(other.status == one.status)
      }
    }
  }

  @Test("do not depend on where the sample lies", arguments: Sample.allCases, [Sample.Format.json, .sarif])
  func placeless(sample: Sample, format: Sample.Format) throws {
    let copy = try sample.copy()
    let answer = try Tool.run(["scan", "--format", format.rawValue], in: copy.path)
    #expect(!answer.output.contains(copy.path))
    #expect(!answer.output.contains(packageRoot))
  }

  @Test("every folder of Samples/ is one of these, with its story")
  func complete() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: packageRoot + "/Samples")
      .filter { isDirectory("\(packageRoot)/Samples/\($0)") }
    #expect(Set(folders) == Set(Sample.allCases.map(\.rawValue)))
    for sample in Sample.allCases { #expect(FileManager.default.fileExists(atPath: sample.folder + "/README.md")) }
  }
}

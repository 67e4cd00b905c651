import ProvisoCore
import ProvisoDetection
import ProvisoText
import Testing

@testable import ProvisoKit

@Suite("How many models a scan holds")
struct ModelLimitTests {
  private static func detections(_ ids: [String]) -> Detections {
    Detections(
      references: ids.map { id in
        ModelReference(
          model: .huggingFace(id), location: Location(path: "a.json"), asWritten: id, kind: .configuration, role: .used)
      })
  }

  @Test("up to the limit nothing is left out, however often each is named")
  func within() {
    let held = ModelLimit.held(Self.detections(["acme/a", "acme/b", "acme/a", "acme/b"]), to: 2)
    #expect(held.references.count == 4 && held.notifications.isEmpty)
  }

  @Test("beyond it the first stay, and the scan is incomplete and says so")
  func beyond() {
    let held = ModelLimit.held(Self.detections(["acme/a", "acme/b", "acme/c", "acme/a"]), to: 2)
    #expect(held.references.map(\.asWritten) == ["acme/a", "acme/b", "acme/a"])
    #expect(held.notifications.map(\.isIncomplete) == [true] && held.notifications.map(\.path) == ["a.json"])
    #expect(held.notifications.first?.message.contains("from acme/c on") == true)
  }

  @Test(
    "comments that waive are kept account of to a limit, and that is told", arguments: [(1_000, false), (1_001, true)])
  func comments(count: Int, isTold: Bool) {
    let text = String(repeating: "# proviso: waive AIL501 r\n", count: count)
    let found = DetectorRunner().detect(textAt: FilePath("a.py"), bytes: Array(text.utf8))
    #expect(found.comments.count == count && found.notifications.contains(where: \.isIncomplete) == isTold)
  }

  @Test("a file that names too many is cut, and said so")
  func file() {
    let count = DetectorRunner.maximumReferences
    func names(_ count: Int) -> Detections {
      let lines = (0..<count).map { "{\"model_id\": \"acme/tune-\($0)\"}" }.joined(separator: ",\n")
      return DetectorRunner().detect(path: FilePath("a.json"), bytes: Array("[\n\(lines)\n]".utf8))
    }
    let found = names(count + 5)
    #expect(found.references.count == count && found.notifications.contains(where: \.isIncomplete))
    #expect(names(10).references.count == 10 && names(10).notifications.isEmpty)
  }
}

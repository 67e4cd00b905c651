import ProvisoCore
import ProvisoTestSupport
import Testing

@testable import ProvisoDetection

@Suite("Archives of NeMo")
struct NeMoArchiveTests {
  let detector = NeMoArchive()

  private func archive(_ config: String) -> [UInt8] {
    BinaryBytes.tar([("./model_config.yaml", Array(config.utf8)), ("./model_weights.ckpt", [1, 2, 3])])
  }

  @Test("name the model that training began from")
  func base() {
    let found = detector.detect(
      "a.nemo",
      archive("target: nemo.A\nlanguage_model:\n  pretrained_model_name: acme/a\n  tokenizer: {type: acme/b}\n"))
    #expect(found.outlines == ["1:1-1 a.nemo bundled", "1:1-1 acme/a base"])
    #expect(found.notifications.isEmpty)
  }

  @Test("a plain one is a model")
  func plain() {
    let found = detector.detect("a.nemo", archive("target: nemo.A\npretrained_model_name: null\n"))
    #expect(found.names == ["a.nemo"] && found.notifications.isEmpty)
  }

  @Test("what cannot be read is told")
  func broken() {
    let deep = String(repeating: "[", count: 5_000)
    for bytes in [
      [], [0x1F, 0x8B, 8], BinaryBytes.tar([("a", [1])]), archive("a: [\n"), archive(deep),
      Array(archive("a: 1").prefix(514)),
    ] {
      let found = detector.detect("a.nemo", bytes)
      #expect(found.isIncomplete && found.names == ["a.nemo"])
    }
  }
}

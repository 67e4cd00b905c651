import ProvisoCore
import Testing

@testable import ProvisoDetection

@Suite("Nets of OpenVINO")
struct OpenVINOModelTests {
  private static func models(_ path: String, _ text: String) -> [String?] {
    OpenVINOModel().detect(path, text).declarations.map(\.model)
  }

  @Test("are models by the XML that describes them, those of a folder its own")
  func nets() {
    let net = "<?xml version=\"1.0\"?>\n<net name=\"Model0\" version=\"11\">\n\t<layers>"
    #expect(Self.models("m/face-detection-0200.xml", net) == ["m/face-detection-0200.xml"])
    #expect(Self.models("m/openvino_model.xml", net) == ["m"])
    #expect(Self.models("m/a.xml", "<net batch=\"1\" name=\"a\" version=\"6\">") == ["m/a.xml"])
  }

  @Test(
    "other XML is none",
    arguments: [
      "<project><net version=\"1\"/></project>", "<net name=\"a\">", "<network version=\"1\">", "<net version=",
    ])
  func others(text: String) {
    #expect(Self.models("a.xml", text).isEmpty)
  }
}

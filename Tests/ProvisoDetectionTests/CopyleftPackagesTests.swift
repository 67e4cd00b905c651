import ProvisoCore
import Testing

@testable import ProvisoDetection

@Suite("Copyleft packages")
struct CopyleftPackagesTests {
  @Test(
    "are read from requirements, and from code that makes their models of no weights that it names",
    arguments: [
      ("requirements.txt", "torch\nultralytics==8.3.0\n", "2:1-12"),
      ("requirements-gpu.txt", "ultralytics[export]", "1:1-12"),
      ("pyproject.toml", "dependencies = [\"torch\", \"ultralytics>=8\"]", "1:27-38"),
      ("pyproject.toml", "ultralytics = \"^8.0\"", "1:1-12"), ("environment.yml", "  - ultralytics", "1:5-16"),
      ("app.py", "from ultralytics import YOLO\nm = YOLO(\"yolo11n.yaml\")", "2:5-9"),
      ("app.py", "from ultralytics import YOLO\nm = YOLO(cfg.weights)", "2:5-9"),
    ])
  func finds(path: String, text: String, place: String) {
    #expect(CopyleftPackages().wants(FilePath(path)))
    let found = CopyleftPackages().detect(path, text).references
    #expect(found.map(\.model) == [UltralyticsName.library] && found.allSatisfy(\.isPackage))
    #expect(found.map(\.location.outline) == [place])
  }

  @Test(
    "are not other packages, comments, other classes and what names its weights",
    arguments: [
      ("requirements.txt", "ultralytics-thop\n# ultralytics\nmy-ultralytics"),
      ("requirements.txt", "git+https://github.com/ultralytics/yolov5"),
      ("app.py", "from ultralytics import YOLO\nm = YOLO(\"yolo11n.pt\")"), ("app.py", "import ultralytics\nMyYOLO(x)"),
      ("app.py", "from ultralytics import YOLO\nYOLO()"),
    ])
  func silent(path: String, text: String) {
    #expect(CopyleftPackages().detect(path, text).references.isEmpty)
  }
}

import ProvisoCore
import Testing

@Suite("File names of Ultralytics")
struct UltralyticsNameTests {
  @Test(
    "name the line of models",
    arguments: [
      ("yolov8n.pt", "Ultralytics/YOLOv8"), ("yolov8x-seg.onnx", "Ultralytics/YOLOv8"),
      ("yolo11m-pose.mlpackage", "Ultralytics/YOLO11"), ("yolov5s6.pt", "Ultralytics/YOLOv5"),
      ("yolov5nu.pt", "Ultralytics/YOLOv5"), ("yolo12x.pt", "Ultralytics/YOLO12"),
      ("yolo26n.pt", "Ultralytics/YOLO26"), ("yolov10n.pt", "jameslahm/yolov10n"),
      ("yoloe-11s-seg.pt", "Ultralytics/YOLOE"), ("yoloe-v8l-seg-pf.pt", "Ultralytics/YOLOE"),
      ("yolov8n.onnx", "Ultralytics/YOLOv8"), ("yolov9c.pt", "Ultralytics/YOLOv9"),
      ("yolov3-tinyu.pt", "Ultralytics/YOLOv3"), ("yolov8s-worldv2.pt", "Ultralytics/YOLOv8"),
    ])
  func known(name: String, model: String) {
    #expect(UltralyticsName.model(ofFile: name) == model)
  }

  @Test(
    "others do not",
    arguments: [
      "yolov7.pt", "yolov6n.pt", "yolox_s.onnx", "yolos-tiny.onnx", "yolo_nas_s.pt", "yolov8.pt", "yolov8n.txt",
      "yolov8n", "my-yolov8n.pt", "yolov8n-plates.pt", "yolov9-c.pt", "yolov3.pt", "yolo13n.pt", "yolov10.pt", ".pt",
      "",
    ])
  func others(name: String) {
    #expect(UltralyticsName.model(ofFile: name) == nil)
  }

  @Test("the library takes a name without an ending as well")
  func withoutEnding() {
    #expect(UltralyticsName.model(named: "yolo11n") == "Ultralytics/YOLO11")
    #expect(UltralyticsName.model(named: "yolov5s") == "Ultralytics/YOLOv5")
    #expect(UltralyticsName.model(named: "yolo") == nil)
  }
}

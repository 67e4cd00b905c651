import ProvisoDetection
import Testing

@Suite("File names of Ultralytics")
struct UltralyticsNameTests {
  @Test(
    "name the line of models",
    arguments: [
      ("yolov8n.pt", "Ultralytics/YOLOv8"), ("yolov8x-seg.onnx", "Ultralytics/YOLOv8"),
      ("yolo11m-pose.mlpackage", "Ultralytics/YOLO11"), ("yolov5s6.pt", "Ultralytics/YOLOv5"),
      ("yolov5nu.pt", "Ultralytics/YOLOv5"),
    ])
  func known(name: String, model: String) {
    #expect(UltralyticsName.model(ofFile: name) == model)
  }

  @Test(
    "others do not",
    arguments: [
      "yolov7.pt", "yolov6n.pt", "yolox_s.onnx", "yolos-tiny.onnx", "yolo_nas_s.pt", "yolov8.pt", "yolov8n.txt",
      "yolov8n", "my-yolov8n.pt", "yolov8n-plates.pt", "yolov10n.pt", ".pt", "",
    ])
  func others(name: String) {
    #expect(UltralyticsName.model(ofFile: name) == nil)
  }
}

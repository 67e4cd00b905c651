/// File names under which Ultralytics publishes its weights, and which its library fetches by themselves: `yolov8n.pt`,
/// `yolo11m-seg.onnx`.
///
/// Left out are the YOLO models of others (`yolov6`, `yolov7`, `yolox`, `yolos`, `yolo_nas`), which have licenses of their own.
package enum UltralyticsName {
  private static let lines: [(prefix: String, model: String)] = [
    ("yolov5", "Ultralytics/YOLOv5"), ("yolov8", "Ultralytics/YOLOv8"), ("yolo11", "Ultralytics/YOLO11"),
  ]
  private static let sizes: Set<Character> = ["n", "s", "m", "l", "x"]
  private static let endings: Set<Substring> = [
    "", "u", "6", "6u", "-seg", "-cls", "-pose", "-obb", "-oiv7", "-world", "-worldv2",
  ]
  private static let extensions: Set<Substring> = [
    "pt", "onnx", "torchscript", "tflite", "engine", "mlmodel", "mlpackage",
  ]

  /// The hub model of a file's name, in lower case; nil for any other name.
  package static func model(ofFile name: String) -> String? {
    guard let line = lines.first(where: { name.hasPrefix($0.prefix) }), let dot = name.lastIndex(of: "."),
      extensions.contains(name[name.index(after: dot)...])
    else { return nil }
    let rest = name[..<dot].dropFirst(line.prefix.count)
    guard let size = rest.first, sizes.contains(size), endings.contains(rest.dropFirst()) else { return nil }
    return line.model
  }
}

/// Names under which Ultralytics publishes its weights, and which its library fetches by themselves: `yolov8n.pt`,
/// `yolo11m-seg.onnx`, `yoloe-11s-seg.pt`.
///
/// Left out are the YOLO models of others (`yolov6`, `yolov7`, `yolov9-c`, `yolox`, `yolos`, `yolo_nas`), which have licenses
/// of their own.
package enum UltralyticsName {
  private struct Line {
    var prefix: String
    var model: String
    /// One letter, or two words of the oldest.
    var sizes: [String]
  }

  private static let letters = ["n", "s", "m", "l", "x"]
  /// The longer prefixes first.
  private static let lines = [
    Line(prefix: "yoloe-11", model: "Ultralytics/YOLOE", sizes: ["s", "m", "l"]),
    Line(prefix: "yoloe-v8", model: "Ultralytics/YOLOE", sizes: ["s", "m", "l"]),
    Line(prefix: "yoloe-26", model: "Ultralytics/YOLOE", sizes: letters),
    Line(prefix: "yolov10", model: "jameslahm/yolov10", sizes: ["n", "s", "m", "b", "l", "x"]),
    Line(prefix: "yolov3", model: "Ultralytics/YOLOv3", sizes: ["u", "-tinyu", "-sppu"]),
    Line(prefix: "yolov5", model: "Ultralytics/YOLOv5", sizes: letters),
    Line(prefix: "yolov8", model: "Ultralytics/YOLOv8", sizes: letters),
    // Its authors' own files are `yolov9-c.pt`.
    Line(prefix: "yolov9", model: "Ultralytics/YOLOv9", sizes: ["t", "s", "m", "c", "e"]),
    Line(prefix: "yolo11", model: "Ultralytics/YOLO11", sizes: letters),
    Line(prefix: "yolo12", model: "Ultralytics/YOLO12", sizes: letters),
    Line(prefix: "yolo26", model: "Ultralytics/YOLO26", sizes: letters),
  ]
  private static let endings: Set<Substring> = [
    "", "u", "6", "6u", "-seg", "-cls", "-pose", "-obb", "-oiv7", "-world", "-worldv2", "-seg-pf",
  ]
  private static let extensions: Set<Substring> = [
    "pt", "onnx", "torchscript", "tflite", "engine", "mlmodel", "mlpackage",
  ]

  /// The library that trains and loads these models, for weights of which nothing else is known than that it loads them.
  package static let library = ModelName(registry: .torchhub, id: "ultralytics/ultralytics")

  /// The hub model of a file's name, in lower case; nil for any other name.
  package static func model(ofFile name: String) -> String? {
    guard let dot = name.lastIndex(of: "."), extensions.contains(name[name.index(after: dot)...]) else { return nil }
    return model(named: name[..<dot])
  }

  /// The hub model of a name without extension, in lower case: `yolov8n`, `yolo11m-seg`.
  package static func model(named name: some StringProtocol) -> String? {
    guard let line = lines.first(where: { name.hasPrefix($0.prefix) }) else { return nil }
    let rest = name.dropFirst(line.prefix.count)
    let size = line.sizes.first { rest.hasPrefix($0) && endings.contains(Substring(rest.dropFirst($0.count))) }
    guard let size else { return nil }
    // Of its authors each size has a repository of its own.
    return line.prefix == "yolov10" ? line.model + size : line.model
  }
}

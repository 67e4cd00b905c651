internal import ProvisoCore
internal import ProvisoText

/// llamafile: an executable that is an archive at the same time, with the weights in it as GGUF. What the GGUF states counts.
///
/// A file without weights (the runner alone) is no model.
struct Llamafile: WeightDetector {
  let id = "llamafile"
  let summary = "The GGUF inside llamafile executables."

  var endings: Set<String> { ["llamafile"] }

  func wants(_ path: FilePath) -> Bool {
    path.fileExtension == "llamafile"
  }

  func detect(_ input: WeightInput) -> Detections {
    do {
      guard let archive = try ZipDirectory.read(input.bytes) else {
        return WeightFile.broken(input, "it has no archive at its end")
      }
      guard let entry = archive.entries.first(where: { FilePath($0.name).fileExtension == "gguf" }) else {
        return Detections()
      }
      guard let bytes = try archive.contents(of: entry) else {
        return WeightFile.broken(input, "\(entry.name) in it is compressed")
      }
      var metadata = try GGUFHeader.metadata(input.part(bytes))
      metadata.remark = "the weights \(entry.name) inside"
      return WeightFile.described(input, metadata)
    } catch {
      return WeightFile.broken(input, error.what)
    }
  }
}

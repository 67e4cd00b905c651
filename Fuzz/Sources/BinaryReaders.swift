import ProvisoCore
import ProvisoText

@testable import ProvisoDetection
@testable import ProvisoFiles

extension FuzzReaderList {
  static let binary: [FuzzReader] =
    [
      FuzzReader(name: "zip") { bytes in
        let source = ByteSource(bytes)
        guard let archive = try? ZipDirectory.read(source) else { return 0 }
        var digest = Digest()
        for entry in archive.entries.prefix(100) {
          digest.add(entry)
          guard let part = try? archive.contents(of: entry) else { continue }
          expect(part.size <= bytes.count, "\(entry.name) has more bytes than its archive")
          digest.add(part.read(0, part.size))
        }
        return digest.value
      },
      FuzzReader(name: "git-index") { bytes in
        guard let index = GitIndex(bytes) else { return 0 }
        return Digest.of(index.paths.count)
      },
      FuzzReader(name: "tar") { bytes in
        guard let archive = try? TarDirectory.read(ByteSource(bytes)) else { return 0 }
        for entry in archive.entries {
          expect(entry.range.upperBound <= bytes.count, "\(entry.name) has more bytes than its archive")
        }
        return Digest.of(archive.entries)
      },
    ]
    + [
      ("gguf", "model.gguf"), ("safetensors", "model.safetensors"), ("onnx", "model.onnx"), ("tflite", "model.tflite"),
      ("mediapipe", "model.task"), ("coreml", "model.mlmodel"), ("pytorch", "model.pt"), ("keras", "model.keras"),
      ("llamafile", "model.llamafile"), ("nemo", "model.nemo"), ("pickle", "model.pkl"), ("ggml", "ggml-model.bin"),
      ("lfs-pointer", "pytorch_model.bin"),
    ].map { name, path in FuzzReader(name: name) { FuzzedFile(path: path, bytes: $0).detections() } }
}

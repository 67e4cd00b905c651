package import ProvisoText

/// A weight file that can be read in pieces.
package struct WeightInput: Sendable {
  package let path: FilePath
  /// What cannot be read the detector reports.
  package let bytes: ByteSource
  /// Recognizes license texts; whoever runs the detectors brings it.
  package let recognize: DetectionInput.Recognizer

  package init(
    path: FilePath, bytes: ByteSource, recognize: @escaping DetectionInput.Recognizer = { _ in nil }
  ) {
    self.path = path
    self.bytes = bytes
    self.recognize = recognize
  }

  package init(path: FilePath, size: Int, read: @escaping ByteSource.Read) {
    self.init(path: path, bytes: ByteSource(size: size, read: read))
  }

  /// In bytes.
  package var size: Int { bytes.size }

  /// Up to `count` bytes from `offset`; fewer at the end of the file, nil when the file cannot be read.
  package func read(_ offset: Int, _ count: Int) -> [UInt8]? { bytes.read(offset, count) }

  /// A part of the file, such as an entry of an archive, as if it were the file.
  package func part(_ bytes: ByteSource) -> Self {
    Self(path: path, bytes: bytes, recognize: recognize)
  }
}

import ProvisoCore

@testable import ProvisoDetection

/// Weight files as bytes, made by hand.
enum WeightBytes {
  static func littleEndian(_ value: some FixedWidthInteger) -> [UInt8] {
    (0..<(value.bitWidth / 8)).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  /// The length of the header, the header, and four bytes of tensors.
  static func safetensors(_ header: String, length: UInt64? = nil) -> [UInt8] {
    littleEndian(length ?? UInt64(header.utf8.count)) + Array(header.utf8) + [0, 0, 0, 0]
  }

  static let pointer = Array(
    "version https://git-lfs.github.com/spec/v1\noid sha256:\(String(repeating: "a", count: 64))\nsize 12345\n".utf8)

  indirect enum Value {
    case string(String)
    case uint32(UInt32)
    case bytes(type: UInt32, [UInt8])
    case array(type: UInt32, [Value])

    var type: UInt32 {
      switch self {
      case .string: 8
      case .uint32: 4
      case .bytes(let type, _): type
      case .array: 9
      }
    }

    var payload: [UInt8] {
      switch self {
      case .string(let text): WeightBytes.string(text)
      case .uint32(let value): littleEndian(value)
      case .bytes(_, let bytes): bytes
      case .array(let type, let values):
        littleEndian(type) + littleEndian(UInt64(values.count)) + values.flatMap(\.payload)
      }
    }
  }

  static func string(_ text: String) -> [UInt8] {
    littleEndian(UInt64(text.utf8.count)) + Array(text.utf8)
  }

  static func gguf(version: UInt32 = 3, pairs: UInt64? = nil, _ metadata: [(String, Value)]) -> [UInt8] {
    Array("GGUF".utf8) + littleEndian(version) + littleEndian(UInt64(0))
      + littleEndian(pairs ?? UInt64(metadata.count))
      + metadata.flatMap { string($0.0) + littleEndian($0.1.type) + $0.1.payload }
  }
}

extension WeightDetector {
  func detect(_ path: String, _ bytes: [UInt8], size: Int? = nil) -> Detections {
    detect(
      WeightInput(path: FilePath(path), size: size ?? bytes.count) { offset, count in
        guard offset >= 0, count >= 0, offset < bytes.count else { return [] }
        return Array(bytes[offset..<min(bytes.count, offset + count)])
      })
  }
}

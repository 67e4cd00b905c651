import ProvisoTestSupport

extension WeightBytes {
  // MARK: ONNX

  static func onnx(_ properties: [(String, String)], graph: [UInt8] = [1, 2, 3]) -> [UInt8] {
    BinaryBytes.field(1, 8) + BinaryBytes.field(2, "pytorch") + BinaryBytes.field(7, graph)
      + properties.flatMap { BinaryBytes.field(14, BinaryBytes.field(1, $0.0) + BinaryBytes.field(2, $0.1)) }
  }

  // MARK: Core ML

  static func coreML(license: String?, userDefined: [(String, String)] = []) -> [UInt8] {
    let metadata =
      BinaryBytes.field(1, "Finds things.") + (license.map { BinaryBytes.field(4, $0) } ?? [])
      + userDefined.flatMap { BinaryBytes.field(100, BinaryBytes.field(1, $0.0) + BinaryBytes.field(2, $0.1)) }
    return BinaryBytes.field(1, 4) + BinaryBytes.field(2, BinaryBytes.field(1, [1]) + BinaryBytes.field(100, metadata))
      + BinaryBytes.field(500, [UInt8](repeating: 7, count: 40))
  }

  // MARK: TensorFlow Lite

  indirect enum Flat {
    case table([Flat?])
    case string(String)
    case bytes([UInt8])
    case vector([Flat])
    case number(UInt32)
  }

  /// A FlatBuffer: tables before what they point to.
  static func flat(_ root: Flat, identifier: String) -> [UInt8] {
    var bytes: [UInt8] = [0, 0, 0, 0] + Array(identifier.utf8)
    patch(&bytes, at: 0, with: place(root, &bytes))
    return bytes
  }

  private static func place(_ value: Flat, _ bytes: inout [UInt8]) -> Int {
    switch value {
    case .table(let fields):
      let vtable = bytes.count
      bytes += littleEndian(UInt16(4 + 2 * fields.count)) + littleEndian(UInt16(4 + 4 * fields.count))
      for (index, field) in fields.enumerated() { bytes += littleEndian(UInt16(field == nil ? 0 : 4 + 4 * index)) }
      let table = bytes.count
      bytes += littleEndian(Int32(table - vtable)) + [UInt8](repeating: 0, count: 4 * fields.count)
      for (index, field) in fields.enumerated() {
        guard let field else { continue }
        let slot = table + 4 + 4 * index
        if case .number(let number) = field {
          bytes.replaceSubrange(slot..<(slot + 4), with: littleEndian(number))
        } else {
          patch(&bytes, at: slot, with: place(field, &bytes))
        }
      }
      return table
    case .string(let text): return place(.bytes(Array(text.utf8)), &bytes)
    case .bytes(let content):
      let start = bytes.count
      bytes += littleEndian(UInt32(content.count)) + content + [0]
      return start
    case .vector(let items):
      let start = bytes.count
      bytes += littleEndian(UInt32(items.count)) + [UInt8](repeating: 0, count: 4 * items.count)
      for (index, item) in items.enumerated() { patch(&bytes, at: start + 4 + 4 * index, with: place(item, &bytes)) }
      return start
    case .number(let number):
      bytes += littleEndian(number)
      return bytes.count - 4
    }
  }

  private static func patch(_ bytes: inout [UInt8], at slot: Int, with target: Int) {
    bytes.replaceSubrange(slot..<(slot + 4), with: littleEndian(UInt32(target - slot)))
  }

  /// A model with metadata; without where `license` and `name` are nil.
  static func tflite(name: String? = nil, license: String? = nil) -> [UInt8] {
    let metadata = flat(
      .table([name.map { .string($0) }, nil, nil, nil, .string("Acme"), license.map { .string($0) }]),
      identifier: "M001")
    let entries: Flat = .vector([
      .table([.string("min_runtime_version"), .number(0)]), .table([.string("TFLITE_METADATA"), .number(1)]),
    ])
    let hasMetadata = name != nil || license != nil
    return flat(
      .table([
        .number(3), nil, nil, nil, .vector([.table([.bytes([1])]), .table([.bytes(metadata)])]), nil,
        hasMetadata ? entries : nil,
      ]), identifier: "TFL3")
  }

  // MARK: PyTorch

  static func torch(extra: [(String, String)] = []) -> [UInt8] {
    BinaryBytes.zip(
      [.init("yolo/data.pkl", [0x80, 2]), .init("yolo/data/0", [1, 2, 3, 4])]
        + extra.map { .init("yolo/extra/\($0.0)", Array($0.1.utf8)) })
  }

  static let legacyTorch: [UInt8] =
    [0x80, 2, 0x8A, 10, 0x6C, 0xFC, 0x9C, 0x46, 0xF9, 0x20, 0x6A, 0xA8, 0x50, 0x19, 0x2E]
}

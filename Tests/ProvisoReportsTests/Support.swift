import ProvisoTestSupport

@testable import ProvisoReports

extension JSONValue {
  /// The value of a key; the first that has it.
  subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.0 == key }?.1
  }

  subscript(index: Int) -> JSONValue? {
    elements.indices.contains(index) ? elements[index] : nil
  }

  var elements: [JSONValue] {
    switch self {
    case .array(let elements): elements
    case .series(let count, let element): (0..<count).map(element)
    case .batches(_, let batches): Array(sequence(state: batches()) { $0() }.joined())
    default: []
    }
  }

  var keys: [String] {
    if case .object(let members) = self { members.map(\.0) } else { [] }
  }

  var string: String? {
    if case .string(let string) = self { string } else { nil }
  }

  var integer: Int? {
    if case .integer(let integer) = self { integer } else { nil }
  }

  var isNull: Bool {
    if case .null = self { true } else { false }
  }
}

func text(_ bytes: [UInt8]) -> String {
  String(decoding: bytes, as: UTF8.self)
}

/// Whether Python is there with the module that validates.
let hasValidator = (try? run("python3", ["-c", "import jsonschema"]))?.status == 0

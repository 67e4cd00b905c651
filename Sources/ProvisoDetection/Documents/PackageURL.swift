internal import ProvisoCore

/// `pkg:huggingface/owner/name@revision`, as documents name hub models.
struct PackageURL: Hashable {
  var model: ModelName
  var revision: Revision

  /// Nil for a package of another kind, and for what is no address of a package.
  init?(_ text: String) {
    let prefix = "pkg:huggingface/"
    guard ASCII.lowercased(String(text.prefix(prefix.count))) == prefix else { return nil }
    let path = text.dropFirst(prefix.count).prefix { $0 != "?" && $0 != "#" }
    let parts = path.split(separator: "@", maxSplits: 1)
    guard let id = parts.first.flatMap(Self.decoded), let model = HubName.model(in: id) else { return nil }
    self.model = model
    let version = parts.count == 2 ? Self.decoded(parts[1]) : nil
    revision = Self.revision(version)
  }

  /// A document loads nothing, so a branch in it pins nothing and moves nothing.
  static func revision(_ version: String?) -> Revision {
    guard let version, case .commit = Revision(written: version) else { return .notApplicable }
    return .commit(version)
  }

  /// `%2F` as `/`; nil for what is no UTF-8 then.
  static func decoded(_ text: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }
}

internal import ProvisoCore
internal import ProvisoFiles
internal import ProvisoText

/// Answers of the hub on the disk, one small file each, so that the next run need not ask again. The directory may be deleted at any
/// time. No token stands in it, nor what could be computed from one. What another user can have put there is not believed.
package struct AnswerCache: Sendable {
  package let directory: String

  /// In seconds: what the hub has of a model, and that it has none.
  private static let answerAge = 24 * 3600
  private static let absenceAge = 3600
  private static let longest = 256 << 10

  package init(directory: String) {
    self.directory = directory
  }

  /// What is known of an address, where it is not too old.
  ///
  /// - Parameter withToken: what is shown to somebody may be hidden from everybody.
  /// - Throws: ``AnswerCacheTrouble`` for a file that cannot be read or is none of ours: it counts as not there.
  func answer(to address: HubURL, withToken: Bool, now: Int) throws(AnswerCacheTrouble) -> HubAnswer? {
    let path = file(address, withToken)
    let bytes: [UInt8]
    do {
      try FileSystem.checkOwn(directory: folder)
      bytes = try FileReader.readOwn(path: path, limit: Self.longest)
    } catch {
      if error.kind == .notFound { return nil }
      throw AnswerCacheTrouble(path: error.path, message: error.message)
    }
    guard let entry = CacheEntry(reading: bytes), entry.address == address.description, entry.withToken == withToken
    else {
      throw AnswerCacheTrouble(path: path, message: "It holds no whole answer and counts as not there.")
    }
    let age = now - entry.asked
    let longest = if case .success = entry.answer { Self.answerAge } else { Self.absenceAge }
    return (0...longest).contains(age) ? entry.answer : nil
  }

  /// Keeps an answer; failures that are none are not kept.
  func keep(_ answer: HubAnswer, to address: HubURL, withToken: Bool, now: Int) throws(AnswerCacheTrouble) {
    if case .failure(let failure) = answer, !failure.isAnswer { return }
    let path = file(address, withToken)
    let entry = CacheEntry(address: address.description, withToken: withToken, asked: now, answer: answer)
    do {
      try FileSystem.makeDirectories(folder)
      try FileSystem.checkOwn(directory: folder)
      try FileWriter.writePrivately(entry.bytes, to: path)
    } catch {
      throw AnswerCacheTrouble(path: error.path, message: error.message)
    }
  }

  private var folder: String { directory.hasSuffix("/") ? "\(directory)hub" : "\(directory)/hub" }

  private func file(_ address: HubURL, _ withToken: Bool) -> String {
    let key = "\(address)\(withToken ? " with a token" : "")"
    return "\(folder)/\(SHA256.hexadecimal(Array(key.utf8))).txt"
  }
}

/// A file of the cache that could not be used.
struct AnswerCacheTrouble: Error {
  var path: String
  var message: String
}

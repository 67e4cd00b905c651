/// A file as it was at an earlier revision of the repository.
package enum EarlierFile: Sendable {
  case bytes([UInt8])
  /// It was not there.
  case absent
  /// It is none of the repository's: whatever it is now counts.
  case outside
}

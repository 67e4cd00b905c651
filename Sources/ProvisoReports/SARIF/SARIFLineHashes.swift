import ProvisoCore

/// Makes `primaryLocationLineHash` values that tell the results of one rule and file apart, since GitHub shows results
/// with equal ones as a single alert.
struct SARIFLineHashes {
  private struct Key: Hashable {
    var rule: String
    var uri: String
    var hash: String
  }

  private var uses: [Key: Int] = [:]

  /// The line's own hash for the first finding of a rule on a line; for later ones the hash, a slash and the beginning of
  /// the finding's fingerprint. Where a line has no hash, the beginning of the fingerprint stands for it, since uploads
  /// through the API would otherwise give the alert no lasting identity.
  mutating func next(for finding: Finding, uri: String) -> String {
    let hash = finding.location?.lineHash ?? "\(finding.fingerprint.prefix(16)):1"
    if use(hash, finding, uri) == 1 { return hash }
    let suffixed = "\(hash)/\(finding.fingerprint.prefix(12))"
    let number = use(suffixed, finding, uri)
    return number == 1 ? suffixed : "\(suffixed)-\(number)"
  }

  /// Counts one more use of a value and returns how many there are.
  private mutating func use(_ hash: String, _ finding: Finding, _ uri: String) -> Int {
    let key = Key(rule: finding.rule, uri: uri, hash: hash)
    let number = (uses[key] ?? 0) + 1
    uses[key] = number
    return number
  }
}

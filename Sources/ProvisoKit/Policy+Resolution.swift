internal import ProvisoCore
internal import ProvisoDetection
internal import ProvisoFiles
internal import ProvisoKnowledge
internal import ProvisoPolicy
internal import ProvisoText

/// What a policy says that is needed before anything is evaluated.
extension Policy {
  /// The licenses on file with those that the policy describes, and its choices.
  var library: LicenseLibrary {
    guard !licenses.isEmpty || !choices.isEmpty else { return .shared }
    return LicenseLibrary(
      own: licenses.map(\.license),
      choices: Dictionary(choices.map { ($0.expression, $0.license) }) { first, _ in first })
  }

  /// The corrections but for those that are void.
  func corrections(without void: [PolicyOrigin: String]) -> [LicenseCorrection] {
    corrections.filter { void[$0.origin] == nil }.map { correction in
      LicenseCorrection(
        model: correction.model, license: correction.license, reason: correction.reason,
        location: Location(path: correction.origin.path, line: correction.origin.line),
        isBound: correction.evidence?.sha256 != nil)
    }
  }

  /// Tells of the policy's own corrections that correct a model and would go on to, whatever becomes of its license.
  func unboundCorrections(of models: [ResolvedModel]) -> [Notification] {
    let claims = models.lazy.flatMap { $0.license.claims + $0.lineage.flatMap(\.license.claims) }
    let used = Set(claims.filter(\.isUnbound).compactMap(\.location))
    return corrections.filter { correction in
      correction.origin.path == path
        && used.contains(Location(path: correction.origin.path, line: correction.origin.line))
    }.map { correction in
      Notification(
        level: .note,
        message:
          "The correction of \(correction.model) (\(correction.origin)) is bound to no text, so that it counts whatever becomes of the license. Name what was read under `evidence`, with its `sha256`.",
        path: path)
    }
  }

  /// The license whose text a correction rests on, where that is another than the one it says and no milder: what was read
  /// contradicts it. A license of the policy's own may stand in any text.
  private func otherLicense(in source: SourceText, than license: String) -> String? {
    guard let corrected = LicenseLibrary.shared.license(license) else { return nil }
    let texts = LicenseCopies.licenses(in: source) { LicenseRecognizer.shared.recognize($0) }
      .compactMap(LicenseLibrary.shared.license)
    guard !texts.contains(where: { $0.id == corrected.id }) else { return nil }
    return texts.first { $0.category >= corrected.category }?.id
  }

  /// The corrections whose text is another than the one that was read, is another license's, or is not there.
  func voidCorrections(root: String) -> [PolicyOrigin: String] {
    var void: [PolicyOrigin: String] = [:]
    let bounds = RepositoryBounds(around: root)
    let root = root + String(repeating: "/..", count: pathPrefix.utf8.count { $0 == UInt8(ascii: "/") })
    for correction in corrections {
      guard let evidence = correction.evidence, let expected = evidence.sha256 else { continue }
      guard !bounds.areLeft(by: "\(root)/\(evidence.file)") else {
        void[correction.origin] = "\(evidence.file) is a link that leads out of the repository"
        continue
      }
      do {
        let bytes = try FileReader.readAbsolute(path: "\(root)/\(evidence.file)", limit: 16 << 20)
        if SHA256.hexadecimal(bytes) != expected {
          void[correction.origin] = "\(evidence.file) has changed since it was read"
        } else if let other = otherLicense(in: SourceText(path: evidence.file, bytes: bytes), than: correction.license)
        {
          void[correction.origin] =
            "\(evidence.file) has the words of \(other), changed or not, and not those of \(correction.license)"
        }
      } catch {
        // What is told of it ends with a full stop of its own.
        let trouble = error.message.hasSuffix(".") ? String(error.message.dropLast()) : error.message
        void[correction.origin] = "\(evidence.file) could not be read: \(trouble)"
      }
    }
    return void
  }

  /// Patterns of paths that match none of `paths`: what they were written for does not happen.
  func patternsWithoutFile(_ paths: @autoclosure () -> [String]) -> [Notification] {
    var patterns: [(owner: String, PathPatterns, PolicyOrigin)] = contexts.map {
      ("context \($0.id)", $0.paths, $0.origin)
    }
    patterns += waivers.compactMap { waiver in waiver.paths.map { ("waiver \(waiver.id)", $0, waiver.origin) } }
    patterns += [
      ("built_with_display", obligations.display), ("license_copies", obligations.licenseCopies),
      ("notices", obligations.notices),
    ].compactMap { name, place in place.map { ("obligations.\(name)", $0.paths, $0.origin) } }
    // A folder of the repository has not all that its policy is for.
    guard !patterns.isEmpty, pathPrefix.isEmpty else { return [] }
    let paths = paths()
    return patterns.flatMap { owner, patterns, origin in
      patterns.unmatched(by: paths).map { pattern in
        Notification(
          level: .warning, message: "The pattern \"\(pattern)\" of \(owner) (\(origin)) matches no file that was read.",
          path: path)
      }
    }
  }
}

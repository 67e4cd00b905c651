import ProvisoCore

extension SARIFLocation {
  /// Where a result is shown. GitHub rejects results without a place, so the policy stands in for one.
  init(of finding: Finding, paths: ReviewPaths) {
    if let location = finding.location, let own = Self(location, paths: paths) {
      self = own
    } else {
      uri = RelativeReference.to(paths.fallback) ?? ReviewPaths.standIn
      region = SARIFRegion(line: 1, startColumn: 1, endColumn: 1)
      setBlankContext()
      logicalName = finding.location?.path ?? finding.model?.id
    }
  }

  /// A place in the tree; nil where the path is none inside it.
  init?(_ location: Location, paths: ReviewPaths, id: Int? = nil, message: String? = nil) {
    guard let uri = paths.uri(location) else { return nil }
    self.id = id
    self.message = message
    self.uri = uri
    let line = max(location.line, 1)
    let start = max(location.column, 1)
    let end = max(location.endColumn, start)
    region = SARIFRegion(line: line, startColumn: start, endColumn: end)
    if location.byteColumns == nil, location.excerpt.isEmpty {
      setBlankContext()
    } else {
      setContext(location)
    }
  }

  /// The text of the region, and of what stands around it on its line. The excerpt may be cut: a snippet is given only where
  /// the excerpt holds the whole of its region.
  private mutating func setContext(_ location: Location) {
    let units = Array(location.excerpt.utf16)
    let first = max(location.excerptColumn, 1)
    let (start, end) = (region.startColumn - first, region.endColumn - first)
    guard start >= 0, end <= units.count else { return }
    let name = String(decoding: units[start..<end], as: UTF16.self)
    // A name of a model hides nothing, an address may.
    let snippet = name.contains("://") ? SecretMask.masked(name) : name
    region.snippet = snippet
    // Around it, what looks like a token is hidden.
    var shown = Array(SecretMask.masked(location.excerpt).utf16)
    if shown.count == units.count { shown.replaceSubrange(start..<end, with: snippet.utf16) }
    let line = String(decoding: shown, as: UTF16.self)
    if (start, end) != (0, units.count) {
      contextRegion = SARIFRegion(
        line: region.line, startColumn: first, endColumn: first + units.count, snippet: line)
    } else if location.isFollowed, first == 1 {
      // Nothing else is on the line: its end is what a context can add.
      contextRegion = SARIFRegion(
        line: region.line, startColumn: 1, endLine: region.line + 1, endColumn: 1, snippet: line + "\n")
    }
  }

  /// A place whose line is not known: that of a binary file, or of a policy. Its context is the whole line, which may be empty.
  private mutating func setBlankContext() {
    let isEmpty = region.startColumn == region.endColumn
    if isEmpty { region.snippet = "" } else { region.rendering = Self.blank }
    contextRegion = SARIFRegion(line: region.line, startColumn: 1, endColumn: region.endColumn)
    contextRegion?.isToLineEnd = true
    contextRegion?.rendering = Self.blank
  }

  private static let blank = "(not shown)"
}

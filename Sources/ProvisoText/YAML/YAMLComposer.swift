/// Builds the tree of one document after another from libyaml's events.
struct YAMLComposer {
  private struct Composed {
    var node: DataNode
    /// Collections inside one another, this one included.
    var height: Int
    /// Where the node ends in the text: for an alias not where the node it stands for does.
    var end: Int
  }

  private struct Anchor {
    var composed: Composed
    /// The nodes it has when every alias is written out.
    var weight: Int
  }

  private let source: SourceText
  private let range: Range<Int>
  private let limits: YAMLLimits
  private let events: YAMLEventStream
  private var cursor: CodePointCursor
  private var anchors: [String: Anchor] = [:]
  private var openAnchors: Set<String> = []
  private var duplicates: [DuplicateKey] = []
  private var written = 0
  private var aliased = 0

  /// `events` come from the bytes of `source` in `range`.
  init(_ events: YAMLEventStream, of source: SourceText, in range: Range<Int>, limits: YAMLLimits) {
    self.events = events
    self.source = source
    self.range = range
    self.limits = limits
    cursor = CodePointCursor(source.bytes, in: range)
  }

  /// The next document, nil at the end of the stream.
  mutating func nextDocument() throws(DocumentError) -> YAMLDocument? {
    anchors = [:]
    openAnchors = []
    duplicates = []
    written = 0
    aliased = 0
    while true {
      switch try next().kind {
      case .streamEnd: return nil
      case .documentStart:
        let root = try node(try next(), depth: 0).node
        _ = try next()
        duplicates.sort { $0.again.lowerBound < $1.again.lowerBound }
        return YAMLDocument(root: root, duplicateKeys: duplicates)
      default: continue
      }
    }
  }

  private mutating func next() throws(DocumentError) -> YAMLEvent {
    do {
      return try events.next()
    } catch {
      throw error.documentError(in: source, range: range, cursor: &cursor)
    }
  }

  private mutating func node(_ event: YAMLEvent, depth: Int) throws(DocumentError) -> Composed {
    let start = cursor.byteOffset(ofCodePoint: event.start)
    if case .alias(let name) = event.kind { return try shared(name, event, at: start, depth: depth) }
    written += 1
    guard written <= limits.nodes else {
      throw error(at: start, "The document has more than \(limits.nodes) values.", isLimit: true)
    }
    if limits.refusesTags, let tag = YAMLSchema.otherTag(in: source.bytes[start..<max(start, range.upperBound)]) {
      throw error(at: start, "The tag \"\(tag)\" is none of YAML's own.")
    }
    let weightBefore = written + aliased - 1
    if let anchor = event.anchor { openAnchors.insert(anchor) }
    let composed: Composed
    switch event.kind {
    case .scalar(let text, var tag, let isPlain):
      // libyaml drops the non-specific tag "!", which makes a string of anything.
      if tag == nil, isPlain, start < range.upperBound, source.bytes[start] == UInt8(ascii: "!") { tag = "!" }
      let end = trimmed(cursor.byteOffset(ofCodePoint: event.end), after: start)
      let form = YAMLSchema.form(of: text, tag: tag, isPlain: isPlain)
      composed = Composed(
        node: DataNode(content: .scalar(.init(text: text, form: form)), range: start..<end), height: 0, end: end)
    case .sequenceStart: composed = try sequence(event, at: start, depth: depth)
    case .mappingStart: composed = try mapping(event, at: start, depth: depth)
    default: throw error(at: start, "A value was expected here.")
    }
    if let anchor = event.anchor {
      openAnchors.remove(anchor)
      if limits.aliases != .refuse {
        anchors[anchor] = Anchor(composed: composed, weight: written + aliased - weightBefore)
      }
    }
    return composed
  }

  private mutating func sequence(
    _ event: YAMLEvent, at start: Int, depth: Int
  ) throws(DocumentError) -> Composed {
    try checkDepth(depth + 1, at: start)
    var items: [DataNode] = []
    var height = 0
    var end = start
    while true {
      let item = try next()
      if case .sequenceEnd = item.kind {
        if event.isFlow { end = trimmed(cursor.byteOffset(ofCodePoint: item.end), after: start) }
        break
      }
      let composed = try node(item, depth: depth + 1)
      items.append(composed.node)
      height = max(height, composed.height)
      end = max(end, composed.end)
    }
    return Composed(node: DataNode(content: .sequence(items), range: start..<end), height: height + 1, end: end)
  }

  private mutating func mapping(
    _ event: YAMLEvent, at start: Int, depth: Int
  ) throws(DocumentError) -> Composed {
    try checkDepth(depth + 1, at: start)
    var entries: [DataNode.Entry] = []
    var height = 0
    var end = start
    while true {
      let keyEvent = try next()
      if case .mappingEnd = keyEvent.kind {
        if event.isFlow { end = trimmed(cursor.byteOffset(ofCodePoint: keyEvent.end), after: start) }
        break
      }
      let keyStart = cursor.byteOffset(ofCodePoint: keyEvent.start)
      let key = try node(keyEvent, depth: depth + 1)
      let value = try node(try next(), depth: depth + 1)
      let keyRange = keyStart..<max(keyStart, key.end)
      // A key that is a collection, `{{ name }}` in a template mostly, is called by its text.
      entries.append(
        .init(
          key: key.node.scalar?.text ?? source.string(in: keyRange), keyRange: keyRange, value: value.node))
      height = max(height, key.height, value.height)
      end = max(end, key.end, value.end)
    }
    DuplicateKey.collect(from: entries, into: &duplicates)
    return Composed(node: DataNode(content: .mapping(entries), range: start..<end), height: height + 1, end: end)
  }

  private mutating func shared(
    _ name: String, _ event: YAMLEvent, at start: Int, depth: Int
  ) throws(DocumentError) -> Composed {
    guard case .share(let maximumVisits) = limits.aliases else {
      throw error(at: start, "The alias *\(name) is not allowed here; write the value out.")
    }
    guard !openAnchors.contains(name) else {
      throw error(at: start, "The alias *\(name) stands inside the value it refers to.")
    }
    guard let anchor = anchors[name] else {
      throw error(at: start, "The alias *\(name) has no anchor &\(name) before it.")
    }
    aliased += anchor.weight
    guard aliased <= maximumVisits else {
      throw error(at: start, "The aliases up to *\(name) stand for more than \(maximumVisits) values.", isLimit: true)
    }
    try checkDepth(depth + anchor.composed.height, at: start)
    var composed = anchor.composed
    composed.end = cursor.byteOffset(ofCodePoint: event.end)
    return composed
  }

  private func checkDepth(_ depth: Int, at offset: Int) throws(DocumentError) {
    guard depth <= limits.depth else {
      throw error(at: offset, "The values are nested more than \(limits.depth) levels deep.", isLimit: true)
    }
  }

  /// Block scalars end, for libyaml, after the blank lines that follow them.
  private func trimmed(_ end: Int, after start: Int) -> Int {
    var end = end
    while end > start, [0x20, 0x09, 0x0A, 0x0D].contains(source.bytes[end - 1]) { end -= 1 }
    return max(start, end)
  }

  private func error(at offset: Int, _ message: String, isLimit: Bool = false) -> DocumentError {
    DocumentError(position: source.position(at: offset), message: message, isLimit: isLimit)
  }
}

/// Reads the syntax that ``Glob`` describes.
struct GlobParser {
  private static let maximumLength = 1024
  private static let maximumDepth = 8

  private var scalars: [Unicode.Scalar]
  private var index = 0

  init(_ pattern: String) throws(GlobError) {
    guard pattern.utf8.count <= Self.maximumLength else {
      throw GlobError(message: "A pattern is at most \(Self.maximumLength) bytes long.")
    }
    scalars = Array(pattern.unicodeScalars)
  }

  mutating func parse() throws(GlobError) -> [GlobElement] {
    while scalars.starts(with: [".", "/"]) { scalars.removeFirst(2) }
    let isAnchored = scalars.dropLast().contains("/")
    if scalars.first == "/" { scalars.removeFirst() }
    let isFolder = scalars.last == "/" && !scalars.dropLast().isEmpty && scalars.dropLast().last != "\\"
    if isFolder { scalars.removeLast() }
    guard !scalars.isEmpty else { throw GlobError(message: "The pattern is empty.") }
    let lastSegment = scalars[(scalars.lastIndex(of: "/").map { $0 + 1 } ?? 0)...]
    let isPlain = !lastSegment.contains { $0 == "*" || $0 == "?" || $0 == "[" }

    var elements: [GlobElement] = isAnchored ? [] : [.folders]
    elements += try sequence(depth: 0)
    if isFolder {
      elements += [.scalar("/"), .everything, .end]
    } else {
      elements.append(isPlain ? .endOrInside : .end)
    }
    return elements
  }

  /// Up to the end or, inside braces, to a `,` or `}`.
  private mutating func sequence(depth: Int) throws(GlobError) -> [GlobElement] {
    var elements: [GlobElement] = []
    while index < scalars.count {
      let scalar = scalars[index]
      if depth > 0, scalar == "," || scalar == "}" { return elements }
      switch scalar {
      case "*": elements.append(stars())
      case "?": elements.append(.anyInSegment)
      case "[": elements.append(try set())
      case "{": elements.append(try either(depth: depth + 1))
      case "\\":
        index += 1
        guard index < scalars.count else { throw GlobError(message: "The pattern ends in a single backslash.") }
        elements.append(.scalar(scalars[index]))
      default: elements.append(.scalar(scalar))
      }
      index += 1
    }
    return elements
  }

  /// At a `*`; ends on the last scalar of what it reads, as the functions below.
  private mutating func stars() -> GlobElement {
    let start = index
    while index + 1 < scalars.count, scalars[index + 1] == "*" { index += 1 }
    let next = index + 1 < scalars.count ? scalars[index + 1] : nil
    let startsSegment = start == 0 || ["/", "{", ","].contains(scalars[start - 1])
    // Only as a whole segment do two stars reach across folders.
    guard index - start == 1, startsSegment else { return .manyInSegment }
    switch next {
    case nil, "}"?, ","?: return .everything
    case "/"?:
      index += 1
      return .folders
    default: return .manyInSegment
    }
  }

  private mutating func set() throws(GlobError) -> GlobElement {
    index += 1
    var isNegated = false
    if index < scalars.count, scalars[index] == "!" || scalars[index] == "^" {
      isNegated = true
      index += 1
    }
    var ranges: [ClosedRange<Unicode.Scalar>] = []
    // A bracket that comes first is one of the set.
    while index < scalars.count, scalars[index] != "]" || ranges.isEmpty {
      if scalars[index...].starts(with: ["[", ":"]) {
        throw GlobError(message: "Named sets such as [:alpha:] are not supported; write [a-zA-Z].")
      }
      let low = try member()
      guard index + 1 < scalars.count, scalars[index] == "-", scalars[index + 1] != "]" else {
        ranges.append(low...low)
        continue
      }
      index += 1
      let high = try member()
      guard low <= high else { throw GlobError(message: "The range \(low)-\(high) is the wrong way round.") }
      ranges.append(low...high)
    }
    guard index < scalars.count else { throw GlobError(message: "A [ is not closed by a ].") }
    return .set(ranges: ranges, isNegated: isNegated)
  }

  private mutating func member() throws(GlobError) -> Unicode.Scalar {
    if scalars[index] == "\\" { index += 1 }
    guard index < scalars.count else { throw GlobError(message: "A [ is not closed by a ].") }
    index += 1
    return scalars[index - 1]
  }

  private mutating func either(depth: Int) throws(GlobError) -> GlobElement {
    guard depth <= Self.maximumDepth else {
      throw GlobError(message: "Braces are nested more than \(Self.maximumDepth) levels deep.")
    }
    var choices: [[GlobElement]] = []
    repeat {
      index += 1
      choices.append(try sequence(depth: depth))
      guard index < scalars.count else { throw GlobError(message: "A { is not closed by a }.") }
    } while scalars[index] == ","
    return .either(choices)
  }
}

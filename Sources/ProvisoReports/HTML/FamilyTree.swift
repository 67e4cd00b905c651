import ProvisoCore

/// The family tree of a model as a drawing: what it was made from above, the model itself below, and each step whose license
/// restricts marked.
struct FamilyTree {
  private struct Node {
    var name: ModelName
    var license: LicenseConclusion
    /// How many steps above the model.
    var row: Int
    /// Where it stands in its row.
    var position = 0
  }

  private struct Step {
    var base: Int
    var derivative: Int
    var relation: Relation?
    var isRestricted: Bool
  }

  /// More than these are told in words only.
  private static let maximumNodes = 24
  private static let (width, height, gap, rise) = (300, 54, 24, 62)

  private var nodes: [Node]
  private var steps: [Step] = []
  private var rows: [Int: Int] = [0: 1]
  private let missing: Int

  init(of model: ResolvedModel) {
    nodes = [Node(name: model.name, license: model.license, row: 0)]
    let edges = model.lineage.prefix(Self.maximumNodes - 1)
    missing = model.lineage.count - edges.count
    for edge in edges {
      let row = max(1, min(edge.depth, 64))
      // Without a word of whose base it is, the nearest that stands one step lower.
      let derivative =
        edge.derivative.flatMap { name in nodes.firstIndex { $0.name == name } }
        ?? nodes.lastIndex { $0.row == row - 1 } ?? 0
      nodes.append(Node(name: edge.base, license: edge.license, row: row, position: rows[row] ?? 0))
      rows[row, default: 0] += 1
      steps.append(
        Step(
          base: nodes.count - 1, derivative: derivative, relation: edge.relation,
          isRestricted: edge.license.category?.isRestricted == true))
    }
  }

  func write(to page: inout HTMLPage) {
    let columns = rows.values.max() ?? 1
    let levels = (rows.keys.max() ?? 0) + 1
    let size = (
      width: columns * (Self.width + Self.gap) + Self.gap,
      height: levels * (Self.height + Self.rise) - Self.rise + 2 * Self.gap
    )
    page.open(
      "svg",
      [
        ("class", "tree"), ("viewBox", "0 0 \(size.width) \(size.height)"), ("width", "\(size.width)"),
        ("height", "\(size.height)"), ("role", "img"),
        ("aria-label", "Family tree of \(nodes[0].name.id); the same follows in words"),
      ])
    page.raw("\n")
    for step in steps { write(step, levels, size.width, to: &page) }
    for node in nodes { write(node, levels, size.width, to: &page) }
    page.close("svg")
    if missing > 0 { page.element("p", "and \(missing) more", [("class", "quiet")]) }
  }

  private func place(_ node: Node, _ levels: Int, _ width: Int) -> (x: Int, y: Int) {
    let count = rows[node.row] ?? 1
    let used = count * Self.width + (count - 1) * Self.gap
    return (
      (width - used) / 2 + node.position * (Self.width + Self.gap),
      Self.gap + (levels - 1 - node.row) * (Self.height + Self.rise)
    )
  }

  private func write(_ step: Step, _ levels: Int, _ width: Int, to page: inout HTMLPage) {
    let base = place(nodes[step.base], levels, width)
    let derivative = place(nodes[step.derivative], levels, width)
    let from = (x: base.x + Self.width / 2, y: base.y + Self.height)
    let to = (x: derivative.x + Self.width / 2, y: derivative.y)
    let middle = (from.y + to.y) / 2
    page.open("g", [("class", step.isRestricted ? "step restricted" : "step")])
    page.open(
      "path",
      [("d", "M\(from.x) \(from.y) C\(from.x) \(middle) \(to.x) \(middle) \(to.x) \(to.y - 8)"), ("fill", "none")])
    page.raw("</path>")
    page.open(
      "path", [("class", "head"), ("d", "M\(to.x - 5) \(to.y - 9) L\(to.x) \(to.y) L\(to.x + 5) \(to.y - 9) Z")])
    page.raw("</path>")
    let words = [step.relation?.rawValue, step.isRestricted ? "restricted" : nil].compactMap(\.self)
    if !words.isEmpty {
      page.element(
        "text", words.joined(separator: ", "),
        [("x", "\(from.x + 10)"), ("y", "\(from.y + 18)"), ("class", "label")])
    }
    page.close("g")
  }

  private func write(_ node: Node, _ levels: Int, _ width: Int, to page: inout HTMLPage) {
    let place = place(node, levels, width)
    page.open("g", [("class", "node \(HTMLReport.tone(node.license))" + (node.row == 0 ? " self" : ""))])
    page.element("title", "\(node.name.id): \(node.license.words)")
    page.open(
      "rect",
      [
        ("x", "\(place.x)"), ("y", "\(place.y)"), ("width", "\(Self.width)"), ("height", "\(Self.height)"), ("rx", "6"),
      ])
    page.raw("</rect>")
    page.element(
      "text", Sanitizer.cut(node.name.id, to: 34),
      [("x", "\(place.x + 12)"), ("y", "\(place.y + 22)"), ("class", "name")])
    page.element(
      "text", Sanitizer.cut(node.license.shortWords, to: 36),
      [("x", "\(place.x + 12)"), ("y", "\(place.y + 41)"), ("class", "under")])
    page.close("g")
  }
}

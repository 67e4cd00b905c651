internal import ProvisoCore
internal import ProvisoText

/// Files of the Model Openness Framework (the YAML that its tool writes), and places that name a class: `class` in such a file,
/// "MOF Class II" or its badge in Markdown.
struct OpennessFramework: Detector {
  let id = "openness-framework"
  let summary = "Releases and classes of the Model Openness Framework."
  let needles = ["model openness framework", "mof class", "mof-class", "mof_class"]

  /// The framework knows 17.
  private static let maximumComponents = 64

  var endings: Set<String> { ["markdown", "md", "yaml", "yml"] }

  func wants(_ path: FilePath) -> Bool {
    ["yml", "yaml", "md", "markdown"].contains(path.fileExtension) && path.scope != .test
  }

  func detect(_ input: DetectionInput) -> Detections {
    ["yml", "yaml"].contains(input.path.fileExtension) ? release(input) : claims(input)
  }

  private func release(_ input: DetectionInput) -> Detections {
    // What is no YAML is some other tool's to complain about.
    guard let root = try? YAMLReader.read(input.source).root, root.isMapping,
      root["framework"]?["name"]?.string == "Model Openness Framework", let release = root["release"]
    else { return Detections() }
    var licenses: [String: String] = [:]
    for type in ["distribution", "code", "data", "document"] {
      if let name = release["license"]?[type]?["name"]?.string, !name.isEmpty { licenses[type] = name }
    }
    let components = (release["components"]?.items ?? []).prefix(Self.maximumComponents).compactMap { item in
      item["name"]?.string.map { name in
        OpennessRelease.Component(name: name, license: item["license"]?.string.flatMap { $0.isEmpty ? nil : $0 })
      }
    }
    let location = input.location(input.source.lineRange(1))
    var detections = Detections()
    detections.releases = [
      OpennessRelease(
        name: release["name"]?.string ?? input.path.name, components: components, licenses: licenses, location: location
      )
    ]
    for node in [root["class"], release["class"], root["framework"]?["class"]].compactMap(\.self) {
      let text = node.string ?? node.integer.map(String.init) ?? ""
      if let value = Self.number(ASCII.lowercased(text)[...]) {
        detections.classClaims.append(OpennessClassClaim(value: value, location: input.location(of: node)))
      }
    }
    return detections
  }

  private func claims(_ input: DetectionInput) -> Detections {
    var detections = Detections()
    for number in 1...input.source.lineCount where detections.classClaims.count < 20 {
      let line = input.source.lineRange(number)
      guard line.count <= 2_000, let value = Self.claim(in: input.source.string(in: line)) else { continue }
      detections.classClaims.append(OpennessClassClaim(value: value, location: input.location(line)))
    }
    return detections
  }

  /// The class that a line names; nil where it names none or says that it is not reached.
  static func claim(in line: String) -> Int? {
    let text = ASCII.lowercased(line)
    for name in ["model openness framework", "mof"] {
      guard let start = text.firstRange(of: name) else { continue }
      let before = text[..<start.lowerBound]
      guard !before.hasSuffix("not ") && !before.hasSuffix("no ") && !before.contains(" not ") else { return nil }
      if let last = before.utf8.last, ASCII.isWord(last) { continue }
      let rest = text[start.upperBound...]
      guard let word = rest.firstRange(of: "class"), rest[..<word.lowerBound].utf8.count <= 20 else { continue }
      return number(rest[word.upperBound...])
    }
    return nil
  }

  /// `II`, `2`, `%20II`, `-II-Open`.
  private static func number(_ text: Substring) -> Int? {
    var rest = text
    if rest.hasPrefix("class") { rest = rest.dropFirst("class".count) }
    while let first = rest.first, " -_:".contains(first) { rest = rest.dropFirst() }
    if rest.hasPrefix("%20") { rest = rest.dropFirst(3) }
    let word = rest.prefix { $0.isLetter || $0.isNumber }
    return ["i": 1, "ii": 2, "iii": 3, "1": 1, "2": 2, "3": 3][word]
  }
}

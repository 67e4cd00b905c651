import ProvisoCore
import ProvisoPolicy
import ProvisoText

/// Loads `yaml` as `proviso.yaml`, with `others` (packs and files by name) for it to extend.
func load(
  _ yaml: String, path: String = "proviso.yaml", others: [String: String] = [:]
) -> PolicyLoadResult {
  PolicyLoader.load(SourceText(path: path, yaml), path: path, knowledge: .fixture) { name, _ in
    others[name].map { SourceText(path: name, $0) }
  }
}

/// Each diagnostic in one line, with its hint: `3:5 error: message = hint`.
func summary(_ result: PolicyLoadResult) -> [String] {
  result.diagnostics.map { diagnostic in
    let place = "\(diagnostic.position.line):\(diagnostic.position.column)"
    let hint = diagnostic.hint.map { " = \($0)" } ?? ""
    return "\(place) \(diagnostic.severity.rawValue): \(diagnostic.message)\(hint)"
  }
}

extension PolicyKnowledge {
  static let fixture = Self(
    ruleIDs: ["AIL001", "AIL102", "AIL203", "AIL302", "AIL501"],
    licenseIDs: ["llama3.1", "llama3.2", "mit", "MIT", "apache-2.0", "Unlicense", "cc-by-nc-4.0"],
    families: ["llama", "gemma", "openrail"], packNames: ["default", "hosted-service"],
    ruleOptions: ["AIL501": ["allow_tags"]],
    ruleLevels: ["AIL001": .warning, "AIL102": .error, "AIL203": .warning, "AIL302": .error, "AIL501": .warning])
}

import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("The list of rules")
struct RuleListTests {
  static let descriptions = RuleList.descriptions

  @Test("is in order of id, and no id or name comes twice")
  func order() {
    let ids = Self.descriptions.map(\.id)
    #expect(ids == ids.sorted())
    #expect(Set(ids).count == ids.count)
    #expect(Set(Self.descriptions.map(\.name)).count == ids.count)
    #expect(Set(Self.descriptions.map(\.title)).count == ids.count)
  }

  @Test("gives each rule an id, a name and words to go by", arguments: descriptions)
  func description(rule: RuleDescription) throws {
    #expect(try #/AIL[0-9]{3}/#.wholeMatch(in: rule.id) != nil)
    #expect(try #/[a-z]+(-[a-z]+)*/#.wholeMatch(in: rule.name) != nil)
    #expect(rule.pascalCaseName != rule.id)
    #expect(try #/([A-Z][a-z]+)+/#.wholeMatch(in: rule.pascalCaseName) != nil)
    #expect(!rule.title.isEmpty && !rule.title.hasSuffix("."))
    #expect(rule.summary.hasSuffix("."))
    // SARIF 2.1.0 as GitHub takes it: shortDescription and fullDescription up to 1024 characters.
    #expect(rule.title.count <= 1024 && rule.summary.count <= 1024)
  }

  @Test("explains each rule with a fix, a violation and its cure", arguments: descriptions)
  func help(rule: RuleDescription) {
    for part in ["**Fix**: ", "\nViolation:", "\nCure:"] { #expect(rule.help.contains(part)) }
    #expect(rule.help.split(separator: "```", omittingEmptySubsequences: false).count % 2 == 1)
  }

  @Test("speaks of what licenses say, not of the law", arguments: descriptions)
  func wording(rule: RuleDescription) {
    let words = "\(rule.title) \(rule.summary) \(rule.help)".lowercased()
    for word in ["illegal", "unlawful", "must not", "infring"] { #expect(!words.contains(word)) }
  }

  @Test("names only facts that a policy can state", arguments: descriptions)
  func facts(rule: RuleDescription) {
    for fact in rule.facts { #expect(FactName(rawValue: fact) != nil) }
  }

  @Test("has the levels of the design")
  func levels() {
    let levels = Dictionary(grouping: Self.descriptions, by: \.level).mapValues { Set($0.map(\.id)) }
    let design: [Level: Set<String>] = [
      .error: [
        "AIL102", "AIL105", "AIL106", "AIL107", "AIL202", "AIL208", "AIL301", "AIL302", "AIL303", "AIL304", "AIL305",
        "AIL307", "AIL601", "AIL901", "AIL904",
      ],
      .warning: [
        "AIL001", "AIL002", "AIL003", "AIL004", "AIL005", "AIL007", "AIL101", "AIL104", "AIL108", "AIL109", "AIL111",
        "AIL112", "AIL203", "AIL204", "AIL206", "AIL306", "AIL308", "AIL309", "AIL401", "AIL403", "AIL501", "AIL502",
        "AIL503", "AIL602", "AIL902",
      ],
      .note: [
        "AIL006", "AIL008", "AIL103", "AIL110", "AIL113", "AIL201", "AIL205", "AIL207", "AIL209", "AIL310", "AIL311",
        "AIL402", "AIL404", "AIL504", "AIL903",
      ],
    ]
    #expect(levels == design)
  }

  @Test("finds a rule by id in any case and by name", arguments: ["AIL302", "ail302", "user-threshold-exceeded"])
  func lookup(name: String) {
    #expect(RuleList.description(of: name)?.id == "AIL302")
    #expect(RuleList.description(of: "AIL999") == nil)
  }
}

/// The parts of a SARIF 2.1.0 log that Proviso writes, as plain values. What they hold is decided in ``SARIFReport``.
struct SARIFLog {
  var toolVersion: String
  /// nil where the repository has no address or nothing is checked out.
  var provenance: SARIFProvenance?
  /// nil leaves the category to whoever uploads the log: GitHub's step sets it only where there are no automationDetails.
  var category: String?
  /// What the command line states about the organization.
  var facts: [String]
  var rules: [SARIFRule]
  var results: SARIFResults
  var notifications: [SARIFNotification]

  /// The name that stands for the root of the scanned tree (section 3.4.4).
  static let root = "%SRCROOT%"

  var json: JSONValue {
    [
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
      "version": "2.1.0",
      "runs": [run],
    ]
  }

  private var run: JSONValue {
    let driver: JSONValue = [
      "name": "proviso",
      "fullName": .string("Proviso \(toolVersion)"),
      "version": .string(toolVersion),
      "semanticVersion": .string(toolVersion),
      "informationUri": .string(ProjectAddress.home),
      "rules": .array(rules, \.json),
    ]
    var members: [(String, JSONValue)] = [("tool", ["driver": driver])]
    if let category { members.append(("automationDetails", ["id": .string(category + "/")])) }
    let invocation: JSONValue = [
      "executionSuccessful": true, "toolExecutionNotifications": .array(notifications, \.json),
    ]
    members.append(
      ("invocations", [invocation.adding(facts.isEmpty ? [] : [("properties", ["facts": .strings(facts)])])]))
    if let provenance { members.append(("versionControlProvenance", [provenance.json])) }
    members += [
      // Without a uri: valid (section 3.14.14), the same everywhere, and no path of the machine gets out.
      ("originalUriBaseIds", [Self.root: ["description": ["text": "The root of the repository or folder."]]]),
      ("columnKind", "utf16CodeUnits"),
      ("results", .series(results.count) { results[$0].json }),
    ]
    return .object(members)
  }
}

/// `versionControlDetails`, section 3.23.
struct SARIFProvenance {
  var repositoryURI: String
  var revision: String

  var json: JSONValue {
    [
      "repositoryUri": .string(repositoryURI),
      "revisionId": .string(revision),
      "mappedTo": ["uriBaseId": .string(SARIFLog.root)],
    ]
  }
}

/// `reportingDescriptor`, section 3.49.
struct SARIFRule {
  var id: String
  var name: String
  var shortDescription: String
  var fullDescription: String
  var helpText: String
  var helpMarkdown: String
  var helpURI: String
  var level: String
  var severity: String

  /// The one message string of every rule. Results carry their whole text besides, which is what viewers show.
  static let messageID = "finding"

  var json: JSONValue {
    [
      "id": .string(id),
      "name": .string(name),
      "shortDescription": ["text": .string(shortDescription)],
      "fullDescription": ["text": .string(fullDescription)],
      "help": ["text": .string(helpText), "markdown": .string(helpMarkdown)],
      "helpUri": .string(helpURI),
      "messageStrings": [Self.messageID: ["text": "Model '{0}' under the license '{1}': '{2}'."]],
      "defaultConfiguration": ["level": .string(level)],
      "properties": [
        "tags": ["license", "ai-model"], "precision": "high", "problem.severity": .string(severity),
      ],
    ]
  }
}

/// The results of a log, each made when it is asked for: 25,000 of them are more than the rest of a scan.
struct SARIFResults: RandomAccessCollection, Sendable {
  let count: Int
  private let result: @Sendable (Int) -> SARIFResult

  init(count: Int, _ result: @escaping @Sendable (Int) -> SARIFResult) {
    self.count = count
    self.result = result
  }

  var startIndex: Int { 0 }
  var endIndex: Int { count }

  subscript(index: Int) -> SARIFResult { result(index) }
}

/// `result`, section 3.27.
struct SARIFResult {
  var ruleID: String
  /// nil where the report does not describe the rule; the message then has no id either.
  var ruleIndex: Int?
  var level: String
  var text: String
  var arguments: [String]
  var location: SARIFLocation
  var relatedLocations: [SARIFLocation]
  var lineHash: String
  var fingerprint: String
  /// nil where the log speaks of no baseline at all: the property is on every result or on none (section 3.27.24).
  var baselineState: String?
  /// nil where the log shows no suppressed results; empty for one that is not suppressed (section 3.27.23).
  var suppressions: [SARIFSuppression]?
  var properties: [(String, JSONValue)]

  var json: JSONValue {
    var members: [(String, JSONValue)] = [("ruleId", .string(ruleID))]
    var message: [(String, JSONValue)] = [("text", .string(text))]
    if let ruleIndex {
      members.append(("ruleIndex", .integer(ruleIndex)))
      message += [("id", .string(SARIFRule.messageID)), ("arguments", .strings(arguments))]
    }
    members += [
      ("level", .string(level)),
      ("message", .object(message)),
      ("locations", [location.json]),
    ]
    if !relatedLocations.isEmpty {
      members.append(("relatedLocations", .array(relatedLocations, \.json)))
    }
    members.append(
      (
        "partialFingerprints",
        ["primaryLocationLineHash": .string(lineHash), "modelLicense/v1": .string(fingerprint)]
      ))
    if let baselineState { members.append(("baselineState", .string(baselineState))) }
    if let suppressions { members.append(("suppressions", .array(suppressions, \.json))) }
    if !properties.isEmpty {
      members.append(("properties", .object(properties)))
    }
    return .object(members)
  }
}

/// `suppression`, section 3.35: one that stands outside of the file, in the policy, or in a comment of the file.
struct SARIFSuppression {
  var isInSource: Bool
  var justification: String

  var json: JSONValue {
    [
      "kind": .string(isInSource ? "inSource" : "external"), "status": "accepted",
      "justification": .string(justification),
    ]
  }
}

/// `location`, section 3.28, always with a physical location inside the tree.
struct SARIFLocation {
  /// The number that links of the result's message name, nil for the result's own location.
  var id: Int?
  var message: String?
  /// A valid relative reference.
  var uri: String
  var region: SARIFRegion
  /// A proper superset of the region.
  var contextRegion: SARIFRegion?
  /// What the location is about where it is no place in the tree, nil otherwise.
  var logicalName: String?

  var json: JSONValue {
    var physical: [(String, JSONValue)] = [
      ("artifactLocation", ["uri": .string(uri), "uriBaseId": .string(SARIFLog.root)]),
      ("region", region.json),
    ]
    if let contextRegion { physical.append(("contextRegion", contextRegion.json)) }
    var members: [(String, JSONValue)] = []
    if let id { members.append(("id", .integer(id))) }
    if let message { members.append(("message", ["text": .string(message)])) }
    members.append(("physicalLocation", .object(physical)))
    if let logicalName {
      members.append(("logicalLocations", [["name": .string(logicalName), "kind": "resource"]]))
    }
    return .object(members)
  }
}

/// `region`, section 3.30. That of a result is on one line: GitHub shows a finding in a pull request only where every line of
/// it changed.
struct SARIFRegion: Equatable {
  var line: Int
  var startColumn: Int
  /// ``line`` where it is nil.
  var endLine: Int?
  var endColumn: Int
  var snippet: String?
  /// What stands for the snippet of a region that is no text.
  var rendering: String?
  /// Whether it goes on to the end of its line, wherever that is.
  var isToLineEnd = false

  var json: JSONValue {
    var members: [(String, JSONValue)] = [
      ("startLine", .integer(line)), ("startColumn", .integer(startColumn)), ("endLine", .integer(endLine ?? line)),
    ]
    if !isToLineEnd { members.append(("endColumn", .integer(endColumn))) }
    if let snippet {
      members.append(("snippet", ["text": .string(snippet)]))
    } else if let rendering {
      members.append(("snippet", ["rendered": ["text": .string(rendering)]]))
    }
    return .object(members)
  }
}

/// `notification`, section 3.58.
struct SARIFNotification {
  var level: String
  var text: String
  var location: SARIFLocation?

  var json: JSONValue {
    var members: [(String, JSONValue)] = []
    if let location { members.append(("locations", [location.json])) }
    members += [("message", ["text": .string(text)]), ("level", .string(level))]
    return .object(members)
  }
}

import ProvisoCore

/// The JSON report. Its keys and their order are a contract; Schemas/report-1.0.schema.json describes each.
enum JSONReport {
  static let schemaVersion = "1.0"

  private static func policyJSON(_ policy: ScanReport.Policy) -> JSONValue {
    let value: JSONValue = ["name": .string(policy.name), "path": .optional(policy.path)]
    return value.adding(policy.facts.isEmpty ? [] : [("facts", .strings(policy.facts))])
  }

  static func document(_ report: ScanReport) -> JSONValue {
    let counts = ReportCounts(report)
    return [
      "schemaVersion": .string(schemaVersion),
      "tool": ["name": "proviso", "version": .string(report.toolVersion)],
      "policy": policyJSON(report.policy),
      "summary": [
        "files": .integer(report.files),
        "filesRead": .integer(report.filesRead),
        "models": .integer(report.models.count),
        "findings": [
          "error": .integer(counts.count(of: .error)),
          "warning": .integer(counts.count(of: .warning)),
          "note": .integer(counts.count(of: .note)),
        ],
      ],
      "models": .lazyArray(report.models) { modelJSON($0) },
      "findings": .lazyArray(report.findings) { findingJSON($0) },
      "notifications": .array(report.notifications) { notification in
        [
          "level": .string(notification.level.rawValue),
          "message": .string(notification.message),
          "path": .optional(notification.path),
        ]
      },
    ]
  }

  private static func findingJSON(_ finding: Finding) -> JSONValue {
    [
      "rule": .string(finding.rule),
      "name": .string(finding.name),
      "level": .string(finding.level.rawValue),
      "message": .string(finding.message),
      "path": .optional(finding.location?.path),
      "line": .optional(finding.location?.line),
      "column": .optional(finding.location?.column),
      "model": .optional(finding.model?.id),
      "license": .optional(finding.license),
      "clause": .optional(finding.clause),
      "fix": .string(finding.fix),
      "fingerprint": .string(finding.fingerprint),
      "status": .string(finding.status.rawValue),
      "waiver": .optional(finding.waiver),
      "related": .array(finding.related) { related in
        [
          "path": .string(related.location.path),
          "line": .integer(related.location.line),
          "column": .integer(related.location.column),
          "message": .string(related.message),
        ]
      },
      "context": .optional(finding.context),
      "enforcement": .string(finding.enforcement.rawValue),
      "suppression": finding.suppression.map(suppressionJSON) ?? .null,
      "proposedWaiver": .optional(finding.proposedWaiver),
    ]
  }

  private static func suppressionJSON(_ suppression: Suppression) -> JSONValue {
    [
      "source": .string(suppression.source.rawValue),
      "reason": .string(suppression.reason),
      "code": .optional(suppression.code),
      "owner": .optional(suppression.owner),
      "approvedBy": .optional(suppression.approvedBy),
      "ticket": .optional(suppression.ticket),
      "expires": .optional(suppression.expires),
      "origin": .string(suppression.origin),
    ]
  }
}

internal import ProvisoReports

/// What `policy test` prints: a line for each case, or JUnit's XML for a pipeline.
package enum PolicyTestReport {
  /// - Parameter suites: the outcomes by the name of the policy.
  package static func text(_ suites: [(policy: String, outcomes: [PolicyTestRun.Outcome])]) -> String {
    var lines: [String] = []
    for suite in suites {
      for outcome in suite.outcomes {
        lines.append("\(outcome.failures.isEmpty ? "ok  " : "FAIL") \(outcome.name)")
        lines += outcome.failures.map { "     \(outcome.origin): \($0)" }
      }
    }
    let all = suites.flatMap(\.outcomes)
    let failed = all.count { !$0.failures.isEmpty }
    lines.append("\(all.count) cases, \(failed) failed")
    return lines.map { Sanitizer.visible($0) + "\n" }.joined()
  }

  package static func junit(_ suites: [(policy: String, outcomes: [PolicyTestRun.Outcome])]) -> String {
    var lines = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<testsuites>"]
    for suite in suites {
      let failed = suite.outcomes.count { !$0.failures.isEmpty }
      let name = escaped(suite.policy)
      lines.append("  <testsuite name=\"\(name)\" tests=\"\(suite.outcomes.count)\" failures=\"\(failed)\">")
      for outcome in suite.outcomes {
        let head = "    <testcase classname=\"\(name)\" name=\"\(escaped(outcome.name))\""
        if outcome.failures.isEmpty {
          lines.append("\(head)/>")
        } else {
          let message = escaped(outcome.failures.joined(separator: "; "))
          lines.append("\(head)><failure message=\"\(message)\">\(escaped("\(outcome.origin)"))</failure></testcase>")
        }
      }
      lines.append("  </testsuite>")
    }
    lines.append("</testsuites>")
    return lines.map { $0 + "\n" }.joined()
  }

  /// Text for an attribute or an element of XML 1.0, which has no control characters.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

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
        lines += outcome.contradictions.map { "     \(outcome.origin): warning: \($0)" }
      }
    }
    let all = suites.flatMap(\.outcomes)
    let failed = all.count { !$0.failures.isEmpty }
    lines.append("\(all.count) cases, \(failed) failed")
    return lines.map { Sanitizer.visible($0) + "\n" }.joined()
  }

  /// - Parameter timestamp: the time of the run, as `2026-12-31T00:00:00Z`.
  package static func junit(
    _ suites: [(policy: String, outcomes: [PolicyTestRun.Outcome])], timestamp: String
  ) -> String {
    var text = JUnitSuite.opening
    for (index, suite) in suites.enumerated() {
      var head = JUnitSuite(name: suite.policy, timestamp: timestamp)
      head.id = index
      head.tests = suite.outcomes.count
      head.failures = suite.outcomes.count { !$0.failures.isEmpty }
      head.properties = [("version", Version.current)]
      text += head.head
      for outcome in suite.outcomes {
        let message = Markup.escaped(outcome.failures.joined(separator: "; "))
        let place = Markup.escaped("\(outcome.origin)")
        text += JUnitSuite.testCase(
          outcome.name, in: suite.policy,
          outcome.failures.isEmpty ? nil : #"<failure type="policy-test" message="\#(message)">\#(place)</failure>"#)
      }
      let told = suite.outcomes.flatMap { outcome in outcome.contradictions.map { "\(outcome.origin): warning: \($0)" }
      }
      text += JUnitSuite.outputStart + Markup.escaped(told.joined(separator: "\n")) + JUnitSuite.outputEnd
    }
    return text + JUnitSuite.ending
  }
}

/// The parts of a JUnit document that every suite has, in the order and with the attributes that Ant's schema asks for.
package struct JUnitSuite {
  package var name: String
  /// The number of the suite in its document.
  package var id = 0
  /// As `2026-12-31T00:00:00Z`.
  package var timestamp: String
  package var tests = 0
  package var failures = 0
  package var errors = 0
  package var skipped = 0
  package var properties: [(String, String)] = []

  package init(name: String, timestamp: String) {
    self.name = name
    self.timestamp = timestamp
  }

  package static let opening = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n"
  package static let ending = "</testsuites>\n"

  /// The start of the suite, up to its first case. The schema wants a time without a zone.
  package var head: String {
    let numbers =
      #"tests="\#(tests)" failures="\#(failures)" errors="\#(errors)" skipped="\#(skipped)" time="0""#
    let time = Markup.escaped(String(timestamp.prefix { $0 != "Z" }))
    let name = Markup.escaped(name)
    let list = properties.map {
      #"      <property name="\#(Markup.escaped($0.0))" value="\#(Markup.escaped($0.1))"/>"# + "\n"
    }
    return
      #"  <testsuite name="\#(name)" package="proviso" id="\#(id)" hostname="localhost" timestamp="\#(time)" \#(numbers)>"#
      + "\n    <properties>\n" + list.joined() + "    </properties>\n"
  }

  /// - Parameter outcome: markup; nil for a case that passed.
  package static func testCase(_ name: String, in className: String, _ outcome: String? = nil) -> String {
    let attributes = #"name="\#(Markup.escaped(name))" classname="\#(Markup.escaped(className))" time="0""#
    return "    " + (outcome.map { "<testcase \(attributes)>\($0)</testcase>" } ?? "<testcase \(attributes)/>") + "\n"
  }

  /// What a suite prints stands between these two, escaped, after its cases.
  package static let outputStart = "    <system-out>"
  package static let outputEnd = "</system-out>\n    <system-err></system-err>\n  </testsuite>\n"
}

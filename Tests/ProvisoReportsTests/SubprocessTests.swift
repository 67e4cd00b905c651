import ProvisoTestSupport
import Testing

@Suite("Processes of the tests")
struct SubprocessTests {
  @Test("give back status, output and error")
  func streams() throws {
    let result = try run("sh", ["-c", "cat; echo oops >&2; exit 3"], input: Array("in".utf8))
    #expect(result.status == 3)
    #expect(text(result.output) == "in")
    #expect(text(result.error) == "oops\n")
  }

  @Test("do not block on megabytes both ways")
  func large() throws {
    let input = [UInt8](repeating: 120, count: 3_000_000)
    let result = try run("sh", ["-c", "tee /dev/stderr"], input: input)
    #expect(result.output == input)
    #expect(result.error == input)
  }

  @Test("run in a directory and with an environment of their own")
  func surroundings() throws {
    let result = try run("sh", ["-c", "pwd; echo $A-$HOME"], directory: "/", environment: ["A": "b"])
    #expect(text(result.output) == "/\nb-\n")
  }

  @Test("that cannot start are errors, and a signal is a status")
  func failures() throws {
    #expect(throws: SubprocessError.self) { try run("/no/such/program", []) }
    #expect(throws: SubprocessError.self) { try run("true", [], directory: "/no/such/directory") }
    #expect(try run("sh", ["-c", "kill -9 $$"]).status == 137)
  }

  @Test("find the package they belong to")
  func places() {
    #expect(isDirectory(packageRoot + "/Tests/ProvisoTestSupport"))
  }
}

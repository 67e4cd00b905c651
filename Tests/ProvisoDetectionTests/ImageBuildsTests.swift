import ProvisoCore
import ProvisoDetection
import Testing

@Suite("Where images are built")
struct ImageBuildsTests {
  /// `svc/Dockerfile in svc` of each build that the file has.
  private func builds(_ text: String, at path: String) -> [String] {
    let found = DetectorRunner().detect(path: FilePath(path), bytes: Array(text.utf8))
    return found.builds.map { "\($0.dockerfile) in \($0.context) :\($0.location.line)" }
  }

  @Test(
    "compose says the context, and the file in it",
    arguments: [
      ("services:\n  a:\n    build: ./svc\n", "compose.yaml", "svc/Dockerfile in svc :3"),
      (
        "services:\n  a:\n    build:\n      context: ..\n      dockerfile: svc/x.Dockerfile\n",
        "deploy/docker-compose.yml",
        "svc/x.Dockerfile in . :4"
      ),
      ("services:\n  a: {build: {dockerfile: x.Dockerfile}}\n", "svc/compose.yml", "svc/x.Dockerfile in svc :2"),
    ])
  func compose(text: String, path: String, build: String) {
    #expect(builds(text, at: path) == [build])
  }

  @Test("bake says it for each target")
  func bake() {
    let text = "target \"a\" {\n  context = \"./svc\"\n}\ntarget \"b\" {\n  dockerfile = \"b.Dockerfile\"\n}\n"
    #expect(builds(text, at: "docker-bake.hcl") == ["svc/Dockerfile in svc :2", "b.Dockerfile in . :5"])
    #expect(
      builds("{\"target\": {\"a\": {\"context\": \"svc\"}}}", at: "docker-bake.json") == ["svc/Dockerfile in svc :1"])
  }

  @Test(
    "what lies elsewhere or is known only at run time is none",
    arguments: [
      "services:\n  a:\n    build: https://git.example/a.git\n", "services:\n  a:\n    build: ../../x\n",
      "services:\n  a:\n    build: ${ROOT}/x\n", "services:\n  a:\n    image: x\n", "build: .\n",
      "services:\n  a:\n    build: /srv/x\n",
    ])
  func elsewhere(text: String) {
    #expect(builds(text, at: "svc/compose.yml") == [])
  }
}

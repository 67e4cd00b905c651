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

  @Test(
    "kaniko builds from its context, and its Dockerfile counts from there",
    arguments: [
      ("--context \"${CI_PROJECT_DIR}\" --dockerfile \"${CI_PROJECT_DIR}/svc/Dockerfile\" --destination x", "."),
      ("--context=. --dockerfile=svc/Dockerfile", "."), ("-c dir://$CI_PROJECT_DIR -f svc/Dockerfile", "."),
      ("--context $CI_PROJECT_DIR/svc --destination x", "svc"),
    ])
  func kaniko(options: String, context: String) {
    let text = "build:\n  script:\n    - /kaniko/executor \(options)\n"
    #expect(builds(text, at: ".gitlab-ci.yml") == ["svc/Dockerfile in \(context) :3"])
    #expect(builds("executor --help\n", at: "ci.sh") == [])
  }

  @Test(
    "kaniko is given its context by the pod, too",
    arguments: [
      ("gcr.io/kaniko-project/executor:v1.9.0", "\"--context=dir:///workspace\", \"--dockerfile=svc/Dockerfile\"", "."),
      ("gcr.io/kaniko-project/executor", "--context, dir:///workspace/source/svc, --destination, x", "svc"),
    ])
  func pod(image: String, arguments: String, context: String) {
    let pod = "kind: Pod\nspec:\n  containers:\n    - image: \(image)\n      args: [\(arguments)]\n"
    #expect(builds(pod, at: "k8s/job.yaml").map { $0.prefix { $0 != ":" } } == ["svc/Dockerfile in \(context) "])
    #expect(builds("kind: List\n---\n" + pod, at: "k8s/job.yaml").count == 1)
    #expect(builds(pod.replacing("kaniko", with: "other"), at: "k8s/job.yaml") == [])
  }

  @Test("commands beyond what is followed are told, and the run is incomplete")
  func limit() {
    let text = String(repeating: "docker build a\n", count: 501)
    let found = DetectorRunner().detect(path: FilePath("ci.sh"), bytes: Array(text.utf8))
    #expect(found.builds.count == 500)
    #expect(found.notifications.map(\.isIncomplete) == [true])
    #expect(found.notifications.allSatisfy { $0.message.contains("too many commands") })
    let whole = DetectorRunner().detect(path: FilePath("ci.sh"), bytes: Array(text.dropLast(15).utf8))
    #expect(whole.builds.count == 500 && whole.notifications.isEmpty)
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

  @Test(
    "commands say it, from the folder of the file or one above, the nearest first",
    arguments: [
      ("docker build -f svc/Dockerfile .\n", "ci.sh", ["svc/Dockerfile in . :1"]),
      ("docker build svc\n", "ci.sh", ["svc/Dockerfile in svc :1"]),
      (
        "# docker build x\ndocker buildx build --platform linux/amd64 -t a/b:1 --file=b.Dockerfile \\\n  --push ..\n",
        "tools/ci.sh", ["tools/b.Dockerfile in . :3"]
      ),
      ("cd svc && podman build .\n", "ci.sh", ["svc/Dockerfile in svc :1", "Dockerfile in . :1"]),
      ("cd svc\n\ndocker build .\n", "ci.sh", ["svc/Dockerfile in svc :3", "Dockerfile in . :3"]),
      ("image:\n\tdocker build -t a \"$PWD/svc\"\n", "Makefile", ["svc/Dockerfile in svc :2"]),
      ("{\"scripts\": {\n\"image\": \"docker build -f b.Dockerfile .\"}}", "package.json", ["b.Dockerfile in . :2"]),
      ("build:\n  script:\n    - docker build -f svc/Dockerfile .\n", ".gitlab-ci.yml", ["svc/Dockerfile in . :3"]),
    ])
  func commands(text: String, path: String, expected: [String]) {
    #expect(builds(text, at: path) == expected)
  }

  @Test("steps of pipelines say it")
  func steps() {
    let text = """
      jobs:
        a:
          steps:
            - uses: docker/build-push-action@v6
              with: {context: ., file: ./svc/Dockerfile}
            - uses: docker/build-push-action@v6
            - uses: actions/checkout@v4
      """
    #expect(
      builds(text, at: ".github/workflows/a.yml") == ["svc/Dockerfile in . :5", "Dockerfile in . :6"])
  }

  @Test(
    "commands that build from elsewhere, or from what is known only at run time, say nothing",
    arguments: [
      "docker build - < Dockerfile\n", "docker build https://git.example/a.git\n", "docker build $DIR\n",
      "docker run build .\n", "docker build -t a\n", "docker push a/build .\n", "docker build /srv\n",
    ])
  func noCommands(text: String) {
    #expect(builds(text, at: "ci.sh") == [])
  }
}

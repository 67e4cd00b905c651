import Foundation
import ProvisoTestSupport
import Testing

@Suite("What only the whole tree tells of what its files say")
struct WholeTreeTests {
  private static let weights = "\u{2}\0\0\0\0\0\0\0{}"
  private static let restricted = "---\nlicense: cc-by-nc-4.0\n---\n"
  private static let shipped = """
    version: 1
    organization: {commercial: true, distributes_product: true}
    contexts: [{id: lab, paths: lab/**, facts: {commercial: false, distributes_product: false, distributes_weights: false}}]
    """

  /// `AIL208 error lab/m` of each finding of the rules asked for.
  private func findings(_ folder: Folder, _ rules: String...) throws -> [String] {
    let answer = try Tool.run(["scan", "--format", "json", "--fail-on", "never"], in: folder.path)
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(answer.bytes)) as? [String: Any], "\(answer.error)")
    return try #require(report["findings"] as? [[String: Any]]).compactMap { finding in
      guard let rule = finding["rule"] as? String, rules.contains(rule) else { return nil }
      return "\(rule) \(finding["level"] ?? "") \(finding["model"] ?? "")"
    }
  }

  private func tree(_ files: [String: String]) throws -> Folder {
    let folder = try Folder()
    try folder.write(Self.shipped, to: "proviso.yaml")
    for (path, text) in files { try folder.write(text, to: path) }
    return folder
  }

  /// A tree with restricted weights in the laboratory, and an image of the product.
  private func image(_ dockerfile: String, at path: String = "Dockerfile", _ more: [String: String] = [:]) throws
    -> Folder
  {
    try tree(
      ["lab/m/README.md": Self.restricted, "lab/m/model.safetensors": Self.weights, path: "FROM a:1\n\(dockerfile)\n"]
        .merging(more) { $1 })
  }

  @Test(
    "an image takes the weights along that lie in the folders that it copies",
    arguments: [
      ("COPY . .", "Dockerfile"), ("COPY . /app", "app/Dockerfile.prod"), ("ADD --chown=1:1 ./ /app/", "Dockerfile"),
      ("COPY [\"lab\", \"/lab\"]", "Dockerfile"), ("COPY lab/m /m", "services/api/Dockerfile"),
      ("COPY ./lab/*/ /m/", "Dockerfile"), ("COPY a.py .\nCOPY . .", "services/api/Dockerfile"),
      ("COPY . .", "docker/Dockerfile"), ("COPY l?b/ /m", "Dockerfile"),
    ])
  func copied(dockerfile: String, path: String) throws {
    let isOwnContext = path == "app/Dockerfile.prod"
    let folder = try image(dockerfile, at: path, ["a.py": "", "app/b.py": ""])
    let expected = isOwnContext ? [] : ["AIL208 error lab/m", "AIL301 error lab/m"]
    #expect(try findings(folder, "AIL208", "AIL301") == expected)
  }

  @Test(
    "and none of what .dockerignore leaves out, another stage has, or lies elsewhere",
    arguments: [
      ("COPY . .", "lab\n"), ("COPY . .", "# weights\n\n**/*.safetensors\n"), ("COPY . .", "/lab/\n"),
      ("COPY . .", "*\n!app\n"), ("COPY app /app", ""), ("COPY --from=build . .", ""), ("COPY lab/m/*.md .", ""),
      ("COPY ../lab /lab", ""), ("COPY $SOURCE /lab", ""), ("COPY la /lab", ""), ("WORKDIR /lab", ""),
    ])
  func notCopied(dockerfile: String, ignored: String) throws {
    let folder = try image(dockerfile, ["app/b.py": "", ".dockerignore": ignored])
    #expect(try findings(folder, "AIL208", "AIL301") == [])
  }

  @Test(
    "a waiver for the laboratory does not reach the product whose settings lead there; beside the weights nothing is added"
  )
  func waived() throws {
    let waiver = """
      version: 1
      organization: {commercial: true}
      waivers:
        - {id: W, rule: AIL301, subject: {model: lab/m}, paths: lab/**, reason: r, owner: o, expires: 2999-01-01}
      """
    func folder(_ settings: String) throws -> Folder {
      try tree([
        "proviso.yaml": waiver, "lab/m/README.md": Self.restricted, "lab/m/model.safetensors": Self.weights,
        settings: "model_path: lab/m\n",
      ])
    }
    func places(_ folder: Folder) throws -> [String] {
      let answer = try Tool.run(["scan", "--format", "json", "--fail-on", "never"], in: folder.path)
      return ["svc/a.yaml", "lab/a.yaml"].filter { answer.output.contains("\"\($0)\"") }
    }
    #expect(try places(folder("svc/a.yaml")) == ["svc/a.yaml"])
    #expect(try places(folder("lab/a.yaml")) == [])
  }

  @Test(
    "a variable that the Dockerfile gives a value stands for it",
    arguments: [
      "ARG M=lab/m\nCOPY ${M} /m", "ENV ROOT=lab\nCOPY $ROOT/m /m", "COPY ${M:-lab/m} /m",
      "ARG M=b\nARG M=lab\nCOPY $M /m",
    ])
  func variables(dockerfile: String) throws {
    #expect(try findings(image(dockerfile, at: "lab/Dockerfile"), "AIL208") == [])
    #expect(try findings(image(dockerfile), "AIL208") == ["AIL208 error lab/m"])
  }

  @Test("what compose says of the context holds, and the image's weights are used where it is built")
  func builtByCompose() throws {
    let build = "services: {a: {build: {context: ., dockerfile: lab/Dockerfile}}}\n"
    let taken = try image("COPY . .", at: "lab/Dockerfile", ["compose.yml": build])
    #expect(try findings(taken, "AIL301") == ["AIL301 error lab/m"])
    let own = try image("COPY . .", at: "docker/Dockerfile", ["compose.yml": "services: {a: {build: ./docker}}\n"])
    #expect(try findings(own, "AIL208", "AIL301") == [])
  }

  @Test("what a command or a step of a pipeline says of the context holds, and building an image uses nothing")
  func builtByCommands() throws {
    let script = ["scripts/build.sh": "#!/bin/sh\ndocker build -f svc/Dockerfile -t a .\n", "svc/a.py": ""]
    let told = try image("COPY . .", at: "svc/Dockerfile", script)
    #expect(try findings(told, "AIL208", "AIL301") == ["AIL208 error lab/m", "AIL301 error lab/m"])
    let untold = try image("COPY . .", at: "svc/Dockerfile", ["svc/a.py": ""])
    #expect(try findings(untold, "AIL208", "AIL301") == [])
    let step = "jobs: {a: {steps: [{uses: docker/build-push-action@v6, with: {context: svc, file: svc/Dockerfile}}]}}\n"
    let pipeline = try image("COPY . .", at: "svc/Dockerfile", [".github/workflows/a.yml": step])
    #expect(try findings(pipeline, "AIL208") == [])
    let own = try image("COPY . .", at: "lab/Dockerfile", ["scripts/build.sh": "docker build lab\n"])
    #expect(try findings(own, "AIL208", "AIL301") == [])
  }

  @Test(
    "weights that a script copies into the product are used there, and those it copies about the laboratory are not")
  func copiedThere() throws {
    let folder = try tree(["lab/m/README.md": Self.restricted, "lab/m/model.safetensors": Self.weights])
    try folder.write("cp -r lab/m svc/m\n", to: "lab/ship.sh")
    #expect(try findings(folder, "AIL301") == ["AIL301 error lab/m"])
    try folder.write("cp -r lab/m lab/best\n", to: "lab/ship.sh")
    try folder.write("cp -r lab/m lab/best\n", to: "scripts/ship.sh")
    #expect(try findings(folder, "AIL301") == [])
  }

  @Test(
    "settings of the product that lead to weights of the laboratory use them there")
  func ledThere() throws {
    let folder = try tree([
      "lab/m/README.md": Self.restricted, "lab/m/model.safetensors": Self.weights, "svc/a.yaml": "depth: 3\n",
    ])
    #expect(try findings(folder, "AIL301") == [])
    try folder.write("model_path: lab/m\n", to: "svc/a.yaml")
    #expect(try findings(folder, "AIL301") == ["AIL301 error lab/m"])
  }

  @Test("what .dockerignore takes back is copied, and a file for one Dockerfile comes before it")
  func takenBack() throws {
    let back = try image("COPY . .", [".dockerignore": "lab\n!lab/m\n"])
    #expect(try findings(back, "AIL208") == ["AIL208 error lab/m"])
    let own = try image("COPY . .", [".dockerignore": "lab\n", "Dockerfile.dockerignore": "docs\n"])
    #expect(try findings(own, "AIL208") == ["AIL208 error lab/m"])
  }

  @Test(
    "a path through a link leads to the weights that lie where the link does",
    arguments: ["app/m", "app/lab/m", "./app/m", "app/again/m"])
  func linked(path: String) throws {
    let folder = try tree([
      "lab/m/README.md": Self.restricted, "lab/m/model.safetensors": Self.weights,
      "app/a.py": "from transformers import AutoModel\nm = AutoModel.from_pretrained(\"\(path)\")\n",
    ])
    try folder.link("app/m", to: "../lab/m")
    try folder.link("app/lab", to: "../lab")
    try folder.link("app/again", to: "lab")
    #expect(try findings(folder, "AIL301") == ["AIL301 error lab/m"])
  }

  @Test(
    "a loading call is given a folder of the tree, also by a path that could be no name of the hub",
    arguments: [("lab/m", true), ("models/m", true), ("src/deep/m", true), ("models/gone", false)])
  func folder(path: String, isThere: Bool) throws {
    let place = isThere ? path : "models/m"
    let folder = try tree([
      "\(place)/README.md": Self.restricted, "\(place)/model.safetensors": Self.weights,
      "app/a.py": "from transformers import AutoModel\nm = AutoModel.from_pretrained(\"\(path)\")\n",
      "proviso.yaml": Self.shipped.replacing("lab/**", with: "[\"lab/**\", \"models/**\", \"src/**\"]"),
    ])
    #expect(try findings(folder, "AIL301", "AIL008") == (isThere ? ["AIL301 error \(place)"] : []))
  }

  @Test("REUSE.toml speaks of the weights below a folder")
  func reuse() throws {
    let folder = try tree([
      "assets/deep/brain.safetensors": Self.weights,
      "REUSE.toml":
        "version = 1\n[[annotations]]\npath = \"assets/**\"\nSPDX-License-Identifier = \"CC-BY-NC-4.0\"\n",
    ])
    #expect(try findings(folder, "AIL301") == ["AIL301 error assets/deep/brain.safetensors"])
  }

  @Test(
    "a text that a card links to is read under whatever name it has",
    arguments: [
      ("terms/weights.html", true), ("../m/terms/weights.html#top", true), ("terms/gone.html", false),
      ("README.md", false), ("../../outside.txt", false), ("https://acme.example/terms.html", false),
    ])
  func linkedText(link: String, isRead: Bool) throws {
    let folder = try tree([
      "m/README.md": "---\nlicense: other\nlicense_name: acme\nlicense_link: \(link)\n---\n",
      "m/model.safetensors": Self.weights,
      "m/terms/weights.html": "SPDX-License-Identifier: CC-BY-NC-4.0\nTerms.\n",
    ])
    #expect(try findings(folder, "AIL301") == (isRead ? ["AIL301 error m"] : []))
  }

  private static let notice =
    "Llama 3.1 is licensed under the Llama 3.1 Community License, Copyright © Meta Platforms, Inc. All Rights Reserved.\n"

  @Test("the sentence of a license in NOTICE contradicts a label, where no model of the tree accounts for it")
  func notice() throws {
    let files = ["README.md": "---\nlicense: mit\n---\n", "model.safetensors": Self.weights, "NOTICE": Self.notice]
    #expect(try findings(tree(files), "AIL101") == ["AIL101 warning ."])
    let accounted = files.merging(["app.py": "m = AutoModel.from_pretrained(\"meta-llama/Llama-3.1-8B\")\n"]) { $1 }
    #expect(try findings(tree(accounted), "AIL101") == [])
    let elsewhere = try tree(["m/README.md": "---\nlicense: mit\n---\n", "m/model.safetensors": Self.weights])
    try elsewhere.write(Self.notice, to: "NOTICE")
    #expect(try findings(elsewhere, "AIL101") == [], "a product's NOTICE speaks of others' models")
  }

  @Test("what an image takes along, and what a linked text says, is new with what brought it, and only then")
  func since() throws {
    let folder = try image("COPY . .", [".dockerignore": "lab\n"])
    try folder.write(
      "---\nlicense: other\nlicense_name: acme\nlicense_link: terms.htm\n---\n", to: "m/README.md")
    try folder.write(Self.weights, to: "m/model.safetensors")
    try folder.write("SPDX-License-Identifier: MIT\nTerms.\n", to: "m/terms.htm")
    func git(_ arguments: String...) throws {
      _ = try run("git", ["-C", folder.path, "-c", "user.name=a", "-c", "user.email=a@b"] + arguments)
    }
    func new() throws -> Set<String> {
      let answer = try Tool.run(["scan", "--format", "json", "--fail-on", "never", "--since", "HEAD"], in: folder.path)
      let report = try #require(try JSONSerialization.jsonObject(with: Data(answer.bytes)) as? [String: Any])
      return Set(try #require(report["findings"] as? [[String: Any]]).compactMap { $0["rule"] as? String })
    }
    try git("init", "-q")
    try git("add", "-A")
    try git("commit", "-qm", "a")
    #expect(try new() == [])
    try folder.write("docs\n", to: ".dockerignore")
    try folder.write("SPDX-License-Identifier: CC-BY-NC-4.0\nTerms.\n", to: "m/terms.htm")
    #expect(try new().isSuperset(of: ["AIL208", "AIL301"]))
    try git("commit", "-qam", "b")
    #expect(try new() == [])
  }

  @Test("very many weights and copies end in a warning, not in a long run")
  func many() throws {
    let folder = try image(String(repeating: "COPY . .\n", count: 300))
    for number in 1...200 { try folder.write(Self.weights, to: "lab/n\(number)/model.safetensors") }
    let answer = try Tool.run(["scan", "--format", "json", "--fail-on", "never"], in: folder.path)
    #expect(answer.output.contains("there are too many"))
    #expect(answer.status == 3)
  }
}

import Foundation
import ProvisoCore
import ProvisoTestSupport
import Testing

@testable import ProvisoReports

@Suite("The page for a browser")
struct HTMLReportTests {
  private func page(_ report: ScanReport = Fixtures.report) -> String {
    text(ReportFormat.html.render(report))
  }

  @Test("lets a browser use its own style and script, and nothing else")
  func policy() throws {
    let script = """
      import base64, hashlib, re, sys
      page = sys.stdin.read()
      policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page).group(1).replace('&#39;', "'")
      for tag in ['style', 'script']:
          parts = re.findall('<%s>(.*?)</%s>' % (tag, tag), page, re.S)
          digest = base64.b64encode(hashlib.sha256(parts[0].encode()).digest()).decode()
          if len(parts) != 1 or "%s-src 'sha256-%s'" % (tag, digest) not in policy:
              print("HTMLAssets.policy: the hash of the %s is sha256-%s" % (tag, digest))
      print(policy.split(';')[0])
      """
    let result = try run("python3", ["-c", script], input: ReportFormat.html.render(Fixtures.report))
    #expect(text(result.output + result.error) == "default-src 'none'\n")
    // What a policy of hashes forbids anyway.
    #expect(!page().contains(" style=") && !page().contains(" onclick=") && !page().contains("<link"))
  }

  @Test("says that nothing is owed only where the license is on file")
  func owed() {
    var report = Fixtures.report
    let model = ResolvedModel(name: .huggingFace("a/b"), role: .used, license: LicenseConclusion(state: .unknown))
    report.models = [ScanReport.Model(model: model, obligations: [])]
    #expect(page(report).contains("<td data-label=\"Owed\">not known</td>"))
    report.models[0].model.license.candidates = [Fixtures.llamaLicense]
    #expect(page(report).contains("<td data-label=\"Owed\">nothing</td>"))
  }

  @Test(
    "shows as code what advice has in backticks",
    arguments: [
      ("Write `a: <b>`, or `c`.", "Write <code>a: &lt;b&gt;</code>, or <code>c</code>."),
      ("One ` is one, and `` is two.", "One <code> is one, and </code>&#96; is two."), ("A ` alone.", "A &#96; alone."),
      ("Two `` alone.", "Two &#96;&#96; alone."), ("`", "&#96;."),
    ])
  func code(advice: String, markup: String) {
    var report = Fixtures.report
    report.findings[0].fix = advice
    let written = page(report)
    #expect(
      written.contains("What to do:</strong> \(markup)</p>"),
      "\(written.split(separator: "What to do:").dropFirst().first?.prefix(120) ?? "")")
  }

  @Test("holds nothing that a browser fetches", arguments: Sample.allCases)
  func fetchesNothing(sample: Sample) throws {
    // Links are followed by people; everything else with an address is loaded by itself.
    let script = """
      import re, sys
      from html.parser import HTMLParser
      class Reader(HTMLParser):
          inside = ''
          def handle_starttag(self, tag, attributes):
              self.inside = tag
              if tag in {'img','link','iframe','frame','object','embed','source','video','audio','base','picture','track','portal'}:
                  print(tag)
              for name, value in attributes:
                  if name in {'src','srcset','data','action','formaction','background','poster','ping','manifest','xlink:href'} or (name == 'href' and tag != 'a'):
                      print(tag, name, value)
                  if tag == 'meta' and name == 'http-equiv' and value.lower() != 'content-security-policy':
                      print(tag, value)
          def handle_data(self, data):
              if self.inside == 'style' and re.search(r'url\\(|@import|image-set', data): print('style', data)
              if self.inside == 'script' and re.search(r'fetch|XMLHttp|import|WebSocket|EventSource|sendBeacon|createElement|location', data):
                  print('script', data)
          def handle_endtag(self, tag):
              self.inside = ''
      Reader().feed(sys.stdin.read())
      """
    let result = try run("python3", ["-c", script], input: ReportFormat.html.render(sample.report))
    #expect(result.status == 0 && text(result.output + result.error) == "")
  }

  @Test("lets hostile names be text", arguments: Sample.allCases)
  func hostile(sample: Sample) throws {
    let script = """
      import sys
      from html.parser import HTMLParser
      class Reader(HTMLParser):
          def __init__(self):
              super().__init__(); self.tags = set(); self.bad = []
          def handle_starttag(self, tag, attributes):
              self.tags.add(tag)
              for name, value in attributes:
                  if name.startswith('on') or name in ('src', 'style', 'srcset') or (name == 'href' and not value.startswith(('#', 'https://'))):
                      self.bad.append((tag, name, value))
      reader = Reader(); reader.feed(sys.stdin.read()); print(sorted(reader.tags & {'img', 'b', 'iframe', 'object', 'link', 'base'}), reader.bad)
      """
    let result = try run("python3", ["-c", script], input: ReportFormat.html.render(sample.report))
    #expect(text(result.output + result.error) == "[] []\n")
  }

  @Test("says of each model its license in plain words, its findings, what is owed and what it was made from")
  func contents() {
    let page = page()
    for words in [
      "Llama 3.1 Community License (llama3.1)", "begin the name of a derivative with: Llama [1.b.i]", "What to do:",
      "What is owed", "1.b.i of llama3.1", "Family tree of meta-llama/Llama-3.1-8B-Instruct", "finetune, restricted",
      "The scan is incomplete", "Approved until 2027.", "no legal advice",
    ] {
      #expect(page.contains(words), "\(words)")
    }
    #expect(self.page(Fixtures.clean).contains("no findings"))
  }

  @Test("puts the model with the worst finding first")
  func order() throws {
    let page = page()
    let llama = try #require(page.range(of: "<code>meta-llama/Llama-3.1-8B-Instruct</code>"))
    let qwen = try #require(page.range(of: "<code>Qwen/Qwen2.5-7B</code>"))
    #expect(llama.lowerBound < qwen.lowerBound)
  }

  @Test("draws a tree of many bases within bounds, and tells the rest")
  func trees() {
    var entry = Fixtures.llamaEntry()
    entry.model.lineage = (0..<64).map { index in
      LineageEdge(
        relation: .merge, base: .huggingFace("acme/base-\(index)"), license: LicenseConclusion(state: .absent),
        evidence: "Said so.", depth: index == 63 ? .max : index % 5 + 1)
    }
    var report = Fixtures.report
    report.models = [entry]
    #expect(page(report).contains("and 41 more"))
  }

  // MARK: In a browser

  /// The page after its script has run, with what `change` does to it.
  private func rendered(_ report: ScanReport, after change: String = "") throws -> String {
    let folder = NSTemporaryDirectory() + "proviso-html-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    // A script of the test's own needs a policy that lets it run; everything else stays forbidden.
    let page = page(report).replacing(/script-src .*?; base-uri/, with: "script-src &#39;unsafe-inline&#39;; base-uri")
    try page.replacing("</body>", with: "<script>\(change)</script></body>").write(
      toFile: folder + "/report.html", atomically: true, encoding: .utf8)
    let result = try run(
      try #require(browser),
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--user-data-dir=\(folder)/profile",
        "--virtual-time-budget=2000", "--dump-dom", "file://\(folder)/report.html",
      ])
    try #require(result.status == 0, "\(text(result.error).suffix(500))")
    return text(result.output)
  }

  @Test("shows its filters and hides what they leave out", .enabled(if: browser != nil, "needs chromium"))
  func filters() throws {
    let all = try rendered(Fixtures.report)
    #expect(all.contains("<form id=\"filters\" aria-label=\"Filters\">"), "a script is there, so the filters are")
    func shown(_ change: String) throws -> [Bool] {
      let dom = try rendered(
        Fixtures.report, after: change + "; document.getElementById('filters').dispatchEvent(new Event('input'))")
      return dom.split(separator: "<article").dropFirst().map { !$0.prefix { $0 != ">" }.contains("hidden") }
    }
    #expect(try shown("") == [true, true])
    #expect(try shown("level.value = 'none'") == [false, true])
    #expect(try shown("level.value = 'warning'") == [true, false])
    #expect(try shown("category.value = 'permissive'") == [false, true])
    #expect(try shown("search.value = 'QWEN'") == [false, true])
    #expect(try shown("search.value = 'nothing of the kind'") == [false, false])
  }

  @Test(
    "prints what a license says once, beside the first model that is shown",
    .enabled(if: browser != nil, "needs chromium"))
  func prints() throws {
    var report = Fixtures.report
    report.models = ["a", "b", "c"].map { name in
      var entry = Fixtures.llamaEntry()
      entry.model.name = .huggingFace("acme/\(name)")
      return entry
    }
    func again(_ change: String) throws -> [Int] {
      let dom = try rendered(report, after: change + "; dispatchEvent(new Event('beforeprint'))")
      return dom.split(separator: "<article").dropFirst().map { article in
        article.ranges(of: "class=\"terms again\"").count
      }
    }
    let all = try again("")
    let filtered = try again(
      "search.value = 'acme/b'; document.getElementById('filters').dispatchEvent(new Event('input'))")
    #expect(all[0] == 0 && all[1] > 0 && all[1] == all[2])
    #expect(filtered.allSatisfy { $0 == 0 })
  }

  @Test("runs no script of a hostile name", .enabled(if: browser != nil, "needs chromium"))
  func runsNothing() throws {
    let dom = try rendered(Fixtures.hostile, after: "document.title = String(document.images.length)")
    #expect(dom.contains("<title>0</title>"))
  }
}

/// Debian's browser, where it is there.
private let browser: String? = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].first {
  FileManager.default.isExecutableFile(atPath: $0)
}

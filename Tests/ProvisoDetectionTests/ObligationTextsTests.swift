import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoDetection

private let notice =
  "Llama 3.1 is licensed under the Llama 3.1 Community License, Copyright © Meta Platforms, Inc. All Rights Reserved."

/// `display document 1:3-19 Built with Llama`
private func found(_ path: String, _ text: String) -> [String] {
  let detector = ObligationTexts([
    RequiredText(kind: .display, subject: "Built with Llama"),
    RequiredText(kind: .display, subject: "Built with Meta Llama 3"),
    RequiredText(kind: .display, subject: "Built with Qwen", words: "Improved using Qwen"),
    RequiredText(kind: .display, subject: "Kimi K2.5"),
    RequiredText(kind: .display, subject: "Orion-14B Series Inside"),
    RequiredText(kind: .notice, subject: "llama3.1 notice", words: notice),
    RequiredText(kind: .usePolicy, subject: "gemma", words: "ai.google.dev/gemma/prohibited_use_policy"),
    RequiredText(kind: .usePolicy, subject: "attached", words: "Attachment A"),
    RequiredText(kind: .usePolicy, subject: "attached", words: "use restrictions"),
    RequiredText(kind: .usePolicy, subject: "skywork-community", words: "Skywork"),
    RequiredText(kind: .usePolicy, subject: "gemma", words: "Gemma"),
    RequiredText(kind: .licenseName, subject: "cc-by-4.0", words: "CC-BY-4.0"),
  ])
  guard detector.wants(FilePath(path)) else { return ["not wanted"] }
  return detector.detect(path, text).evidence.map {
    "\($0.kind.rawValue) \($0.place.rawValue) \($0.location.outline) \($0.subject)"
  }
}

@Suite("Words that licenses ask for")
struct ObligationTextsTests {
  @Test(
    "are found where they are shown",
    arguments: [
      ("README.md", "We are **Built with Llama**.", "display document 1:10-26 Built with Llama"),
      ("README.md", "【Orion-14B  Series】Inside", "display document 1:2-26 Orion-14B Series Inside"),
      ("web/index.html", "<footer>Built with <b>Llama</b></footer>", "display interface 1:9-28 Built with Llama"),
      ("web/index.html", "<img src=\"l.png\" alt=\"Built with Llama\">", "display interface 1:23-39 Built with Llama"),
      ("web/Footer.vue", "<p>\n  built  with\n  LLAMA\n</p>", "display interface 2:3-14 Built with Llama"),
      ("App/About.swift", "Text(\"Built with Llama\")", "display interface 1:7-23 Built with Llama"),
      ("web/Foot.tsx", "<span>Built with Llama 3.1</span>", "display interface 1:7-23 Built with Llama"),
      ("web/Foot.tsx", "<p>Built with{\" \"}\n  Llama</p>", "display interface 1:4-19 Built with Llama"),
      ("web/index.html", "<p>Built&nbsp;with&#160;Llama</p>", "display interface 1:4-30 Built with Llama"),
      ("web/index.html", "<p>Built&#32;with&#xA0;Llama</p>", "display interface 1:4-29 Built with Llama"),
      ("config/locales/en.yml", "en:\n  a: Built with Llama\n", "display interface 2:6-22 Built with Llama"),
      ("en.lproj/L.strings", "\"about\" = \"Built with Llama\";", "display interface 1:12-28 Built with Llama"),
      ("App/L.xcstrings", "{\"value\" : \"Built with Llama\"}", "display interface 1:13-29 Built with Llama"),
      ("app/res/values/strings.xml", "<string>Built with Llama</string>", "display interface 1:9-25 Built with Llama"),
      ("web/locales/en.json", "{\"a\": \"Built with Llama\"}", "display interface 1:8-24 Built with Llama"),
      ("README.md", "Built with Meta Llama 3.", "display document 1:1-24 Built with Meta Llama 3"),
      ("README.md", "This model was improved using Qwen", "display document 1:16-35 Built with Qwen"),
      ("web/index.html", "<footer>Kimi K2.5</footer>", "display interface 1:9-18 Kimi K2.5"),
    ])
  func displays(path: String, text: String, expected: String) {
    #expect(found(path, text) == [expected])
  }

  @Test(
    "are not shown where a program only calls the model so",
    arguments: [
      ("app.py", "load(\"moonshotai/Kimi-K2.5\")"), ("app.py", "model = 'kimi-k2.5'"),
      ("app.py", "load(\"x/Kimi K2.5\")"),
      ("web/a.ts", "const model = \"Kimi_K2.5\""), ("README.md", "See [it](https://hub.example/moonshotai/Kimi-K2.5)."),
    ])
  func identifiers(path: String, text: String) {
    #expect(found(path, text) == [])
  }

  @Test(
    "reach nobody in a docstring and in a log",
    arguments: [
      ("app.py", "\"\"\"Built with Llama\"\"\"\nx = 1"), ("app.py", "logging.info('Built with Llama')"),
      ("web/a.ts", "console.log('Built with Llama')"), ("app.py", "assert \"Built with Llama\" in page"),
      ("web/a.hbs", "{{!-- Built with Llama --}}"), ("web/a.ts", "throw new Error('Built with Llama')"),
      ("README.md", "- [ ] Built with Llama"), ("config/locales/en.yml", "# Built with Llama\nen: {}"),
    ])
  func shownToNobody(path: String, text: String) {
    #expect(found(path, text).allSatisfy { $0.hasPrefix("display comment ") })
    #expect(found("app.py", "PAGE = \"\"\"\nBuilt with Llama\"\"\"") == ["display interface 2:1-17 Built with Llama"])
    for folder in ["node_modules", "vendor", "Pods"] {
      #expect(found("\(folder)/x/README.md", "Built with Llama") == ["not wanted"])
    }
  }

  @Test(
    "bind to the uses that a license bars where the sentence speaks of a license, a model or restrictions",
    arguments: [
      ("You agree to the use restrictions of Attachment A of the CreativeML Open RAIL-M.", true),
      ("Prices are in Attachment A.", false), ("The model is good. Prices are in Attachment A. It is licensed.", false),
      ("Use of the model is limited by Attachment A.", true),
      ("Use is subject to the restrictions of the Skywork Community License.", true),
      ("The Skywork Acceptable Use Policy applies.", true), ("We answer with Skywork.", false),
      ("Skywork is good. Our acceptable use policy is elsewhere.", false),
      ("Users are not bound by the restrictions of the Skywork license.", false),
      ("Users follow https://ai.google.dev/gemma/prohibited_use_policy.", true),
      ("Users need not follow https://ai.google.dev/gemma/prohibited_use_policy", false),
    ])
  func usePolicies(text: String, binds: Bool) {
    #expect(found("TERMS.md", text).isEmpty != binds)
  }

  @Test(
    "pass restrictions on in no sentence that denies it, releases from them or puts them off",
    arguments: [
      "Nobody here has read the Gemma prohibited use policy yet.", "We do not pass on the Gemma Prohibited Use Policy.",
      "TODO Gemma prohibited use policy applies", "- [ ] flow down https://ai.google.dev/gemma/prohibited_use_policy",
      "Gemma has no use restrictions.", "It has no use restrictions, you can do what you must.",
      "The weights are free of use restrictions.", "Our app isn't bound by the Gemma Prohibited Use Policy.",
      "Our product is not subject to the use restrictions of the RAIL license, Attachment A does not apply.",
      "The Gemma Prohibited Use Policy may not apply to you.", "The Gemma Prohibited Use Policy has yet to be linked.",
      "We should link https://ai.google.dev/gemma/prohibited_use_policy in the terms.",
      "This app comes without the use restrictions of the license.",
      "Gemma is not used, its prohibited use policy is moot.",
      "We\ndo not pass on https://ai.google.dev/gemma/prohibited_use_policy", "I like the Gemma prohibited use policy.",
      "See https://ai.google.dev/gemma/prohibited_use_policy, which nobody must follow: it does not apply.",
    ])
  func denials(text: String) {
    #expect(found("README.md", text) == [])
  }

  @Test(
    "pass restrictions on where a negation bars a use, and beside what other sentences and items deny",
    arguments: [
      "You may not use it as https://ai.google.dev/gemma/prohibited_use_policy bars.",
      "Users must not use the service in ways that the Gemma Prohibited Use Policy bars.",
      "If you do not agree to the Gemma Prohibited Use Policy, do not use the app.",
      "Uses that the use restrictions of the license name are not permitted.",
      "No one may use it against the Gemma Prohibited Use Policy.",
      "You agree, without limitation, to the Gemma Prohibited Use Policy.",
      "- There is no warranty\n- The Gemma Prohibited Use Policy applies\n- We do not store data",
      "[Gemma Prohibited Use Policy](https://ai.google.dev/gemma/prohibited_use_policy)",
      "There is no warranty\n\nUse follows the Gemma Prohibited Use Policy\n\nWe do not sell data",
    ])
  func bindingNegations(text: String) {
    #expect(found("TERMS.md", text) != [])
  }

  @Test(
    "are not found in other names, comments, quotations, talk of the duty and files that nobody sees",
    arguments: [
      ("README.md", "Built with LlamaIndex"), ("README.md", "Built with Llama-Index"),
      ("README.md", "Built with Llama Stack"), ("README.md", "Built with llama.cpp"),
      ("README.md", "Rebuilt with Llama"), ("README.md", "Built with Ollama"),
      ("README.md", "The license wants \"Built with Llama\" in the footer."),
      ("README.md", "You must prominently display Built with Llama."),
      ("web/a.html", "<p style=\"display: none\">Built with Llama</p>"),
      ("web/index.html", "<!-- Built with Llama -->"), ("LICENSE", "prominently display “Built with Llama” on a page"),
    ])
  func nearMisses(path: String, text: String) {
    #expect(found(path, text) == [])
  }

  @Test("say of comments in code that they are comments")
  func comments() {
    #expect(found("App/A.swift", "  // Built with Llama") == ["display comment 1:6-22 Built with Llama"])
    #expect(found("app.py", "# Built with Llama") == ["display comment 1:3-19 Built with Llama"])
    #expect(found("A.ts", "let a = f(); // Built with Llama") == ["display comment 1:17-33 Built with Llama"])
    #expect(found("A.tsx", "<p>{/* Built with Llama */}</p>") == ["display comment 1:8-24 Built with Llama"])
    #expect(
      found("A.ts", "let a = \"https://x.y Built with Llama\"") == ["display interface 1:22-38 Built with Llama"])
  }

  @Test(
    "are not searched for in tests, pipelines and data", arguments: ["tests/a.py", ".github/x.md", "d.csv", "c.txt"])
  func unwanted(path: String) {
    #expect(found(path, "Built with Llama") == ["not wanted"])
  }

  @Test(
    "match whatever people vary of them",
    arguments: [
      notice,
      "Llama 3.1 is licensed under the Llama 3.1 Community License,\nCopyright (c) Meta Platforms, Inc.  All Rights Reserved",
      "# Llama 3.1 is licensed under the Llama 3.1\n# Community License, Copyright (C) Meta Platforms, Inc.\n# All Rights Reserved.",
      " * \"Llama 3.1 is licensed under the Llama 3.1 Community License, Copyright &copy; Meta Platforms, Inc. All Rights Reserved.\"",
      "LLAMA 3.1 IS LICENSED UNDER THE LLAMA 3.1 COMMUNITY LICENSE, COPYRIGHT © META PLATFORMS, INC. ALL RIGHTS RESERVED.",
    ])
  func sentences(text: String) {
    let found = found("NOTICE", text)
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("notice notice ") == true && found.first?.hasSuffix(" llama3.1 notice") == true)
  }

  @Test("are those of one edition and no other")
  func otherEdition() {
    let other = notice.split(separator: "3.1", omittingEmptySubsequences: false).joined(separator: "3.2")
    #expect(found("NOTICE", other) == [])
  }

  @Test("are addresses and names, too")
  func links() {
    #expect(
      found("TERMS.md", "See <https://ai.google.dev/gemma/prohibited_use_policy>.") == [
        "use-policy notice 1:14-55 gemma"
      ])
    #expect(found("docs/sources.rst", "by Acme, CC BY 4.0") == ["license-name document 1:10-19 cc-by-4.0"])
  }

  @Test("count once in a file")
  func once() {
    #expect(found("README.md", "Built with Llama\n\nBuilt with Llama") == ["display document 1:1-17 Built with Llama"])
  }

  @Test("are sought by a word that few files have")
  func anchors() {
    func spellings(_ words: String) -> [String] { RequiredTextAnchor.spellings(of: words) }
    #expect(spellings("Built with Llama") == ["llama"])
    #expect(spellings("Powered by Stability AI") == ["stability"])
    #expect(spellings("This product includes materials developed at NXAI") == ["nxai"])
    #expect(spellings("ai.google.dev/gemma/terms of") == ["ai.google.dev/gemma/terms"])
    #expect(spellings("CC-BY-4.0") == ["cc by", "cc-by", "cc_by", "cc\nby"])
    // Neither word of the first is rare, and a year is not either.
    #expect(spellings("LTX-Video").contains("ltx-video"))
    #expect(spellings("Tencent Hunyuan, Copyright 2025") == ["hunyuan"])
  }

  @Test("survive whatever a file holds")
  func hostile() {
    for bytes in spoiled("<a href=\"Built with Llama\">&copy; “Built with Llama”\\u00a9 <!-- Llama") {
      let source = SourceText(path: "README.md", bytes: bytes)
      let detections = ObligationTexts([RequiredText(kind: .display, subject: "Built with Llama")])
        .detect("README.md", bytes: bytes)
      for place in detections.evidence.map(\.location) {
        #expect((1...source.lineCount).contains(place.line) && place.column <= place.endColumn)
      }
    }
  }
}

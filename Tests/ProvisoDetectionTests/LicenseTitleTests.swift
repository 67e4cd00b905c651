import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("Titles of license texts")
struct LicenseTitleTests {
  @Test(
    "are recognized",
    arguments: [
      ("MIT License\n\nCopyright (c) 2024 Acme", "mit", 1), ("The MIT License (MIT)\n", "mit", 1),
      (
        "\u{FEFF}                                 Apache License\n                           Version 2.0, January 2004\n",
        "apache-2.0", 1
      ),
      ("**GNU GENERAL PUBLIC LICENSE**\nVersion 3, 29 June 2007", "gpl-3.0", 1),
      ("# Creative Commons Attribution-NonCommercial 4.0 International Public License", "cc-by-nc-4.0", 1),
      ("Attribution 4.0 International\n", "cc-by-4.0", 1),
      ("Copyright Acme\n\nQwen RESEARCH LICENSE AGREEMENT", "qwen-research", 3),
      ("META LLAMA 3 COMMUNITY LICENSE AGREEMENT\n", "llama3", 1),
      ("Gemma Terms of Use\n\nLast modified: April 1, 2024", "gemma-2024-04-01", 1),
      ("Gemma Terms of Use\n\nLast modified: May 5, 2025", "gemma", 1),
      ("// SPDX-License-Identifier: Apache-2.0", "apache-2.0", 1),
      ("Permission is hereby granted, free of charge, to any person\nobtaining a copy", "mit", 1),
    ])
  func recognized(text: String, license: String, line: Int) throws {
    let title = try #require(LicenseTitle.find(in: SourceText(text)))
    #expect(title.title == license && title.line == line)
  }

  @Test(
    "are not those of licenses that a text only speaks of",
    arguments: [
      "Falcon 2 11B TII License Version 1.0\n\nThis license is, in part, based on the Apache License Version 2.0 with changes.",
      "NXAI COMMUNITY LICENSE AGREEMENT\nThe agreement is based on the META LLAMA 3 COMMUNITY LICENSE AGREEMENT and more.",
      "PostgreSQL is released under the PostgreSQL License, similar to the BSD or MIT licenses.",
      "Acme License\nYou may not use the MIT License for what you make of this, nor any other license of that kind.",
    ])
  func spokenOf(text: String) throws {
    let title = try #require(LicenseTitle.find(in: SourceText(text)))
    #expect(text.hasPrefix(title.title) && title.line == 1)
  }

  @Test(
    "of short licenses with more words than they have are given with that",
    arguments: [(205, "mit"), (206, "mit, with additions")])
  func additions(words: Int, license: String) {
    let text = "MIT License\n" + String(repeating: "word ", count: words - 2)
    #expect(LicenseTitle.find(in: SourceText(text))?.title == license)
  }

  @Test("unknown to us are given as they stand")
  func unknown() {
    #expect(LicenseTitle.find(in: SourceText("Acme\n\n# Acme Model License v1 \r\n"))?.title == "Acme Model License v1")
    #expect(LicenseTitle.find(in: SourceText("Hello\nWorld"))?.title == "Hello")
    #expect(LicenseTitle.find(in: SourceText(String(repeating: "\n", count: 50) + "MIT License")) == nil)
  }
}

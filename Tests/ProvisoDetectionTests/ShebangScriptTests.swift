import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("Programs without an ending")
struct ShebangScriptTests {
  let detector = ShebangScript()

  @Test(
    "are read by what their first line names",
    arguments: [
      ("#!/bin/sh\nollama pull llama3.2\n", ["2:13-21 llama3.2 used unpinned"]),
      ("#!/usr/bin/env python3\nmodel = 'acme/tiny'\n", ["2:10-19 acme/tiny used"]),
      ("#!/usr/bin/env -S uv run --script\nmodel = 'acme/tiny'\n", ["2:10-19 acme/tiny used"]),
      ("#!/usr/bin/env node\nconst model = 'acme/tiny'\n", ["2:16-25 acme/tiny used"]),
      ("model = 'acme/tiny'\n", []), ("#!/usr/bin/awk\nmodel = 'acme/tiny'\n", []), ("#!\nmodel", []),
    ])
  func found(text: String, expected: [String]) {
    #expect(detector.detectIfFound("bin/serve", text).outlines == expected)
  }

  @Test("of what begins otherwise and nobody else wants nothing more is read")
  func start() {
    let runner = DetectorRunner()
    #expect(runner.start(of: FilePath("bin/serve")) == Array("#!".utf8))
    #expect(runner.start(of: FilePath("bin/serve.sh")).isEmpty && runner.start(of: FilePath("LICENSE")).isEmpty)
  }

  @Test("files with an ending, and those that others read, are not its own")
  func wanted() {
    #expect(detector.wants(FilePath("bin/serve")))
    #expect(!detector.wants(FilePath("bin/serve.sh")))
    #expect(!detector.wants(FilePath("Makefile")))
  }
}

import Testing

@testable import ProvisoDetection

@Suite("Blocks of reStructuredText")
struct RestructuredTextBlocksTests {
  @Test("tildes underline a heading, and close nothing in between")
  func headings() {
    let text = """
      First
      ~~~~~

      .. code-block:: python

          model = "acme/a"

      Second
      ~~~~~~
      """
    #expect(Document().detect("a.rst", text).outlines == ["6:14-20 acme/a used"])
  }
}

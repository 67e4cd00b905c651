import ProvisoReports
import Testing

@Suite("What stands before paths in lines of text")
struct ShownRootTests {
  @Test(
    "is the scan root, and the folder of a single file, which is called by its name",
    arguments: [
      (".", false, ""), ("services", false, "services/"), ("services/", false, "services/"), ("./a", false, "./a/"),
      ("services/b.py", true, "services/"), ("b.py", true, ""), ("/srv/b.py", true, "/srv/"),
    ])
  func root(root: String, isFile: Bool, shown: String) {
    #expect(ReportOptions.shownRoot(of: root, isFile: isFile) == shown)
  }
}

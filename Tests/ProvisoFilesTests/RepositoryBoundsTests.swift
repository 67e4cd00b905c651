import Testing

@testable import ProvisoFiles

@Suite("The bounds of a repository")
struct RepositoryBoundsTests {
  @Test("hold what lies in it by name or by folder, and see links that lead out")
  func whole() throws {
    let tree = try TestTree("repository/.git/", "repository/sub/", "repository/in.yaml", "other/out.yaml")
    try tree.link("repository/out", to: "../other/out.yaml")
    try tree.link("repository/stays", to: "in.yaml")
    try tree.link("repository/folder", to: "../other")
    try tree.link("other/back", to: "../repository")
    for root in ["repository", "repository/sub"] {
      let bounds = RepositoryBounds(around: tree.absolute(root))
      func holds(_ path: String) -> Bool { bounds.hold(tree.absolute(path)) }
      func leaves(_ path: String) -> Bool { bounds.areLeft(by: tree.absolute(path)) }
      #expect(holds("repository/in.yaml") && !leaves("repository/in.yaml"))
      #expect(holds("repository/sub/../in.yaml"))
      #expect(holds("repository/out") && leaves("repository/out"))
      #expect(holds("repository/stays") && !leaves("repository/stays"))
      #expect(holds("repository/folder/out.yaml") && leaves("repository/folder/out.yaml"))
      #expect(holds("other/back/in.yaml"), "by the folder that it leads to")
      #expect(!holds("other/out.yaml") && leaves("other/out.yaml"))
      #expect(!holds("repository-2/in.yaml"))
      #expect(!leaves("repository/nothing"))
    }
  }
}

import ProvisoFiles
import Testing

@Suite struct FileTroubleTests {
  private static let kinds: [FileTrouble.Kind] = [
    .notFound, .permissionDenied, .notRegular(.fifo), .tooLarge(size: 2, limit: 1), .linkLeavesRoot, .danglingLink,
    .linkLoop, .nameNotUTF8, .ioError(5), .ioError(12345), .tooDeep(limit: 1), .tooMany(limit: 1),
    .ignoreFileTooLarge(size: 2, limit: 1), .tooManyIgnoreRules(limit: 1), .ignoreFileNotRead, .gitIndexNotRead,
    .ofAnotherUser, .writableByOthers, .notWritten(28),
  ]

  @Test("each kind has one sentence of its own, without the path", arguments: kinds)
  func message(kind: FileTrouble.Kind) {
    let message = FileTrouble(path: "strange\u{1B}name", kind: kind).message
    #expect(message.hasSuffix("."))
    #expect(!message.contains("strange"))
    #expect(Self.kinds.filter { FileTrouble(path: "", kind: $0).message == message } == [kind])
  }

  @Test("what may hide something that matters is a warning and makes the scan incomplete")
  func incomplete() {
    let incomplete = Self.kinds.map { FileTrouble(path: "", kind: $0) }.filter(\.isIncomplete)
    #expect(incomplete.allSatisfy { $0.level == .warning })
    #expect(
      incomplete.map(\.kind) == [
        .notFound, .permissionDenied, .tooLarge(size: 2, limit: 1), .ioError(5), .ioError(12345), .tooDeep(limit: 1),
        .tooMany(limit: 1), .gitIndexNotRead,
      ])
  }
}

/// A name that a loading call is given where it takes a model: `size` of `WhisperModel(size)`.
struct FollowedName {
  /// Whose short names the calls take; nil where they do not agree, or take the hub's.
  private(set) var library: ModelLibrary?
  /// Where the first of the calls has it.
  let argument: CodeArgument

  init(_ library: ModelLibrary?, _ argument: CodeArgument) {
    self.library = library
    self.argument = argument
  }

  /// Another call that is given the name.
  mutating func take(_ other: ModelLibrary?) {
    if other != library { library = nil }
  }

  var context: NameContext { library.map { .library($0) } ?? .loadingCall }
}

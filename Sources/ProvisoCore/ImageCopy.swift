/// A source of `COPY` or `ADD`: a file, a folder or a pattern of the tree that becomes a part of a container image.
package struct ImageCopy: Sendable, Hashable {
  /// As written, from the root of the build's context.
  package var source: String
  package var location: Location
  package var scope: Scope

  package init(source: String, location: Location, scope: Scope) {
    self.source = source
    self.location = location
    self.scope = scope
  }
}

/// What compose, bake or a command says of the image that a Dockerfile makes.
package struct ImageBuild: Sendable, Hashable {
  /// From the root of the tree.
  package var dockerfile: String
  /// The folder that the sources of its `COPY` count from, from the root of the tree; `.` for that.
  package var context: String
  package var written: String
  package var location: Location
  package var scope: Scope
  /// True for one of the places that a command may mean: where it is run, no file says. The nearer ones come first.
  package var isGuess = false

  package init(dockerfile: String, context: String, written: String, location: Location, scope: Scope) {
    self.dockerfile = dockerfile
    self.context = context
    self.written = written
    self.location = location
    self.scope = scope
  }
}

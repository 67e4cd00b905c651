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

/// What compose or bake says of the image that a Dockerfile makes.
package struct ImageBuild: Sendable, Hashable {
  /// From the root of the tree.
  package var dockerfile: String
  /// The folder that the sources of its `COPY` count from, from the root of the tree; `.` for that.
  package var context: String
  package var written: String
  package var location: Location
  package var scope: Scope

  package init(dockerfile: String, context: String, written: String, location: Location, scope: Scope) {
    self.dockerfile = dockerfile
    self.context = context
    self.written = written
    self.location = location
    self.scope = scope
  }
}

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

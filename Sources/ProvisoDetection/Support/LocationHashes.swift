internal import ProvisoCore
internal import ProvisoText

extension Detections {
  /// Gives every location its line's hash. The whole file is hashed once, however many locations there are.
  mutating func addLineHashes(of source: SourceText) {
    guard !isEmpty else { return }
    let hashes = LineHashes(of: source)
    for index in references.indices { hashes.add(to: &references[index].location) }
    shared.changeReferences { hashes.add(to: &$0.location) }
    for index in statements.indices { hashes.add(to: &statements[index].location) }
    for index in labels.indices { hashes.add(to: &labels[index].location) }
    for index in classClaims.indices { hashes.add(to: &classClaims[index].location) }
    for index in outside.indices {
      hashes.add(to: &outside[index].location)
      for each in outside[index].licenses.indices { hashes.add(to: &outside[index].licenses[each].location) }
      for each in outside[index].bases.indices { hashes.add(to: &outside[index].bases[each].location) }
    }
    for index in declarations.indices {
      if var gate = declarations[index].gate, var location = gate.location {
        hashes.add(to: &location)
        gate.location = location
        declarations[index].gate = gate
      }
      hashes.add(to: &declarations[index].location)
      if var name = declarations[index].name {
        hashes.add(to: &name.location)
        declarations[index].name = name
      }
      for each in declarations[index].licenses.indices { hashes.add(to: &declarations[index].licenses[each].location) }
      for each in declarations[index].bases.indices { hashes.add(to: &declarations[index].bases[each].location) }
      for each in declarations[index].unreadBases.indices {
        hashes.add(to: &declarations[index].unreadBases[each].location)
      }
    }
  }
}

extension LineHashes {
  fileprivate func add(to location: inout Location) {
    location.lineHash = self[line: location.line]
  }
}

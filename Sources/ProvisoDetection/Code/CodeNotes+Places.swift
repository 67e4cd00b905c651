internal import ProvisoText

/// Values that reach a loading call through a loop, a choice among entries or a function of the file.
extension CodeNotes {
  /// Where the values stand that ``loads`` take.
  func valuePlaces() -> ValuePlaces {
    // `load(NAMES[key])`: any entry of the collection that the word before the brackets names.
    let chosen = loads.enumerated().filter(\.element.argument.isKey).compactMap { load, name in
      word(before: name.argument.name.lowerBound).map { (name: source.string(in: $0), load: load) }
    }
    return ValuePlaces(code, source, arguments: loads.map(\.argument), chosen: chosen)
  }

  /// What the literal is followed to: the call that takes the elements around it, or that its function makes with it.
  func placed(_ literal: CodeLiteral) -> FollowedName? {
    places?.load(of: literal).map { loads[$0] }
  }

  /// The loads whose argument is an entry: the brackets stand for its name.
  func entryLoads() -> [FollowedName] {
    code.scopes.lazy.filter { $0.kind == .subscript }.prefix(1_000).compactMap { scope in
      guard let call = scope.parent, repositoryTypes[call] ?? "model" == "model",
        let loading = loadingCall(call, label: scope.label, argument: scope.argument), isWhole(scope)
      else { return nil }
      return FollowedName(
        loading.library,
        CodeArgument(name: scope.range, label: scope.label, argument: scope.argument, scope: call, isKey: true))
    }
  }

  /// Whether nothing goes on behind the brackets, and no key in quotes stands in them.
  private func isWhole(_ scope: CodeScope) -> Bool {
    let bytes = source.bytes
    var next = scope.range.upperBound
    while next < bytes.count, ASCII.isWhitespace(bytes[next]) { next += 1 }
    return next < bytes.count && ",)".utf8.contains(bytes[next]) && scope.range.count > 2
      && !"\"'".utf8.contains(bytes[scope.range.lowerBound + 1])
  }

  private func word(before offset: Int) -> Range<Int>? {
    var start = offset
    while start > 0, ASCII.isWord(source.bytes[start - 1]) { start -= 1 }
    return start < offset ? start..<offset : nil
  }
}

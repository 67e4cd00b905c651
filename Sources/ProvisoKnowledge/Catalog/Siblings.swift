/// What models of the same publisher say whose names begin with the same words.
package struct Siblings: Sendable, Hashable {
  /// `facebook/mms-tts`.
  package var prefix: String
  package var license: String
  package var count: Int

  /// The siblings of the hub model `id` that the most words are shared with and of whom there are enough; nil where they say
  /// different things or nothing.
  package static func of(_ id: String) -> Siblings? {
    guard let table = HubModels.table, let slash = id.firstIndex(of: "/") else { return nil }
    let name = id[id.index(after: slash)...]
    // Of most publishers nothing is on file.
    guard table.hasRow(startingWith: String(id[...slash])),
      !ModelPublishers.repackagers.contains(id[..<slash].lowercased())
    else { return nil }
    var end = name.endIndex
    while let cut = lastMark(in: name[..<end]) {
      let prefix = id[..<cut]
      end = cut
      let words = name[..<cut].count { "-_".contains($0) } + 1
      let next = name[name.index(after: cut)...].prefix { !"-_".contains($0) }
      // A later generation is no sibling.
      if words <= 3, isVersion(next) { return nil }
      guard let agreement = table.agreement(startingWith: String(prefix), limit: 256) else { return nil }
      if agreement.count < (words > 1 ? minimum : minimum + 1) { continue }
      guard !LicenseName.isSilent(agreement.license) else { return nil }
      return Siblings(prefix: String(prefix), license: agreement.license, count: agreement.count)
    }
    return nil
  }

  private static let minimum = 2

  /// Whether the name of `id` says a size that none of the siblings' names says, and theirs say others: a model of another size is as
  /// often made from another base.
  package func isOfOtherSize(_ id: String) -> Bool {
    let sizes = Self.sizes(id)
    guard !sizes.isEmpty, let table = HubModels.table else { return false }
    let others = Set(table.labels(startingWith: prefix, limit: 256).flatMap { Self.sizes($0.id) })
    return !others.isEmpty && others.isDisjoint(with: sizes)
  }

  /// Whether the siblings share one word with the model: a line's name, which goes on when its license does not.
  package var isOfOneWord: Bool { !(prefix.split(separator: "/").last ?? "").contains { "-_.".contains($0) } }

  /// Whether the words that the siblings share end with one about shape, `sherpa-onnx-…`: what follows names the model that was
  /// converted, and each of them may be another publisher's.
  package var isOfConversions: Bool {
    let words = (prefix.split(separator: "/").last ?? "").split { "-_.".contains($0) }
    return words.count < 3 && words.last.map { ModelNameWords.isShape($0.lowercased()) } == true
  }

  private static func sizes(_ id: String) -> Set<String> {
    Set(NamedLine.words(id.split(separator: "/").last ?? "").filter(NamedLine.isSize))
  }

  /// The last mark that parts two words; a point does unless it stands in a number.
  private static func lastMark(in name: Substring) -> String.Index? {
    var index = name.endIndex
    while index > name.startIndex {
      index = name.index(before: index)
      guard index > name.startIndex else { return nil }
      if "-_".contains(name[index]) { return index }
      guard name[index] == "." else { continue }
      let next = name.index(after: index)
      let isInNumber = name[name.index(before: index)].isNumber && next < name.endIndex && name[next].isNumber
      if !isInNumber { return index }
    }
    return nil
  }

  /// `3`, `v2`, `4.5`.
  private static func isVersion(_ word: Substring) -> Bool {
    let digits = word.first == "v" || word.first == "V" ? word.dropFirst() : word
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count <= 2 && parts.allSatisfy { $0.count == 1 && $0.allSatisfy(\.isNumber) }
  }
}

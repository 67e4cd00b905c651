/// The names by which people speak of the line that a model belongs to: "DINOv3" of `facebook/dinov3-vits16-pretrain-lvd1689m`,
/// "Falcon-180B" of `tiiuae/falcon-180B-chat`.
package enum LineNames {
  /// What the name of the hub model `id` begins with, whole words of it, shortest first, with what its publisher's models that begin so
  /// say of their license. Where they say different things (Qwen2.5, Falcon) the name says nothing of this model's license, and
  /// is none. Nor is a single word without a digit: `bloom`, `stable`.
  package static func of(_ id: String) -> [(name: String, license: String)] {
    guard let table = HubModels.table, let slash = id.firstIndex(of: "/"),
      !ModelPublishers.repackagers.contains(id[..<slash].lowercased())
    else { return [] }
    let name = id[id.index(after: slash)...]
    let marks = name.indices.filter { "-_".contains(name[$0]) && $0 != name.startIndex }.prefix(maximumWords)
    return marks.enumerated().compactMap { count, mark in
      let words = name[..<mark]
      guard words.utf8.count >= minimumLength, words.contains(where: \.isLetter),
        count > 0 || words.contains(where: \.isNumber),
        let agreement = table.agreement(startingWith: String(id[..<mark]), limit: 256), agreement.count > 0
      else { return nil }
      return (String(words), agreement.license)
    }
  }

  private static let maximumWords = 5
  private static let minimumLength = 4
}

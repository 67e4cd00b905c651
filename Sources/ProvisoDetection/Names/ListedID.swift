internal import ProvisoCore

extension DetectionInput {
  /// The model that `text` names to the letter where a library loads it, although it is shaped like "put yours here": somebody called
  /// a repository `repo`.
  func listedHolder(_ text: String) -> NameVerdict? {
    guard HubName.isID(text), HubName.isPlaceholder(text), file.isListed(text), !Publishers.isCode(text) else {
      return nil
    }
    return NameVerdict(.huggingface, text, confidence: .medium)
  }

  /// The model that `text` names by nothing but its id: `owner/name` of a publisher nobody knows, with no family and no size in
  /// it, is anybody's name, unless it is to the letter the id of a model that is known.
  ///
  /// Repositories of code have such names, too, often that of the model that is made with them. So none is taken for a model in
  /// what checks out code, and none whose address on a host of code stands in the file.
  func listedModel(_ text: String) -> NameVerdict? {
    guard path.scope != .ci, HubName.isID(text), let slash = text.firstIndex(of: "/"),
      !HubName.isFolder(String(text[text.index(after: slash)...])), !HubName.isPlaceholder(text),
      !Publishers.isCode(text), file.isListed(text), !file.codeRepositories.contains(text)
    else { return nil }
    return NameVerdict(.huggingface, text, confidence: .medium)
  }
}

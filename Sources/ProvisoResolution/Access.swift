internal import ProvisoCore
internal import ProvisoKnowledge

/// What is known of getting at a model, and what a repository shows of itself over the models in it.
enum Access {
  static func withdrawal(of name: ModelName) -> Withdrawal? {
    name.registry == .huggingface ? ModelAccess.withdrawal(of: name.id) : nil
  }

  static func gate(of name: ModelName) -> Gate? {
    name.registry == .huggingface ? ModelAccess.gate(of: name.id) : nil
  }

  /// The labels of a tree, looked up once.
  struct Labels {
    private let labels: [ResolvedLabel]

    init(_ all: [RepositoryLabel], _ library: LicenseLibrary) {
      labels = all.compactMap { label in
        let licenses = Self.licenses(label.license, library)
        return licenses.isEmpty ? nil : ResolvedLabel(label: label, licenses: licenses)
      }
    }

    /// Those of an expression, which Cargo's packages wrote with a slash at first (`MIT/Apache-2.0`), where all are known.
    private static func licenses(_ words: String, _ library: LicenseLibrary) -> [License] {
      if case .record(let license) = library.match(words) { return [license] }
      let choice = words.split(separator: "/").joined(separator: " OR ")
      guard let expression = library.expression(words) ?? library.expression(choice), expression.isRead,
        expression.unread.isEmpty
      else { return [] }
      return expression.records + expression.others
    }

    /// The labels of the folders that a model of the tree lies in, or lies below.
    func labels(over model: ResolvedModel) -> [ResolvedLabel] {
      guard model.isLocal, !labels.isEmpty else { return [] }
      return labels.filter { label in
        var folders = label.label.location.path.split(separator: "/").dropLast()
        // The recipe of a package is not what it packs.
        if let last = folders.last, ["conda", "conda.recipe", "recipe", "conda-recipe"].contains(last) {
          folders.removeLast()
        }
        let folder = folders.joined(separator: "/")
        return folder.isEmpty || model.name.id == folder || model.name.id.hasPrefix(folder + "/")
      }
    }
  }
}

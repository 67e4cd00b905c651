internal import ProvisoCore
internal import ProvisoFiles
internal import ProvisoResolution

/// A scan root that is the checkout of a model repository on the hub: its name there is the model's, whatever the card says.
struct HubRepository {
  /// The repository's name without its owner.
  let name: String

  private static let hosts = ["https://huggingface.co/", "https://hf.co/"]
  /// The first part of addresses of what is no model.
  private static let others: Set<String> = ["datasets", "spaces", "docs", "blog"]

  /// nil where `root` is not the root of a git repository that comes from the hub.
  init?(at root: String) {
    guard let repository = GitRepository(around: root), let real = FileSystem.realPath(root),
      repository.relative(real) == "", let address = repository.address
    else { return nil }
    self.init(address: address)
  }

  init?(address: String) {
    guard let host = Self.hosts.first(where: address.hasPrefix) else { return nil }
    let parts = address.dropFirst(host.count).split(separator: "/").map(String.init)
    guard parts.count == 2, !Self.others.contains(parts[0]) else { return nil }
    let name = parts[1].hasSuffix(".git") ? String(parts[1].dropLast(4)) : parts[1]
    guard !name.isEmpty else { return nil }
    self.name = name
  }
}

extension Resolution {
  /// With the repository's name before those that files give the model at the root.
  func named(_ repository: String?) -> Self {
    guard let repository, let index = models.firstIndex(where: { $0.name == .local(".") }),
      let place = models[index].declaredNames.first?.location ?? models[index].references.first?.location
    else { return self }
    var result = self
    result.models[index].declaredNames.insert(DeclaredName(name: repository, location: place), at: 0)
    return result
  }
}

internal import ProvisoCore

/// Whether the licensor of an agreement is the one whose license it lifts terms of.
enum Licensor {
  /// The publisher whose the license is, where `licensor` is somebody else; nil where they may be one, and where the license is
  /// anybody's to give: Creative Commons', RAIL's and the free ones are used by many.
  ///
  /// - Parameter model: what the agreement covers; its owner may license it, too.
  static func isOther(_ licensor: String, than license: License, of model: ModelName) -> String? {
    guard license.category >= .community, !license.isReadByNameOnly, let publisher = license.publisher,
      !license.id.hasPrefix("cc-"), !shared.contains(publisher)
    else { return nil }
    let names = words(licensor)
    guard !names.isEmpty else { return nil }
    let others = words(publisher).union(words(owner(of: model))).union([initials(publisher), license.family ?? ""])
    return meet(names, others) ? nil : publisher
  }

  /// Whether the account that a model lies under is the licensor's.
  static func owns(_ licensor: String, _ model: ModelName) -> Bool {
    let owners = words(owner(of: model))
    return meet(words(licensor), owners.union(owners.compactMap { known[$0] }))
  }

  /// Whether `licensor` is known to hold the rights in a model: its owner, or the publisher of a license that nobody else gives.
  static func holds(_ licensor: String, rightsIn model: ModelName, under license: License) -> Bool {
    var others = words(owner(of: model))
    if let publisher = license.publisher, license.category >= .community, !license.id.hasPrefix("cc-"),
      !shared.contains(publisher)
    {
      others.formUnion(words(publisher).union([initials(publisher), license.family ?? ""]))
    }
    return meet(words(licensor), others.union(others.compactMap { known[$0] }))
  }

  /// Publishers by the names of their accounts.
  private static let known = ["facebook": "meta", "facebookresearch": "meta"]

  /// Whether the license is a text that anybody may put on a model: without more it does not say whose models are meant.
  static func isAnybodys(_ license: License) -> Bool {
    guard !license.id.hasPrefix("LicenseRef-") else { return false }
    return license.category < .useRestricted || isAnybodys(license.id)
      || license.publisher.map(shared.contains) ?? false
      || license.category == .useRestricted && (license.family ?? "").contains("rail")
  }

  static func isAnybodys(_ license: String) -> Bool { license.hasPrefix("cc-") }

  private static func owner(of model: ModelName) -> String {
    model.registry == .huggingface ? String(model.id.prefix { $0 != "/" }) : model.id
  }

  private static func meet(_ names: Set<String>, _ others: Set<String>) -> Bool {
    names.contains { name in
      !name.isEmpty
        && others.contains {
          $0 == name || ($0.count > 3 && name.count > 3 && ($0.hasPrefix(name) || name.hasPrefix($0)))
        }
    }
  }

  /// Whose texts others use for models of their own.
  private static let shared: Set<String> = ["National University of Singapore", "licenses.ai"]

  private static func words(_ name: String) -> Set<String> {
    let all = name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    return Set(all.filter { $0.count > 1 }).subtracting(common).union([all.joined()])
  }

  private static func initials(_ name: String) -> String {
    String(name.split(separator: " ").compactMap(\.first)).lowercased()
  }

  private static let common: Set<String> = [
    "ai", "inc", "ltd", "llc", "gmbh", "corp", "corporation", "company", "co", "group", "labs", "lab", "research",
    "the",
    "of", "and", "institute", "platforms", "cloud", "technology", "technologies", "foundation", "limited",
    "international",
  ]
}

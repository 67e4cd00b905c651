import Foundation
import ProvisoCore
import ProvisoKnowledge
import ProvisoResolution
import Testing

/// What is answered for models that were taken out of the catalog. Run by `.ci/measure-catalog`, which takes them out.
@Suite("Models that are not in the catalog")
struct HeldOutModelsTests {
  /// `id<TAB>label on the hub`, a line each.
  private static let labels: [(id: String, label: String)]? = {
    guard let path = ProcessInfo.processInfo.environment["PROVISO_HELD_OUT"],
      let data = try? Data(contentsOf: URL(fileURLWithPath: path))
    else { return nil }
    return String(decoding: data, as: UTF8.self).split(separator: "\n").compactMap { line in
      let fields = line.split(separator: "\t").map(String.init)
      return fields.count < 2 ? nil : (fields[0], fields[1])
    }
  }()

  private struct Tally {
    var asked = 0
    var answered = 0
    var right = 0
    var tooFree: [String] = []
    var wrong: [String] = []
  }

  @Test(
    "are answered as the hub has them or stricter, and restricted ones are not called permissive",
    .enabled(if: labels != nil))
  func heldOut() throws {
    var tally = Tally()
    for (id, label) in try #require(Self.labels) {
      tally.asked += 1
      let model = Resolver().resolve(.huggingFace(id))
      let license = model.license
      guard let answer = license.concluded else { continue }
      tally.answered += 1
      let declared = LicenseLibrary.shared.license(label)
      let concluded = LicenseLibrary.shared.license(answer)
      if declared?.id == concluded?.id && declared != nil
        || LicenseName.normalize(answer) == LicenseName.normalize(label)
      {
        tally.right += 1
      } else if let declared, let concluded, concluded.category.isRestricted,
        !declared.category.isRestricted || (concluded.category > declared.category && Self.demands(model, answer))
      {
        tally.right += 1
      } else if let declared, declared.category.isRestricted, concluded?.category.isRestricted != true {
        tally.tooFree.append("\(id): \(answer), and the hub says \(label): \(license.claims.first?.evidence ?? "")")
      } else {
        tally.wrong.append("\(id): \(answer), and the hub says \(label): \(license.claims.first?.evidence ?? "")")
      }
    }
    let answered = max(tally.answered, 1)
    print("asked \(tally.asked), answered \(tally.answered * 1000 / max(tally.asked, 1)) of 1000")
    print("right or stricter \(tally.right * 1000 / answered) of 1000 answers, too free \(tally.tooFree.count)")
    for line in tally.tooFree { print("too free: \(line)") }
    for line in tally.wrong.prefix(60) { print("wrong: \(line)") }
    #expect(tally.right * 100 >= answered * 96)
    #expect(tally.tooFree.count * 1000 <= answered * 3)
  }

  /// Whether a base of the model is under the license.
  private static func demands(_ model: ResolvedModel, _ license: String) -> Bool {
    model.lineage.contains { $0.license.concluded == license }
  }
}

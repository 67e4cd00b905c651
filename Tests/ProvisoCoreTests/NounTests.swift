import ProvisoCore
import Testing

@Suite("The nouns keep their invariants")
struct NounTests {
  @Test("Categories are ordered from the freest to the strictest; restricted begins with use restrictions")
  func categories() {
    #expect(LicenseCategory.permissive < .copyleft)
    #expect(LicenseCategory.community < .nonCommercial)
    #expect(LicenseCategory.allCases.filter(\.isRestricted).first == .useRestricted)
    #expect(!LicenseCategory.shareAlike.isRestricted)
  }

  @Test(
    "A revision is a commit only when it is 40 or 64 hexadecimal digits or a digest",
    arguments: [
      ("0123456789abcdef0123456789ABCDEF01234567", true), ("main", false), ("v1.0", false), ("", false),
      ("0123456789abcdef0123456789abcdef0123456g", false), ("abc1234", false),
      ("sha256:" + String(repeating: "a", count: 64), true),
    ])
  func revisions(_ written: String, _ isCommit: Bool) {
    #expect(Revision(written: written) == (isCommit ? .commit(written) : .named(written)))
  }

  @Test("What a scan holds by the hundred thousand is no larger than it has to be")
  func sizes() {
    #expect(MemoryLayout<Finding>.stride <= 336)
    #expect(MemoryLayout<ResolvedModel>.stride <= 280)
    #expect(MemoryLayout<ModelDeclaration>.stride <= 360)
  }

  @Test("A rule's name has a Pascal case form")
  func pascalCase() {
    let rule = RuleDescription(
      id: "AIL302", name: "user-threshold-exceeded", title: "", summary: "", help: "", level: .error)
    #expect(rule.pascalCaseName == "UserThresholdExceeded")
  }

  @Test("Sources of claims are ordered from the strongest to the weakest")
  func claimSources() {
    #expect(ClaimSource.correction < .licenseFile)
    #expect(ClaimSource.licenseFile < .modelCard)
    #expect(ClaimSource.modelCard < .catalog)
    #expect(ClaimSource.catalog < .family)
    #expect(ClaimSource.family < .base)
  }

  @Test("Roles are ordered by how much the repository has to do with the model")
  func roles() {
    #expect(Role.mentioned < .base)
    #expect(Role.base < .used)
    #expect(Role.used < .published)
  }

  @Test("A waived or vanished finding does not count, and an incomplete scan says so")
  func counting() {
    func finding(_ waiver: String?, _ status: Finding.Status) -> Finding {
      Finding(
        rule: "AIL301", name: "x", level: .error, message: "", location: nil, model: nil, license: nil, clause: nil,
        fix: "", fingerprint: "", status: status, waiver: waiver)
    }
    var report = ScanReport(
      toolVersion: "1", policy: .init(name: "default"),
      findings: [finding(nil, .new), finding("W-1", .new), finding(nil, .absent)])
    #expect(report.count(of: .error) == 1)
    #expect(!report.isIncomplete)
    report.notifications = [Notification(level: .warning, message: "", path: "a", isIncomplete: true)]
    #expect(report.isIncomplete)
  }
}

import ProvisoCore
import ProvisoKnowledge
import ProvisoText
import Testing

@Suite("License records")
struct LicenseRecordsTests {
  @Test("every record reads, and its id is the name of its file", arguments: KnowledgeFiles.records)
  func reads(file: String) throws {
    let license = try LicenseRecordReader.read(try KnowledgeFiles.record(file))
    #expect(license.id == file)
    #expect(!license.name.isEmpty)
    #expect(!license.sources.isEmpty, "a record rests on a text that was read")
    for source in license.sources {
      #expect(source.url != nil || source.sha256 != nil)
      #expect(source.sha256?.utf8.count ?? 64 == 64)
    }
  }

  @Test("the binary holds every record as the file has it", arguments: KnowledgeFiles.records)
  func isEmbedded(file: String) throws {
    let license = try #require(LicenseLibrary.shared.license(file))
    #expect(try license == LicenseRecordReader.read(try KnowledgeFiles.record(file)))
  }

  @Test("the binary holds no other record")
  func nothingElse() {
    #expect(LicenseLibrary.shared.ids == KnowledgeFiles.records)
    #expect(KnowledgeFiles.records.count >= 60)
  }

  @Test("no name belongs to two records, and every record answers to all of its names")
  func namesAreUnique() throws {
    var owners: [String: String] = [:]
    for file in KnowledgeFiles.records {
      let license = try LicenseRecordReader.read(try KnowledgeFiles.record(file))
      for name in Set(([license.id, license.spdx] + license.aliases).map(LicenseName.normalize)) {
        #expect(owners.updateValue(license.id, forKey: name) == nil, "\(name)")
      }
      for name in [license.id, license.spdx] + license.aliases {
        #expect(LicenseLibrary.shared.license(name)?.id == license.id, "\(name)")
      }
    }
  }

  @Test("no record answers to a tag that names no text")
  func noRecordIsATag() throws {
    let tags = LicenseName.familyTags.union(LicenseName.otherTags).union(LicenseName.emptyTags)
    for file in KnowledgeFiles.records {
      let license = try LicenseRecordReader.read(try KnowledgeFiles.record(file))
      for name in [license.id, license.spdx] + license.aliases {
        #expect(!tags.contains(LicenseName.normalize(name)), "\(file): \(name)")
      }
    }
    // A title may be a tag: two editions of Open RAIL++-M bear the same.
    for tag in tags { #expect(LicenseLibrary.shared.license(tag) == nil, "\(tag)") }
  }

  @Test("a license is restricted where its terms are", arguments: KnowledgeFiles.records)
  func categoryFitsTerms(file: String) throws {
    let license = try LicenseRecordReader.read(try KnowledgeFiles.record(file))
    let terms = license.terms
    let isRestricted =
      terms.commercialUse.value.map { $0 != .yes } ?? false || !terms.thresholds.isEmpty
      || !terms.acceptableUse.restrictions.isEmpty || terms.excludedRegions.value != nil
      || [.ownFamilyOnly, .forbidden].contains(terms.outputTraining.value) || terms.derivatives.value == false
    if isRestricted { #expect(license.category.isRestricted) }
    if terms.commercialUse.value == .no { #expect(license.category >= .nonCommercial) }
    if license.category.isRestricted { #expect(license.osiApproved != true && license.openness.osd != .pass) }
    if license.osiApproved == true { #expect(license.openness.osd != .fail) }
    #expect((license.openness.osd == .fail) == !license.openness.failedCriteria.isEmpty)
  }

  @Test(
    "a threshold that is tested once has its date, or its models have, and no other has",
    arguments: KnowledgeFiles.records)
  func thresholdsHaveDates(file: String) throws {
    let license = try LicenseRecordReader.read(try KnowledgeFiles.record(file))
    for threshold in license.terms.thresholds {
      #expect((threshold.measured == .releaseDate) == (threshold.date != nil || !license.releases.isEmpty))
      #expect((threshold.metric == .monthlyActiveUsers) == (threshold.currency == nil))
      #expect(threshold.clause != nil)
      guard threshold.measured == .releaseDate else { continue }
      let dates = threshold.date.map { [$0] } ?? license.releases.map(\.date)
      // A limit that another license brings in is tested at that one's date, whatever the date of this text.
      #expect(license.released.map(dates.contains) ?? (threshold.date != nil))
    }
  }
}

package import ProvisoCore

/// Every rule, in order of id. Adding one adds its line here.
package enum RuleList {
  package static let all: [any Rule] = [
    NoLicenseDeclared(),
    LicenseUnknown(),
    CustomLicenseUnnamed(),
    FamilyTag(),
    LicenseTextEdited(),
    GatedModel(),
    WithdrawnModel(),
    UnresolvedReference(),
    LicenseConflict(),
    RestrictedBaseRelicensed(),
    NoticesLost(),
    WrongEdition(),
    ReciprocalBaseRelicensed(),
    IncompatibleMerge(),
    CopyleftInClosedProduct(),
    CodeLicenseTakenForWeightsLicense(),
    AdapterWithoutBaseLicense(),
    BaseNotDeclared(),
    TrainedOnRestrictedOutputs(),
    DataNonCommercial(),
    DataShareAlike(),
    LicenseCopyMissing(),
    NamePrefixMissing(),
    RequiredDisplayMissing(),
    NoticeTextMissing(),
    ChangeNoticeMissing(),
    UseRestrictionsNotPassedOn(),
    AttributionMissing(),
    WeightsInRelease(),
    TrademarkUse(),
    NonCommercialInCommercialUse(),
    UserThresholdExceeded(),
    RevenueThresholdExceeded(),
    RegionExcluded(),
    OutputTraining(),
    RestrictedUse(),
    ResearchOnly(),
    CompetitorClause(),
    HostingCountsAsDistribution(),
    MissingFact(),
    UnilateralChange(),
    CalledOpenSource(),
    CalledFullyOpen(),
    OpenLicenseShown(),
    OpennessClassAboveComputed(),
    UnpinnedRevision(),
    RevisionUnderOtherLicense(),
    LicenseChangedSinceLock(),
    CommunityReupload(),
    DeniedByPolicy(),
    NeedsReview(),
    PolicyInvalid(),
    WaiverExpired(),
    UnusedPolicyEntry(),
    WaiverNotAllowed(),
  ]

  package static let descriptions: [RuleDescription] = all.map(\.description)

  package static func description(of id: String) -> RuleDescription? {
    descriptions.first { $0.id.lowercased() == id.lowercased() || $0.name == id }
  }
}

package import ProvisoCore

/// A license record as `proviso license show --format json` prints it: every key of the record, in its order, `null` where
/// the text does not say.
package func licenseJSON(_ license: License) -> JSONValue {
  [
    "id": .string(license.id),
    "name": .string(license.name),
    "family": .optional(license.family),
    "edition": .optional(license.edition),
    "publisher": .optional(license.publisher),
    "released": .optional(license.released),
    "spdx": .string(license.spdx),
    "aliases": .strings(license.aliases),
    "url": .optional(license.url),
    "category": .string(license.category.rawValue),
    "osiApproved": .optional(license.osiApproved),
    "openness": opennessJSON(license.openness),
    "terms": termsJSON(license.terms),
    "supersedes": .strings(license.supersedes),
    "releases": .array(license.releases) { ["model": .string($0.model), "date": .string($0.date)] },
    "sources": .array(license.sources) { source in
      ["url": .optional(source.url), "sha256": .optional(source.sha256), "read": .string(source.read)]
    },
  ]
}

private func opennessJSON(_ openness: License.Openness) -> JSONValue {
  [
    "osd": [
      "verdict": .string(openness.osd.rawValue),
      "criteria": .array(openness.failedCriteria) { criterion in
        [
          "criterion": .integer(criterion.criterion),
          "clause": .optional(criterion.clause),
          "because": .string(criterion.because),
        ]
      },
    ],
    "osaidLicenseGate": .optional(openness.osaidLicenseGate?.rawValue),
  ]
}

private func termsJSON(_ terms: Terms) -> JSONValue {
  [
    "commercialUse": term(terms.commercialUse).detailed(.alsoBars, terms.alsoBars?.rawValue),
    "commercialOutputs": term(terms.commercialOutputs),
    "thresholds": .array(terms.thresholds, thresholdJSON),
    "outputTraining": term(terms.outputTraining).detailed(.scope, terms.outputTrainingScope?.rawValue),
    "outputsMakeDerivatives": term(terms.outputsMakeDerivatives),
    "derivatives": term(terms.derivatives),
    "derivativeLicense": term(terms.derivativeLicense),
    "redistribution": term(terms.redistribution),
    "hosting": term(terms.hosting)
      .detailed(.except, terms.hostingException).detailed(.means, terms.hostingMeans?.rawValue),
    "namePrefix": term(terms.namePrefix).detailed(.appliesTo, terms.namePrefixAppliesTo?.rawValue),
    "display": term(terms.display)
      .detailed(.alternatives, terms.displayAlternatives).detailed(.appliesTo, terms.displayAppliesTo?.rawValue)
      .detailed(.alsoWith, terms.displayAlsoWith?.rawValue),
    "noticeText": term(terms.noticeText)
      .detailed(.appliesTo, terms.noticeAppliesTo?.rawValue).detailed(.alsoWith, terms.noticeAlsoWith?.rawValue)
      .detailed(.place, terms.noticePlace?.rawValue),
    "licenseCopy": term(terms.licenseCopy)
      .detailed(.appliesTo, terms.licenseCopyAppliesTo?.rawValue).detailed(
        .alsoWith, terms.licenseCopyAlsoWith?.rawValue),
    "changeNotice": term(terms.changeNotice),
    "attribution": term(terms.attribution),
    "acceptableUse": [
      "value": .optional(terms.acceptableUse.value),
      "clause": .optional(terms.acceptableUse.clause),
      "restrictions": .strings(terms.acceptableUse.restrictions),
    ],
    "restrictionsFlowDown": term(terms.restrictionsFlowDown).detailed(.by, terms.restrictionsFlowDownBy?.rawValue),
    "excludedRegions": [
      "value": terms.excludedRegions.value.map(JSONValue.strings) ?? .null,
      "appliesTo": .optional(terms.excludedRegions.appliesTo),
      "clause": .optional(terms.excludedRegions.clause),
    ],
    "registration": term(terms.registration)
      .detailed(.appliesTo, terms.registrationAppliesTo?.rawValue).detailed(.opens, terms.registrationOpens?.rawValue),
    "competitorLicense": term(terms.competitorLicense),
    "publisherMayChange": term(terms.publisherMayChange),
    "termination": term(terms.termination),
    "patentRetaliation": term(terms.patentRetaliation),
    "governingLaw": term(terms.governingLaw),
  ]
}

private func thresholdJSON(_ threshold: Terms.Threshold) -> JSONValue {
  [
    "metric": .string(threshold.metric.rawValue),
    "amount": .integer(threshold.amount),
    "currency": .optional(threshold.currency),
    "period": .optional(threshold.period),
    "comparison": .string(threshold.comparison.rawValue),
    "scope": .string(threshold.scope.rawValue),
    "measured": .string(threshold.measured.rawValue),
    "date": .optional(threshold.date),
    "effect": .string(threshold.effect.rawValue),
    "clause": .optional(threshold.clause),
    "use": .optional(threshold.use?.rawValue),
    "condition": .optional(threshold.condition),
  ]
}

extension JSONValue {
  /// This term with what limits or explains its value, where the license says such a thing.
  fileprivate func detailed(_ detail: TermDetail, _ word: String?) -> Self {
    adding(word.map { [(detail.rawValue, .string($0))] } ?? [])
  }

  fileprivate func detailed(_ detail: TermDetail, _ words: [String]) -> Self {
    adding(words.isEmpty ? [] : [(detail.rawValue, .strings(words))])
  }
}

private func term<Value: RawRepresentable>(_ term: Term<Value>) -> JSONValue where Value.RawValue == String {
  ["value": .optional(term.value?.rawValue), "clause": .optional(term.clause)]
}

private func term(_ term: Term<String>) -> JSONValue {
  ["value": .optional(term.value), "clause": .optional(term.clause)]
}

private func term(_ term: Term<Bool>) -> JSONValue {
  ["value": .optional(term.value), "clause": .optional(term.clause)]
}

internal import ProvisoCore

/// AIL404: a class of the Model Openness Framework that the release does not reach.
struct OpennessClassAboveComputed: Rule {
  let description = RuleDescription(
    id: "AIL404", name: "openness-class-above-computed", title: "MOF class claimed above computed",
    summary:
      "A document or file puts a release into a class of the Model Openness Framework, and the components and licenses that its file lists do not reach that class.",
    help: """
      The framework has three classes: open model (III), open tooling (II), open science (I). A class is reached when every component that it and the classes below ask for is there under an open license.

      **Fix**: add what is missing, or name the class that is reached.

      Violation: `MOF Class I` in the README, and no data sets in `mof.yml`.

      Cure: `MOF Class III`
      """,
    level: .note)

  package func evaluate(_ claim: ResolvedClassClaim) -> [Outcome] {
    // Class 1 is the highest.
    guard (claim.computed ?? 4) > claim.claim.value else { return [.satisfied] }
    return [
      .violated(
        Violation(
          .aboveComputed(claim), fix: "Add what is missing under an open license, or name the class that is reached.",
          location: claim.claim.location,
          related: [RelatedLocation(location: claim.release.location, message: "lists the components")]))
    ]
  }
}

extension String {
  fileprivate static func aboveComputed(_ claim: ResolvedClassClaim) -> String {
    let classes = ["I", "II", "III"]
    let claimed = (1...3).contains(claim.claim.value) ? classes[claim.claim.value - 1] : ""
    let reached = claim.computed.map { "reaches class \(classes[$0 - 1])" } ?? "reaches no class"
    return
      "\(claim.release.name) is put into class \(claimed) of the Model Openness Framework, and by its file it \(reached): no \(Wording.list(claim.lacking)) under an open license."
  }
}

internal import ProvisoCore

/// AIL202: a derivative's name does not begin as the base's license asks.
struct NamePrefixMissing: Rule {
  let description = RuleDescription(
    id: "AIL202", name: "name-prefix-missing", title: "Derivative name lacks required prefix",
    summary:
      "The license of the base asks that the name of a model made from it begin with a given word, and the name does not.",
    help: """
      The Llama licenses from version 3 on (clause 1.b.i) ask that a distributed model made with the materials have "Llama 3" (Llama 3) or "Llama" \
      (3.1 and later) at the beginning of its name; EXAONE's asks for "EXAONE" (clause 2.1.c).

      The same clause of 3.1 and later asks it of models that outputs train. Code and settings that put a model onto the hub (`push_to_hub`, `hub_model_id`) name what they make of the \
      one model that they train or load.

      The name that is looked at: that of the repository where the tree is a checkout from the hub, else `model_name` or `model-index` of the card, its title, `model_name` of `config.json` \
      or the name in the weights' metadata, else the folder. Case does not count, nor whether a blank, `-` or `_` parts the words. \
      As long as nothing says that the model is distributed, this is a note; where nothing is made from it, or nothing leaves the house, the rule does not apply, but for EXAONE's \
      clause, which does not ask whether a modified model is handed out. \
      It is a warning where no file names the base, and names or the sizes of the weights tell of it.

      **Fix**: rename the model.

      Violation: `# Acme Support 8B` over `meta-llama/Llama-3.1-8B-Instruct`.

      Cure: `# Llama Acme Support 8B`.
      """,
    level: .error,
    facts: [
      "distributes_weights", "distributes_product", "serves_over_network", "fine_tunes",
      "trains_other_models_on_outputs",
    ])

  package func evaluate(_ subject: Subject) -> [Outcome] {
    let stray = subject.model.strayEditions
    let own = subject.applicableLicenses.filter { $0.edge != nil || !stray.contains($0.license.id) }
    let all = own + (subject.mode == .scan && subject.model.isLocal ? subject.model.learnedFrom : [])
    let stays = subject.reaches == .false
    let asking = demands(stays ? all.filter { $0.license.terms.namePrefixAppliesTo == .derivatives } : all)
    guard !asking.isEmpty else { return [.notApplicable] }
    if let outcomes = published(subject, asking) { return outcomes }
    guard subject.mayName else { return [.notApplicable] }
    if subject.mode == .check { return asking.map { .violated(duty(subject, $0)) } }
    guard subject.model.isLocal, !subject.model.lineage.isEmpty else { return [.notApplicable] }
    let name = subject.model.declaredNames.first
    guard let text = name?.name ?? folderName(subject.model) else { return [.notApplicable] }
    return asking.map { demand in
      NamePrefix.begins(text, with: demand.prefix)
        ? .satisfied : .violated(violation(subject, demand, text, name?.location))
    }
  }

  /// What a file that trains or loads the model publishes: nil where none does.
  private func published(_ subject: Subject, _ asking: [Demand]) -> [Outcome]? {
    var told: Set<String> = []
    let names = subject.references.flatMap(\.publishedAs).filter { told.insert($0.name).inserted }
    guard subject.mode == .scan, !subject.model.isLocal, !names.isEmpty else { return nil }
    return asking.flatMap { demand in
      names.map { name in
        NamePrefix.begins(name.name, with: demand.prefix)
          ? .satisfied : .violated(violation(subject, demand, name.name, name.location))
      }
    }
  }

  private struct Demand {
    var applicable: ApplicableLicense
    var prefix: String

    var clause: String? { applicable.license.terms.namePrefix.clause }
    var license: String { Wording.license(applicable, clause: clause) }
  }

  /// One for each prefix. A name that begins with "Llama 3" begins with "Llama", so the longer of the two is enough.
  private func demands(_ licenses: [ApplicableLicense]) -> [Demand] {
    let all = licenses.compactMap { license in
      license.license.terms.namePrefix.value.map { Demand(applicable: license, prefix: $0) }
    }
    return all.enumerated().filter { index, demand in
      !all.enumerated().contains { other in
        NamePrefix.begins(other.element.prefix, with: demand.prefix)
          && (other.element.prefix != demand.prefix || other.offset < index)
      }
    }.map(\.element)
  }

  private func folderName(_ model: ResolvedModel) -> String? {
    guard model.name.id != "." else { return nil }
    return model.name.id.split(separator: "/").last.map(String.init)
  }

  private func violation(_ subject: Subject, _ demand: Demand, _ name: String, _ location: Location?) -> Violation {
    // The publisher's own names for some of its models: "Meta-Llama-3-8B".
    let publisher = demand.applicable.license.publisher
    let isPublishersForm = publisher.map { NamePrefix.begins(name, with: "\($0) \(demand.prefix)") } ?? false
    let guessed = guessedBase(demand)
    let isBound = subject.isDistributed == .true && !isPublishersForm && !isOfTokenizer(demand)
    return Violation(
      .lacksPrefix(name, demand.prefix, demand.license, isTaught: demand.applicable.isOfOutputs)
        + (guessed.map { String.guessed($0) } ?? ""),
      fix: "Rename the model so that its name begins with \"\(demand.prefix)\".", license: demand.applicable.license.id,
      clause: demand.clause,
      level: !isBound ? .note : guessed == nil ? .error : .warning,
      location: location, related: Wording.lineage(of: subject.model))
  }

  /// A model of one's own may use another's tokenizer, and contains none of its weights then.
  private func isOfTokenizer(_ demand: Demand) -> Bool { demand.applicable.edge?.isOfTokenizer == true }

  /// The base that no file names: the model is called after it, or has its sizes.
  private func guessedBase(_ demand: Demand) -> String? {
    guard let edge = demand.applicable.edge, edge.confidence == .low else { return nil }
    return edge.base.id
  }

  private func duty(_ subject: Subject, _ demand: Demand) -> Violation {
    Violation(
      .wouldNeedPrefix(subject.name, demand.prefix, demand.license),
      fix: "Plan the name of a derivative so that it begins with \"\(demand.prefix)\".",
      license: demand.applicable.license.id, clause: demand.clause, level: .note)
  }
}

extension ResolvedModel {
  /// The licenses of models whose outputs train this one, that leave it no derivative and ask for a name or a display all the same. Of
  /// a data set that others made, AIL111 tells.
  var learnedFrom: [ApplicableLicense] {
    lineage.filter {
      $0.depth == 1 && !$0.isSettled && $0.relation.isTeaching
    }
    .flatMap { edge in
      edge.license.candidates.filter {
        $0.terms.outputTraining.value == .allowedWithNaming && !$0.reaches(by: edge.relation)
      }.map { ApplicableLicense(license: $0, edge: edge) }
    }
  }
}

extension ApplicableLicense {
  /// Whether it comes by what was put out alone.
  var isOfOutputs: Bool {
    edge.map { $0.relation.isTeaching && !license.reaches(by: $0.relation) }
      ?? false
  }
}

extension Subject {
  /// Whether the model gets to others, by copies or a service.
  fileprivate var reaches: Tristate { isDistributed.or(facts.servesOverNetwork.tristate) }

  /// False where the policy says that no model is made from this one.
  fileprivate var mayName: Bool {
    if model.isOwn, !model.lineage.isEmpty { return true }
    return facts.fineTunes.tristate.or(facts.trainsOtherModelsOnOutputs.tristate) != .false
  }
}

/// Compares the beginning of a name as people vary it: case, and `-`, `_` or nothing where a blank is meant.
package enum NamePrefix {
  package static func begins(_ name: String, with prefix: String) -> Bool {
    let last = name.split(separator: "/").last ?? name[...]
    // A picture before a title is no part of the name.
    let name = Array(last.drop { !$0.isLetter && !$0.isNumber }.utf8)
    var end = 0
    for byte in prefix.utf8.lazy.filter({ !parts.contains($0) }).map(lowercased) {
      while end < name.count, parts.contains(name[end]) { end += 1 }
      guard end < name.count, lowercased(name[end]) == byte else { return false }
      end += 1
    }
    // "Llama 34B" begins with another number than "Llama 3".
    guard end > 0, end < name.count, isDigit(name[end - 1]) else { return true }
    return !isDigit(name[end])
  }

  private static let parts = Array(" -_".utf8)

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }
}

extension String {
  fileprivate static func lacksPrefix(
    _ name: String, _ prefix: String, _ license: String, isTaught: Bool
  ) -> String {
    let models = isTaught ? "models that its outputs train" : "models made from it"
    return "The name \"\(name)\" does not begin with \"\(prefix)\", as \(license) asks of \(models)."
  }

  fileprivate static func guessed(_ base: String) -> String {
    " That it was made from \(base) is told by names or by the sizes of its weights alone."
  }

  fileprivate static func wouldNeedPrefix(_ model: String, _ prefix: String, _ license: String) -> String {
    "\(Wording.sentence(license)) asks that the name of a model made from \(model) begin with \"\(prefix)\"."
  }
}

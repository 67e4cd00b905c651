internal import ProvisoCore
internal import ProvisoHub

/// Asks the hub until it names nothing that is not known: an answer may name a base, and that one another.
struct HubRounds {
  let desk: HubDesk
  /// The day that answers are dated with.
  let date: String

  /// - Parameter resolve: the models as they are with what the hub has said so far.
  func declarations(_ resolve: ([OutsideDeclaration]) async -> [ResolvedModel]) async -> [OutsideDeclaration] {
    var heard: [OutsideDeclaration] = []
    var asked: Set<HubQuestion> = []
    // Each round asks something new, and lineage ends after a few steps.
    while true {
      let open = OpenQuestions(await resolve(heard))
      await desk.passOver(open.impossible)
      let questions = open.questions.filter { asked.insert($0).inserted }
      if questions.isEmpty { return heard }
      heard += await desk.declarations(for: questions, date: date)
    }
  }
}

package import ProvisoCore

/// What asking may cost.
package struct HubLimits: Sendable {
  /// Questions in one run.
  package var questions = 1000
  package var atOnce = 8
  /// In seconds, for all questions of a run: what is under way then is given up.
  package var time = 600

  package init() {}
}

/// Asks the hub about many models, each once in a run, and keeps account of what gave no answer.
///
/// Questions go out in groups of ``HubLimits/atOnce``, in order, and the next group when the one before is done: what is asked, and
/// when it is given up, then depends on the answers only and not on which of them came first.
package actor HubDesk {
  private let client: HubClient
  private let clock: HubClock
  private let limits: HubLimits
  private var answers: [HubQuestion: HubAnswer] = [:]
  private var end: Duration?
  private var failuresInARow = 0
  private var notes: Set<Notification> = []
  private var notAsked: [HubFailure: [HubQuestion]] = [:]

  package init(client: HubClient, clock: HubClock, limits: HubLimits = HubLimits()) {
    self.client = client
    self.clock = clock
    self.limits = limits
  }

  /// What the hub says, or why it says nothing, in the order of the questions.
  ///
  /// - Parameter date: the day that the answers are dated with. None is older than the cache keeps it, which is a day.
  package func declarations(for questions: [HubQuestion], date: String) async -> [OutsideDeclaration] {
    await ask(questions)
    return questions.compactMap { question in
      answers[question].map {
        OutsideDeclaration(question, $0, address: client.endpoint.address(of: question).description, date: date)
      }
    }
  }

  /// Tells of names that no hub can have.
  package func passOver(_ names: [String]) {
    guard !names.isEmpty else { return }
    notes.insert(.noIDs(names))
  }

  /// What the reader of the report must know, in order.
  package var notifications: [Notification] {
    (notes + notAsked.map { .notAsked($0.value.sorted(), why: $0.key.reason) }).sorted()
  }

  private func ask(_ questions: [HubQuestion]) async {
    var rest = questions.filter { answers[$0] == nil }[...]
    let limit = HubTimeLimit(end: end ?? clock.elapsed() + .seconds(limits.time), whole: limits.time)
    end = limit.end
    while !rest.isEmpty {
      let group = Array(rest.prefix(max(0, min(limits.atOnce, limits.questions - answers.count))))
      let stop: HubFailure? =
        if failuresInARow >= limits.atOnce {
          .givenUp(failuresInARow)
        } else if group.isEmpty {
          .limit("the \(limits.questions) models that are asked in one run were used up")
        } else if limit.isReached(at: clock.elapsed()) {
          limit.failure
        } else {
          nil
        }
      if let stop {
        notAsked[stop, default: []] += rest
        for question in rest { answers[question] = .failure(stop) }
        return
      }
      await ask(group: group, until: limit)
      rest = rest.dropFirst(group.count)
    }
  }

  private func ask(group: [HubQuestion], until limit: HubTimeLimit) async {
    let client = client
    let found = await withTaskGroup(of: (HubQuestion, HubAnswer, [Notification]).self) { tasks in
      for question in group {
        tasks.addTask {
          let (answer, notes) = await client.ask(question, until: limit)
          return (question, answer, notes)
        }
      }
      return await tasks.reduce(into: []) { $0.append($1) }
    }
    for (question, answer, remarks) in found.sorted(by: { $0.0 < $1.0 }) {
      answers[question] = answer
      notes.formUnion(remarks)
      note(question, answer)
      failuresInARow = if case .failure(let failure) = answer, failure.isPassing { failuresInARow + 1 } else { 0 }
    }
  }

  private func note(_ question: HubQuestion, _ answer: HubAnswer) {
    let address = client.endpoint.address(of: question)
    switch answer {
    case .failure(let failure): notes.insert(.noAnswer(question, address, failure))
    case .success(let model) where !model.otherBases.isEmpty:
      notes.insert(.otherBases(question, address, model.otherBases))
    case .success: break
    }
  }
}

extension Notification {
  /// A look-up that failed leaves something unread; a hub that has no such model has answered.
  fileprivate static func noAnswer(_ question: HubQuestion, _ address: HubURL, _ failure: HubFailure) -> Self {
    Self(
      level: .warning,
      message:
        "The model hub said nothing of \(question.words) (\(address)): \(failure.reason). What is reported of it is what is known without the hub.",
      isIncomplete: !failure.isAnswer)
  }

  fileprivate static func notAsked(_ questions: [HubQuestion], why: String) -> Self {
    Self(
      level: .warning,
      message: "The model hub was not asked about \(list(questions.map(\.words))): \(why).", isIncomplete: true)
  }

  fileprivate static func noIDs(_ names: [String]) -> Self {
    Self(
      level: .note,
      message: "The model hub was not asked about \(list(names)): no model of the hub can have such a name.")
  }

  fileprivate static func otherBases(_ question: HubQuestion, _ address: HubURL, _ bases: [String]) -> Self {
    Self(
      level: .warning,
      message:
        "The card of \(question.words) (\(address)) names as its base what is no model of the hub, and nothing is known of it: \(list(bases))."
    )
  }

  private static func list(_ names: [String]) -> String {
    let shown = names.prefix(6).joined(separator: ", ")
    return names.count > 6 ? "\(shown) and \(names.count - 6) more" : shown
  }
}

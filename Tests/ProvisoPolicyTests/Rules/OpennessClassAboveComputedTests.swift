import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("AIL404, MOF class claimed above computed")
struct OpennessClassAboveComputedTests {
  private func outcome(_ claimed: Int, computed: Int?, lacking: [String] = []) -> [String] {
    let claim = ResolvedClassClaim(
      claim: OpennessClassClaim(value: claimed, location: Location(path: "README.md", line: 3)),
      release: OpennessRelease(
        name: "Acme", components: [], licenses: [:], location: Location(path: "mof.yml", line: 1)), computed: computed,
      lacking: lacking)
    return OpennessClassAboveComputed().evaluate(claim).map { outcome in
      if case .violated(let violation) = outcome { violation.message } else { "\(outcome)" }
    }
  }

  @Test("is violated by a class that is not reached")
  func violated() {
    #expect(
      outcome(1, computed: 3, lacking: ["Datasets", "Training code"]) == [
        "Acme is put into class I of the Model Openness Framework, and by its file it reaches class III: no Datasets and Training code under an open license."
      ])
    #expect(
      outcome(3, computed: nil, lacking: ["Model card"]) == [
        "Acme is put into class III of the Model Openness Framework, and by its file it reaches no class: no Model card under an open license."
      ])
  }

  @Test("is satisfied by the class that is reached, and by a lower one")
  func satisfied() {
    #expect(outcome(2, computed: 2) == ["satisfied"])
    #expect(outcome(3, computed: 1) == ["satisfied"])
  }
}

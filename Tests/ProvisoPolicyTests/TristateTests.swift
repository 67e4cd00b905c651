import ProvisoPolicy
import Testing

@Suite("Three-valued logic")
struct TristateTests {
  @Test(
    "and and or are those of Kleene",
    arguments: [
      (Tristate.true, Tristate.true, Tristate.true, Tristate.true), (.true, .false, .false, .true),
      (.true, .unknown, .unknown, .true), (.false, .false, .false, .false), (.false, .unknown, .false, .unknown),
      (.unknown, .unknown, .unknown, .unknown),
    ])
  func connectives(one: Tristate, other: Tristate, both: Tristate, either: Tristate) {
    #expect(one.and(other) == both)
    #expect(other.and(one) == both)
    #expect(one.or(other) == either)
    #expect(other.or(one) == either)
    #expect(one.not.not == one)
    #expect(one.and(other).not == one.not.or(other.not))
  }

  @Test("a value that is not known stays so under not")
  func negation() {
    #expect(Tristate.true.not == .false)
    #expect(Tristate.unknown.not == .unknown)
    #expect(Tristate(nil) == .unknown)
    #expect(Tristate(false).value == false)
  }
}

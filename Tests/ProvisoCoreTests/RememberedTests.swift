import ProvisoCore
import Testing

@Suite("What was made of a key")
struct RememberedTests {
  @Test("is made once, and begins anew when it is full")
  func limit() {
    let squares = Remembered<Int, Int>(limit: 2)
    var made: [Int] = []
    func square(_ number: Int) -> Int {
      squares.value(of: number) {
        made.append(number)
        return number * number
      }
    }
    #expect([3, 4, 3, 4].map(square) == [9, 16, 9, 16] && made == [3, 4] && squares.count == 2)
    #expect([5, 3].map(square) == [25, 9] && made == [3, 4, 5, 3] && squares.count == 2)
  }

  @Test("may be nothing, which is kept as well")
  func nothing() {
    let names = Remembered<Int, String?>(limit: 2)
    var times = 0
    for _ in 0..<3 {
      let name: String? = names.value(of: 1) {
        times += 1
        return nil
      }
      #expect(name == nil)
    }
    #expect(times == 1)
  }
}

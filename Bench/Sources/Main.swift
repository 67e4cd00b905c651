/// What `Bench/bench.py` cannot measure from outside: `proviso-bench needles`, `stages <folder>`, `micro`.
@main
enum Main {
  static func main() async throws {
    let arguments = CommandLine.arguments.dropFirst()
    switch (arguments.first, arguments.dropFirst().first) {
    case ("needles", nil): print(Stages.needles.joined(separator: "\n"))
    case ("stages", let folder?): print(try await Stages(folder: folder).table())
    case ("micro", nil): print(Micro.table())
    default: print("proviso-bench needles | stages <folder> | micro")
    }
  }
}

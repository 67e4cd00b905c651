import ProvisoKnowledge
import ProvisoText

/// Knowledge alone: how fast texts are recognized and models looked up.
enum Micro {
  static func table() -> String {
    let texts = samples()
    _ = LicenseRecognizer.shared
    let bytes = texts.map { $0.bytes.count }.reduce(0, +)
    let recognition = best { for text in texts { _ = LicenseRecognizer.shared.recognize(text) } }
    let names = ["meta-llama/Llama-3.1-8B", "Qwen/Qwen3-4B", "nobody/nothing-7b", "google/gemma-2-2b-it", "zzz/zzz"]
    let lookups = best { for _ in 0..<2_000 { for name in names { _ = HubModels.entry(for: name) } } }
    let megabytes = Double(bytes) / 1e6 / (recognition / .seconds(1))
    return """
      | what | result |
      | --- | --- |
      | license identification | \(Int(megabytes.rounded())) MB/s |
      | catalog look-up | \(Int((lookups / .nanoseconds(10_000)).rounded())) ns |
      """
  }

  /// The shortest of a few runs.
  private static func best(_ body: () -> Void) -> Duration {
    (0..<7).map { _ in ContinuousClock().measure(body) }.min() ?? .zero
  }

  /// Texts of our own that share words with licenses, in the length of one.
  private static func samples() -> [SourceText] {
    let words = [
      "permission", "is", "hereby", "granted", "free", "of", "charge", "to", "any", "person", "obtaining", "a", "copy",
      "license", "you", "may", "distribute", "the", "work", "model", "output", "use", "derivative", "terms", "shall",
    ]
    var state: UInt64 = 1
    return (0..<50).map { number in
      var text = "License \(number)\n"
      for _ in 0..<2_000 {
        state = state &* 6_364_136_223_846_793_005 &+ 1
        text += words[Int(state >> 33) % words.count] + " "
      }
      return SourceText(path: "LICENSE", text)
    }
  }
}

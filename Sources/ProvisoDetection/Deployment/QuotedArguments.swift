internal import ProvisoCore
internal import ProvisoText

/// Models in quotes inside an argument that is a list or a dictionary of its own: `--model_lock="[{'base_model': 'owner/name'}]"`.
enum QuotedArguments {
  /// Names that are unmistakably models, with their bytes in `text`; none under a key that speaks of data.
  static func models(in text: String) -> [(verdict: NameVerdict, text: String, range: Range<Int>)] {
    let bytes = Array(text.utf8)
    guard bytes.count <= longest, bytes.contains(UInt8(ascii: "/")) else { return [] }
    var models: [(verdict: NameVerdict, text: String, range: Range<Int>)] = []
    var (key, offset) = ("", 0)
    while let open = bytes[offset...].firstIndex(where: { $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: "\"") }),
      let close = bytes[(open + 1)...].firstIndex(of: bytes[open])
    {
      let name = String(decoding: bytes[(open + 1)..<close], as: UTF8.self)
      if HubName.isKnownModel(name), !data.containsAny(in: key.utf8.span),
        let verdict = NameJudge.judge(name, in: .modelKey)
      {
        models.append((verdict, name, open + 1..<close))
      } else {
        key = name
      }
      offset = close + 1
    }
    return models
  }

  private static let longest = 4_096
  private static let data = NeedleSet(["data"], ignoresCase: true)
}

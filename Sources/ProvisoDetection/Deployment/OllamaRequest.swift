internal import ProvisoCore
internal import ProvisoText

/// Requests by which Ollama is told to fetch a model: `curl http://localhost:11434/api/pull -d '{"name": "llama3.2:3b"}'`.
enum OllamaRequest {
  static func isAddress(_ word: String) -> Bool { addresses.contains { word.hasSuffix($0) } }

  private static let addresses = ["/api/pull", "/api/show", "/api/create", "/api/copy"]

  /// The values under `"name"` of JSON in `range` that Ollama's library has.
  static func references(in range: Range<Int>, of input: DetectionInput, kind: ReferenceKind) -> [ModelReference] {
    let bytes = input.source.bytes
    guard let root = try? JSONReader.read(input.part(range).source).root, let name = root["name"],
      let text = name.string, OllamaNames.contains(String(text.prefix { $0 != ":" })),
      let verdict = NameJudge.judge(text, in: .library(.ollama))
    else { return [] }
    let place = range.lowerBound + name.range.lowerBound + 1..<range.lowerBound + name.range.upperBound - 1
    guard place.lowerBound <= place.upperBound, place.upperBound <= bytes.count else { return [] }
    return [
      input.reference(
        verdict.model, revision: .unpinned, at: place, as: text, kind: kind, confidence: verdict.confidence)
    ]
  }
}

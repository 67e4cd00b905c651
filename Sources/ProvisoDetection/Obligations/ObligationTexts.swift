internal import ProvisoCore
internal import ProvisoText

/// Words that licenses ask to be shown, sentences that must go along, names and addresses of licenses and use policies, in
/// the files where words reach somebody.
///
/// Case, white space, quotation marks, dashes, `©` and `(c)`, emphasis, tags and the signs of comments make no difference.
/// What a license text itself quotes is no evidence, nor is a document that says what one would have to show. Each text
/// counts once in a file.
struct ObligationTexts: Detector {
  let id = "obligation-texts"
  let summary = "Display strings, notice sentences and credits that licenses ask for."
  var needles: [String] { index.value.needles }

  private let isEmpty: Bool
  /// Made for the first file that is searched: many runs have none.
  private let index: Deferred<RequiredTextIndex>

  init(_ texts: [RequiredText] = []) {
    isEmpty = texts.isEmpty
    index = Deferred { RequiredTextIndex(texts) }
  }

  func searching(for texts: [RequiredText]) -> any Detector { Self(texts) }

  func wants(_ path: FilePath) -> Bool {
    !isEmpty && WordPlaces.place(of: path) != nil
  }

  func detect(_ input: DetectionInput) -> Detections {
    guard let place = WordPlaces.place(of: input.path) else { return Detections() }
    let index = index.value
    var reader = RequiredTextReader(input: input, place: place)
    var found: [Int: ObligationEvidence] = [:]
    for window in index.windows(input.source.bytes) {
      let text = FoldedText(input.source.bytes, in: window, keepsTags: false)
      index.read(text, &reader, &found)
      // The words of an image's description stand in its tag.
      if text.hasTags, found.count < index.count {
        index.read(FoldedText(input.source.bytes, in: window, keepsTags: true), &reader, &found)
      }
    }
    return Detections(evidence: found.sorted { $0.key < $1.key }.map(\.value))
  }
}

import ProvisoText

/// "Did you mean" for names that are not known.
enum Suggestion {
  static func hint(for name: String, among candidates: [String]) -> String? {
    NearestName.nearest(to: name, among: candidates).map { "did you mean `\($0)`?" }
  }
}

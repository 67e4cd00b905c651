/// A part of a glob.
enum GlobElement {
  case scalar(Unicode.Scalar)
  /// `?`
  case anyInSegment
  /// `*`
  case manyInSegment
  case set(ranges: [ClosedRange<Unicode.Scalar>], isNegated: Bool)
  /// `**/`
  case folders
  /// `**` at the end
  case everything
  case either([[GlobElement]])
  /// The end of the path, before which a `/` may stand.
  case end
  /// The end, or anything after a `/`.
  case endOrInside
}

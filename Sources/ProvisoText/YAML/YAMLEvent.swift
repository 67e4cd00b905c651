/// What libyaml reports, as Swift values. Places are counts of code points from the start of the input.
struct YAMLEvent {
  enum Kind {
    case streamStart
    case streamEnd
    case documentStart
    case documentEnd
    case alias(name: String)
    case scalar(text: String, tag: String?, isPlain: Bool)
    case sequenceStart
    case sequenceEnd
    case mappingStart
    case mappingEnd
  }

  var kind: Kind
  var anchor: String?
  var start: Int
  var end: Int
  /// Written with brackets or braces, so that the end event knows where the collection ends.
  var isFlow: Bool
}

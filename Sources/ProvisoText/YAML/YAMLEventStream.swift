internal import CProvisoYAML

/// The binding to libyaml: the one place of this module with unsafe code.
@safe final class YAMLEventStream {
  // On the heap, since libyaml keeps the parser's own address inside it.
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  // A copy, so that it lives as long as the parser that points into it.
  private let input: UnsafeMutableBufferPointer<UInt8>

  /// Nil if there is no memory. `bytes` are UTF-8 without a byte order mark.
  init?(_ bytes: ArraySlice<UInt8>) {
    unsafe parser = .allocate(capacity: 1)
    guard unsafe yaml_parser_initialize(parser) == 1 else {
      // libyaml has freed its parts already.
      unsafe parser.deallocate()
      return nil
    }
    unsafe input = .allocate(capacity: bytes.count)
    _ = unsafe input.initialize(from: bytes)
    // Set, so that nothing is taken for UTF-16.
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, input.baseAddress, input.count)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
    unsafe input.deallocate()
  }

  /// The next event; after an error or the end of the stream, the end of the stream.
  func next() throws(YAMLFault) -> YAMLEvent {
    var event = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw fault() }
    defer { unsafe yaml_event_delete(&event) }
    let start = unsafe Int(clamping: event.start_mark.index)
    let end = unsafe Int(clamping: event.end_mark.index)
    var anchor: String?
    var isFlow = false
    let kind: YAMLEvent.Kind
    switch unsafe event.type {
    case YAML_STREAM_START_EVENT: kind = .streamStart
    case YAML_DOCUMENT_START_EVENT: kind = .documentStart
    case YAML_DOCUMENT_END_EVENT: kind = .documentEnd
    case YAML_ALIAS_EVENT: kind = unsafe .alias(name: Self.string(event.data.alias.anchor) ?? "")
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      anchor = unsafe Self.string(scalar.anchor)
      let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      kind = unsafe .scalar(
        text: String(decoding: bytes, as: UTF8.self), tag: Self.string(scalar.tag),
        isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE)
    case YAML_SEQUENCE_START_EVENT:
      anchor = unsafe Self.string(event.data.sequence_start.anchor)
      isFlow = unsafe event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
      kind = .sequenceStart
    case YAML_SEQUENCE_END_EVENT: kind = .sequenceEnd
    case YAML_MAPPING_START_EVENT:
      anchor = unsafe Self.string(event.data.mapping_start.anchor)
      isFlow = unsafe event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
      kind = .mappingStart
    case YAML_MAPPING_END_EVENT: kind = .mappingEnd
    default: kind = .streamEnd
    }
    return YAMLEvent(kind: kind, anchor: anchor, start: start, end: end, isFlow: isFlow)
  }

  private func fault() -> YAMLFault {
    let problem = unsafe parser.pointee.problem.map { unsafe String(cString: $0) } ?? "out of memory"
    let context = unsafe parser.pointee.context.map { unsafe String(cString: $0) } ?? ""
    let isDecoding = unsafe parser.pointee.error == YAML_READER_ERROR
    return unsafe YAMLFault(
      problem: problem, context: context,
      problemIndex: isDecoding ? nil : Int(clamping: parser.pointee.problem_mark.index),
      contextIndex: Int(clamping: parser.pointee.context_mark.index),
      byteOffset: isDecoding ? Int(clamping: parser.pointee.problem_offset) : nil)
  }

  private static func string(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    unsafe pointer.map { unsafe String(cString: $0) }
  }
}

/// What counts as JSON.
package enum JSONDialect: Hashable, Sendable {
  /// RFC 8259 and no more; a byte order mark is an error.
  case strict
  /// As people and Python write it: also a byte order mark, `//` and `/* */` comments, a comma before `]` or `}`, and
  /// the numbers `NaN`, `Infinity` and `-Infinity`.
  case lenient
}

/// Reads HCL (Terraform, Packer, Nomad) into ``DataNode``s.
///
/// A block `resource "type" "name" { … }` is a mapping under `resource`, `type` and `name`, one inside the other. Nothing is
/// evaluated: a template keeps its `${…}`, and an expression of several parts (`merge(…)`, `x ? "a" : "b"`, `jsonencode({…})`) is its
/// one literal, list or object, else a sequence of those it has. What a text is compared with or
/// searched for (`startswith(x, "a")`, `x == "a"`) is left out. References such as `var.name` are null.
package enum HCLReader {
  package static func read(
    _ source: SourceText, limits: HCLLimits = .default
  ) throws(DocumentError) -> DataNode {
    do throws(TextFault) {
      guard source.bytes.count <= limits.bytes else {
        throw TextFault(
          offset: 0, message: "The HCL is \(source.bytes.count) bytes long; at most \(limits.bytes) are read.")
      }
      var parser = HCLParser(source.bytes, limits: limits)
      return try parser.document()
    } catch {
      throw error.documentError(in: source)
    }
  }
}

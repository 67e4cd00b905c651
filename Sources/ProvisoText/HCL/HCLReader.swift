/// Reads HCL (Terraform, Packer, Nomad) into ``DataNode``s.
///
/// A block `resource "type" "name" { … }` is a mapping under `resource`, `type` and `name`, one inside the other. Nothing is
/// evaluated: a template keeps its `${…}`, and an expression of several parts (`merge(…)`, `x ? "a" : "b"`, `jsonencode({…})`) is its
/// one literal, list or object, else a sequence of those it has. What a text is compared with or
/// searched for (`startswith(x, "a")`, `x == "a"`) is left out. References such as `var.name` are null.
package enum HCLReader {
  package static func read(
    _ source: SourceText, limits: TreeLimits = .default
  ) throws(DocumentError) -> DataNode {
    do throws(TextFault) {
      try limits.check(source.bytes.count, "HCL")
      var parser = HCLParser(source.bytes, limits: limits)
      return try parser.document()
    } catch {
      throw error.documentError(in: source)
    }
  }
}

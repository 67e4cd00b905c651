/// The version of the tool, as `--version` and every report print it.
package enum Version {
  package static let current = "0.1.0"
}

internal import ProvisoCore
internal import ProvisoText

/// The keys at the root of a bill of materials, or of a report of this tool, under which stands what somebody found. What stands
/// beside them is a setting like any other: one key makes no report of a configuration.
enum RecordedKeys {
  /// Empty for what is no such document.
  static func keys(of root: DataNode) -> Set<String> {
    if isCycloneDX(root) { return cycloneDX }
    if root["spdxVersion"]?.string?.hasPrefix("SPDX-") == true, root["packages"] != nil || root["files"] != nil {
      return spdx
    }
    if root["@graph"] != nil, root["@context"]?.string?.contains("spdx.org/rdf/") == true {
      return ["@context", "@graph"]
    }
    return isOwn(root) ? own : []
  }

  static func isCycloneDX(_ root: DataNode) -> Bool { root["bomFormat"]?.string == "CycloneDX" }

  /// A report of this tool.
  static func isOwn(_ root: DataNode) -> Bool {
    root["tool"]?["name"]?.string == "proviso" && root["schemaVersion"]?.string != nil && root["findings"] != nil
  }

  /// CycloneDX 1.7, the properties of the document.
  private static let cycloneDX: Set<String> = [
    "annotations", "citations", "components", "compositions", "declarations", "definitions", "dependencies",
    "externalReferences", "formulation", "metadata", "patents", "properties", "services", "signature",
    "vulnerabilities",
  ]
  /// SPDX 2.3, section 6 to 12.
  private static let spdx: Set<String> = [
    "annotations", "comment", "creationInfo", "documentDescribes", "documentNamespace", "externalDocumentRefs", "files",
    "hasExtractedLicensingInfos", "name", "packages", "relationships", "revieweds", "snippets",
  ]
  private static let own: Set<String> = ["findings", "models", "notifications", "policy", "summary", "tool"]
}

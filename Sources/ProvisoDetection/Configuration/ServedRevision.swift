internal import ProvisoCore
internal import ProvisoText

/// The revision of a model that a deployment has a server load: `HF_MODEL_ID`, `storageUri: hf://owner/name:revision`, and `--model` among the
/// arguments of a container.
///
/// Bare keys of settings say too little of who loads what; nothing is asked of them.
struct ServedRevision {
  let input: DetectionInput
  let kind: ReferenceKind

  private static let loading: Set<String> = ["hfmodelid", "storageuri"]
  private static let options: Set<String> = ["--model", "--model-id", "--model-path", "--model_id"]
  private static let deployments: Set<ReferenceKind> = [.kubernetes, .compose, .dockerfile, .terraform]
  func revision(of value: String, _ keys: [SettingKey]) -> Revision {
    guard let key = keys.last(where: { !$0.isItem }) else { return .notApplicable }
    let isOption = Self.options.contains(key.text) && Self.deployments.contains(kind)
    guard isOption || Self.loading.contains(key.folded) else { return .notApplicable }
    let name = value.hasPrefix("hf://") ? value.dropFirst("hf://".count) : value[...]
    guard HubName.isID(String(name.prefix { $0 != ":" && $0 != "@" })) else { return .notApplicable }
    if let mark = name.firstIndex(where: { $0 == ":" || $0 == "@" }) {
      return Revision(written: String(name[name.index(after: mark)...]))
    }
    return input.file.namesRevisions ? .notApplicable : .unpinned
  }
}

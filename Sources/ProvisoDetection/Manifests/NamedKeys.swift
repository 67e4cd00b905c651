internal import ProvisoCore
internal import ProvisoText

/// Keys of cards that are not the hub's and say what a model was made from all the same, where their value is an id of the hub:
/// `finetuned_from: meta-llama/Llama-3.1-8B`; and tags that name a line of models.
enum NamedKeys {
  private static let keys: KeyValuePairs<String, Relation?> = [
    "finetuned_from": .finetune, "finetuned_from_model": .finetune, "fine_tuned_from": .finetune,
    "base_model_name": nil, "base_model_id": nil, "basemodel": nil, "parent_model": nil, "original_model": nil,
    "source_model": nil, "quantized_from": .quantized, "converted_from": .converted, "distilled_from": .distilled,
    "teacher_model": .distilled, "teacher": .distilled,
  ]

  private static let mostBases = 64

  static func bases(of root: DataNode, _ input: DetectionInput) -> [DeclaredBase] {
    var bases: [DeclaredBase] = []
    for (key, relation) in keys {
      for (text, node) in root.everyValue(like: key).flatMap(\.stringsWithNodes) {
        guard bases.count < mostBases, text.contains("/"), let model = BaseName.model(in: text, mayHaveFile: true),
          !bases.contains(where: { $0.model == model })
        else { continue }
        bases.append(DeclaredBase(model: model, relation: relation, location: input.location(of: node)))
      }
    }
    return bases
  }

  /// Whether a tag names a line with its edition: `llama-3.1`, `gemma2`. `llama` alone is an architecture.
  static func isLine(_ tag: String) -> Bool {
    guard tag.utf8.count <= 40, tag.utf8.contains(where: ASCII.isDigit), !tag.contains(":"), !tag.contains("/") else {
      return false
    }
    let tag = ASCII.lowercased(tag)
    return lines.contains { line in
      tag.hasPrefix(line) && tag.dropFirst(line.utf8.count).first.map { !$0.isLetter } ?? false
    }
  }

  private static let lines = [
    "llama", "meta-llama", "codellama", "code-llama", "gemma", "codegemma", "medgemma", "paligemma", "aya", "command-r",
    "codestral", "exaone", "flux", "stable-diffusion", "sd", "falcon", "opt",
  ]
}

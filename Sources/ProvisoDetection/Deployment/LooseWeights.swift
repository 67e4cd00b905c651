internal import ProvisoCore

/// Weights that a command is given without an option: `adb push gemma-2b.gguf /data/local/tmp`, `./main llama-3-8b.Q4_0.gguf`.
enum LooseWeights {
  /// Whether the word is a file of weights of a family that is known. Behind an option it may be one that is written, which
  /// ``WeightOptions`` knows, and beside a model of the hub it is a file of that.
  static func isOne(_ words: [CommandWord], _ index: Int, besideHub: Bool) -> Bool {
    let text = words[index].text
    guard index > 0, WeightNames.isFile(text), let first = words.first?.commandName,
      !CommandTable.fileCommands.contains(first), !keepers.contains(first), !writes(words[index - 1].text), !besideHub
    else { return false }
    let name = ModelWords(FilePath(text).name)
    return name.hasStrongFamily && (name.hasSize || WeightNames.isSure(text))
  }

  /// Commands to which weights are files like others.
  private static let keepers: Set<String> = ["for", "git", "sha256sum", "md5sum", "zip"]

  /// What stands before a file that is written, and an option of which it is the value.
  private static func writes(_ word: String) -> Bool {
    word.utf8.first == UInt8(ascii: ">") || word.utf8.first == UInt8(ascii: "-") && word != "--"
  }
}

/// Whether a command names a model of the hub: each of its models is looked at once, however often that is asked.
struct HubSearch {
  private var searched = 0
  private var isFound = false

  /// - Parameter found: the models of the command so far; more may have come since the last call.
  mutating func stands(in found: [ModelReference]) -> Bool {
    while !isFound, searched < found.count {
      isFound = found[searched].model.registry == .huggingface
      searched += 1
    }
    return isFound
  }
}

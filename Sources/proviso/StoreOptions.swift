internal import ArgumentParser
internal import ProvisoFiles

/// Stores of models on this machine, which `scan` reads when it is asked to: what lies in them differs from machine to machine,
/// and a report should not.
struct StoreOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Read the cards and license texts that this cache of the model hub has of the models found, such as ~/.cache/huggingface/hub. Not read by default: with it, the report depends on the machine.",
      valueName: "directory"))
  var hubCache: String?

  @Option(
    help: ArgumentHelp(
      "Read the licenses that this store of Ollama has of the models found, such as ~/.ollama/models. Not read by default.",
      valueName: "directory"))
  var ollamaStore: String?

  @Flag(
    help: ArgumentHelp(
      "Read both from their usual places, where they are there: HF_HUB_CACHE, HF_HOME/hub or ~/.cache/huggingface/hub, and OLLAMA_MODELS or ~/.ollama/models."
    ))
  var localStores = false

  func validate() throws {
    if hubCache?.isEmpty == true { throw ValidationError("--hub-cache needs a directory.") }
    if ollamaStore?.isEmpty == true { throw ValidationError("--ollama-store needs a directory.") }
  }

  /// The one that was asked for, there or not; with `--local-stores` the usual one, where it is there.
  var hubCacheDirectory: String? {
    hubCache
      ?? usual([
        variable("HF_HUB_CACHE"), variable("HUGGINGFACE_HUB_CACHE"), variable("HF_HOME").map { "\($0)/hub" },
        variable("XDG_CACHE_HOME").map { "\($0)/huggingface/hub" },
        variable("HOME").map { "\($0)/.cache/huggingface/hub" },
      ])
  }

  var ollamaDirectory: String? {
    ollamaStore ?? usual([variable("OLLAMA_MODELS"), variable("HOME").map { "\($0)/.ollama/models" }])
  }

  /// The first place that is named counts, as it does for those who write there.
  private func usual(_ places: [String?]) -> String? {
    guard localStores, let place = places.lazy.compactMap({ $0 }).first else { return nil }
    return FileSystem.type(of: place) == .directory ? place : nil
  }

  private func variable(_ name: String) -> String? {
    Terminal.environment(name).flatMap { $0.isEmpty ? nil : $0 }
  }
}

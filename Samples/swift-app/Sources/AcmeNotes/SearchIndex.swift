import Foundation
import Hub
import MLXEmbedders

/// Finds notes by meaning.
struct SearchIndex {
  let folder: URL

  static func load() async throws -> SearchIndex {
    let folder = try await HubApi.shared.snapshot(
      from: "BAAI/bge-small-en-v1.5", revision: "5c38ec7c405ec4b44b94cc5a9bb96e735b38267a",
      matching: ["*.safetensors", "*.json"])
    return SearchIndex(folder: folder)
  }
}

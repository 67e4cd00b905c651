/// A list of models that the catalog is made from.
package struct CatalogList: Sendable, Hashable {
  /// How much a list's word counts: a list is never overruled by one further down.
  package enum Trust: Int, Sendable, Hashable, Comparable {
    /// The hub's own data.
    case hub
    /// A package that publishers ship.
    case publisher
    /// Drawn from the hub once, and not looked after since.
    case copied
    /// Typed by third parties, who disagree with the hub too often to be heard beside it.
    case thirdParty

    package static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
  }

  /// The name of its file in the catalog's folder, without extension.
  package var name: String
  /// The day, month or year it was made; empty where nothing says so.
  package var date: String
  package var trust: Trust
  /// The value of `namespace` of the rows that are read.
  package var namespace: String
  /// What stands before a colon and the ids of these rows in the table; empty for ids of the hub.
  package var registry: String

  private init(
    _ name: String, _ date: String, _ trust: Trust, namespace: String = "huggingface", registry: String = ""
  ) {
    self.name = name
    self.date = date
    self.trust = trust
    self.namespace = namespace
    self.registry = registry
  }

  /// The lists that speak of models of the hub, the most trusted first and among equals the newest.
  package static let ofHub: [CatalogList] = [
    CatalogList("hf-trending-2026-09-partial", "2026-09-15", .hub),
    CatalogList("hf-cards-seen-2026-11", "2026-11-21", .hub),
    CatalogList("ai-nexus-2025-12", "2025-12", .hub),
    CatalogList("hf-open-models-2025-10", "2025-10-03", .hub),
    CatalogList("hf-model-trees-2025-04", "2025-04", .hub),
    CatalogList("hf-top-downloads-2024-12", "2024-12-13", .hub),
    CatalogList("timm-1.0.31", "2026", .publisher),
    CatalogList("unsloth-mapper-2026.10.9", "2026-10", .publisher),
    CatalogList("lollms-models-zoo-2025-05", "2025-05", .copied),
    CatalogList("open-llm-leaderboard-v1", "2024", .copied),
    CatalogList("open-llm-leaderboard-v2", "2025-06", .copied),
    CatalogList("peatmoss-2023", "2023", .copied),
    // The hub's own, and so old that what was copied since knows of licenses changed.
    CatalogList("hf-icse23-2022-06", "2022-06", .hub),
    CatalogList("hf-lineage-2025-06", "2025-06-18", .copied),
    CatalogList("open-model-license-index-2026-08", "2026-08-22", .thirdParty),
    CatalogList("localai-gallery-2026-08", "2026-08-22", .thirdParty),
    CatalogList("mteb-2.26.24", "2026-10", .thirdParty),
    CatalogList("fastembed-0.9.1", "2026-10", .thirdParty),
    CatalogList("osai-index-2026-06", "2026-06-12", .thirdParty),
    CatalogList("open-llms-2025-02", "2025-02-12", .thirdParty),
    CatalogList("model-openness-tool-2026-05", "2026-05-11", .thirdParty),
    CatalogList("opening-up-chatgpt-2025-03", "2025-03-11", .thirdParty),
    CatalogList("ecosystem-graphs-2025-01", "2025-01-24", .thirdParty),
    CatalogList("llmfit-2026-05", "2026-05-12", .thirdParty),
  ]

  /// The lists that speak of models of other registries.
  package static let ofRegistries: [CatalogList] = [
    CatalogList("timm-1.0.31", "2026", .publisher, namespace: "timm", registry: "timm"),
    CatalogList("spacy-models-2025-05", "2025-05-27", .publisher, namespace: "spacy", registry: "spacy"),
    CatalogList("docker-model-cards-2026-02", "2026-02-11", .publisher, namespace: "docker", registry: "docker"),
    CatalogList("tfhub-2024-03", "2024-03-18", .publisher, namespace: "tfhub", registry: "tfhub"),
    CatalogList("coqui-tts-0.28.0", "2026-10", .publisher, namespace: "coqui", registry: "coqui"),
    CatalogList("open-model-zoo-2026-08", "2026-08-19", .publisher, namespace: "openvino", registry: "openvino"),
    CatalogList("ramalama-0.25.0-shortnames", "2026-09", .publisher, namespace: "ramalama", registry: "ramalama"),
    CatalogList("localai-gallery-2026-08", "2026-08-22", .thirdParty, namespace: "localai", registry: "localai"),
  ]

  /// The name under which the majorities of publishers stand, drawn from the other lists.
  static let publishers = "majority of the publisher's models"

  /// What the labels of a model's copies say of it, where no list speaks of the model itself.
  static let copies = CatalogList("labels of its copies", "2025-10", .thirdParty)

  /// The list of that name; nil where there is none.
  package static func named(_ name: String) -> CatalogList? { byName[name] }

  private static let byName = Dictionary(
    (ofHub + ofRegistries + [copies]).map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
}

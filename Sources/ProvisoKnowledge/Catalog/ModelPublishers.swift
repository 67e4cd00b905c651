/// Accounts of the hub that say something by who they are.
package enum ModelPublishers {
  /// They republish models of others in other shapes, under the licenses of those.
  package static let repackagers: Set<String> = [
    "bartowski", "casperhansen", "ggml-org", "gghfez", "lewdiculous", "lmstudio-community", "lonestriker",
    "maziyarpanahi",
    "mlc-ai", "mlx-community", "mradermacher", "neuralmagic", "nm-testing", "nousresearch", "onnx-community",
    "openvino",
    "prunaai", "qdrant", "quantfactory", "redhatai", "richarderkhov", "second-state", "tensorblock", "thebloke",
    "unsloth",
    "xenova", "ai-modelscope", "llm-research", "cyankiwi", "cpatonn", "backyardai", "featherless-ai-quants",
  ]

  /// Who wrote licenses for anybody's works: the `publisher` of their records.
  static let stewards: Set<String> = [
    "Apache", "BigCode", "BigScience", "Creative Commons", "Eclipse Foundation", "Etalab", "European Commission",
    "Free Software Foundation", "Freedom of Development Project", "LaTeX3 Project", "Lawrence Rosen",
    "Linux Foundation", "Mozilla Foundation", "National University of Singapore", "Open Data Commons", "OpenMDW",
    "Perl Foundation", "Robin Rombach, Patrick Esser and contributors", "SIL", "licenses.ai",
  ]
}

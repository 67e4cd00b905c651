/// The identifiers of licenses that the Hugging Face hub has, of those that name one text: whatever else is declared there as `other`.
package enum HubLicenseIdentifiers {
  package static let all: Set<String> = [
    "apache-2.0", "mit", "bigscience-openrail-m", "creativeml-openrail-m", "bigscience-bloom-rail-1.0",
    "bigcode-openrail-m", "afl-3.0", "artistic-2.0",
    "bsl-1.0", "bsd-2-clause", "bsd-3-clause", "bsd-3-clause-clear", "c-uda", "cc0-1.0", "cc-by-2.0", "cc-by-2.5",
    "cc-by-3.0", "cc-by-4.0", "cc-by-sa-3.0", "cc-by-sa-4.0", "cc-by-nc-2.0", "cc-by-nc-3.0", "cc-by-nc-4.0",
    "cc-by-nd-4.0",
    "cc-by-nc-nd-3.0", "cc-by-nc-nd-4.0", "cc-by-nc-sa-2.0", "cc-by-nc-sa-3.0", "cc-by-nc-sa-4.0", "cdla-sharing-1.0",
    "cdla-permissive-1.0", "cdla-permissive-2.0",
    "wtfpl", "ecl-2.0", "epl-1.0", "epl-2.0", "etalab-2.0", "eupl-1.1", "eupl-1.2", "agpl-3.0",
    "gfdl", "gpl-2.0", "gpl-3.0", "lgpl-2.1", "lgpl-3.0", "isc", "h-research", "intel-research",
    "lppl-1.3c", "ms-pl", "apple-ascl", "apple-amlr", "mpl-2.0", "odc-by", "odbl", "openmdw-1.0",
    "openmdw-1.1", "openrail++", "osl-3.0", "postgresql", "ofl-1.1", "ncsa", "unlicense", "zlib",
    "pddl", "lgpl-lr", "deepfloyd-if-license", "fair-noncommercial-research-license", "llama2", "llama3", "llama3.1",
    "llama3.2",
    "llama3.3", "llama4", "grok2-community", "gemma",
  ]

  /// The identifiers that name a family of texts, or none.
  package static let unspecific: Set<String> = ["openrail", "bsd", "cc", "gpl", "lgpl", "unknown", "other"]
}

extension License {
  /// What a card says in `license` for this text; nil where the hub has no word for it.
  package var hubIdentifier: String? {
    ([id] + aliases).first(where: HubLicenseIdentifiers.all.contains)
  }
}

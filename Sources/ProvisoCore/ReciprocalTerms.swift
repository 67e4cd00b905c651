/// What copyleft and share-alike licenses say of other licenses, where their records have no field for it. Each line rests on
/// the clause named beside it, read in the text; what is not in the tables is not claimed.
package enum ReciprocalTerms {
  /// Other licenses under which a derivative of the license may stand.
  package static func compatible(with license: License) -> Set<String> { compatible[license.id] ?? [] }

  /// The clause by which a license bars conditions beyond its own; nil where none is known.
  package static func barFurtherRestrictions(_ license: License) -> String? { bars[license.id] }

  /// The clause by which the source goes along with what is handed out; nil where none is known.
  package static func source(_ license: License) -> String? { sources[license.id] }

  private static let sources: [String: String] = ["agpl-3.0": "6", "gpl-2.0": "3", "gpl-3.0": "6"]

  private static let compatible: [String: Set<String>] = [
    // 9: a later version where the licensor says so, any where no version is named. 3.0's clause 13 leads on to the AGPL.
    "gpl-2.0": ["gpl-3.0", "agpl-3.0"],
    // 13: combination with works under the AGPL 3.0.
    "gpl-3.0": ["agpl-3.0"],
    // 2(b): conveyed under the GNU GPL.
    "lgpl-3.0": ["gpl-3.0", "agpl-3.0"],
    // 1.12 and 3.3: the secondary licenses.
    "mpl-2.0": ["gpl-2.0", "gpl-3.0", "lgpl-3.0", "agpl-3.0"],
    // 1 and 3.2(a)(ii): the GPL 2.0 or later, where the first contributor's notice says so.
    "epl-2.0": ["gpl-2.0", "gpl-3.0", "agpl-3.0"],
    // 1(c): the licenses on Creative Commons' list of compatible ones.
    "cc-by-sa-4.0": ["gpl-3.0"],
    // 5, with the list in the appendix.
    "eupl-1.2": ["gpl-2.0", "gpl-3.0", "agpl-3.0", "lgpl-3.0", "osl-3.0", "epl-2.0", "mpl-2.0"],
    // Alternatives.
    "fair-ai-public-license-1.0": ["agpl-3.0"],
  ]

  private static let bars: [String: String] = [
    "agpl-3.0": "7; 10",
    "cc-by-nc-sa-4.0": "2(a)(5)(C)",
    "cc-by-sa-4.0": "2(a)(5)(C)",
    "eupl-1.2": "5 (Copyleft clause)",
    "gfdl": "2",
    "gpl-2.0": "6",
    "gpl-3.0": "7; 10",
    "lgpl-lr": "7",
    "odbl": "4.7(a)",
    "ofl-1.1": "5",
  ]
}

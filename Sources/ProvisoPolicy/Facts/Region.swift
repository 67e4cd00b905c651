/// Countries by ISO 3166-1 alpha-2 code, and the unions of them that licenses name.
package enum Region {
  package static let countries: [String] = codes.split(whereSeparator: \.isWhitespace).map(String.init(_:))

  /// The names that stand for several countries.
  package static let unions: [String] = ["EU", "EEA"]

  /// True where `country` is `region` or lies in it.
  package static func isMember(_ country: String, of region: String) -> Bool {
    country == region || members(of: region).contains(country)
  }

  /// True where two regions have a country in common; each is a country, `EU` or `EEA`.
  package static func overlaps(_ one: String, _ other: String) -> Bool {
    one == other || !countries(in: one).isDisjoint(with: countries(in: other))
  }

  /// The countries that `region` stands for: its members, or itself.
  package static func countries(in region: String) -> Set<String> {
    let members = members(of: region)
    return members.isEmpty ? [region] : members
  }

  private static func members(of region: String) -> Set<String> {
    switch region {
    case "EU": europeanUnion
    case "EEA": europeanEconomicArea
    default: []
    }
  }

  /// The 27 member states, and the parts of them with a code of their own where the treaties apply
  /// (Article 355 TFEU: the outermost regions and Åland).
  private static let europeanUnion: Set<String> = [
    "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE", "IT", "LV", "LT", "LU", "MT",
    "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE", "AX", "GF", "GP", "MF", "MQ", "RE", "YT",
  ]

  private static let europeanEconomicArea = europeanUnion.union(["IS", "LI", "NO"])

  /// What people write for countries whose code is another, in capitals.
  static let commonMistakes: [String: String] = [
    "UK": "GB", "EL": "GR", "USA": "US", "AUSTRALIA": "AU", "AUSTRIA": "AT", "BELGIUM": "BE", "BRAZIL": "BR",
    "CANADA": "CA",
    "CHINA": "CN", "DENMARK": "DK", "FINLAND": "FI", "FRANCE": "FR", "GERMANY": "DE", "INDIA": "IN", "IRELAND": "IE",
    "ISRAEL": "IL", "ITALY": "IT", "JAPAN": "JP", "MEXICO": "MX", "NETHERLANDS": "NL", "NORWAY": "NO", "POLAND": "PL",
    "PORTUGAL": "PT", "SINGAPORE": "SG", "SOUTH KOREA": "KR", "SPAIN": "ES", "SWEDEN": "SE", "SWITZERLAND": "CH",
    "TAIWAN": "TW", "UNITED KINGDOM": "GB", "UNITED STATES": "US",
  ]

  private static let codes = """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC
    CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD
    GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH
    KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW
    MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC
    SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY
    UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
    """
}

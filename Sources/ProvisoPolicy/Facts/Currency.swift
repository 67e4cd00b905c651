/// The currency codes of ISO 4217 that money is paid in (no precious metals, no units of account).
package enum Currency {
  /// What an amount without a currency is in.
  package static let assumed = "USD"

  /// Currencies of which one unit has been worth less than ten of any other, and more than a tenth, in all of this century.
  static let ofLikeUnits: Set<String> = ["AUD", "CAD", "CHF", "EUR", "GBP", "NZD", "SGD", "USD"]

  package static let all: [String] = codes.split(whereSeparator: \.isWhitespace).map(String.init(_:))

  private static let codes = """
    AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP
    CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR
    ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT
    MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD
    SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES
    VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG
    """
}

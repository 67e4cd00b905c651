/// The facts that a policy states about the organization: the one table that the policy reader, the command line, the
/// editor schema and the documentation use.
package enum FactName: String, Sendable, Hashable, CaseIterable {
  case commercial
  case monthlyActiveUsers = "monthly_active_users"
  case productMonthlyActiveUsers = "product_monthly_active_users"
  case annualRevenue = "annual_revenue"
  case productMonthlyRevenue = "product_monthly_revenue"
  case totalFunding = "total_funding"
  case headquarters
  case regionsServed = "regions_served"
  case distributesWeights = "distributes_weights"
  case distributesProduct = "distributes_product"
  case servesOverNetwork = "serves_over_network"
  case modelAsAService = "model_as_a_service"
  case fineTunes = "fine_tunes"
  case trainsOtherModelsOnOutputs = "trains_other_models_on_outputs"
  case trainsFoundationModels = "trains_foundation_models"
  case openSourceProduct = "open_source_product"
  case industries
  case uses

  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// `true` or `false`.
    case boolean
    /// A whole number, or a list of `{as_of, value}`.
    case count
    /// A whole number of US dollars, or `{amount, currency, as_of}`.
    case money
    /// An ISO 3166 alpha-2 code.
    case country
    /// A list of ISO 3166 alpha-2 codes, `EU`, `EEA`.
    case regions
    /// A list of words of the restriction vocabulary.
    case words
  }

  /// Those by which somebody uses a model, or what is made with it, who is served somewhere.
  static let reachingUsers: [Self] = [.servesOverNetwork, .distributesProduct, .distributesWeights]

  package var kind: Kind { row.kind }

  /// What the fact says and in which unit, as the documentation prints it.
  package var meaning: String { row.meaning }

  private var row: (kind: Kind, meaning: String) {
    switch self {
    case .commercial:
      (.boolean, "use primarily for commercial advantage or payment, in products or inside the business")
    case .monthlyActiveUsers:
      (.count, "persons per calendar month, all products, affiliates included")
    case .productMonthlyActiveUsers:
      (.count, "persons per calendar month, the product that this context describes")
    case .annualRevenue:
      (.money, "per year, all products, affiliates included")
    case .productMonthlyRevenue:
      (.money, "per month, the product of this context")
    case .totalFunding:
      (.money, "raised so far from anybody, equity and debt together")
    case .headquarters:
      (.country, "principal place of business; EU, EEA and the like are derived")
    case .regionsServed:
      (.regions, "where users are; an empty list where there are none")
    case .distributesWeights:
      (.boolean, "publishes or hands over weights, modified or not")
    case .distributesProduct:
      (.boolean, "ships something that contains weights (an app with a bundled model)")
    case .servesOverNetwork:
      (.boolean, "users reach the model through a service")
    case .modelAsAService:
      (
        .boolean,
        "it or an affiliate gives others access to language models or their tuning as a service; a product with a model in its features is none"
      )
    case .fineTunes:
      (.boolean, "makes derivatives")
    case .trainsOtherModelsOnOutputs:
      (.boolean, "uses outputs to train or distill models of another family")
    case .trainsFoundationModels:
      (.boolean, "builds models, or offers products, that compete with the publisher's")
    case .openSourceProduct:
      (.boolean, "the product's own source is offered under a compatible open license")
    case .industries:
      (.words, "the industries worked in, in words of the restriction vocabulary")
    case .uses:
      (.words, "what models are used for, in words of the restriction vocabulary")
    }
  }
}

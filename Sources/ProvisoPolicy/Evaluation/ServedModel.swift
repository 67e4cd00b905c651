internal import ProvisoCore

/// An open-weight model that is called at a service and never had: who calls Amazon Bedrock agrees with the service, and through it
/// with the publisher, on terms that may allow what the license of the weights does not.
///
/// So what that license says asks for a review and denies nothing, unless the policy gives the rule a level of its own.
enum ServedModel {
  static let remark =
    "It is called at a service, whose own terms with the publisher may allow it: hold the use against those."

  /// Whether the rule is about duties and uses (AIL2xx, AIL3xx) and the model one of a service.
  static func limits(_ rule: String, _ model: ModelName?) -> Bool {
    model?.registry == .bedrock && (rule.hasPrefix("AIL2") || rule.hasPrefix("AIL3"))
  }
}

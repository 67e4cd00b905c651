/// What a license text covers, by the name of its file and the texts beside it.
package enum LicenseTextSubject: String, Sendable, Hashable, CaseIterable {
  /// `LICENSE`: whatever lies there.
  case unstated
  /// `LICENSE-CODE`, and in a resolved model every text that was set aside as that of the code.
  case code
  /// `LICENSE-MODEL`, `MODEL_LICENSE`, `LICENSE.weights`: the weights.
  case model
}

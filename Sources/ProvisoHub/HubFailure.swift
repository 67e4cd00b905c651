/// Why the hub gave no answer about a model.
package enum HubFailure: Error, Hashable, Sendable {
  /// After so many seconds.
  case timedOut(Int)
  case notConnected(String)
  case closed
  case garbled
  /// In bytes.
  case tooLarge(Int)
  case status(Int)
  /// The hub asks to wait for so many seconds; nil where it does not say.
  case tooManyRequests(wait: Int?)
  case notJSON(String)
  /// What follows "the answer".
  case malformed(String)
  case redirect(String)
  /// 401 or 403, and whether a token went along.
  case refused(Int, withToken: Bool)
  /// 401 or 403 for a model whose terms have to be accepted first.
  case gated(Int, withToken: Bool)
  /// The hub has no such model, or none that who asks may know of.
  case notThere(withToken: Bool)
  /// The hub has the model and no such revision.
  case noRevision
  /// The run had asked as often as it may, or for as long.
  case limit(String)
  /// The hub had failed for so many models in a row.
  case givenUp(Int)
  case cancelled

  /// What follows "the model hub gave no answer: ".
  package var reason: String {
    switch self {
    case .timedOut(let seconds): "it did not answer within \(seconds) seconds"
    case .notConnected(let why): "no connection (\(why))"
    case .closed: "the connection was closed before the answer was whole"
    case .garbled: "what came was no HTTP"
    case .tooLarge(let limit): "the answer is longer than \(limit) bytes"
    case .status(let status): "it answered with the status \(status)"
    case .tooManyRequests(let wait):
      "it had too many requests (status 429)" + (wait.map { " and asks to wait for \($0) seconds" } ?? "")
    case .notJSON(let type): "it answered with \(type), not with JSON"
    case .malformed(let words): "the answer \(words)"
    case .redirect(let words): words
    case .refused(let status, let withToken):
      withToken
        ? "it refused the token in HF_TOKEN (status \(status))"
        : "it asks who wants to know (status \(status)); set HF_TOKEN"
    case .gated(let status, let withToken):
      withToken
        ? "the terms of the model have not been accepted by the owner of HF_TOKEN (status \(status))"
        : "the model is shown only to those who have accepted its terms (status \(status)); set HF_TOKEN"
    case .notThere(let withToken):
      withToken
        ? "it has no model of that name" : "it has no model of that name, or shows it only to some; set HF_TOKEN"
    case .noRevision: "it has no such revision of the model"
    case .limit(let words): words
    case .givenUp(let count): "it had failed for the \(count) models asked before"
    case .cancelled: "the run was ended"
    }
  }

  /// Whether the same request may be answered a moment later.
  var isPassing: Bool {
    switch self {
    case .timedOut, .notConnected, .closed, .garbled, .tooManyRequests: true
    case .status(let status): [408, 425, 500, 502, 503, 504].contains(status)
    default: false
    }
  }

  /// Whether this is an answer after all: the hub was reached and has no such thing. It may be kept for a while.
  package var isAnswer: Bool {
    switch self {
    case .notThere, .noRevision: true
    default: false
    }
  }
}

internal import ProvisoCore

/// A name that several models go by, under different licenses: `vicuna-13b`, `qwen2.5-instruct`.
///
/// Every license among them is held against the facts, so the answer is never freer than that of one of them. What binds some of the
/// models only asks for a review and is no certain violation.
enum AmbiguousName {
  /// A model that the name may mean and that is not bound so; nil where all are, and where the name says which it is.
  static func other(_ model: ResolvedModel?, _ license: String?) -> String? {
    guard let model, let license, !model.license.meant.isEmpty else { return nil }
    let barsCommerce = model.license.meant.flatMap(\.licenses).contains {
      $0.id == license && $0.terms.commercialUse.value == .no
    }
    return model.license.meant.first { meant in
      // Of one about which nothing is known, nobody can say that it is free of it.
      !meant.licenses.isEmpty
        && !meant.licenses.contains {
          $0.id == license || barsCommerce && $0.terms.commercialUse.value == .no
        }
    }?.id
  }

  static func remark(_ other: String) -> String {
    "The name may be that of \(other), too, which is not under this license: write out which model is meant."
  }
}

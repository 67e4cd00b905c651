import ProvisoText

/// The license that is taken of an expression that leaves a choice.
package struct LicenseChoice: Sendable, Hashable {
  /// Normalized, as `MIT OR Apache-2.0`.
  package var expression: String
  package var license: String
  package var reason: String?
  package var origin: PolicyOrigin

  package init(expression: String, license: String, reason: String? = nil, origin: PolicyOrigin) {
    self.expression = expression
    self.license = license
    self.reason = reason
    self.origin = origin
  }
}

/// `choices`: which license is taken where an expression offers several.
enum ChoicesSection {
  static func choices(_ node: DataNode?, in reading: PolicyReading) -> [LicenseChoice] {
    reading.list("choices", node).compactMap { item in
      guard let mapping = MappingReader(item, as: PolicySchema.choice, "a choice", in: reading) else { return nil }
      let license = reading.license("license", mapping["license"])
      let reason = reading.text("reason", mapping["reason"])
      guard let node = mapping["expression"], let text = reading.text("expression", node) else { return nil }
      let parsed: SPDXExpression
      do {
        parsed = try SPDXExpression(parsing: text)
      } catch {
        reading.error("`expression`: \(Quoted.text(text)) is no license expression", at: node.range)
        return nil
      }
      guard let license else { return nil }
      let offered = parsed.leaves.map(\.id)
      guard let choices = parsed.choices, choices.count > 1,
        offered.contains(where: { $0.lowercased() == license.lowercased() }), let place = mapping["license"]
      else {
        reading.error(
          "`license`: \(Quoted.text(license)) is no choice of \(Quoted.text(text))",
          at: mapping["license"]?.range ?? node.range, hint: "it offers \(Quoted.choice(offered))")
        return nil
      }
      reading.place("choices.\(parsed.normalized)", at: place.range)
      return LicenseChoice(
        expression: parsed.normalized, license: license, reason: reason, origin: reading.origin(of: place))
    }
  }
}

import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoPolicy

/// One row of a rule's table.
struct RuleCase: Sendable, CustomTestStringConvertible {
  let name: String
  let subject: Subject
  /// In the form of ``verdicts(_:_:)``.
  let verdicts: [String]

  init(_ name: String, _ subject: Subject, _ verdicts: String...) {
    self.name = name
    self.subject = subject
    self.verdicts = verdicts
  }

  var testDescription: String { name }
}

/// `violated error llama2 2` (level, license, clause), `satisfied`, `not applicable`, `undetermined commercial, headquarters`.
func verdicts(_ rule: any Rule, _ subject: Subject) -> [String] {
  verdicts(rule, rule.evaluate(subject))
}

func verdicts(_ rule: any Rule, _ outcomes: [Outcome]) -> [String] {
  outcomes.map { outcome in
    switch outcome {
    case .satisfied: "satisfied"
    case .notApplicable: "not applicable"
    case .undetermined(let question): "undetermined " + question.facts.map(\.rawValue).joined(separator: ", ")
    case .violated(let violation):
      ["violated", (violation.level ?? rule.description.level).rawValue, violation.license, violation.clause]
        .compactMap(\.self).joined(separator: " ")
    }
  }
}

func messages(_ rule: any Rule, _ subject: Subject) -> [String] {
  violations(rule.evaluate(subject)).map(\.message)
}

func violations(_ outcomes: [Outcome]) -> [Violation] {
  outcomes.compactMap { if case .violated(let violation) = $0 { violation } else { nil } }
}

/// The sentences of the questions that a rule leaves open.
func questions(_ rule: any Rule, _ subject: Subject) -> [String] {
  rule.evaluate(subject).compactMap { if case .undetermined(let question) = $0 { question.question } else { nil } }
}

// MARK: - Models

extension ResolvedModel {
  /// A model whose catalog entry names `licenses`; several of them are a conflict.
  static func hub(
    _ id: String, _ licenses: License..., from source: ClaimSource = .catalog, bases: [LineageEdge] = [],
    at references: [ModelReference] = []
  ) -> Self {
    Self(
      name: .huggingFace(id), role: .used, references: references, license: .concluded(licenses, from: source),
      lineage: bases)
  }

  /// A folder of the tree whose card names `licenses`; without any, what its bases are under.
  static func folder(
    _ path: String, _ licenses: License..., bases: [LineageEdge] = [], names: [String] = [],
    at references: [ModelReference] = []
  ) -> Self {
    let card = Location(path: "\(path == "." ? "" : "\(path)/")README.md", line: 2)
    let inherited = bases.flatMap(\.license.candidates)
    return Self(
      name: .local(path), role: .published,
      references: references,
      license: licenses.isEmpty
        ? .concluded(inherited, from: .base) : .concluded(licenses, from: .modelCard, at: card),
      lineage: bases, declaredNames: names.map { DeclaredName(name: $0, location: card) })
  }
}

extension ResolvedModel {
  /// This model, said to be one's own.
  var calledOwn: Self {
    var model = self
    model.isCalledOwn = true
    return model
  }

  /// This model with texts beside it that are word for word those of `licenses`.
  func with(texts licenses: String...) -> Self {
    var model = self
    model.licenseTexts = licenses.map { license in
      DeclaredLicense(
        tag: license, location: Location(path: "LICENSE.\(license)"),
        recognition: LicenseRecognition(license: license, isUsePolicy: false, similarity: 1, differences: []))
    }
    return model
  }

  /// A folder of the tree whose card names a license of which no terms are on file.
  static func folder(_ path: String, labelled name: String, bases: [LineageEdge]) -> Self {
    var model = Self.folder(path, bases: bases)
    model.license = .without(terms: (name, .named))
    return model
  }
}

extension LicenseConclusion {
  static func concluded(_ licenses: [License], from source: ClaimSource, at location: Location? = nil) -> Self {
    let candidates = licenses.sorted { ($1.category, $0.id) < ($0.category, $1.id) }
    let claims = licenses.map { license in
      Claim(
        license: license.id, kind: .record, source: source, evidence: "the \(source.rawValue) says \"\(license.id)\"",
        location: location)
    }
    return Self(
      concluded: candidates.first?.id, expression: candidates.first?.spdx, category: candidates.first?.category,
      state: licenses.isEmpty ? .absent : licenses.count > 1 ? .conflict : .known, confidence: .high, claims: claims,
      candidates: candidates)
  }

  /// What is held where nothing that was heard has terms on file.
  static func without(terms claims: (String, ClaimKind)..., remark: String? = nil) -> Self {
    Self(
      state: claims.isEmpty ? .absent : .unknown,
      claims: claims.map { words, kind in
        Claim(license: words, kind: kind, source: .modelCard, evidence: "the card says \"\(words)\"")
      }, remark: remark)
  }
}

func base(_ id: String, _ license: License, _ relation: Relation? = nil, depth: Int = 1) -> LineageEdge {
  LineageEdge(
    relation: relation, base: .huggingFace(id), license: .concluded([license], from: .catalog),
    evidence: "README.md:3 names it as base", location: Location(path: "README.md", line: 3), depth: depth)
}

func reference(
  _ path: String, line: Int = 1, column: Int = 1, role: Role = .used, revision: Revision = .notApplicable,
  scope: Scope = .production, kind: ReferenceKind = .code, derivative: String? = nil
) -> ModelReference {
  ModelReference(
    model: .huggingFace("as/written"), revision: revision, location: Location(path: path, line: line, column: column),
    asWritten: "as/written", kind: kind, role: role, scope: scope, derivative: derivative)
}

// MARK: - Facts and policies

extension Facts {
  /// Facts as on the command line, stated in line 5 of `proviso.yaml`.
  static func stating(_ arguments: String...) -> Self { stating(arguments) }

  static func stating(_ arguments: [String]) -> Self {
    var facts = Self()
    for argument in arguments {
      do throws(ValueProblem) {
        let fact = try FactArgument.parse(argument)
        facts.state(fact.name, fact.value, origin: .fixture)
      } catch {
        Issue.record("\(argument): \(error.message)")
      }
    }
    return facts
  }

  /// These facts, and a number of users that changed: `("2024-05", 1_000)`.
  func with(_ name: FactName, _ history: (String, Int)...) -> Self {
    var facts = self
    let entries = history.map { date, value in
      CountHistory.Entry(asOf: try? CalendarDate(parsing: date), value: value)
    }
    facts.state(name, .count(CountHistory(entries)), origin: .fixture)
    return facts
  }
}

extension PolicyOrigin {
  static let fixture = Self(path: "proviso.yaml", line: 5)
}

extension PathPatterns {
  static func paths(_ patterns: String...) -> Self {
    let globs = patterns.compactMap { try? Glob($0) }
    #expect(globs.count == patterns.count)
    return Self(patterns: patterns, globs: globs)
  }
}

extension PolicyContext {
  static func context(_ id: String, _ pattern: String, _ facts: Facts) -> Self {
    Self(id: id, paths: .paths(pattern), facts: facts, origin: .fixture)
  }
}

func day(_ text: String) throws -> CalendarDate { try CalendarDate(parsing: text) }

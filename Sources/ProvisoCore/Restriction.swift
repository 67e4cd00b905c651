/// The vocabulary for restrictions of use, shared by license records and the policy's `uses` and `industries` facts.
package enum Restriction {
  package static let all: [String] = [
    "unlawful-use", "harm-to-minors", "sexual-content", "violence-terrorism", "human-trafficking", "self-harm",
    "discrimination", "exploitation-of-vulnerabilities", "harassment-defamation", "disinformation", "impersonation",
    "undisclosed-machine-interaction", "undisclosed-generated-content", "automated-legal-decisions",
    "justice-law-enforcement", "immigration", "personal-data-misuse", "surveillance", "biometrics", "social-scoring",
    "manipulation", "medical-advice", "unlicensed-professional-practice", "military", "weapons", "nuclear", "espionage",
    "critical-infrastructure", "transportation", "controlled-substances", "illegal-weapons", "malware", "fraud-spam",
    "academic-dishonesty", "intellectual-property-infringement", "circumvention-of-safeguards", "political-campaigning",
    "gambling", "high-risk-use", "competing-models", "cryptocurrency", "harm-to-environment", "public-administration",
  ]
}

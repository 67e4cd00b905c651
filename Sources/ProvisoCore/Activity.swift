/// Words for what organizations do that no license bars by itself, so that a policy can say all of it among `uses` and `industries`,
/// each with the words of the restriction vocabulary that it falls under.
package enum Activity {
  /// What `word` says in the restriction vocabulary: itself where it is a word of that, nothing where nobody restricts it.
  package static func restrictions(of word: String) -> [String] {
    limited[word] ?? touching[word] ?? (free.contains(word) ? [] : [word])
  }

  /// In the order of the alphabet.
  package static let all: [String] = (Array(limited.keys) + Array(free)).sorted()

  private static let limited: [String: [String]] = [
    "adult-content": ["sexual-content"],
    "automotive": ["transportation"],
    "aviation": ["transportation"],
    "defense": ["military"],
    "energy": ["critical-infrastructure"],
    "health": ["medical-advice", "unlicensed-professional-practice"],
    "intelligence-services": ["espionage", "surveillance"],
    "legal-services": ["unlicensed-professional-practice"],
    "police": ["justice-law-enforcement"],
    "politics": ["political-campaigning"],
    "public-sector": ["public-administration"],
  ]

  /// Words of the vocabulary that fall under others, too: what bars the unlicensed practice of professions names medicine.
  private static let touching = ["medical-advice": ["medical-advice", "unlicensed-professional-practice"]]

  private static let free: Set<String> = [
    "agriculture", "analytics", "classification", "code-assist", "construction", "consulting", "content-moderation",
    "customer-chat", "document-processing", "education", "entertainment", "finance", "games", "hospitality",
    "human-resources", "image-generation", "insurance", "logistics", "manufacturing", "marketing", "media",
    "music-generation", "nonprofit", "real-estate", "recommendation", "research", "retail", "search",
    "software", "speech", "summarization", "telecommunications", "text-generation", "transcription", "translation",
    "travel", "video-generation",
  ]
}

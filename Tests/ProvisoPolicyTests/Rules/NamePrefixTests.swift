import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("The beginning of a name")
struct NamePrefixTests {
  @Test(
    "may vary in case and in what parts its words",
    arguments: [
      ("Llama 3.1 Acme", "Llama 3"), ("Llama-3_1-x", "Llama 3"), ("llama3-x", "Llama 3"), ("LLaMA3.1-8B", "Llama 3"),
      ("LLAMA_3", "Llama 3"), ("acme/Llama-3-x", "Llama 3"), ("Llama-3_1-x", "Llama"), ("llama", "Llama"),
      ("Llama-3-70B", "Llama 3"), ("Llama 3 8B", "Llama 3"), ("Llama3x", "Llama 3"),
      ("EXAONE-4.0-acme", "EXAONE"), ("🦙 Llama-Acme", "Llama"), ("acme/_Llama", "Llama"), ("exaone acme", "EXAONE"),
    ])
  func accepted(name: String, prefix: String) {
    #expect(NamePrefix.begins(name, with: prefix))
  }

  @Test(
    "must be at the beginning, and whole",
    arguments: [
      ("My-Llama-3", "Llama 3"), ("Meta-Llama-3-x", "Llama 3"), ("Llama-2-x", "Llama 3"), ("Llama", "Llama 3"),
      ("Lama 3", "Llama 3"), ("llama/acme", "Llama"),
      ("Llama-34B-acme", "Llama 3"), ("Llama 30", "Llama 3"), ("", "Llama"), ("ТLlama", "Llama"),
      ("🦙 Acme-Llama", "Llama"), ("悟空 Llama", "Llama"),
    ])
  func refused(name: String, prefix: String) {
    #expect(!NamePrefix.begins(name, with: prefix))
  }
}

import ProvisoCore
import ProvisoKnowledge
import Testing

@Suite("What is known of getting at models")
struct ModelAccessTests {
  @Test("has withdrawn models in any case, with the copy that is left and who tells of it")
  func withdrawals() throws {
    let entry = try #require(ModelAccess.withdrawal(of: "RunwayML/stable-diffusion-v1-5"))
    #expect(entry.id == "runwayml/stable-diffusion-v1-5")
    #expect(entry.successor == "stable-diffusion-v1-5/stable-diffusion-v1-5" && entry.date == "2024-09")
    #expect(ModelAccess.withdrawal(of: "decapoda-research/llama-7b-hf")?.successor == nil)
    #expect(ModelAccess.withdrawal(of: "stable-diffusion-v1-5/stable-diffusion-v1-5") == nil)
  }

  @Test("has gated lines and not their neighbors")
  func gates() {
    #expect(ModelAccess.gate(of: "meta-llama/Llama-3.2-1B-Instruct") != nil)
    #expect(ModelAccess.gate(of: "black-forest-labs/FLUX.1-dev") != nil)
    #expect(ModelAccess.gate(of: "black-forest-labs/FLUX.1-schnell") == nil)
    #expect(ModelAccess.gate(of: "acme/Llama-3.2-1B") == nil)
  }

  @Test("has the releases that were found to be open source AI")
  func releases() {
    #expect(ModelAccess.isOpenSourceAI("allenai/OLMo-7B") && ModelAccess.isOpenSourceAI("EleutherAI/pythia-70m"))
    #expect(!ModelAccess.isOpenSourceAI("meta-llama/Llama-2-7b-hf") && !ModelAccess.isOpenSourceAI("allenai/tulu-2-7b"))
  }

  @Test("names a source for each line", arguments: ["withdrawn", "gated", "osaid"])
  func sources(name: String) throws {
    for fields in try KnowledgeFiles.rows("\(KnowledgeFiles.models)/\(name).tsv") {
      let source = try #require(fields.last)
      #expect(
        ["https://github.com/", "https://huggingface.co/"].contains { source.hasPrefix($0) } || source.contains("2024"),
        "\(fields)")
      #expect(fields[0] == fields[0].lowercased())
    }
  }
}

import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("Constants of torchaudio that stand for weights")
struct TorchaudioBundlesTests {
  @Test(
    "found with their places",
    arguments: [
      ("import torchaudio\nb = torchaudio.pipelines.MMS_FA\n", ["2:26-32 torchhub torchaudio.pipelines.MMS_FA"]),
      (
        "import torchaudio\nb = torchaudio.pipelines.VOXPOPULI_ASR_BASE_10K_DE.get_model()",
        ["2:26-51 huggingface facebook/wav2vec2-base-10k-voxpopuli-ft-de"]
      ),
      (
        "from torchaudio.pipelines import MMS_FA as bundle, HUBERT_BASE",
        ["1:34-40 torchhub torchaudio.pipelines.MMS_FA", "1:52-63 torchhub torchaudio.pipelines.HUBERT_BASE"]
      ),
      // A class, a comment, and what other libraries have under that word.
      ("x = torchaudio.pipelines.Wav2Vec2FABundle\n# torchaudio.pipelines.MMS_FA", []),
      ("import acme\nb = acme.pipelines.MMS_FA", []), ("from torchaudio.pipelines import ", []),
    ])
  func found(text: String, expected: [String]) {
    let references = DetectorRunner().detect(path: FilePath("a.py"), bytes: Array(text.utf8)).references
    #expect(
      references.map { "\($0.location.outline) \($0.model.registry.rawValue) \($0.model.id)" }.sorted()
        == expected.sorted())
  }

  @Test("a name is told once, however many imports stand before it on its line", .timeLimit(.minutes(1)))
  func imports() {
    let line = "import torchaudio\n" + String(repeating: "from torchaudio.pipelines import A_B; ", count: 20_000)
    #expect(SourceCode().detect("a.py", line).references.count == 20_000)
  }

  @Test("nothing is a trap")
  func hostile() {
    for bytes in spoiled("from torchaudio.pipelines import MMS_FA, A_B\ntorchaudio.pipelines.X_é\npipelines.") {
      #expect(SourceCode().detect("a.py", bytes: bytes).isWithin(SourceText(path: "a.py", bytes: bytes)))
    }
  }
}

import ProvisoCore
import Testing

@testable import ProvisoDetection

@Suite("Short names of libraries that fetch weights of their own")
struct LibraryNamesTests {
  private func found(_ text: String) -> [String] {
    SourceCode().detectIfFound("a.py", text).references.map {
      "\($0.location.line):\($0.location.column) \($0.model.registry.rawValue) \($0.model.id)"
    }
  }

  @Test(
    "are models",
    arguments: [
      ("m = MusicGen.get_pretrained(\"small\")", "1:30 huggingface facebook/musicgen-small"),
      ("m = AudioGen.get_pretrained('medium')", "1:30 huggingface facebook/audiogen-medium"),
      ("a = FaceAnalysis(name=\"buffalo_l\")", "1:24 torchhub deepinsight/insightface:buffalo_l"),
      ("DeepFace.verify(\"a.jpg\", \"b.jpg\", model_name=\"ArcFace\")", "1:47 torchhub serengil/deepface:ArcFace"),
      ("s = new_session(\"bria-rmbg\")", "1:18 torchhub danielgatis/rembg:bria-rmbg"),
      ("t = SequenceTagger.load(\"ner-large\")", "1:26 huggingface flair/ner-english-large"),
      ("t = SequenceTagger.load(\"ner-english-large\")", "1:26 huggingface flair/ner-english-large"),
      ("t = SequenceTagger.load(\"flair/ner-german\")", "1:26 huggingface flair/ner-german"),
    ])
  func names(text: String, expected: String) {
    #expect(found(text) == [expected])
  }

  @Test("the second name of torch.hub is one of the repository that the first names")
  func torchHub() {
    #expect(
      found("m = torch.hub.load(\"facebookresearch/dinov3\", \"dinov3_vits16\")") == [
        "1:21 torchhub facebookresearch/dinov3", "1:48 torchhub facebookresearch/dinov3:dinov3_vits16",
      ])
  }

  @Test(
    "other calls of these words load nothing",
    arguments: [
      "s = new_session(\"chat\")", "s = requests.new_session('GET')", "t = SequenceTagger.load(\"./tagger\")",
      "x = Other.get_pretrained(\"small\")", "DeepFace.analyze(\"a.jpg\", actions=[\"age\"])",
    ])
  func others(text: String) {
    #expect(found(text) == [])
  }
}

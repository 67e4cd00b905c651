import Testing

@testable import ProvisoDetection

@Suite("Words of names")
struct NameWordsTests {
  @Test(
    "say what a literal under the name is",
    arguments: [
      ("model", .model), ("MODELS", .model), ("modelID", .model), ("base_model", .model),
      ("embeddingModelName", .model),
      ("pretrained_name", .model), ("HFModelName", .model), ("checkpoint_path", .model), ("image_model", .model),
      ("dataset_model_id", .model), ("--model-name", .model), ("ModelConfiguration", .settings),
      ("model_kwargs", .settings), ("repo", .repository), ("repoId", .repository), ("hf_repo_id", .repository),
      ("hub_id", .repository), ("dataset", .other), ("DATASETS", .other), ("model_dataset", .other),
      ("hub_dataset_id", .other), ("image_repo", .other), ("model_url", .other), ("MODEL_ADDR", .other),
      ("github_repo", .other),
      ("model_type", .other), ("save_model", .other), ("ModelAndView", .other), ("viewModel", .other),
      ("IMPORTED_MODEL_NAME", .other), ("output", .nothing),
      ("modelClass", .other), ("model_category", .other), ("Renderer", .other), ("Parser", .other),
      ("FamilyName", .other), ("model_family", .other), ("report", .nothing), ("reporter", .nothing),
      ("namespace", .nothing), ("id", .nothing), ("", .nothing), ("_", .nothing), ("github", .other),
      ("rehub", .nothing), ("é", .nothing),
    ] as [(String, NameWords.Meaning)])
  func meaning(name: String, expected: NameWords.Meaning) {
    #expect(NameWords.meaning(of: name) == expected)
  }

  @Test(
    "say that a folder is one of models",
    arguments: [
      ("model_dir", true), ("--tokenizer_dir", true), ("checkpointDirectory", true), ("MODEL_FOLDER", true),
      ("dir", false), ("output_dir", false), ("dir_model", false), ("model", false), ("directModel", false),
    ])
  func folders(name: String, isOne: Bool) {
    #expect(NameWords.isModelFolder(name.utf8.span, 0..<name.utf8.count) == isOne)
  }
}

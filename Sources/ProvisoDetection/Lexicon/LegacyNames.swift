/// Hub models that are known without their owner: from before the hub had owners, those of sentence-transformers, and some of
/// torchaudio's.
enum LegacyNames {
  /// The id under which the hub has it; old names it still takes stay as they are.
  static func id(_ name: String) -> String? {
    if old.contains(name) { return name }
    return sentenceTransformers.contains(name) ? "sentence-transformers/\(name)" : TorchaudioBundles.hubID(name)
  }

  private static let old = WordTable(
    """
    albert-base-v1 albert-base-v2 albert-large-v1 albert-large-v2 albert-xlarge-v1 albert-xlarge-v2
    albert-xxlarge-v1 albert-xxlarge-v2 bert-base-cased bert-base-cased-finetuned-mrpc bert-base-chinese
    bert-base-german-cased bert-base-german-dbmdz-cased bert-base-german-dbmdz-uncased bert-base-multilingual-cased
    bert-base-multilingual-uncased bert-base-uncased bert-large-cased bert-large-cased-whole-word-masking
    bert-large-cased-whole-word-masking-finetuned-squad bert-large-uncased bert-large-uncased-whole-word-masking
    bert-large-uncased-whole-word-masking-finetuned-squad camembert-base ctrl distilbert-base-cased
    distilbert-base-cased-distilled-squad distilbert-base-german-cased distilbert-base-multilingual-cased
    distilbert-base-uncased distilbert-base-uncased-distilled-squad distilbert-base-uncased-finetuned-sst-2-english
    distilgpt2 distilroberta-base gpt2 gpt2-large gpt2-medium gpt2-xl openai-gpt roberta-base
    roberta-base-openai-detector roberta-large roberta-large-mnli roberta-large-openai-detector t5-11b t5-3b t5-base
    t5-large t5-small transfo-xl-wt103 xlm-mlm-en-2048 xlm-roberta-base xlm-roberta-large
    xlm-roberta-large-finetuned-conll03-english xlm-roberta-large-finetuned-conll03-german xlnet-base-cased
    xlnet-large-cased
    """, ignoresCase: false)

  private static let sentenceTransformers = WordTable(
    """
    all-distilroberta-v1 all-MiniLM-L12-v2 all-MiniLM-L6-v1 all-MiniLM-L6-v2 all-mpnet-base-v1 all-mpnet-base-v2
    bert-base-nli-mean-tokens clip-ViT-B-32 clip-ViT-B-32-multilingual-v1 clip-ViT-L-14
    distiluse-base-multilingual-cased distiluse-base-multilingual-cased-v1 distiluse-base-multilingual-cased-v2
    gtr-t5-base gtr-t5-large LaBSE msmarco-distilbert-base-tas-b msmarco-distilbert-base-v4 msmarco-MiniLM-L6-cos-v5
    multi-qa-distilbert-cos-v1 multi-qa-MiniLM-L6-cos-v1 multi-qa-mpnet-base-cos-v1 multi-qa-mpnet-base-dot-v1
    nli-mpnet-base-v2 paraphrase-albert-small-v2 paraphrase-MiniLM-L3-v2 paraphrase-MiniLM-L6-v2
    paraphrase-mpnet-base-v2 paraphrase-multilingual-MiniLM-L12-v2 paraphrase-multilingual-mpnet-base-v2
    sentence-t5-base sentence-t5-large stsb-mpnet-base-v2 stsb-roberta-large
    """, ignoresCase: false)
}

extension LibraryConstants {
  /// The embedding models that LangChain4j 1.0 has in classes of their own.
  static let langChain4j = LibraryConstants(
    of: "its library", words: ["langchain4j.model.embedding.onnx"], marks: ["EmbeddingModel"], countsOnce: true,
    """
    AllMiniLmL6V2EmbeddingModel sentence-transformers/all-MiniLM-L6-v2
    AllMiniLmL6V2QuantizedEmbeddingModel sentence-transformers/all-MiniLM-L6-v2
    BgeSmallEnEmbeddingModel BAAI/bge-small-en
    BgeSmallEnQuantizedEmbeddingModel BAAI/bge-small-en
    BgeSmallEnV15EmbeddingModel BAAI/bge-small-en-v1.5
    BgeSmallEnV15QuantizedEmbeddingModel BAAI/bge-small-en-v1.5
    BgeSmallZhEmbeddingModel BAAI/bge-small-zh
    BgeSmallZhQuantizedEmbeddingModel BAAI/bge-small-zh
    BgeSmallZhV15EmbeddingModel BAAI/bge-small-zh-v1.5
    BgeSmallZhV15QuantizedEmbeddingModel BAAI/bge-small-zh-v1.5
    E5SmallV2EmbeddingModel intfloat/e5-small-v2
    E5SmallV2QuantizedEmbeddingModel intfloat/e5-small-v2
    """)
}

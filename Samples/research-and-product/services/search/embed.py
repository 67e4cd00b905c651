"""Finds a customer's jingles by what was ordered."""

from sentence_transformers import SentenceTransformer

MODEL = SentenceTransformer(
    "BAAI/bge-small-en-v1.5",
    revision="5c38ec7c405ec4b44b94cc5a9bb96e735b38267a",
)


def embed(texts: list[str]):
    return MODEL.encode(texts, normalize_embeddings=True)

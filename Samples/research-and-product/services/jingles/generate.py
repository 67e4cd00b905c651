"""Makes the jingles that customers order."""

from transformers import pipeline


def jingle(words: str):
    synthesizer = pipeline("text-to-audio", model="facebook/musicgen-small")
    return synthesizer(words, forward_params={"do_sample": True})

"""Which of two melodies do people remember? Makes the sounds of a test for a paper."""

from transformers import pipeline


def melody(words: str):
    synthesizer = pipeline(
        "text-to-audio",
        model="facebook/musicgen-small",
        revision="4c8334b02c6ec4e8664a91979669a501ec497792",
    )
    return synthesizer(words, forward_params={"do_sample": True})

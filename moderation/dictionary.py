"""Ordinary English words, to try a word of a list on before it is saved; no comment is judged by them."""

from functools import cache
from importlib.resources import files


@cache
def ordinary_words() -> frozenset[str]:
    """Read the commonest 40,000 English words, British and American, with their endings.

    They are the words of three letters and more, in small letters, of SCOWL 2020.12.07, size 35
    (copyright 2000-2019 Kevin Atkinson, who permits use, copying, modification, distribution and sale).
    """
    return frozenset(files("moderation").joinpath("dictionary.txt").read_text(encoding="utf-8").split())

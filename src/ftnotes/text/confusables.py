"""Letters that look like Latin ones."""

from __future__ import annotations

import unicodedata
from typing import Final

#: Full-width characters, and Cyrillic and Greek letters that look like Latin ones in common typefaces, after the table of
#: Unicode Technical Standard 39 (confusables.txt).
_LOOKALIKES: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | str.maketrans(
    "АВЕЅІЈКМНОРСТХҮЗѴԌԜԚаеѕіјорсхуһԁԛԝѵгүкӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹϺονιρυκγαϲϳ",
    "ABESIJKMHOPCTXY3VGWQaesijopcxyhdqwvryklABEZHIKMNOPTYXCMovipukyacj",
)


def lookalikes(word: str) -> str | None:
    """Return the Latin spelling of a word with letters that only look Latin: Cyrillic, Greek, full-width ones.

    It has as many characters. None where there are no such letters, or where another letter is not Latin either: then it is a
    word of another script.
    """
    if word.isascii():
        return None
    spelling = word.translate(_LOOKALIKES)
    latin = all(unicodedata.name(char, "").startswith("LATIN ") for char in spelling if char.isalpha())
    return spelling if latin and spelling != word else None

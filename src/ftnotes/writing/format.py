"""Notes in the layout of the template, with its words: bullets, brackets, dashes, order, labels, choices, known names.

Layout and words of the playbook are made canonical, and nothing else: what is said stays, and what would be read otherwise
keeps the layout in which it was typed.
"""

from __future__ import annotations

from ..playbook.playbook import Playbook, choose_language, choose_playbook
from ..syntax.document import Document
from ..syntax.parser import parse
from ..syntax.serializer import serialize
from ..text.suggest import one_of
from .formatter import Writer
from .styles import STYLES


def format(
    text: str,
    *,
    playbook: Playbook | None = None,
    edition: str | None = None,
    language: str | None = None,
    style: str = "template",
) -> str:
    """The same note in the layout of the template, and in its words.

    Titles, labels, choices and known names are spelled as the edition and the language of the note have them; known fields
    come in the order of the template. Unknown fields and stray text keep their words and stay below the field that they
    stand below. Values and updates keep the writer's lines, and text outside summaries keeps every character.

    Args:
        text: any text at all.
        playbook: with whose words the note is read and written; the default edition where
            neither this nor ``edition`` is given.
        edition: the same by the id of a published edition.
        language: the language to write in, as ``"de"``; that of each summary where none is given.
        style: ``"template"``, or ``"markdown"`` for what a Markdown renderer shows as a nested list.

    Returns:
        A text that says the same. To format it once more changes nothing.

    Raises:
        TypeError: an argument is of another type. No ``str`` makes it raise.
        ValueError: there is no such edition, language or style; the message lists those that there are.

    Source: "Template for Note Entries" of the Overall Status Notes Guidance.
    """
    if not isinstance(text, str):
        remedy = "decode it first, as in data.decode('utf-8')" if isinstance(text, bytes) else "give the text of a note"
        raise TypeError(f"format() takes a str, not {type(text).__name__}: {remedy}")
    chosen = choose_playbook(playbook, edition)
    if language is not None:
        language = choose_language(chosen, language)
    layout = STYLES[one_of("style", style, STYLES)]
    return Writer(text, chosen, language, layout).write()


def canonical(
    document: Document, *, playbook: Playbook | None = None, language: str | None = None, style: str = "template"
) -> Document:
    """`format` for a document: another one, as read from the formatted text.

    Args:
        document: what to format.
        playbook: with whose words; with those that the document was read with where none is given.
        language: the language to write in; that of each summary where none is given.
        style: ``"template"`` or ``"markdown"``.

    Raises:
        TypeError: this is no document.
        ValueError: there is no such language or style.
    """
    if not isinstance(document, Document):
        raise TypeError(f"canonical() takes a Document, not {type(document).__name__}: parse() makes one of a text")
    playbook = playbook or document.playbook
    return parse(format(serialize(document), playbook=playbook, language=language, style=style), playbook)

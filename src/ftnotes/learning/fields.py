"""The field that a label of a blank template asks for: free text, a choice or a list of workloads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from attrs import Factory, define

from ..analysis.dates.search import find_dates
from ..playbook.model import FieldKind
from ..text.words import fold
from .blocks import Entry
from .page import PageLine

#: A longer hint becomes a comment.
LONGEST_HINT: Final = 90
#: No choice has more words or characters. One with more than half of the words can have run into prose.
_CHOICE_WORDS, _CHOICE_LENGTH = 9, 70
TAGGED: Final = re.compile(r"\[(?P<tag>[^\[\]]{1,30})\](?P<name>[^\r\n]*+)")
_BOX: Final = re.compile(r"\[[ xX]\][ \t]|[☐☑☒◻○●◯]")
_PARENTHESIS: Final = re.compile(r"[(（](?P<inside>[^()（）]*+(?>(?:\([^()]*+\)[^()（）]*+)*))[)）]")
_ITALICS: Final = re.compile(r"(?P<mark>\*|_)(?!\s)(?P<inside>[^*_]++)(?P=mark)")
_PLACEHOLDER: Final = re.compile(
    r"(?:<[^<>]*+>|\{[^{}]*+\}|\[(?![xX ]\])[^\[\]]*+\]|\.{2,}|…+|_{2,}|-+|tbd|tbc|x{2,}|\?+|n/a)[.]?", re.IGNORECASE
)
#: What separates choices, in the order in which they are tried.
_BETWEEN: Final = tuple(map(re.compile, (r"\|", r"(?<=\s)[/／](?=\s)", r"[/／]", r"(?<=\s)[·•](?=\s)", r"[、；;]")))
#: What separates them after words such as "one of" only, since sentences have it too.
_BETWEEN_IN_SENTENCES: Final = re.compile(r",(?:\s++(?:or|oder|ou|o)\b)?|\b(?:or|oder|ou|o)\b|または|或")
_PART_OF: Final = re.compile(r"[;,；、]")
_ONE_OF: Final = re.compile(
    r"(?P<several>one or more of|any of|choose any|select all that apply|all that apply|eine oder mehrere|uno o varios"
    r"|um ou mais|un ou plusieurs|複数選択|多选|可多选)"
    r"|one of|choose(?: one)?|pick(?: one)?|select(?: one)?|either|options?|values?|eines? von|wählen|uno de|elegir|elija|um de"
    r"|escolha|un parmi|choisir|選択|选择",
    re.IGNORECASE,
)
#: How many characters of a line can precede such words.
_ONE_OF_WITHIN: Final = 30
_REQUIRED: Final = re.compile(
    r"required|mandatory|must|pflicht(?:feld)?|erforderlich|obligatori[oa]|obrigatóri[oa]|obligatoire|requis|必須|必填|必需",
    re.IGNORECASE,
)
_OPTIONAL: Final = re.compile(
    r"optional|if any|if applicable|nice to have|falls vorhanden|opcional|si aplica|se houver|facultati[fv]e?|任意|选填|可选",
    re.IGNORECASE,
)
_LENGTH: Final = re.compile(
    r"(?P<number>\d{2,5})[ \t]*+(?:characters?|chars?|letters|zeichen|caracteres|caractères|文字|字符|字以内|字)", re.IGNORECASE
)
_DATE: Final = re.compile(
    r"\b(?:date|datum|fecha|yyyy|jjjj|aaaa)\b|\b[ymdjta]{1,4}[./-][ymdjta]{1,4}[./-][ymdjta]{2,4}\b|日期|日付", re.IGNORECASE
)


class Doubt(NamedTuple):
    """A question to a person, and the number of its line in the page; 0 if it is about an example."""

    line: int
    text: str


@define
class LearnedField:
    """A field of a template, as the page describes it."""

    line: int
    label: str
    choices: list[str] = Factory(list)
    hint: str = ""
    #: None if the page doesn't say.
    required: bool | None = None
    #: The tags and names listed under it.
    workloads: list[tuple[str, str]] = Factory(list)
    #: The other keys of the field in the file, with their values.
    settings: dict[str, bool | int] = Factory(dict)
    #: The kind of its values where neither workloads nor choices show it.
    plain_kind: FieldKind = "text"
    doubts: list[Doubt] = Factory(list)

    @property
    def kind(self) -> FieldKind:
        """The kind of its values."""
        return "workloads" if self.workloads else "choice" if self.choices else self.plain_kind

    def doubt(self, text: str) -> None:
        """Keep a question to a person."""
        self.doubts.append(Doubt(self.line, text))


def learn_field(entry: Entry, answers: Sequence[str]) -> LearnedField:
    """Return the field that a label of a blank template asks for.

    Args:
        entry: The label with the text after it and the lines below it.
        answers: The texts after the same label in the examples.
    """
    field = LearnedField(entry.line.number, "")
    field.label = _without_marks(field, entry.label)
    content = _content(entry)
    if content.startswith("*") and not content.startswith("**") and not _ITALICS.match(content):
        field.required, content = True, content[1:].strip()
    text, hint = _without_hint(content)
    given = [answer.strip() for answer in answers if answer.strip()]
    field.workloads = listed_workloads(entry.below)
    if not field.workloads:
        _take_choices(field, entry, text, given)
    if not field.choices and (not is_blank(text) or len(text.split()) > 1):
        hint = hint or text.strip("<>{}[]")  # an instruction in the place of the answer
    hint = " ".join(filter(None, (field.hint, hint.strip())))
    _take_hint(field, hint)
    _take_settings(field, entry, text, hint, given)
    return field


def is_blank(text: str) -> bool:
    """Return whether a text waits to be filled in."""
    bare = text.strip(" *_")
    return not bare or _PLACEHOLDER.fullmatch(bare) is not None


def is_unfilled(entry: Entry) -> bool:
    """Return whether a label has no answer: nothing, a hint, choices, or a list of names."""
    text, _ = _without_hint(_content(entry))
    if entry.style.kind == "table" and any(words.search(text) for words in (_LENGTH, _REQUIRED, _OPTIONAL)):
        return True
    if len(split_choices(text)) > 1:
        return True
    below = [line.text for line in entry.below if line.is_bullet or entry.style.kind != "heading"]
    return is_blank(text) and all(_is_unfilled_line(line) for line in below)


def _is_unfilled_line(text: str) -> bool:
    if TAGGED.match(text) or _BOX.match(text):
        return " - " not in text and "–" not in text
    return bool(_PARENTHESIS.fullmatch(text) or _ITALICS.fullmatch(text)) or is_blank(text) or _is_short(text)


def _content(entry: Entry) -> str:
    """Return the text after a label, or right below it if it is a heading."""
    if entry.style.kind != "heading":
        return entry.rest
    return " ".join(line.text for line in entry.below if not line.is_bullet and not _BOX.match(line.text))


def split_choices(text: str) -> list[str]:
    """Return the choices between slashes, bars or (after words such as "one of") commas in a text; none if it lists none."""
    lead, colon, rest = text.partition(":")
    asked = _ONE_OF.search(lead if colon else text, 0, _ONE_OF_WITHIN)
    if asked:
        text = rest if colon else text[asked.end() :]
    for between in (*_BETWEEN, *([_BETWEEN_IN_SENTENCES] if asked else [])):
        parts = [part.strip(' *_`"“”') for part in between.split(text.strip(" :,.")) if part]
        if len(parts) > 1:
            return parts if all(map(_is_choice, parts)) and len(set(map(fold, parts))) == len(parts) else []
    return []


def _is_choice(text: str) -> bool:
    return len(text.split()) <= _CHOICE_WORDS and len(text) <= _CHOICE_LENGTH and bool(fold(text))


def _is_short(text: str) -> bool:
    return 0 < len(text.split()) <= _CHOICE_WORDS // 2 and not text.endswith((".", "。"))


def _without_marks(field: LearnedField, label: str) -> str:
    """Return a label without the remark that a field is required or optional, and without its hint."""
    if label.endswith("*"):
        field.required, label = True, label.rstrip("* ")
    match = next((match for match in _PARENTHESIS.finditer(label) if match.end() == len(label)), None)
    if match is None or not fold(label[: match.start()]):
        return label
    left = []
    for part in map(str.strip, _PART_OF.split(match["inside"])):
        if _REQUIRED.fullmatch(part):
            field.required = True
        elif _OPTIONAL.fullmatch(part):
            field.required = False
        else:
            left.append(part)
    if left:
        field.hint = f"({'; '.join(left)})"
        if len(split_choices("; ".join(left))) > 1:
            field.doubt(f"are these its choices? {field.hint}")
    return label[: match.start()].rstrip()


def _without_hint(content: str) -> tuple[str, str]:
    """Return the text after a label without its hint in parentheses or italics, and the hint."""
    content = content.strip()
    italics = _ITALICS.search(content)
    if italics and (italics.end() == len(content) or not italics.start()):
        return (content[: italics.start()] + content[italics.end() :]).strip(), italics["inside"]
    hints = list(_PARENTHESIS.finditer(content))
    if hints and (hints[-1].end() == len(content.rstrip(" *_.")) or not hints[0].start()):
        hint = hints[0] if not hints[0].start() else hints[-1]
        return (content[: hint.start()] + content[hint.end() :]).strip(), hint.group()
    return content, ""


def _take_hint(field: LearnedField, hint: str) -> None:
    """Keep a hint, and what it says about the field."""
    if field.required is None and _REQUIRED.search(hint) and not _OPTIONAL.search(hint):
        field.required = True
    elif field.required is None and _OPTIONAL.search(hint):
        field.required = False
    bare = hint.strip("()（） ")
    field.hint = "" if not fold(bare) or _REQUIRED.fullmatch(bare) or _OPTIONAL.fullmatch(bare) else hint
    if len(field.hint) > LONGEST_HINT:
        field.doubt(f"the hint is long, so it is kept only here: {field.hint}")
        field.hint = ""
    elif hint and not fold(bare):
        field.doubt(f"left out, since it has no letters or digits: {hint}")


def listed_workloads(lines: Sequence[PageLine]) -> list[tuple[str, str]]:
    """Return the tags and names in lines, if most of the lines have one; none otherwise."""
    tagged = [match for line in lines if not _BOX.match(line.text) and (match := TAGGED.match(line.text))]
    if len(tagged) * 2 <= len(lines):
        return []
    return [(match["tag"].strip(), match["name"].strip(" \t*_-–:")) for match in tagged]


def _take_choices(field: LearnedField, entry: Entry, text: str, given: Sequence[str]) -> None:
    """Take the choices after a label, or below it as bullets or boxes."""
    below = [line.text.strip(" *_") for line in entry.below if line.is_bullet or _BOX.match(line.text)]
    boxed = [*(_BOX.split(text) if _BOX.match(text) else ()), *(_BOX.sub("", line) for line in below if _BOX.match(line))]
    boxed = [choice.strip() for choice in boxed if choice.strip()]
    choices = boxed or split_choices(text)
    if (
        not choices
        and not text
        and len(below) > 1
        and all(_is_short(line) and not is_blank(line) and not TAGGED.match(line) for line in below)
    ):
        choices = [_without_hint(line)[0] for line in below]
    choices = list({fold(choice): choice for choice in reversed(choices) if fold(choice)}.values())[::-1]
    if len(choices) < 2:
        return
    unfit = [answer for answer in given if not fold(answer).startswith(tuple(map(fold, choices)))]
    if given and unfit == given and not boxed:
        field.doubt(f"read as a hint, since no example begins with one of them: {' / '.join(choices)}")
        return
    for choice in choices:
        if len(choice.split()) > _CHOICE_WORDS // 2:
            field.doubt(f"is this a choice, or does text follow one? {choice}")
    field.choices = choices
    for answer in unfit:
        field.doubt(f'an example has "{answer}", which is not among the choices')


def _take_settings(field: LearnedField, entry: Entry, text: str, hint: str, given: Sequence[str]) -> None:
    """Keep what else the page shows about a field: how many choices it has, what follows them, and its limits."""
    if field.choices:
        asked = (_ONE_OF.search(text, 0, _ONE_OF_WITHIN), _ONE_OF.search(hint))
        if any(match and match["several"] for match in asked):
            field.settings["several"] = True
        choices = tuple(map(fold, field.choices))
        if any(answer.startswith(choices) and answer not in choices for answer in map(fold, given)):
            field.settings["more"] = True
    elif not field.workloads:
        is_date = all(map(_is_date, given)) if given else _DATE.search(f"{field.label} {field.hint} {_content(entry)}")
        if is_date:
            field.plain_kind = "date"
        elif entry.below and all(line.is_bullet for line in entry.below):
            field.plain_kind = "points"
    length = _LENGTH.search(hint)
    if length:
        field.settings["length"] = int(length["number"])


def _is_date(text: str) -> bool:
    return any(found.span.text(text) == text.rstrip(".") for found in find_dates(text))

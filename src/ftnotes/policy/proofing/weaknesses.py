"""The weaknesses of a playbook that can be loaded: words that readers would take for others, and words that are missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from ...playbook.model import Language, Template
from ...playbook.playbook import Playbook
from ...text.words import fold
from ..diagnostics import Severity
from ..messages import listed

#: The ends of the names of lists of parts of words, and of words that text doesn't begin with.
_PARTS: Final = ("endings", "ordinals", "signs", "heads", "abbreviations", "columns", "order")


class Kind(NamedTuple):
    """A kind of weakness, as diagnostics name it."""

    code: str
    name: str
    severity: Severity = Severity.WARNING


LABEL_BEGINS: Final = Kind("PB101", "label-begins-another")
CHOICE_BEGINS: Final = Kind("PB102", "choice-begins-another")
TITLE_BEGINS: Final = Kind("PB103", "titles-alike")
TITLE_IS_LABEL: Final = Kind("PB104", "title-is-label")
HINT_IS_LABEL: Final = Kind("PB105", "hint-is-label")
TAG_IS_WORD: Final = Kind("PB106", "tag-is-word")
NAME_REPEATED: Final = Kind("PB107", "name-repeated")
NO_LABEL: Final = Kind("PB201", "no-label")
NOT_TRANSLATED: Final = Kind("PB202", "not-translated", Severity.INFORMATION)
NO_WORKLOADS: Final = Kind("PB203", "no-workloads")
NOT_LISTED: Final = Kind("PB204", "workloads-not-listed")


class Word(NamedTuple):
    """A word of a playbook: what it means, and the keys under which a file can have it."""

    text: str
    meaning: str
    keys: tuple[str, ...]


class Weakness(NamedTuple):
    """A weakness, and the words or keys that it is about; it is shown at the first of them that is in the file."""

    kind: Kind
    message: str
    words: tuple[Word, ...]


def find_weaknesses(playbook: Playbook) -> Iterator[Weakness]:
    """Yield the weaknesses of a playbook, with those that it inherits."""
    for template in playbook.templates:
        labels = list(_labels(template))
        yield from _beginnings(labels)
        for spec in template.fields:
            yield from _choice_beginnings(template, spec.key)
        yield from _alike(
            HINT_IS_LABEL, "hint", list(_hints(template)), labels, "it would be read as that label; use other words"
        )
        yield from _missing_words(template)
    yield from _titles(playbook)
    yield from _tags(playbook)
    yield from _names(playbook)
    yield from _listings(playbook)


# ---- words that begin others


def _beginnings(labels: list[Word]) -> Iterator[Weakness]:
    for short, long in _pairs(labels):
        message = (
            f"{long.text!r} begins with the label {short.text!r}: shortened to that, it would be read as the other field; "
            "use labels that begin differently"
        )
        yield Weakness(LABEL_BEGINS, message, (long, short))


def _choice_beginnings(template: Template, field: str) -> Iterator[Weakness]:
    for short, long in _pairs(list(_choices(template, field))):
        message = (
            f"{long.text!r} begins with the choice {short.text!r}: that one with a remark after it can be read as the other "
            "choice; use choices that begin differently"
        )
        yield Weakness(CHOICE_BEGINS, message, (long, short))


def _titles(playbook: Playbook) -> Iterator[Weakness]:
    titles = [word for template in playbook.templates for word in _template_titles(template)]
    for short, long in _pairs(titles):
        message = (
            f"the titles {short.text!r} of {short.meaning} and {long.text!r} of {long.meaning} are alike: notes of one could "
            "be read as the other; use titles that begin differently"
        )
        yield Weakness(TITLE_BEGINS, message, (long, short))
    labels = [word for template in playbook.templates for word in _labels(template)]
    yield from _alike(TITLE_IS_LABEL, "title", titles, labels, "a line with it could be either; use another title")


def _pairs(words: Iterable[Word]) -> Iterator[tuple[Word, Word]]:
    """Yield each word that begins with one of another meaning, after that one: of several, after the longest."""
    beginnings: list[tuple[str, Word]] = []
    for folded, word in sorted((fold(word.text), word) for word in words):
        while beginnings and not folded.startswith(beginnings[-1][0]):
            beginnings.pop()
        short = next((short for _, short in reversed(beginnings) if short.meaning != word.meaning), None)
        if short:
            yield short, word
        beginnings.append((folded, word))


def _alike(kind: Kind, noun: str, words: list[Word], labels: Iterable[Word], effect: str) -> Iterator[Weakness]:
    """Yield the words that are labels too."""
    known = {fold(label.text): label for label in labels}
    for word in words:
        if label := known.get(fold(word.text)):
            yield Weakness(kind, f"the {noun} {word.text!r} is also the label {label.text!r}: {effect}", (word, label))


# ---- tags and names of workloads


def _tags(playbook: Playbook) -> Iterator[Weakness]:
    words = {fold(word): (word, language.name) for language in playbook.languages for word in _common_words(language)}
    for spec in playbook.workloads:
        for tag in (spec.tag, *spec.other_tags):
            if fold(tag) in words:
                word, language = words[fold(tag)]
                message = (
                    f"the tag {tag!r} is also the word {word!r} in {language}: an item that begins with it could be read as "
                    "this workload; use another tag"
                )
                yield Weakness(TAG_IS_WORD, message, (Word(tag, spec.tag, (f"workloads[{spec.tag}]",)),))


def _common_words(language: Language) -> Iterator[str]:
    """Yield the words of a language that free text can begin with."""
    yield from language.small_words
    for lists in (language.words.dates, language.words.actions, language.choice_words):
        for name, words in lists._asdict().items():
            if not name.endswith(_PARTS):
                yield from words


def _names(playbook: Playbook) -> Iterator[Weakness]:
    owners: dict[str, Word] = {}
    for spec in playbook.workloads:
        for name in (*spec.names, *spec.other_names):
            word = Word(name, spec.tag, (f"workloads[{spec.tag}]",))
            other = owners.setdefault(fold(name), word)
            if other.meaning != word.meaning:
                message = f"{name!r} names [{other.meaning}] already, so that [{spec.tag}] is not read by it; use another name"
                yield Weakness(NAME_REPEATED, message, (word, other))


def _listings(playbook: Playbook) -> Iterator[Weakness]:
    listing = [
        f"templates[{template.key}].fields[{spec.key}]"
        for template in playbook.templates
        for spec in template.fields
        if spec.kind == "workloads"
    ]
    if listing and not playbook.workloads:
        message = "this field lists workloads, and the playbook has none; add [[workloads]], each with tag and names"
        yield Weakness(NO_WORKLOADS, message, (Word("", "", tuple(listing)),))
    if playbook.workloads and not listing:
        message = 'no template lists the workloads; add a field with kind = "workloads", or remove them'
        yield Weakness(NOT_LISTED, message, (Word("", "", (f"workloads[{playbook.workloads[0].tag}]",)),))


# ---- words that are missing


def _missing_words(template: Template) -> Iterator[Weakness]:
    labelled = {key for local in template.words.values() for key in local.labels}
    for spec in template.fields:
        if spec.key not in labelled:
            message = f'the field {spec.key!r} has no label, so that notes can\'t have it; add label = "…"'
            yield Weakness(NO_LABEL, message, (Word("", "", (f"templates[{template.key}].fields[{spec.key}]",)),))
    lacking: dict[tuple[str, ...], list[str]] = {}
    for code, local in template.words.items():
        elsewhere = labelled - local.labels.keys()
        missing = [f"labels.{spec.key}" for spec in template.fields if spec.key in elsewhere]
        missing += [
            f"choices.{spec.key}.{choice}"
            for spec in template.fields
            for choice in spec.choices
            if choice not in local.choices.get(spec.key, ())
        ]
        lacking.setdefault(tuple(missing), []).append(code)
    for absent, codes in lacking.items():
        if absent:
            in_language = f"languages.{codes[0] if len(codes) == 1 else 'CODE'}.templates.{template.key}"
            field = absent[0].split(".")[1]
            keys = in_language, f"templates[{template.key}].fields[{field}]", f"templates[{template.key}]"
            message = f"no words in {listed(codes)} for {listed(absent)}; add them to [{in_language}]"
            yield Weakness(NOT_TRANSLATED, message, (Word("", "", keys),))


# ---- the words of a template


def _labels(template: Template) -> Iterator[Word]:
    for code, local in template.words.items():
        for field, texts in local.labels.items():
            yield from _words(template, code, texts, field, f"fields[{field}].label", f"labels.{field}")


def _hints(template: Template) -> Iterator[Word]:
    for code, local in template.words.items():
        for field, texts in local.hints.items():
            yield from _words(template, code, texts, field, f"fields[{field}].hint", f"hints.{field}")


def _choices(template: Template, field: str) -> Iterator[Word]:
    for code, local in template.words.items():
        for choice, texts in local.choices.get(field, {}).items():
            yield from _words(template, code, texts, choice, f"fields[{field}].choices", f"choices.{field}.{choice}")


def _template_titles(template: Template) -> Iterator[Word]:
    for code, local in template.words.items():
        yield from _words(template, code, local.titles, template.key, "titles", "titles")


def _words(
    template: Template, code: str, texts: Iterable[str], meaning: str, in_template: str, in_language: str
) -> Iterator[Word]:
    keys = f"templates[{template.key}].{in_template}", f"languages.{code}.templates.{template.key}.{in_language}"
    return (Word(text, meaning, keys) for text in texts)

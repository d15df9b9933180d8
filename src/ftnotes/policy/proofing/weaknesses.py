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


class Word(NamedTuple):
    """A word of a playbook, or an entry if the text is empty: what it means, and the keys under which a file can have it."""

    text: str
    meaning: str
    keys: tuple[str, ...]


class Weakness(NamedTuple):
    """A weakness, and the words that it is about; it is shown at the first of them that is in the file."""

    code: str
    name: str
    message: str
    words: tuple[Word, ...]
    severity: Severity = Severity.WARNING


def find_weaknesses(playbook: Playbook) -> Iterator[Weakness]:
    """Yield the weaknesses of a playbook, with those that it inherits."""
    titles: list[Word] = []
    for template in playbook.templates:
        labels, hints, choices, own_titles = _words_of(template)
        titles += own_titles
        for short, long in _pairs(labels):
            message = (
                f"{long.text!r} begins with the label {short.text!r}: shortened to that, it would be read as the other field; "
                "use labels that begin differently"
            )
            yield Weakness("PB101", "label-begins-another", message, (long, short))
        for words in choices.values():
            for short, long in _pairs(words):
                message = (
                    f"{long.text!r} begins with the choice {short.text!r}: that one with a remark after it can be read as the "
                    "other choice; use choices that begin differently"
                )
                yield Weakness("PB102", "choice-begins-another", message, (long, short))
        for hint, label in _alike(hints, labels):
            message = (
                f"the hint {hint.text!r} is also the label {label.text!r}: it would be read as that label; use other words"
            )
            yield Weakness("PB105", "hint-is-label", message, (hint, label))
        for title, label in _alike(own_titles, labels):
            message = f"the title {title.text!r} is also the label {label.text!r}: a line could be either; use another title"
            yield Weakness("PB104", "title-is-label", message, (title, label))
        yield from _missing_words(template)
    for short, long in _pairs(titles):
        message = (
            f"the titles {short.text!r} of {short.meaning} and {long.text!r} of {long.meaning} are alike: notes of one could "
            "be read as the other; use titles that begin differently"
        )
        yield Weakness("PB103", "titles-alike", message, (long, short))
    yield from _workloads(playbook)


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


def _alike(words: Iterable[Word], labels: Iterable[Word]) -> Iterator[tuple[Word, Word]]:
    """Yield the words that are labels too, each with the label."""
    known = {fold(label.text): label for label in labels}
    return ((word, known[fold(word.text)]) for word in words if fold(word.text) in known)


def _workloads(playbook: Playbook) -> Iterator[Weakness]:
    common = {fold(word): (word, language.name) for language in playbook.languages for word in _common_words(language)}
    owners: dict[str, Word] = {}
    for spec in playbook.workloads:
        keys = (f"workloads[{spec.tag}]",)
        for tag in (spec.tag, *spec.other_tags):
            if fold(tag) in common:
                word, language = common[fold(tag)]
                message = (
                    f"the tag {tag!r} is also the word {word!r} in {language}: an item that begins with it could be read as "
                    "this workload; use another tag"
                )
                yield Weakness("PB106", "tag-is-word", message, (Word(tag, spec.tag, keys),))
        for name in (*spec.names, *spec.other_names):
            own = Word(name, spec.tag, keys)
            other = owners.setdefault(fold(name), own)
            if other.meaning != spec.tag:
                message = f"{name!r} names [{other.meaning}] already, so that [{spec.tag}] is not read by it; use another name"
                yield Weakness("PB107", "name-repeated", message, (own, other))
    listing = [
        f"templates[{template.key}].fields[{spec.key}]"
        for template in playbook.templates
        for spec in template.fields
        if spec.kind in ("workloads", "workload")
    ]
    if listing and not playbook.workloads:
        message = "this field has workloads, and the playbook has none; add [[workloads]], each with tag and names"
        yield Weakness("PB203", "no-workloads", message, (Word("", "", tuple(listing)),))
    if playbook.workloads and not listing:
        message = 'no template has workloads; add a field with kind = "workloads" or "workload", or remove them'
        yield Weakness("PB204", "workloads-not-listed", message, (Word("", "", (f"workloads[{playbook.workloads[0].tag}]",)),))


def _common_words(language: Language) -> Iterator[str]:
    """Yield the words of a language that free text can begin with."""
    yield from language.small_words
    for lists in (language.words.dates, language.words.actions, language.choice_words):
        for name, words in lists._asdict().items():
            if not name.endswith(_PARTS):
                yield from words


def _missing_words(template: Template) -> Iterator[Weakness]:
    labelled = {key for local in template.words.values() for key in local.labels}
    place = f"templates[{template.key}]"
    for spec in template.fields:
        if spec.key not in labelled:
            message = f'the field {spec.key!r} has no label, so that notes can\'t have it; add label = "…"'
            yield Weakness("PB201", "no-label", message, (Word("", "", (f"{place}.fields[{spec.key}]",)),))
    languages: dict[tuple[str, ...], list[str]] = {}
    for code, local in template.words.items():
        elsewhere = labelled - local.labels.keys()
        missing = [f"labels.{spec.key}" for spec in template.fields if spec.key in elsewhere]
        for spec in template.fields:
            known = local.choices.get(spec.key, ())
            missing += [f"choices.{spec.key}.{choice}" for choice in spec.choices if choice not in known]
        languages.setdefault(tuple(missing), []).append(code)
    languages.pop((), None)
    for absent, codes in languages.items():
        in_language = f"languages.{codes[0] if len(codes) == 1 else 'CODE'}.{place[:-1].replace('[', '.')}"
        keys = in_language, f"{place}.fields[{absent[0].split('.')[1]}]", place
        message = f"no words in {listed(codes)} for {listed(absent)}; add them to [{in_language}]"
        yield Weakness("PB202", "not-translated", message, (Word("", "", keys),), Severity.INFORMATION)


def _words_of(template: Template) -> tuple[list[Word], list[Word], dict[str, list[Word]], list[Word]]:
    """Return the labels, hints, choices by field, and titles of a template in all languages."""
    labels: list[Word] = []
    hints: list[Word] = []
    choices: dict[str, list[Word]] = {spec.key: [] for spec in template.fields}
    titles: list[Word] = []
    own = f"templates[{template.key}]"
    for code, local in template.words.items():
        there = f"languages.{code}.templates.{template.key}"
        titles += [Word(text, template.key, (f"{own}.titles", f"{there}.titles")) for text in local.titles]
        for group, words, name in ((local.labels, labels, "label"), (local.hints, hints, "hint")):
            for key, texts in group.items():
                words += [Word(text, key, (f"{own}.fields[{key}].{name}", f"{there}.{name}s.{key}")) for text in texts]
        for key, by_choice in local.choices.items():
            keys = f"{own}.fields[{key}].choices", f"{there}.choices.{key}"
            choices[key] += [Word(text, choice, keys) for choice, texts in by_choice.items() for text in texts]
    return labels, hints, choices, titles

"""Labels that no word explains, and that the lines around them do, in a text that is a summary by other evidence.

Where we are: fully engaged       a choice of the field that is missing between the fields above and below
Products:                         the label of a list of workloads, if the summary has no other
Customer Bank, 740 users          the label of the field that is missing there, before text or a dash, where other labels
                                  have colons
Blockers                          a label that writers add, where other labels have lines of their own
customer - Bank                   a dash or > after an everyday word, as after those of two other fields
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ..playbook.choice_reading import choice_in
from ..playbook.template_words import TemplateWords
from ..text.source import WHITESPACE
from ..text.words import FIRST_WORD, fold, word_ends
from .builder import Token
from .inner_labels import verbs_of
from .inner_lines import InnerLineClassifier
from .line_parts import LONGEST_HEAD, FieldParts, field_parts, first_separator

#: How many fields with dashes after their labels prove that such lines are fields.
_FEWEST_DASHED: Final = 3
#: How many workloads below a label prove that it is that of the list.
_FEWEST_LISTED: Final = 2
#: A word or two before a sign that is also in text.
_POINTED: Final = re.compile(rf"([^\W_]++(?>(?:[ /][^\W_]++)?))([{WHITESPACE}]++>{{1,2}}(?:[{WHITESPACE}]++|\Z))")
#: A dash between words.
_DASHED: Final = re.compile(rf"[{WHITESPACE}][-–—]{{1,3}}+[{WHITESPACE}]")
#: One or two small words before a colon, and a value.
_SMALL_LABEL: Final = re.compile(rf"([^\W\d_]++(?>(?: [^\W\d_]++)?))([{WHITESPACE}]*+:[{WHITESPACE}]++)(\S[^\r\n]*+)")
#: How many labels prove that one without a sign is one, too, and how many words it has before its value.
_FEWEST_LABELLED, _BARE_WORDS = 3, 2
#: The end of a sentence.
_SENTENCE_END: Final = re.compile(r"[.!?;](?:\s|\Z)")
_DASH: Final = re.compile(rf"[-–—][{WHITESPACE}]++")
_LABELS: Final = frozenset(("FIELD", "WEAK"))
_WORKLOADS: Final = frozenset(("ITEM", "NAME", "TAG"))


def can_be_dashed(line: Token) -> bool:
    """Return whether a line has a dash, or after its first word another sign that is also in text."""
    if line.type == "PLAIN":
        content = line.cut[1] if line.cut else ""
        dashed = ("-" in content or "–" in content or "—" in content) and _DASHED.search(content)
        return bool(dashed or (">" in content and _POINTED.match(content)))
    return line.type == "WEAK" and _is_dashed(line)


def _is_dashed(field: Token) -> bool:
    colon: str = field.parts[3]
    return bool(colon) and not colon.isspace() and not set(colon) & set(":：")


def read_dashed_labels(lines: Sequence[Token], inner: InnerLineClassifier) -> None:
    """Read lines such as ``customer - Bank`` as fields, if three or more have labels of different fields."""
    found = list(_dashed(lines, inner))
    typed = {line.parts[0] for line in lines if line.type in _LABELS and _is_dashed(line)}
    if len(typed.union(key for _, key, *_ in found if key)) >= _FEWEST_DASHED:
        for line, key, head, dash, value in found:
            before, _, after = line.cut or ("", "", "")
            line.type, line.parts = "WEAK" if key else "OWN", field_parts(key, head, before, dash, value, after)


def _dashed(lines: Sequence[Token], inner: InnerLineClassifier) -> Iterator[tuple[Token, str | None, str, str, str]]:
    """Yield the lines with an everyday label before a dash, or one that writers add.

    Each comes with the key of its label, None for one that writers add, the label, the dash, and the value.
    """
    for line in lines:
        if line.type == "PLAIN" and line.cut:
            content = line.cut[1]
            separator = _POINTED.match(content) or first_separator(content)
            if separator is not None and separator.re is _POINTED:
                label = inner.labels.find(separator[1], True)
                if label:
                    yield line, label[1], separator[1], separator[2], content[separator.end() :]
                continue
            if separator is None:
                continue
            head, value = content[: separator.start()], content[separator.end() :]
            label = inner.labels.find(head, True)
            if label or inner.everyday_labels.is_own_label(head):
                yield line, label[1] if label else None, head, separator.group(), value


def read_meant_labels(lines: Sequence[Token], template: TemplateWords, inner: InnerLineClassifier) -> None:
    """Give the labels of the writer's own in a summary the keys of the fields that their values or lists show."""
    keys = template.keys
    labelled = [number for number, line in enumerate(lines) if line.type in _LABELS]
    missing = set(keys).difference(lines[number].parts[0] for number in labelled)
    for number, line in enumerate(lines):
        parts = line.parts if line.type == "OWN" else _small_label(line) if line.type == "PLAIN" else None
        if parts is None or not missing or inner.everyday_labels.is_own_label(parts[1]):
            continue
        above = next((keys.index(lines[each].parts[0]) for each in reversed(labelled) if each < number), -1)
        below = next((keys.index(lines[each].parts[0]) for each in labelled if each > number), len(keys))
        between = missing.intersection(keys[above + 1 : below])
        listed = _named(parts[1], missing, inner) if line.type == "OWN" else set()
        meant = _shown(lines, number, parts, between | listed, template, inner)
        if meant:
            line.type, line.parts = "WEAK", (meant, *parts[1:])
            missing.remove(meant)


def _small_label(line: Token) -> FieldParts | None:
    """Return the parts of a line that begins with a small word before a colon, such as a misspelled label; or None."""
    before, content, after = line.cut or ("", "", "")
    label = _SMALL_LABEL.match(content) if ":" in content[:LONGEST_HEAD] else None
    return label and field_parts(None, label[1], before, label[2], label[3], after)


def _named(label: str, missing: set[str], inner: InnerLineClassifier) -> set[str]:
    """Return the missing list that a label begins with, wherever it is: "Workloads under discussion"."""
    first = FIRST_WORD.match(label)
    known = first and inner.labels.find(first.group(), True)
    return missing & inner.listing & {known[1]} if known else set()


def _shown(
    lines: Sequence[Token],
    number: int,
    parts: FieldParts,
    missing: set[str],
    template: TemplateWords,
    inner: InnerLineClassifier,
) -> str | None:
    """Return the one missing field whose choice or list is the value of a line, or whose list is below it; or None."""
    _, label, _, _, value, _ = parts
    below = [line.type in _WORKLOADS for line in lines[number + 1 : number + 1 + _FEWEST_LISTED]]
    if value:
        fits = {key for key in missing if inner.kinds[key] == "choice" and choice_in(template, key, value)}
        if inner.workloads.run_on(value, goes_on=below[:1] == [True]):
            fits |= _named(label, missing, inner)
    else:
        fits = missing & inner.listing if below.count(True) == _FEWEST_LISTED else set()
    return fits.pop() if len(fits) == 1 else None


def read_lone_labels(lines: Sequence[Token], inner: InnerLineClassifier) -> None:
    """Read lines that are only a label that writers add as such, if three or more labels have lines of their own."""
    alone = {line.parts[0] for line in lines if line.type in _LABELS and not line.parts[3] and not line.parts[4]}
    for line in lines if len(alone) >= _FEWEST_LABELLED else ():
        before, content, after = line.cut or ("", "", "")
        if line.type == "PLAIN" and inner.everyday_labels.is_own_label(content):
            line.type, line.parts = "OWN", field_parts(None, content, before, "", "", after)


def read_bare_labels(lines: Sequence[Token], template: TemplateWords, inner: InnerLineClassifier) -> None:
    """Read lines such as ``Customer Bank, 740 users`` as fields, where the field is missing beside three others."""
    keys = template.keys
    found = [(number, keys.index(line.parts[0])) for number, line in enumerate(lines) if line.type in _LABELS]
    if len({place for _, place in found}) < _FEWEST_LABELLED:
        return
    for number, line in enumerate(lines):
        bare = _bare(line, inner) if line.type == "PLAIN" else None
        if bare:
            key, head, value = bare
            above = max((place for each, place in found if each < number), default=-1)
            below = min((place for each, place in found if each > number), default=len(keys))
            place = keys.index(key)
            if above < place < below and _can_be_value(template, key, value):
                before, content, after = line.cut or ("", "", "")
                gap = content[len(head) : len(content) - len(value)]
                line.type, line.parts = "WEAK", field_parts(key, head, before, gap, value, after)
                found.append((number, place))


def _bare(line: Token, inner: InnerLineClassifier) -> tuple[str, str, str] | None:
    """Return the key of the label that a line begins with, the label, and the text after it."""
    content = line.cut[1] if line.cut else ""
    for end in word_ends(content, _BARE_WORDS) if len(content) <= LONGEST_HEAD else ():
        head, value = content[:end], content[end:].lstrip(WHITESPACE)
        if dash := _DASH.match(value):
            value = value[dash.end() :]
        if inner.everyday_labels.is_own_label(head):
            return None
        label = inner.labels.find(head, True) if content[end : end + 1] in WHITESPACE else None
        if (
            label
            and value[:1].isalnum()
            and not _DASH.search(head)
            and fold(head.split()[-1]) not in inner.everyday.small_words
        ):
            return label[1], head, value
    return None


def _can_be_value(template: TemplateWords, key: str, value: str) -> bool:
    """Return whether a text after a label without colon is a value: a choice of its field, or not a sentence."""
    kind = template.fields[key].kind
    if kind == "choice":
        return choice_in(template, key, value) is not None
    verbs = verbs_of(template.playbook)
    words = [fold(match.group()) for match in FIRST_WORD.finditer(value)]
    is_sentence = not words or words[0] in verbs.acts or words[0].endswith(verbs.endings) or not verbs.states.isdisjoint(words)
    return kind != "workloads" and not is_sentence and _SENTENCE_END.search(value) is None

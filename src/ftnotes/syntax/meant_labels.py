"""Labels that no word explains, and that the lines around them do, in a text that is a summary by other evidence.

Where we are: fully engaged       a choice of the field that is missing between the fields above and below
Products:                         the label of a list of workloads, if the summary has no other
customer - Bank                   a dash after an everyday word, as after those of two other fields
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ..playbook.choice_reading import choice_in
from ..playbook.template_words import TemplateWords
from .builder import Token
from .inner_lines import InnerLineClassifier
from .line_parts import field_parts, first_separator

#: How many fields with dashes after their labels prove that such lines are fields.
_FEWEST_DASHED: Final = 3
#: How many workloads below a label prove that it is that of the list.
_FEWEST_LISTED: Final = 2
_LABELS: Final = frozenset(("FIELD", "WEAK"))
_WORKLOADS: Final = frozenset(("ITEM", "NAME", "TAG"))


def is_dashed(field: Token) -> bool:
    """Return whether the label of a field is before a dash."""
    colon: str = field.parts[3]
    return bool(colon) and not colon.isspace() and not set(colon) & set(":：")


def read_dashed_labels(lines: Sequence[Token], inner: InnerLineClassifier) -> None:
    """Read lines such as ``customer - Bank`` as fields, if three or more have labels of different fields."""
    found = list(_dashed(lines, inner))
    typed = {line.parts[0] for line in lines if line.type in _LABELS and is_dashed(line)}
    if len(typed.union(key for _, key, *_ in found)) >= _FEWEST_DASHED:
        for line, key, head, dash, value in found:
            before, _, after = line.cut or ("", "", "")
            line.type, line.parts = "WEAK", field_parts(key, head, before, dash, value, after)


def _dashed(lines: Sequence[Token], inner: InnerLineClassifier) -> Iterator[tuple[Token, str, str, str, str]]:
    """Yield the lines with an everyday label before a dash: with its key, the label, the dash, and the value."""
    for line in lines:
        if line.type == "PLAIN" and line.cut:
            content = line.cut[1]
            separator = first_separator(content)
            label = inner.labels.find(content[: separator.start()], True) if separator else None
            if separator and label:
                yield line, label[1], content[: separator.start()], separator.group(), content[separator.end() :]


def read_meant_labels(lines: Sequence[Token], template: TemplateWords, inner: InnerLineClassifier) -> None:
    """Give the labels of the writer's own in a summary the keys of the fields that their values or lists show."""
    keys = template.keys
    labelled = [number for number, line in enumerate(lines) if line.type in _LABELS]
    missing = set(keys).difference(lines[number].parts[0] for number in labelled)
    for number, line in enumerate(lines):
        if line.type != "OWN" or not missing or inner.everyday_labels.is_own_label(line.parts[1]):
            continue
        above = next((keys.index(lines[each].parts[0]) for each in reversed(labelled) if each < number), -1)
        below = next((keys.index(lines[each].parts[0]) for each in labelled if each > number), len(keys))
        between = missing.intersection(keys[above + 1 : below])
        meant = _shown(lines, number, between, template, inner)
        if meant:
            line.type, line.parts = "WEAK", (meant, *line.parts[1:])
            missing.remove(meant)


def _shown(
    lines: Sequence[Token], number: int, missing: set[str], template: TemplateWords, inner: InnerLineClassifier
) -> str | None:
    """Return the one missing field whose choice is the value of a line, or whose list is below it; or None."""
    value = lines[number].parts[4]
    if value:
        fits = {key for key in missing if inner.kinds[key] == "choice" and choice_in(template, key, value)}
    else:
        below = lines[number + 1 : number + 1 + _FEWEST_LISTED]
        listed = len(below) == _FEWEST_LISTED and all(line.type in _WORKLOADS for line in below)
        fits = missing & inner.listing if listed else set()
    return fits.pop() if len(fits) == 1 else None

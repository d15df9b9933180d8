"""What is left of inherited hashtags in a file that takes fields or choices away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ..text.decoder import Table


def hashtags_left(hashtags: Any, before: Any, after: Any) -> list[Table]:
    """Return inherited hashtags, with those of their rules that can apply to the fields that are left.

    Args:
        hashtags: Their tables in a published edition.
        before: The tables of the templates of the edition.
        after: The tables of the templates with the changes of the file.
    """
    choices, left = _choices_by_field(before), _choices_by_field(after)
    return [{**hashtag, "rules": list(_rules_left(hashtag.get("rules", ()), choices, left))} for hashtag in hashtags]


def _choices_by_field(templates: Iterable[dict[str, Any]]) -> dict[str, set[str]]:
    """Return the choices that the fields with a key have in any template, by that key."""
    choices: dict[str, set[str]] = {}
    for field in (field for template in templates for field in template.get("fields", ())):
        choices.setdefault(field["key"], set()).update(field.get("choices", ()))
    return choices


def _rules_left(rules: Iterable[dict[str, Any]], before: dict[str, set[str]], left: dict[str, set[str]]) -> Iterator[Table]:
    """Yield the rules of a hashtag that can still apply, without the fields and choices that are no longer there."""

    def members_left(conditions: dict[str, Any]) -> dict[str, list[str]]:
        listed = {name: [members] if isinstance(members, str) else members for name, members in conditions.items()}
        removed = {name: before.get(name, set()) - left.get(name, set()) for name in listed}
        return {name: [one for one in members if one not in removed[name]] for name, members in listed.items()}

    for rule in rules:
        when = members_left(rule["when"])
        unless = {name: members for name, members in members_left(rule.get("unless", {})).items() if members}
        if all(when.values()):
            kept = {name: value for name, value in rule.items() if name != "field" or value in left}
            yield {**kept, "when": when, "unless": unless}

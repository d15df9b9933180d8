"""Inherited hashtags in files that take fields or choices away."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.playbooks import own, template_of

EXTENDS = 'id = "own"\nextends = "2020-03"\n'


@pytest.mark.parametrize(
    ("change", "number", "of_status", "fields"),
    [
        ('[[templates]]\nkey = "enterprise-status"\nremove = true\n', 7, 6, set()),
        ('[[templates]]\nkey = "exec-summary"\nremove = true\n', 6, 0, {"exec-summary"}),
        (template_of('key = "engagement-status", remove = true'), 6, 0, {"exec-summary"}),
        (template_of('key = "engagement-status", choices = ["Fully Engaged"]'), 6, 0, {"exec-summary"}),
        (template_of('key = "engagement-status", choices = ["On Hold", "Lost"]'), 7, 6, {"exec-summary"}),
    ],
)
def test_rules_of_hashtags_go_with_their_fields(
    tmp_path: Path, change: str, number: int, of_status: int, fields: set[str]
) -> None:
    """A rule that needs a removed field or choice is removed with it; others lose the field to stand in, and exceptions."""
    (hashtag,) = own(tmp_path, EXTENDS + change).hashtags
    assert len(hashtag.rules) == number
    assert sum("engagement-status" in rule.when.keys() | rule.unless.keys() for rule in hashtag.rules) == of_status
    assert {rule.field for rule in hashtag.rules} == {"", *fields}

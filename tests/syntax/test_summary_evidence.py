"""Evidence for a summary: how much a title, labels, choices and tags prove together."""

from __future__ import annotations

import pytest

from ftnotes.playbook.playbook import Playbook
from ftnotes.playbook.template_words import first_template
from ftnotes.syntax.summary_evidence import SummaryEvidence


@pytest.mark.parametrize(
    ("parts", "with_title", "without_title"),
    [
        ("", False, False),
        ("CUSTOMER", True, False),
        ("CUSTOMER CUSTOMER", True, False),
        ("CUSTOMER SUPPORT-REQUESTS", True, True),
        ("CUSTOMER [EXO]", True, True),
        ("[EXO]", False, False),
        ("[EXO] [SPO] [OD] [TEAMS]", False, False),
        ("customer relationship support-requests", False, False),
        ("customer relationship [EXO]", True, False),
        ("customer [EXO] [EXO]", False, False),
        ("customer [EXO] [SPO]", True, False),
        ("customer engagement-status=Reactive", True, False),
        ("engagement-status=Reactive", False, False),
        ("engagement-status=Red customer customer relationship", False, False),
        ("engagement-status=Reactive deployment-progress=fully engagement-status", True, False),
        ("engagement-status=Reactive customer relationship support-requests", True, True),
        ("engagement-status=Reactive [EXO] [SPO] customer", True, True),
        ("customer relationship support-requests workloads [EXO] [SPO]", True, False),
        ("CUSTOMER engagement-status=Reactive relationship", True, True),
        ("CUSTOMER customer engagement-status=Reactive", True, False),
        ("ENGAGEMENT-STATUS=Reactive customer relationship", True, True),
        ("ENGAGEMENT-STATUS=Red DEPLOYMENT-PROGRESS=Green", True, False),
        ("ENGAGEMENT-STATUS=Red DEPLOYMENT-PROGRESS=Green [EXO]", True, True),
        ("ENGAGEMENT-STATUS=Red CUSTOMER", True, True),
        ("? ? CUSTOMER", True, False),
    ],
)
def test_parts_prove_a_summary(parts: str, with_title: bool, without_title: bool) -> None:
    """A title needs a full label, or three points with a choice or tag; without one, two full labels or five points.

    Labels in capitals are full, those in small letters weak, and ``?`` is an unknown one.
    """
    for has_title, suffices in ((True, with_title), (False, without_title)):
        evidence = SummaryEvidence(first_template(Playbook.load()), has_title)
        for part in parts.split():
            if part.startswith("["):
                evidence.add_tag(part)
            else:
                key, _, value = part.partition("=")
                evidence.add_field(None if key == "?" else key.lower(), key.islower(), value)
        assert evidence.suffices == suffices, has_title


def test_the_first_line_of_a_value_is_its_choice() -> None:
    """Text below a choice neither adds to it nor takes from it."""
    evidence = SummaryEvidence(first_template(Playbook.load()), has_title=True)
    evidence.add_field("engagement-status", True, "Reactive\nred")
    evidence.add_field("customer", True, "Bank")
    assert evidence.suffices

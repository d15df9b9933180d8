"""Published templates that a learned one is an edition of."""

from __future__ import annotations

import pytest
from helpers.learning import blocks_of, published_page

from ftnotes.learning.known import KnownTemplate, find_known
from ftnotes.learning.templates import learn_templates


def known_of(page: str, edition: str | None = None) -> KnownTemplate | None:
    """Find the published template for the first template of a page."""
    template = next(template for template, _ in learn_templates(blocks_of(page), []) if template)
    return find_known(template, edition)


@pytest.mark.parametrize("language", ["en", "de", "ja"])
def test_the_template_is_known_in_its_language(language: str) -> None:
    """A page that has the published labels is known, in the newest edition or the one given."""
    known = known_of(published_page("2019-09", language))
    assert known is not None
    assert (known.playbook.id, known.template.key, known.language) == ("2020-05", "exec-summary", language)
    older = known_of(published_page("2019-09", language), "2019-09")
    assert older is not None
    assert older.playbook.id == "2019-09"


def test_half_of_the_labels_must_be_published() -> None:
    """Another form is not an edition of the published one."""
    assert known_of("- DESCRIBE THE CUSTOMER: \n- A: \n- B: \n") is None
    assert known_of("- DESCRIBE THE CUSTOMER: \n- A: \n") is not None


def test_words_have_their_published_keys() -> None:
    """Labels, choices and tags are found in any spelling; new ones are not."""
    known = known_of(published_page("2020-03", "es"), "2020-03")
    assert known is not None
    assert known.field("describir al cliente") == "customer"
    assert known.field("x") is None
    assert known.choice("engagement-status", "EN ESPERA") == "on-hold"
    assert known.choice("engagement-status", "x") is known.choice("customer", "x") is None
    assert list(known.choices("engagement-status")) == ["on-hold", "reactive", "fully-engaged"]
    assert known.choices("x") == {}
    assert [spec.key for spec in known.missing(["customer", "relationship"])][:2] == [
        "engagement-status",
        "deployment-progress",
    ]
    exo, apps = known.workloads.find("exo"), known.workloads.find("Microsoft 365 Apps")
    assert exo is not None
    assert apps is not None
    assert (exo.tag, apps.tag, known.workloads.find("x")) == ("EXO", "OPP", None)
    assert known.workloads.names(exo) == ("Exchange Online",)


def test_inherited_values_are_those_of_the_edition() -> None:
    """A file that extends an edition need not repeat them."""
    known = known_of(published_page("2020-03", "en"), "2020-03")
    assert known is not None
    assert dict(known.inherited("engagement-status")) == {
        "label": "STATUS OF THE ENGAGEMENT",
        "kind": "choice",
        "hint": "",
        "choices": {"on-hold": "On Hold", "reactive": "Reactive", "fully-engaged": "Fully Engaged"},
    }
    assert dict(known.inherited("x")) == {}

"""Published templates that a learned one is an edition of."""

from __future__ import annotations

import pytest
from helpers.learning import blocks_of, published_page

from ftnotes.learning.known import find_known, inherited_choices, inherited_values, known_field
from ftnotes.learning.templates import learn_templates
from ftnotes.playbook.wording import Wording


def known_of(page: str, edition: str | None = None) -> Wording | None:
    """Find the published template for the first template of a page."""
    template = next(template for template, _ in learn_templates(blocks_of(page), []) if template)
    return find_known(template, edition)


@pytest.mark.parametrize("language", ["en", "de", "ja"])
def test_the_template_is_known_in_its_language(language: str) -> None:
    """A page that has the published labels is known, in the newest edition or the one given."""
    known = known_of(published_page("2019-09", language))
    assert known is not None
    assert (known.playbook.id, known.template.key, known.language.code) == ("2020-05", "exec-summary", language)
    older = known_of(published_page("2019-09", language), "2019-09")
    assert older is not None
    assert older.playbook.id == "2019-09"


def test_half_of_the_labels_must_be_published() -> None:
    """Another form is not an edition of the published one."""
    assert known_of("- DESCRIBE THE CUSTOMER: \n- A: \n- B: \n") is None
    assert known_of("- DESCRIBE THE CUSTOMER: \n- A: \n") is not None


def test_words_have_their_published_keys() -> None:
    """Labels are found in any spelling, without their articles too; new ones and beginnings of labels are not."""
    known = known_of(published_page("2020-03", "es"), "2020-03")
    assert known is not None
    assert known_field(known, "describir al cliente") == known_field(known, "describir cliente") == "customer"
    assert known_field(known, "x") is known_field(known, "describir") is None
    assert list(inherited_choices(known, "engagement-status")) == ["on-hold", "reactive", "fully-engaged"]
    assert inherited_choices(known, "x") == {}


def test_inherited_values_are_those_of_the_edition() -> None:
    """A file that extends an edition need not repeat them."""
    known = known_of(published_page("2020-03", "en"), "2020-03")
    assert known is not None
    assert inherited_values(known, "engagement-status") == {
        "label": "STATUS OF THE ENGAGEMENT",
        "kind": "choice",
        "hint": "",
        "choices": {"on-hold": "On Hold", "reactive": "Reactive", "fully-engaged": "Fully Engaged"},
    }
    assert inherited_values(known, "x") == {}

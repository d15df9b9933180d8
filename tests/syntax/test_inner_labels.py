"""Labels that the words of the template don't explain."""

from __future__ import annotations

import pytest

from ftnotes.playbook.playbook import Playbook
from ftnotes.playbook.template_words import first_template
from ftnotes.syntax.inner_labels import InnerLabels, label_words


@pytest.fixture(scope="module")
def labels() -> InnerLabels:
    """Return the labels of the default edition."""
    return InnerLabels(first_template(Playbook.load()))


@pytest.mark.parametrize(
    ("head", "firm", "found"),
    [
        ("DESCRIBE THE CUSTOMER", False, ("FIELD", "customer")),
        ("Status", False, ("WEAK", "engagement-status")),
        ("Customer", True, ("WEAK", "customer")),
        ("Customer", False, None),
        ("Relationship with customer", False, ("WEAK", "relationship")),
        ("Relationship cust/partner", True, ("WEAK", "relationship")),
        ("Relationship pizza", True, None),
        ("Cust/partner/AT relationship", True, ("WEAK", "relationship")),
        ("Team relationship", False, ("WEAK", "relationship")),
        ("Pizza relationship", True, None),
        ("We describe the customer", True, None),
        ("Our relationship", True, None),
        ("Customer / Klient", True, ("WEAK", "customer")),
        ("Wsparcie / Support", True, ("WEAK", "support-requests")),
        ("Customer / Klient", False, None),
        ("Status / Risks", True, None),
        ("Status / we are not so far", True, None),
        ("Klient / Kunde x", True, None),
        ("Project status", True, None),
        ("Migration progress", True, None),
        ("STATUS OF THE ENGAGMENT", False, ("FIELD", "engagement-status")),
        ("Custmer description", True, ("WEAK", "customer")),
        ("Custmer description", False, None),
        ("Customer: Status", True, None),
        ("DESCRIBE\nTHE CUSTOMER", True, None),
        ("phoenix", True, None),
        ("", True, None),
    ],
)
def test_a_label_is_found(labels: InnerLabels, head: str, firm: bool, found: tuple[str, str] | None) -> None:
    """Published labels and slips of them need no clear separator; a single everyday word and its slips do."""
    assert labels.find(head, firm) == found


@pytest.mark.parametrize(
    ("text", "is_own"),
    [
        ("Risks", True),
        ("risks", True),
        ("phoenix", False),
        ("One two three four five", True),
        ("One two three four five six", False),
        ("We wait, and", False),
        ("Risks (high)", False),
        ("2020 plan", False),
        ("", False),
    ],
)
def test_a_label_of_the_writers_own_is_a_few_words(labels: InnerLabels, text: str, is_own: bool) -> None:
    """It begins with a capital, unless people often type it, and contains no punctuation."""
    assert labels.is_own(text) is is_own


def test_the_words_of_labels_are_known_by_field() -> None:
    """Those of published and everyday labels are together, folded; each field has some."""
    playbook = Playbook.load()
    words = label_words(first_template(playbook))
    assert set(words) == {spec.key for spec in playbook.templates[0].fields}
    assert {"describe", "customer"} <= words["customer"]
    assert all(words.values())

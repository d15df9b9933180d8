"""What an update says about the progress of its workload."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from helpers.linearity import LINEAR, growth
from helpers.texts import any_text
from hypothesis import given

from ftnotes import Playbook
from ftnotes.analysis.progress import Progress, read_progress

PLAYBOOK = Playbook.load()
NAMES = ("done", "remaining", "begun", "planned", "unbegun")


@pytest.mark.parametrize(
    ("code", "update", "expected"),
    [
        ("en", "90 % of mailboxes migrated, rest in June", {"begun": "90 %", "remaining": "rest in"}),
        ("en", "4,100 of 6,400 mailboxes moved", {"begun": "4,100 of 6,400", "remaining": "4,100 of 6,400"}),
        ("en", "1 100 out of 1 600 are in the cloud", {"begun": "1 100 out of 1 600", "remaining": "1 100 out of 1 600"}),
        ("en", "300 / 300 laptops enrolled", {"begun": "300 / 300", "done": "300 / 300"}),
        ("en", "100% moved", {"begun": "100%", "done": "100%"}),
        ("en", "0 % migrated; 0 of 0 moved; 700 of 600 moved", {}),
        ("en", "Pilot. 20 of 300 users migrated", {"planned": "Pilot", "begun": "20 of 300", "remaining": "20 of 300"}),
        ("en", "Pilot with 20 of 300 users migrated", {"planned": "Pilot", "remaining": "20 of 300"}),
        ("en", "64 % usage", {}),
        ("en", "Completed. Next: usage review", {"done": "Completed"}),
        ("en", "Migration completed in May", {"done": "Migration completed"}),
        ("en", "Kickoff completed", {}),
        ("en", "Completed the assessment", {}),
        ("en", "Not started yet", {"planned": "Not started", "unbegun": "Not started"}),
        ("en", "In use; planning a webinar", {"done": "In use"}),
        ("en", "Planning a webinar", {}),
        ("en", "Live at HQ", {}),
        ("en", "Planning.", {"planned": "Planning", "unbegun": "Planning"}),
        ("en", "Planning, updating rules", {"planned": "Planning"}),
        ("de", "1.900 von 2.300 Postfächern umgezogen", {"begun": "1.900 von 2.300", "remaining": "1.900 von 2.300"}),
        ("de", "Abgeschlossen im März", {"done": "Abgeschlossen"}),
        ("es", "90 % de los buzones migrados", {"begun": "90 %", "remaining": "90 %"}),
        ("pt-BR", "Concluído em março", {"done": "Concluído"}),
        ("fr", "80 % des postes migrés", {"begun": "80 %", "remaining": "80 %"}),
        ("ja", "90％移行。残りは6月", {"begun": "90％", "remaining": "残りは"}),
        ("zh-CN", "已迁移 90%", {"begun": "90%", "remaining": "90%"}),
        ("en", "", {}),
    ],
)
def test_the_progress_of_an_update_is_read(code: str, update: str, expected: dict[str, str]) -> None:
    """By plain words, and by numbers beside words for what is deployed."""
    progress = read_progress(update, PLAYBOOK, code)
    assert {name: span.text(update) for name in NAMES if (span := getattr(progress, name))} == expected


@given(any_text())
def test_any_update_is_read(text: str) -> None:
    """What is read lies inside the text."""
    progress = read_progress(text, PLAYBOOK, "en")
    assert all(0 <= span.start < span.end <= len(text) for name in NAMES if (span := getattr(progress, name)))


@pytest.mark.parametrize("piece", ["90 % ", "1,000 of 2,000 moved ", "1 ", "1,111", "completed. "])
def test_growth_is_linear(piece: str) -> None:
    """Four times the text takes at most five times as long."""

    def reading(size: int) -> Callable[[], object]:
        text = piece * (size // len(piece))
        return lambda: [getattr(Progress(text, PLAYBOOK, "en"), name) for name in NAMES]

    assert growth(reading, 2_000) < LINEAR

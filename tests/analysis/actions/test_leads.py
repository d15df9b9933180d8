"""What is before a task."""

from __future__ import annotations

import pytest
from helpers.actions import words_of

from ftnotes.analysis.actions.leads import take_leads
from ftnotes.analysis.actions.roles import Setting
from ftnotes.analysis.actions.slots import Slots


@pytest.mark.parametrize(
    ("text", "setting", "owner", "task"),
    [
        ("Ana: send it", Setting.LIST, "Ana", "send it"),
        ("Abgleich – Account Manager – 5 May 2020", Setting.LIST, None, "Abgleich – Account Manager – 5 May 2020"),
        ("Zoltan – review it – 5 May 2020", Setting.LIST, "Zoltan", "review it – 5 May 2020"),
        ("Zoltan – review it", Setting.LIST, "Zoltan", "review it"),
        ("Firewall: Ana to open it", Setting.LIST, "Ana", "open it"),
        ("Firewall: Ana has to open it", Setting.LIST, None, None),
        ("Firewall - partner to open it", Setting.LIST, "partner", "open it"),
        ("Firewall -partner to open it", Setting.LIST, None, None),
        ("Ana - partner to open it", Setting.LIST, "Ana", "partner to open it"),
        ("Android: cx testing all of it", Setting.LIST, "cx", "testing all of it"),
        ("Android: cx testing", Setting.LIST, "Android", "cx testing"),
        ("One two three four five six: Ana to open it", Setting.LIST, None, None),
        ("[5 May 2020] Ana - send it", Setting.LIST, "Ana", "send it"),
        ("[5 May 2020] Ana - send it", Setting.PLAIN, None, None),
        ("Ana send the plan", Setting.LIST, "Ana", "send the plan"),
        ("Ana order 20 phones", Setting.LIST, "Ana", "order 20 phones"),
        ("Ana send it", Setting.LIST, None, None),
        ("Created issues on it", Setting.LIST, None, None),
        ("Ana can send it", Setting.LIST, "Ana", "send it"),
        ("Ana can send it", Setting.PLAIN, None, None),
        ("Everyone also encouraged to review it", Setting.LABEL, "Everyone", "review it"),
        ("Everyone encouraged to comment", Setting.LIST, "Everyone", "comment"),
        ("Everyone encouraged to", Setting.LIST, None, None),
        ("Review can start today", Setting.LABEL, None, None),
        ("Ana looking at it", Setting.LIST, "Ana", "looking at it"),
        ("Teva chasing the partner", Setting.LABEL, "Teva", "chasing the partner"),
        ("Teva chasing the partner", Setting.LIST, None, None),
        ("Partner chasing Ben", Setting.LIST, "Partner", "chasing Ben"),
        ("Partner training Ben", Setting.LIST, None, None),
        ("Ana Chasing Ben", Setting.LIST, None, None),
        ("ALL Update the page", Setting.LIST, "ALL", "Update the page"),
        ("All Update", Setting.LIST, None, None),
        ("Everyone Reach out to Ana", Setting.LIST, "Everyone", "Reach out to Ana"),
        ("everyone read the plan", Setting.LIST, None, None),
        ("All test users", Setting.LIST, None, None),
        ("Ana plan a call", Setting.LABEL, "Ana", "plan a call"),
        ("Ana plan calls", Setting.LABEL, None, None),
        ("Done: Ana to send it", Setting.LIST, "Ana", "send it"),
        ("DONE - send it", Setting.LIST, None, "send it"),
        ("DONE-send it", Setting.LIST, None, "send it"),
        ("Done: send it", Setting.PLAIN, None, "Done: send it"),
        ("Ana 5 May 2020 to send it", Setting.LIST, "Ana", "send it"),
        ("Ana 5 May 2020 is busy", Setting.LIST, None, None),
        ("Ana, Ben, Eva: send it", Setting.LIST, "Ana, Ben, Eva", "send it"),
        ("Ana, Ben to send it", Setting.LABEL, "Ana, Ben", "send it"),
        ("Ana, Ben, we send it", Setting.LABEL, None, None),
        ("Ana, Ben to send it", Setting.PLAIN, None, None),
        ("Try to find it", Setting.LABEL, None, "Try to find it"),
        ("Ana -- send it", Setting.LIST, "Ana", "send it"),
        ("Ana --send it", Setting.LIST, None, None),
        ("theo will send it to Ana", Setting.LIST, "theo", "send it to Ana"),
        ("theo will go", Setting.LIST, None, None),
        ("[@ana](https://a.org/ana) send it", Setting.LIST, "ana", "send it"),
        ("[Ana](x y) send it", Setting.LIST, "Ana", "(x y) send it"),
        ("For Ana: send it", Setting.LIST, "Ana", "send it"),
        ("For Ana: send it", Setting.PLAIN, None, None),
        ("For Ana send it", Setting.LIST, None, None),
        ("Ahmed sends it, with Ahmed", Setting.LIST, "Ahmed", "sends it, with Ahmed"),
        ("Envoyer le plan", Setting.LIST, None, None),
        ("theo to send it", Setting.LABEL, "theo", "send it"),
        ("theo to send it", Setting.LIST, None, None),
        ("me - send it", Setting.LIST, "me", "send it"),
        ("Me: the plan", Setting.LIST, "Me", "the plan"),
        ("me donner le plan", Setting.LIST, None, None),
        ("Network team: the plan", Setting.LIST, "Network team", "the plan"),
        ("Members: the plan", Setting.LIST, None, None),
        ("Ana (by 5 May): send it", Setting.LABEL, "Ana", "send it"),
        ("5/6 Ana (by 5 May): send it", Setting.LABEL, None, None),
        ("Ana (all of 5 May or so): send it", Setting.LABEL, None, None),
        ("Ana Update bot reminder", Setting.LABEL, "Ana", "Update bot reminder"),
        ("Ana Update Bot", Setting.LABEL, None, "Ana Update Bot"),
        ("Frau Groß anrufen", Setting.LABEL, None, "Frau Groß anrufen"),
        ("Ana und Ben rufen an", Setting.LABEL, "Ana und Ben", "rufen an"),
        ("Ana and Ben send it", Setting.LABEL, "Ana and Ben", "send it"),
        ("", Setting.LIST, None, None),
    ],
)
def test_who_and_when_are_taken_before_a_task(text: str, setting: Setting, owner: str | None, task: str | None) -> None:
    """Up to a colon, a dash, or the verb; a plain sentence needs more."""
    words = words_of(text)
    slots = Slots(words, 0, len(words.tokens), setting)
    take_leads(slots)
    found = words.span(slots.who.start, slots.who.stop).text(text) if slots.who else None
    assert found == owner
    assert task is None or words.span(*words.trimmed(slots.start, slots.end)).text(text) == task

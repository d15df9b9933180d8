"""What is after a task."""

from __future__ import annotations

import pytest
from helpers.actions import words_of

from ftnotes.analysis.actions.roles import Setting
from ftnotes.analysis.actions.slots import Slots
from ftnotes.analysis.actions.trails import take_trails


@pytest.mark.parametrize(
    ("text", "owner", "date", "task"),
    [
        ("send it - Ana - 5 May 2020", "Ana", "5 May 2020", "send it"),
        ("send it (Ana) by 5 May 2020 at 2pm", "Ana", "5 May 2020", "send it"),
        ("send it by @ana", "ana", None, "send it"),
        ("send it -> Ana", "Ana", None, "send it"),
        ("send it -> customer network -> 5 May 2020", "customer network", "5 May 2020", "send it"),
        ("send it -> customer network as planned -> 5 May 2020", None, "5 May 2020", "send it -> customer network as planned"),
        ("send it, customer network, 5 May 2020", None, "5 May 2020", "send it, customer network"),
        ("send it 5 May 2020, 8 May 2020", None, "8 May 2020", "send it 5 May 2020"),
        ("8 May 2020 (5 May 2020)", None, "5 May 2020", ""),
        ("updated plan from the partner", "partner", None, "updated plan"),
        ("send the plan from the partner", None, None, "send the plan from the partner"),
        ("new contract from Contoso", None, None, "new contract from Contoso"),
        ("new contract from the partner to sign", None, None, "new contract from the partner to sign"),
        ("send it -> as planned -> 5 May 2020", None, "5 May 2020", "send it -> as planned"),
        ("send it -> customer network", None, None, "send it -> customer network"),
        ("send it, owner Ana", "Ana", None, "send it"),
        ("send it, Ana owns it", "Ana", None, "send it"),
        ("send it by 5 May 2020, with Ana Weber as owner", "Ana Weber", "5 May 2020", "send it"),
        ("send it and Ana is responsible", "Ana", None, "send it"),
        ("send it - Ana - Bob owns it", "Bob", None, "send it - Ana"),
        ("Plan senden, Ana übernimmt", "Ana", None, "Plan senden"),
        ("发送计划，王伟负责", "王伟", None, "发送计划"),
        ("send it, nobody owns it", None, None, "send it, nobody owns it"),
        ("find out who owns it", None, None, "find out who owns it"),
        ("send it -- Ana", "Ana", None, "send it"),
        ("send it - Ana's action", "Ana", None, "send it"),
        ("review of it by Ana", "Ana", None, "review of it"),
        ("send it by hand", None, None, "send it by hand"),
        ("send it before Ana", None, None, "send it before Ana"),
        ("send it by Ana - Ben", "Ben", None, "send it by Ana"),
        ("計画書の送付は田中さんが担当", "田中さん", None, "計画書の送付"),
        ("計画書の送付、田中さんが担当", "田中さん", None, "計画書の送付"),
        ("send it, Ana leads the team", None, None, "send it, Ana leads the team"),
        ("plan负责人 李四", None, None, "plan负责人 李四"),
        ("send it owner - Ana", "Ana", None, "send it"),
        ("send it to @ana", None, None, "send it to @ana"),
        ("send it, Ana owns it and calls", None, None, "send it, Ana owns it and calls"),
        ("send the plan担当 Ana", None, None, "send the plan担当 Ana"),
        ("send it: done", None, None, "send it"),
        ("“send it” is ongoing", None, None, "“send it”"),
        ("find out what is ongoing", None, None, "find out what is ongoing"),
        ("send it (Note: due 5 May 2020)", None, "5 May 2020", "send it"),
        ("send it (Note: as of 5 May 2020 it is old)", None, None, "send it (Note: as of 5 May 2020 it is old)"),
        ("send it, date tbd", None, None, "send it"),
        ("send it, timing is to be confirmed", None, None, "send it"),
        ("send it, ports tbd", None, None, "send it, ports tbd"),
        ("send the date tbd", None, None, "send the date tbd"),
        ("send open questions", None, None, "send open questions"),
        ("send it          AB/CD", "AB/CD", None, "send it"),
        ("send it - Ana    Ben", "Ben", None, "send it - Ana"),
        ("send it to    Ana", None, None, "send it to    Ana"),
        ("send it    by mail", None, None, "send it    by mail"),
        ("send it [Ana](https://a.org/ana)", "Ana", None, "send it"),
        ("send [it](https://a.org/ana)", None, None, "send [it](https://a.org/ana)"),
        ("send it](https://a.org/ana)", None, None, "send it](https://a.org/ana)"),
        ("send [it](Ana)", "Ana", None, "send [it]"),
        ("send it (carried over)", None, None, "send it"),
        ("send it (carried over - 4 months)", None, None, "send it"),
        ("send it – DONE – it was late", None, None, "send it"),
        ("send it – Done work – it was late", None, None, "send it – Done work – it was late"),
        ("send it – done, late", None, None, "send it – done, late"),
        ("send it (done 5 May 2020)", None, None, "send it"),
        ("send it: Ana, Ben", "Ana, Ben", None, "send it"),
        ("Members: Ana, Ben", None, None, "Members: Ana, Ben"),
        ("invite Ana, Ben", None, None, "invite Ana, Ben"),
        ("paper by Ana B, Ben, Eva", "Ana B, Ben, Eva", None, "paper"),
        ("send it Done", None, None, "send it"),
        ("send it DONE", None, None, "send it"),
        ("plan to be Completed", None, None, "plan to be Completed"),
        ("get it done", None, None, "get it done"),
        ("Sign It Complete", None, None, "Sign It Complete"),
        ("send it (Ana) #12", "Ana", None, "send it"),
        ("send #12", None, None, "send #12"),
        ("send it [Done, thanks to Ben]", None, None, "send it"),
        ("send it [Ana, thanks to Ben]", None, None, "send it [Ana, thanks to Ben]"),
        ("it", None, None, "it"),
    ],
)
def test_who_and_when_are_taken_after_a_task(text: str, owner: str | None, date: str | None, task: str) -> None:
    """In any order, with brackets, dashes, labels or arrows."""
    words = words_of(text)
    slots = Slots(words, 0, len(words.tokens), Setting.LIST)
    take_trails(slots)
    assert (words.span(slots.who.start, slots.who.stop).text(text) if slots.who else None) == owner
    assert (slots.date.text if slots.date else None) == date
    assert words.span(*words.trimmed(slots.start, slots.end)).text(text) == task

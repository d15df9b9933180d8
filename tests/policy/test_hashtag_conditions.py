"""The conditions of the playbook's rules for hashtags, by context and text."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.hashtags import ACCELERATING, BETA, PAUSING, forbidden, missing
from helpers.policing import ON_HOLD, codes, own_playbook, playbook_of

from ftnotes import Context, Report, Severity, Span, check


def test_context_outweighs_text() -> None:
    """A violation by context is an error; one by words of the text is a warning that points at them."""
    text = "They paused the rollout because of COVID-19. #covid\n"
    (by_context,) = forbidden(text, PAUSING).diagnostics
    (by_text,) = forbidden(text).diagnostics
    assert (by_context.severity, by_context.evidence) == (Severity.ERROR, ())
    assert by_text.severity is Severity.WARNING
    assert [span.text(text) for span in by_text.evidence] == ["paused", "rollout"]
    assert 'the note says "paused" beside "rollout"' in by_text.message
    assert 'the intent is "pausing"' in by_context.message


def test_an_only_summary_is_about_the_whole_text() -> None:
    """If a text has one summary, its status forbids the hashtag anywhere in the text."""
    text = f"#covid before\n\n{ON_HOLD}\nAnd #covid after.\n"
    assert [diagnostic.span for diagnostic in forbidden(text).diagnostics] == [Span(0, 6), Span(len(text) - 14, len(text) - 8)]


def test_each_of_several_summaries_is_about_itself() -> None:
    """If a text has several summaries, the status of one forbids the hashtag only within it."""
    text = f"#covid\n\n{ON_HOLD}- RISKS: #covid\n\n{ON_HOLD.replace('On Hold', 'Reactive #covid')}\n#covid\n"
    assert [text[diagnostic.span.start - 7 : diagnostic.span.end] for diagnostic in forbidden(text).diagnostics] == [
        "RISKS: #covid"[-13:]
    ]


def test_conditions_of_context_and_text_together(tmp_path: Path) -> None:
    """A rule of the playbook applies if all its conditions are fulfilled, and asks only for context that still matters."""
    playbook = own_playbook(
        tmp_path,
        f'{BETA}[[hashtags.rules]]\ndemand = "forbid"\n'
        'when = { role = "gateway-manager", note-type = "engagement-management", risk = "high", '
        'engagement-status = ["on-hold", "reactive"] }\n',
    )
    text = "EXEC SUMMARY #beta\n- STATUS OF THE ENGAGEMENT: Reactive\n- RISK LEVEL: High Risk\n"

    def report(text: str, **values: str) -> Report:
        return forbidden(text, Context(**values), playbook)  # type: ignore[arg-type]

    diagnostic = report(text, role="Gateway Manager", note_type="Engagement Management").diagnostics[0]
    assert [span.text(text) for span in diagnostic.evidence] == ["Reactive", "High Risk"]
    assert 'the role is "Gateway Manager", the note type is "Engagement Management", STA' in diagnostic.message
    assert diagnostic.message.endswith(". Remove it.")  # the rule names nothing to do instead
    assert [entry.needs for entry in report(text, role="gateway-manager").not_evaluated] == [("note-type",)]
    assert [entry.needs for entry in report(text).not_evaluated] == [("role", "note-type")]
    assert report(text, role="fasttrack-manager") == Report()
    assert report(text.replace("High", "Low")) == Report()
    assert report("EXEC SUMMARY #beta\n- STATUS OF THE ENGAGEMENT: Reactive\n") == Report()


def test_words_are_evidence_only_without_intent_and_about_the_hashtag(tmp_path: Path) -> None:
    """Otherwise the report asks for the missing context."""
    text = "They are accelerating Teams because of COVID-19.\n"
    report = missing(text, Context(intent="accelerating"))
    assert (report.diagnostics, [entry.needs for entry in report.not_evaluated]) == ((), [("role", "note-type")])
    rules = "".join(
        f'[[hashtags.rules]]\ndemand = "{demand}"\nwhen = {{ intent = "{intent}" }}\n'
        for demand, intent in (("require", "accelerating"), ("forbid", "pausing"))
    )
    playbook = own_playbook(tmp_path, BETA + rules)
    report = missing(f"#covid {text}", None, playbook)
    assert (report.diagnostics, [entry.needs for entry in report.not_evaluated]) == ((), [("intent",)])
    report = forbidden("Rollout paused. #beta\n", None, playbook)
    assert (report.diagnostics, [entry.needs for entry in report.not_evaluated]) == ((), [("intent",)])


def test_a_rule_without_conditions_is_for_all_notes(tmp_path: Path) -> None:
    """The message says that the rule is for all notes."""
    for demand, text, judge, reason in (
        ("require", "EXEC SUMMARY\n", missing, "because all notes must have it. Add it"),
        ("forbid", "EXEC SUMMARY #beta\n", forbidden, "because no note may have it. Remove it"),
    ):
        playbook = own_playbook(tmp_path, f'{BETA}[[hashtags.rules]]\ndemand = "{demand}"\nwhen = {{}}\n')
        (diagnostic,) = judge(text, None, playbook).diagnostics
        assert reason in diagnostic.message


def test_exceptions(tmp_path: Path) -> None:
    """A rule does not apply if a condition of its ``unless`` is fulfilled; the report asks for context that is missing."""
    playbook = playbook_of(
        tmp_path,
        f'{BETA}[[hashtags.rules]]\ndemand = "forbid"\nwhen = {{ role = "gateway-manager" }}\n'
        'unless = { intent = "accelerating", engagement-status = "fully-engaged" }\n',
    )
    text = "EXEC SUMMARY #beta\n- STATUS OF THE ENGAGEMENT: Reactive\n"

    def report(text: str, **values: str) -> Report:
        return forbidden(text, Context(**values), playbook)  # type: ignore[arg-type]

    assert codes(report(text, role="Gateway Manager", intent="pausing")) == ["FT301"]
    assert report(text, role="Gateway Manager", intent="accelerating") == Report()
    assert [entry.needs for entry in report(text, role="Gateway Manager").not_evaluated] == [("intent",)]
    assert report(text.replace("Reactive", "Fully Engaged"), role="Gateway Manager", intent="pausing") == Report()


def test_context_outweighs_words_for_a_missing_hashtag() -> None:
    """If the intent is given, words of the text do not show another one."""
    text = "They are accelerating Teams because of COVID-19.\n"
    (diagnostic,) = missing(text).diagnostics
    assert diagnostic.severity is Severity.WARNING
    assert [diagnostic.span.text(text), *(span.text(text) for span in diagnostic.evidence)] == ["accelerating", "COVID"]
    assert missing(text, PAUSING) == Report()
    (by_context,) = missing(text, ACCELERATING).diagnostics
    assert by_context.severity is Severity.ERROR


def test_a_custom_hashtag_depends_on_context_alone(tmp_path: Path) -> None:
    """No words are evidence for a custom hashtag: the context decides, or the report asks for it."""
    playbook = playbook_of(
        tmp_path,
        f'{BETA}[[hashtags.rules]]\ndemand = "require"\nwhen = {{ note-type = "service-intent" }}\n'
        '[[hashtags]]\ntag = "#all"\nsummary = "it is a note"\n[[hashtags.rules]]\ndemand = "require"\nwhen = {}\n',
    )
    text = "They are accelerating because of COVID-19. #covid\n"
    assert [diagnostic.fixes[0].title for diagnostic in missing(text, playbook=playbook).diagnostics] == ["add #all"]
    assert [entry.needs for entry in missing(text, playbook=playbook).not_evaluated] == [("note-type",)]
    by_context = missing(text, Context(note_type="Service Intent"), playbook)
    assert [diagnostic.fixes[0].title for diagnostic in by_context.diagnostics] == ["add #beta", "add #all"]


def test_contradictory_words_are_not_evidence() -> None:
    """If one project pauses and another accelerates, the intent is not clear."""
    both = "They accelerate Teams because of COVID-19, but the project is on hold."
    assert not check(f"{both} #covid\n", select=("FT301", "FT302"))
    assert not check(f"{both}\n", select=("FT301", "FT302"))
    plain = "They paused the deployment because of COVID-19."
    assert not check(f"{both} #covid\n{plain}\n", select=("FT3",))
    assert codes(check(f"Call with Ana. #covid\n{plain}\n", select=("FT3",))) == ["FT301"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The customer asked us to pause the deployment until September.\n\n#covid\n", ["FT301"]),
        ("#covid\nThe customer wants to stop the deployment until further notice.\n", ["FT301"]),
        ("Cliente quer pausar a implantação. #covid\n", ["FT301"]),
        ("展開を一時停止。#covid\n", ["FT301"]),
        ("Owing to COVID-19 meetings on site are paused; all calls are online. #covid\n", []),
        ("Use the pause button in Teams recordings for covid briefings #covid\n", []),
        ("#covid The customer paused Yammer. Teams is accelerated because of COVID-19.\n", []),
        ("The deployment was on hold because of COVID-19; it was resumed today. #covid\n", []),
        ("The partner needs help with invoices due to the pandemic.\n", []),
        ("The customer needs help with the deployment of Teams due to the pandemic.\n", ["FT302"]),
    ],
)
def test_clear_words_are_evidence(text: str, expected: list[str]) -> None:
    """A pause counts if the deployment pauses; help counts if it is for the deployment and for the hashtag's reason."""
    assert codes(check(text, select=("FT301", "FT302"))) == expected

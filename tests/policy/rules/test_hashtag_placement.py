"""Rules about where hashtags must and must not be (FT301, FT302)."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.hashtags import ACCELERATING, BETA, PAUSING, forbidden, missing
from helpers.playbooks import WHOLE, own, words_in
from helpers.policing import CODES, ON_HOLD, codes, fixed, language_of, make, note, own_playbook

from ftnotes import Context, Playbook, Report, Severity, check, fix
from ftnotes.policy.rules.hashtag_placement import HASHTAG_FORBIDDEN, HASHTAG_MISSING


@pytest.mark.parametrize("code", CODES)
def test_covid_is_forbidden_on_hold_in_any_language(code: str) -> None:
    """An On Hold summary must not have #covid since March 2020; the edition of September 2019 has no such rule."""
    language = language_of(Playbook.load(), code)
    text = note(language, "engagement-status", words_in(language).choices["engagement-status"]["on-hold"][0] + " #Covid")
    assert codes(check(text, playbook=Playbook.load("2019-09"), select=("FT3",))) == []
    for edition in ("2020-03", "2020-05"):
        (diagnostic,) = check(text, playbook=Playbook.load(edition), select=("FT3",)).diagnostics
        assert (diagnostic.code, diagnostic.span.text(text)) == ("FT301", "#Covid")
        assert [span.text(text) for span in diagnostic.evidence] == [
            words_in(language).choices["engagement-status"]["on-hold"][0]
        ]
        assert "Entitlement Status (L1/L2/L3)" in diagnostic.message


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Stopped. #covid\n", "Stopped.\n"),
        ("Stopped  \t#covid , waiting\n", "Stopped , waiting\n"),
        ("#covid Stopped.\n", "Stopped.\n"),
        ("> #covid Stopped.\n", "> Stopped.\n"),
        ("- #covid stopped\n", "- stopped\n"),
        ("Stopped (#covid).\n", "Stopped.\n"),
        ("Stopped **#covid** now\n", "Stopped now\n"),
        ("a\r\n#covid\r\nb\r\n", "a\r\nb\r\n"),
        ("a\n- [#covid]\nb\n", "a\nb\n"),
        ("a\n\n#covid", "a\n\n"),
        ("#covid", ""),
    ],
)
def test_a_hashtag_is_removed_cleanly(before: str, after: str) -> None:
    """The fix removes the spaces before the hashtag, what wraps it, and its line if nothing else is on it."""
    report = forbidden(before, PAUSING)
    assert codes(report) == ["FT301"]
    assert fixed(before, report.diagnostics[0]) == after


def test_two_reasons_make_one_diagnostic() -> None:
    """A hashtag that two rules of the playbook forbid is reported once, and needs no more context."""
    report = forbidden(f"{ON_HOLD}- RISKS: #covid\n", PAUSING)
    assert codes(report) == ["FT301"]
    assert report.not_evaluated == ()


def test_missing_context_is_reported() -> None:
    """Without the customer's intent, the hashtag is not reported, and the report says what it needs."""
    report = forbidden("Asked to stop. #covid\n")
    assert not report
    assert [(entry.code, entry.name, entry.needs) for entry in report.not_evaluated] == [
        ("FT301", "hashtag-forbidden", ("intent",))
    ]
    assert forbidden("Asked to stop.\n") == Report()
    assert forbidden("Asked to stop. #covid\n", Context(intent="accelerating")) == Report()


def test_a_missing_hashtag_is_explained_by_context_before_text(tmp_path: Path) -> None:
    """Of two rules that apply, the message names the one that depends on context alone, in any order of the rules."""
    rules = [
        '[[hashtags.rules]]\ndemand = "require"\nwhen = { engagement-status = "reactive" }\n',
        '[[hashtags.rules]]\ndemand = "require"\nwhen = { role = "gateway-manager" }\n',
    ]
    text = "EXEC SUMMARY\n- STATUS OF THE ENGAGEMENT: Reactive\n"
    for ordered in (rules, rules[::-1]):
        playbook = own_playbook(tmp_path, BETA + "".join(ordered))
        (diagnostic,) = missing(text, Context(role="gateway-manager"), playbook).diagnostics
        assert 'the role is "Gateway Manager". Add it' in diagnostic.message
        assert diagnostic.evidence == ()
        (diagnostic,) = missing(text, Context(role="fasttrack-manager"), playbook).diagnostics
        assert 'STATUS OF THE ENGAGEMENT is "Reactive". Add it' in diagnostic.message


def test_a_playbook_without_hashtags_reports_none() -> None:
    """The edition of September 2019 has no hashtags: none is missing, unknown or misplaced, and no context is needed."""
    assert check("Call. #covid #covid19 # covid\n", playbook=Playbook.load("2019-09"), select=("FT3",)) == Report()


def test_a_missing_hashtag_is_added_after_the_title_or_at_the_end() -> None:
    """The hashtag goes after the title of the first summary that has one, or to the end of the text."""
    for before, after in (
        ("EXEC SUMMARY (draft) \r\n- DESCRIBE THE CUSTOMER: x\r\n", "EXEC SUMMARY (draft) #covid \r\n- DESCRIBE"),
        ("**EXEC SUMMARY**", "**EXEC SUMMARY** #covid"),
        ("- DESCRIBE THE CUSTOMER: x\n\n", "- DESCRIBE THE CUSTOMER: x #covid\n\n"),
        ("A call.\n\nTwo calls.  \n\n", "A call.\n\nTwo calls. #covid  \n\n"),
    ):
        (diagnostic,) = missing(before, ACCELERATING).diagnostics
        assert fixed(before, diagnostic).startswith(after)
        assert diagnostic.severity is Severity.ERROR


def test_a_text_without_words_needs_no_hashtag() -> None:
    """A text that is empty, or has only punctuation, lacks no hashtag and needs no context."""
    assert missing("", ACCELERATING) == missing("\n --- \n") == Report()


@pytest.mark.parametrize(
    ("context", "needs"),
    [
        (Context(), ("role", "note-type", "intent")),
        (Context(role="Gateway Manager"), ("note-type", "intent")),
        (Context(role="FM", note_type="Service Intent"), ("intent",)),
        (Context(intent="deploying"), ("role", "note-type")),
        (Context(role="Adoption SME"), ("note-type", "intent")),
        (Context(role="SME", note_type="Overall Status"), None),
        (Context(intent="pausing"), None),
    ],
)
def test_context_needed_for_a_missing_hashtag(context: Context, needs: tuple[str, ...] | None) -> None:
    """The report asks for context that still matters, and for none if no rule can apply any more."""
    report = missing("Teams for all by May.\n", context)
    assert not report
    assert [entry.needs for entry in report.not_evaluated] == ([needs] if needs else [])


REACTIVE = "**EXEC SUMMARY**\n- STATUS OF THE ENGAGEMENT: Reactive\n"
FASTER = f"{REACTIVE}- DESCRIBE THE CUSTOMER: accelerates Teams because of COVID-19\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (FASTER + REACTIVE.replace("**\n", "** #covid\n"), ["accelerates"]),
        (REACTIVE.replace("**\n", "** #covid\n") + FASTER, ["accelerates"]),
        (FASTER + FASTER, ["accelerates", "accelerates"]),
        (FASTER.replace("**\n", "** #covid\n") + REACTIVE, []),
        (f"#covid\n\n{FASTER}{REACTIVE}", []),
    ],
)
def test_the_hashtag_of_one_summary_is_its_own(text: str, expected: list[str]) -> None:
    """Each of several summaries needs its own hashtag; one outside them is for all."""
    report = missing(text)
    assert [found.span.text(text) for found in report.diagnostics] == expected
    for found in report.diagnostics:
        title = text.rindex("**EXEC SUMMARY**", 0, found.span.start) + len("**EXEC SUMMARY**")
        assert fixed(text, found) == f"{text[:title]} #covid{text[title:]}"


def test_a_given_intent_is_that_of_each_summary() -> None:
    """Each of several summaries that lacks the hashtag is reported, unless its own status is On Hold."""
    tagged = REACTIVE.replace("**\n", "** #covid\n")
    assert [found.span.start for found in missing(tagged + REACTIVE + ON_HOLD, ACCELERATING).diagnostics] == [len(tagged) + 2]


def test_a_pause_in_one_summary_is_its_own() -> None:
    """The hashtag of another summary is left alone."""
    paused = f"{REACTIVE}- DESCRIBE THE CUSTOMER: postponed the rollout\n"
    tagged = REACTIVE.replace("**\n", "** #covid\n")
    assert not forbidden(tagged + paused)
    assert codes(forbidden(tagged + paused.replace("**\n", "** #covid\n"))) == ["FT301"]


def test_custom_rules_run_beside_these() -> None:
    """A custom rule that finds nothing changes nothing."""
    rules = (HASHTAG_FORBIDDEN, make("AB100", lambda *_: iter(())))
    assert check(f"{ON_HOLD}#covid\n", rules=rules) == forbidden(f"{ON_HOLD}#covid\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Deployment paused until June. #covid\n", ["FT301"]),
        ("Call with Ana.\n  #covid The deployment is paused.\n", ["FT301"]),
        ("#covid\n", []),
        ("Teams for all. \n #covid\n", []),
    ],
)
def test_a_hashtag_is_found_anywhere(text: str, expected: list[str]) -> None:
    """A paused deployment is found wherever the hashtag is, and only then."""
    assert codes(check(text, select=("FT301",))) == expected


def test_a_missing_hashtag_is_added_where_people_type_it() -> None:
    """After a sentence it is on the same line, and after the field of a form on one of its own."""
    sentence, form = "Teams for all by May.", "**Status:** green\r\n**Next Update:** 4 May 2020"
    for text, before in ((sentence, " "), (form, "\r\n")):
        context = Context(role="FastTrack Manager", note_type="Engagement Management", intent="accelerating")
        assert fix(text, select=("FT302",), unsafe=True, context=context).text == f"{text}{before}#covid"


def test_the_reason_has_the_hashtags_of_the_playbook(tmp_path: Path) -> None:
    """What those mean that it forbids or requires; a playbook without hashtags adds nothing."""
    text = '[[hashtags]]\ntag = "#win"\nsummary = "it is news"\n[[hashtags.rules]]\ndemand = "require"\nwhen = {}\n'
    playbook = own(tmp_path, WHOLE.replace("[[hashtags]]", f"{text}\n[[hashtags]]", 1))
    assert HASHTAG_MISSING.reason(playbook).endswith(" #win marks that it is news. #urgent marks that can't wait.")
    assert HASHTAG_FORBIDDEN.reason(playbook) == HASHTAG_FORBIDDEN.rationale
    published = HASHTAG_FORBIDDEN.reason(Playbook.load())
    assert "#covid marks that the customer asks for help" in published
    assert "Where it is out of place, update the Entitlement Status" in published


@pytest.mark.parametrize(
    ("who", "work", "spoken_at"),
    [
        ("Ana #urgent", "x", []),
        ("#urgent Ana", "#urgent", []),
        ("Ana", "x #urgent", ["#urgent"]),
        ("Ana", "x", ["Bad"]),
        (None, "x #urgent", []),
    ],
)
def test_a_hashtag_stands_in_a_field(tmp_path: Path, who: str | None, work: str, spoken_at: list[str]) -> None:
    """Where the rule names one and the note has it: otherwise it is moved or added there."""
    playbook = own(tmp_path, WHOLE.replace('state = "bad" }', 'state = "bad" }\nfield = "who"'))
    lines = [f"- WHO: {who}\n"] * (who is not None) + ["- STATE: Bad\n", f"- WORK: {work}\n"]
    text = "STATE OF PLAY\n" + "".join(lines)
    report = check(text, context=Context(role="clerk"), select=("FT302",), playbook=playbook)
    assert [found.span.text(text) for found in report] == spoken_at
    for found in report:
        if found.fixes:
            assert fixed(text, found) == text.replace("Ana", "Ana #urgent")
        else:
            assert found.message.startswith('#urgent is outside of "WHO", where readers look for it, because')

"""Rules for hashtags (FT3): where they must stand and must not, what they are mistaken for, and playbooks of one's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.policing import CODES, ON_HOLD, codes, language_of, make, mended, note, own_playbook, playbook_of, spoken

from ftnotes import Context, Playbook, Report, Severity, Span, check
from ftnotes.policy.rules.hashtag_placement import HASHTAG_FORBIDDEN, HASHTAG_MISSING

PAUSING = Context(intent="pausing")
SPEEDING_UP = Context(role="FastTrack Manager", note_type="Engagement Management", intent="accelerating")
BETA = '[[hashtags]]\ntag = "#beta"\nsummary = "the customer tries what is new"\n'


def forbidden(text: str, context: Context | None = None, playbook: Playbook | None = None) -> Report:
    return check(text, context=context or Context(), playbook=playbook, rules=(HASHTAG_FORBIDDEN,))


def missing(text: str, context: Context | None = None, playbook: Playbook | None = None) -> Report:
    return check(text, context=context or Context(), playbook=playbook, rules=(HASHTAG_MISSING,))


# ---- where it must not stand


@pytest.mark.parametrize("code", CODES)
def test_no_covid_on_hold_in_any_language(code: str) -> None:
    """An On Hold summary must not carry #covid since March 2020; the September 2019 edition knows no such rule."""
    language = language_of(Playbook.load(), code)
    text = note(language, "engagement-status", language.choices["engagement-status"]["on-hold"][0] + " #Covid")
    assert codes(check(text, playbook=Playbook.load("2019-09"), select=("FT3",))) == []
    for edition in ("2020-03", "2020-05"):
        (found,) = check(text, playbook=Playbook.load(edition), select=("FT3",)).diagnostics
        assert (found.code, found.span.text(text)) == ("FT301", "#Covid")
        assert [span.text(text) for span in found.evidence] == [language.choices["engagement-status"]["on-hold"][0]]
        assert "Entitlement Status (L1/L2/L3)" in found.message


def test_what_is_told_weighs_more_than_what_the_text_says() -> None:
    """What was told is an error; what only the text says may mislead, and is a warning that points at it."""
    text = "They paused the rollout because of COVID-19. #covid\n"
    (told,) = forbidden(text, PAUSING).diagnostics
    (said,) = forbidden(text).diagnostics
    assert (told.severity, told.evidence) == (Severity.ERROR, ())
    assert said.severity is Severity.WARNING
    assert [span.text(text) for span in said.evidence] == ["paused", "rollout"]
    assert 'the note says "paused" beside "rollout"' in said.message
    assert 'the intent is "pausing"' in told.message


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
def test_a_hashtag_is_taken_out_cleanly(before: str, after: str) -> None:
    """A hashtag goes with the blanks before it, what wraps it, and its line where nothing else is said there."""
    report = forbidden(before, PAUSING)
    assert codes(report) == ["FT301"]
    assert mended(before, report.diagnostics[0]) == after


def test_the_only_summary_speaks_for_the_whole_text() -> None:
    """Where a text has one summary, its status forbids the hashtag anywhere in the text."""
    text = f"#covid before\n\n{ON_HOLD}\nAnd #covid after.\n"
    assert [found.span for found in forbidden(text).diagnostics] == [Span(0, 6), Span(len(text) - 14, len(text) - 8)]


def test_each_of_several_summaries_speaks_for_itself() -> None:
    """Where a text has several summaries, the status of one forbids the hashtag in that one alone."""
    text = f"#covid\n\n{ON_HOLD}- RISKS: #covid\n\n{ON_HOLD.replace('On Hold', 'Reactive #covid')}\n#covid\n"
    assert [text[found.span.start - 7 : found.span.end] for found in forbidden(text).diagnostics] == ["RISKS: #covid"[-13:]]


def test_two_reasons_make_one_diagnostic() -> None:
    """A hashtag that two rules of the playbook forbid is reported once, and then nothing more need be told."""
    report = forbidden(f"{ON_HOLD}- RISKS: #covid\n", PAUSING)
    assert codes(report) == ["FT301"]
    assert report.not_evaluated == ()


def test_what_is_not_told_is_not_guessed() -> None:
    """Without the customer's intent a hashtag is not found fault with, and the report says what it needs."""
    report = forbidden("Asked to stop. #covid\n")
    assert report.ok
    assert [(entry.code, entry.name, entry.needs) for entry in report.not_evaluated] == [
        ("FT301", "hashtag-forbidden", ("intent",))
    ]
    assert forbidden("Asked to stop.\n") == Report()
    assert forbidden("Asked to stop. #covid\n", Context(intent="accelerating")) == Report()


def test_conditions_of_context_and_text_together(tmp_path: Path) -> None:
    """A rule of the playbook applies where all of its conditions hold, and asks only for what still matters."""
    playbook = own_playbook(
        tmp_path,
        f'{BETA}[[hashtags.rules]]\ndemand = "forbid"\n'
        'when = { role = "gateway-manager", note-type = "engagement-management", risk = "high", '
        'engagement-status = ["on-hold", "reactive"] }\n',
    )
    text = "EXEC SUMMARY #beta\n- STATUS OF THE ENGAGEMENT: Reactive\n- RISK LEVEL: High Risk\n"

    def report(text: str, **told: str) -> Report:
        return forbidden(text, Context(**told), playbook)  # type: ignore[arg-type]

    found = report(text, role="Gateway Manager", note_type="Engagement Management").diagnostics[0]
    assert [span.text(text) for span in found.evidence] == ["Reactive", "High Risk"]
    assert 'the role is "Gateway Manager", the note type is "Engagement Management", STA' in found.message
    assert found.message.endswith(". Remove it.")  # the rule names nothing to do instead
    assert [entry.needs for entry in report(text, role="gateway-manager").not_evaluated] == [("note-type",)]
    assert [entry.needs for entry in report(text).not_evaluated] == [("role", "note-type")]
    assert report(text, role="fasttrack-manager") == Report()
    assert report(text.replace("High", "Low")) == Report()
    assert report("EXEC SUMMARY #beta\n- STATUS OF THE ENGAGEMENT: Reactive\n") == Report()


def test_a_missing_hashtag_is_asked_for_by_what_was_told_before_what_the_note_says(tmp_path: Path) -> None:
    """Of two rules that apply, the one is named that needs no reading of the note, in whatever order they stand."""
    rules = [
        '[[hashtags.rules]]\ndemand = "require"\nwhen = { engagement-status = "reactive" }\n',
        '[[hashtags.rules]]\ndemand = "require"\nwhen = { role = "gateway-manager" }\n',
    ]
    text = "EXEC SUMMARY\n- STATUS OF THE ENGAGEMENT: Reactive\n"
    for ordered in (rules, rules[::-1]):
        playbook = own_playbook(tmp_path, BETA + "".join(ordered))
        (found,) = missing(text, Context(role="gateway-manager"), playbook).diagnostics
        assert 'the role is "Gateway Manager". Add it' in found.message
        assert found.evidence == ()
        (found,) = missing(text, Context(role="fasttrack-manager"), playbook).diagnostics
        assert 'STATUS OF THE ENGAGEMENT is "Reactive". Add it' in found.message


def test_words_are_evidence_only_where_the_intent_is_not_told_and_they_can_be_about_the_hashtag(tmp_path: Path) -> None:
    """Else the report asks for what it would have to know, whatever the note says."""
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
    """The message says so."""
    for demand, text, judge, reason in (
        ("require", "EXEC SUMMARY\n", missing, "because all notes must have it. Add it"),
        ("forbid", "EXEC SUMMARY #beta\n", forbidden, "because no note may have it. Remove it"),
    ):
        playbook = own_playbook(tmp_path, f'{BETA}[[hashtags.rules]]\ndemand = "{demand}"\nwhen = {{}}\n')
        (found,) = judge(text, None, playbook).diagnostics
        assert reason in found.message


def test_unless_keeps_a_rule_from_applying(tmp_path: Path) -> None:
    """A rule does not apply where a condition of its ``unless`` holds; where that is not told, the report asks."""
    playbook = playbook_of(
        tmp_path,
        f'{BETA}[[hashtags.rules]]\ndemand = "forbid"\nwhen = {{ role = "gateway-manager" }}\n'
        'unless = { intent = "accelerating", engagement-status = "fully-engaged" }\n',
    )
    text = "EXEC SUMMARY #beta\n- STATUS OF THE ENGAGEMENT: Reactive\n"

    def report(text: str, **told: str) -> Report:
        return forbidden(text, Context(**told), playbook)  # type: ignore[arg-type]

    assert codes(report(text, role="Gateway Manager", intent="pausing")) == ["FT301"]
    assert report(text, role="Gateway Manager", intent="accelerating") == Report()
    assert [entry.needs for entry in report(text, role="Gateway Manager").not_evaluated] == [("intent",)]
    assert report(text.replace("Reactive", "Fully Engaged"), role="Gateway Manager", intent="pausing") == Report()


def test_a_playbook_without_hashtags_asks_for_none() -> None:
    """The edition of September 2019 has no hashtags: none is missing, unknown or out of place, and nothing need be told."""
    assert check("Call. #covid #covid19 # covid\n", playbook=Playbook.load("2019-09"), select=("FT3",)) == Report()


# ---- where it must stand


def test_what_is_missing_is_added_behind_the_title_or_at_the_end() -> None:
    """The hashtag goes behind the title of the first summary that has one, else to the end of what is said."""
    for before, after in (
        ("EXEC SUMMARY (draft) \r\n- DESCRIBE THE CUSTOMER: x\r\n", "EXEC SUMMARY (draft) #covid \r\n- DESCRIBE"),
        ("**EXEC SUMMARY**", "**EXEC SUMMARY** #covid"),
        ("- DESCRIBE THE CUSTOMER: x\n\n", "- DESCRIBE THE CUSTOMER: x #covid\n\n"),
        ("A call.\n\nTwo calls.  \n\n", "A call.\n\nTwo calls. #covid  \n\n"),
    ):
        (found,) = missing(before, SPEEDING_UP).diagnostics
        assert mended(before, found).startswith(after)
        assert found.severity is Severity.ERROR


def test_a_text_that_says_nothing_lacks_no_hashtag() -> None:
    """An empty text, or one of signs alone, lacks nothing and needs nothing told."""
    assert missing("", SPEEDING_UP) == missing("\n --- \n") == Report()


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
def test_what_must_be_told_for_a_hashtag_to_be_missing(context: Context, needs: tuple[str, ...] | None) -> None:
    """The report asks for what still matters, and for nothing where no rule can apply any more."""
    report = missing("Teams for all by May.\n", context)
    assert report.ok
    assert [entry.needs for entry in report.not_evaluated] == ([needs] if needs else [])


def test_what_is_told_outweighs_the_words() -> None:
    """Told what the customer wants, words of the text say nothing else: no warning for one who is said to pause."""
    text = "They are accelerating Teams because of COVID-19.\n"
    (found,) = missing(text).diagnostics
    assert found.severity is Severity.WARNING
    assert [found.span.text(text), *(span.text(text) for span in found.evidence)] == ["accelerating", "COVID"]
    assert missing(text, PAUSING) == Report()
    (told,) = missing(text, SPEEDING_UP).diagnostics
    assert told.severity is Severity.ERROR


def test_a_hashtag_that_is_no_kind_of_evidence_is_asked_for_by_what_is_told_alone(tmp_path: Path) -> None:
    """For a hashtag of one's own no words are evidence; what is told decides, or else the report asks."""
    playbook = playbook_of(
        tmp_path,
        f'{BETA}[[hashtags.rules]]\ndemand = "require"\nwhen = {{ note-type = "service-intent" }}\n'
        '[[hashtags]]\ntag = "#all"\nsummary = "it is a note"\n[[hashtags.rules]]\ndemand = "require"\nwhen = {}\n',
    )
    text = "They are accelerating because of COVID-19. #covid\n"
    assert [found.fixes[0].title for found in missing(text, playbook=playbook).diagnostics] == ["add #all"]
    assert [entry.needs for entry in missing(text, playbook=playbook).not_evaluated] == [("note-type",)]
    told = missing(text, Context(note_type="Service Intent"), playbook)
    assert [found.fixes[0].title for found in told.diagnostics] == ["add #beta", "add #all"]


# ---- how it is spelled


@pytest.mark.parametrize(
    ("typed", "flaw", "safe"),
    [
        ("#covid19", "ends in a number", False),
        ("#Covid-19", "ends in a number", False),
        ("#covdi", "misspelled", False),
        ("#covi", "misspelled", False),
        ("＃covid", "only look right", True),
        ("#соvid", "only look right", True),
        ("#ｃｏｖｉｄ", "only look right", True),
        ("# covid", "whitespace after the hash sign", False),
        ("＃\u00a0COVID", "whitespace after the hash sign", False),
    ],
)
def test_what_is_meant_for_a_hashtag_is_mended(typed: str, flaw: str, safe: bool) -> None:
    """What is meant for the hashtag is found with what is wrong about it; only what looks right is mended safely."""
    text = f"Call with Ana {typed} on Monday.\n"
    (found,) = check(text, select=("FT3",)).diagnostics
    assert (found.code, found.span.text(text), found.fixes[0].safe) == ("FT303", typed, safe)
    assert flaw in found.message
    assert mended(text, found) == "Call with Ana #covid on Monday.\n"


@pytest.mark.parametrize("typed", ["#vid", "#covenant", "#avoid", "#covidence", "# Covid", "##covid", "#19covid"])
def test_what_only_resembles_a_hashtag_is_not_meant_for_it(typed: str) -> None:
    """Another word is another hashtag, or none."""
    assert "FT303" not in codes(check(f"Call {typed} now\n"))


def test_short_hashtags_are_not_guessed_at(tmp_path: Path) -> None:
    """For a hashtag of a few letters nearly any other could be a slip."""
    playbook = playbook_of(tmp_path, '[[hashtags]]\ntag = "#hot"\nsummary = "it is urgent"\n')
    assert codes(check("Call. #hat #hot #hot2\n", playbook=playbook, select=("FT303", "FT304"))) == ["FT304", "FT303"]


def test_a_misspelled_hashtag_counts_as_the_one_that_is_meant() -> None:
    """What is misspelled is not missing as well, and may not stand where the hashtag may not."""
    assert missing("Teams for all. #covid19\n", SPEEDING_UP) == Report()
    assert spoken("Stopped. #covid19\n", forbidden("Stopped. #covid19\n", PAUSING)) == ["#covid19"]


def test_unknown_hashtags_are_named_with_those_that_are_known() -> None:
    """Each unknown hashtag is reported for itself."""
    text = "#quickwin and #covid and #Quickwin\n"
    report = check(text, select=("FT304",))
    assert spoken(text, report) == ["#quickwin", "#Quickwin"]
    assert all("which has #covid" in found.message for found in report.diagnostics)


def test_which_notes_a_role_writes() -> None:
    """A hashtag in a note of a type that the role does not write is named with those it does; nothing told, nothing said."""
    text = "Teams for all. #covid\n"
    context = Context(role="FTA", note_type="Overall Status")
    (found,) = check(text, context=context, select=("FT305",)).diagnostics
    assert 'of type "Overall Status", which the role "FastTrack Architect" does not write' in found.message
    assert 'Move it to a note of type "Enterprise Status"' in found.message
    report = check(text, context=Context(role="FTA"), select=("FT305",))
    assert [entry.needs for entry in report.not_evaluated] == [("note-type",)]
    assert check("Teams for all.\n", context=context, select=("FT305",)) == Report()


def test_rules_of_ones_own_stand_beside_these() -> None:
    """A rule that finds nothing changes nothing."""
    rules = (HASHTAG_FORBIDDEN, make("AB100", lambda *_: iter(())))
    assert check(f"{ON_HOLD}#covid\n", rules=rules) == forbidden(f"{ON_HOLD}#covid\n")


def test_a_note_that_says_both_is_evidence_of_neither() -> None:
    """Where one thing pauses and another goes faster, nothing is plain."""
    both = "They accelerate Teams because of COVID-19, but the project is on hold."
    assert check(f"{both} #covid\n", select=("FT301", "FT302")).ok
    assert check(f"{both}\n", select=("FT301", "FT302")).ok
    plain = "They paused the deployment because of COVID-19."
    assert check(f"{both} #covid\n{plain}\n", select=("FT3",)).ok
    assert codes(check(f"Call with Ana. #covid\n{plain}\n", select=("FT3",))) == ["FT301"]


@pytest.mark.parametrize(
    ("text", "found"),
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
def test_words_of_a_note_are_evidence_where_they_are_plain(text: str, found: list[str]) -> None:
    """A deployment that pauses is spoken of as such; help is help with it, for the reason that the hashtag names."""
    assert codes(check(text, select=("FT301", "FT302"))) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Deployment paused until June. #covid\n", ["FT301"]),
        ("Call with Ana.\n  #covid The deployment is paused.\n", ["FT301"]),
        ("#covid\n", []),
        ("Teams for all. \n #covid\n", []),
    ],
)
def test_a_hashtag_may_stand_anywhere(text: str, found: list[str]) -> None:
    """Wherever the hashtag stands, a deployment that pauses is found, and nothing else is."""
    assert codes(check(text, select=("FT301",))) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They accelerate Teams. #covid19 is why.\n", []),
        ("#covid19: they accelerate Teams.\n", []),
        ("COVID-19 is why they accelerate Teams.\n", ["FT302"]),
        ("Why they accelerate Teams: COVID-19.\n", ["FT302"]),
    ],
)
def test_what_is_asked_for_stands_there_in_another_spelling(text: str, found: list[str]) -> None:
    """A misspelled hashtag is mended, not asked for once more; a word for the same is no hashtag."""
    assert codes(check(text, select=("FT302",))) == found

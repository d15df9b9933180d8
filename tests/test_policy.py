"""The rules, and the check that runs them."""

import datetime
import pickle
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ftnotes import Document, Field, parse
from ftnotes.diagnostics import Diagnostic, Severity
from ftnotes.nodes import ExecSummary, Title
from ftnotes.playbook import Language, Playbook
from ftnotes.policy import RULE_FAILED, RULES, Context, Example, Finding, Report, Rule, Untold, check
from ftnotes.policy.hashtags import HASHTAG_FORBIDDEN
from ftnotes.policy.status import CHOICE_NOT_IN_LIST, CHOICE_UNDECIDED, CHOICE_WITH_MORE_WORDS, closest
from ftnotes.source import Span

EXAMPLES = [pytest.param(rule, example, id=f"{rule.code}-{n}") for rule in RULES for n, example in enumerate(rule.examples)]
EDITIONS = Playbook.editions()
CODES = [language.code for language in Playbook.load().languages]

EXAMPLE_NOTE = """\
**EXEC SUMMARY**
- DESCRIBE THE CUSTOMER: A chain of bakeries with 4K users
- STATUS OF THE ENGAGEMENT: Fully Engaged\x20
- M365 DEPLOYMENT PROGRESS: Not Deployed\x20
- OVERVIEW OF CURRENT RELATIONSHIP WITH CUSTOMER/PARTNER/ACCOUNT TEAM: Good sponsor, calls every week.
- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:

   -  [EXO]  Exchange Online - Planning.
   -  [OLM]  Outlook Mobile â€“ Reviewing.

- REQUESTS FOR SUPPORT: None.
"""


def mended(text: str, diagnostic: Diagnostic) -> str:
    """The text after the edits of a diagnostic's first fix."""
    for edit in sorted(diagnostic.fixes[0].edits, key=lambda edit: -edit.span.start):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def codes(report: Report) -> list[str]:
    """The codes of what was found, in order."""
    return [found.code for found in report.diagnostics]


def note(language: Language, key: str, value: str) -> str:
    """A note with one field, in a language."""
    return f"**{language.titles[0]}**\n- {language.labels[key][0]}: {value}\n"


def language_of(playbook: Playbook, code: str) -> Language:
    """A language of a playbook."""
    return next(language for language in playbook.languages if language.code == code)


def own_playbook(tmp_path: Path, more: str = "") -> Playbook:
    """A playbook with a choice field of its own."""
    path = tmp_path / "own.toml"
    path.write_text(
        'id = "own"\nextends = "2020-03"\n'
        '[[fields]]\nkey = "risk"\nkind = "choice"\nchoices = ["low", "high"]\n'
        '[languages.en.labels]\nrisk = ["RISK LEVEL"]\n'
        '[languages.en.choices.risk]\nlow = ["Low Risk"]\nhigh = ["High Risk"]\n' + more
    )
    return Playbook.from_file(path)


# ---- examples


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_examples_hold(rule: Rule, example: Example) -> None:
    """A rule finds fault with its examples but for the clean ones, and its fix makes of them what it promises."""
    report = check(example.before, context=example.context, rules=(rule,))
    if example.is_clean:
        assert report.ok
        return
    assert codes(report) == [rule.code]
    found = report.diagnostics[0]
    assert (found.name, found.severity) == (rule.name, rule.severity)
    if example.after is None:
        assert not found.fixes
    else:
        assert mended(example.before, found) == example.after
        assert check(example.after, context=example.context, rules=(rule,)).ok


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_examples_break_one_rule_at_most(rule: Rule, example: Example) -> None:
    """Only its own rule finds fault with an example, but for words behind a choice: no writer is told twice."""
    assert set(codes(check(example.before, context=example.context))) - {rule.code} <= {"FT203"}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_examples_in_two_languages(rule: Rule) -> None:
    """Every rule has two examples that trigger it and two near misses, in English and in another language."""
    for clean in (True, False):
        texts = [example.before for example in rule.examples if example.is_clean == clean]
        spoken = [summary.language for text in texts for summary in parse(text).exec_summaries]
        assert spoken.count("en") >= 2
        assert len(spoken) - spoken.count("en") >= 2


def test_codes_and_names_are_unique_and_sorted() -> None:
    """A code and a name mean one rule, and rules stand in the order of their codes."""
    listed = [rule.code for rule in RULES]
    assert listed == sorted(set(listed))
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert RULE_FAILED[0] not in listed


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_messages_say_what_where_why_and_what_to_do(rule: Rule, example: Example) -> None:
    """A message is a plain sentence that names the guidance page, and none of our own terms."""
    for found in check(example.before, context=example.context, rules=(rule,)).diagnostics:
        assert "(Overall Status Notes Guidance, " in found.message
        assert found.message.endswith(".")
        assert not re.search(r"\b(key|node|span|parse|field|token|None|diagnostic|playbook)\b", found.message)


# ---- all languages, all editions


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("code", CODES)
def test_published_choices_are_clean(edition: str, code: str) -> None:
    """Every published wording of a choice is accepted, in each language and edition."""
    playbook = Playbook.load(edition)
    language = language_of(playbook, code)
    for key, choices in language.choices.items():
        for words in choices.values():
            for wording in words:
                assert check(note(language, key, wording), playbook=playbook).ok


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("code", CODES)
def test_the_template_is_undecided(edition: str, code: str) -> None:
    """Choices left as the template lists them are found undecided, in each language and edition."""
    playbook = Playbook.load(edition)
    language = language_of(playbook, code)
    for key, choices in language.choices.items():
        value = "/".join(words[0] for words in choices.values())
        text = note(language, key, f"{value} ")
        report = check(text, playbook=playbook)
        assert codes(report) == ["FT202"]
        assert report.diagnostics[0].span.text(text) == value
        assert all(words[0] in report.diagnostics[0].message for words in choices.values())


@pytest.mark.parametrize("code", CODES)
def test_a_slip_is_mended_in_the_language_of_the_note(code: str) -> None:
    """A long choice with its last letters swapped is mended by its canonical wording in the note's language."""
    language = language_of(Playbook.load(), code)
    for key, choices in language.choices.items():
        for words in choices.values():
            wording = words[0]
            if len(wording) < 8:
                continue
            text = note(language, key, wording[:-2] + wording[-1] + wording[-2])
            report = check(text)
            assert codes(report) == ["FT201"]
            assert mended(text, report.diagnostics[0]) == note(language, key, wording)
            assert not report.diagnostics[0].fixes[0].safe


@pytest.mark.parametrize("code", CODES)
def test_no_covid_on_hold_in_any_language(code: str) -> None:
    """An On Hold summary must not carry #covid since March 2020; the September 2019 edition knows no such rule."""
    language = language_of(Playbook.load(), code)
    text = note(language, "engagement-status", language.choices["engagement-status"]["on-hold"][0] + " #Covid")
    assert codes(check(text, playbook=Playbook.load("2019-09"))) == []
    for edition in ("2020-03", "2020-05"):
        found = check(text, playbook=Playbook.load(edition)).diagnostics[0]
        assert (found.code, found.span.text(text)) == ("FT301", "#Covid")
        assert [span.text(text) for span in found.evidence] == [language.choices["engagement-status"]["on-hold"][0]]
        assert "Entitlement Status (L1/L2/L3)" in found.message


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_note_like_the_published_example_is_clean(edition: str) -> None:
    """A note written as the guidance page's example is comes out clean."""
    assert check(EXAMPLE_NOTE, playbook=Playbook.load(edition)) == Report()


# ---- choices


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Engaged", "fully-engaged"),
        ("hold", "on-hold"),
        ("Fully Engage", "fully-engaged"),
        ("Reatcive", "reactive"),
        ("Reactiv", "reactive"),
        ("Vollständig", "fully-engaged"),
        ("No", None),
        ("Proactive", None),
        ("Inactive", None),
        ("Not Engaged", None),
        ("anything at all", None),
    ],
)
def test_did_you_mean(said: str, meant: str | None) -> None:
    """A choice is suggested where one is meant by a part of it or a slip, and none where that would be a guess."""
    assert closest(Playbook.load(), "engagement-status", said) == meant


@pytest.mark.parametrize("said", ["Deployed", "Not Fully Deployed", "Undeployed", "已部署", "实现部署"])
def test_no_suggestion_of_the_opposite(said: str) -> None:
    """What differs from a choice by a word or a character that turns its sense round is no slip."""
    assert closest(Playbook.load(), "deployment-progress", said) is None


@pytest.mark.parametrize("value", ["", "   ", "#project", "  #covid  "])
def test_an_empty_choice_is_not_wrong(value: str) -> None:
    """A field that says nothing, hashtags aside, is neither wrong nor undecided."""
    assert check(f"EXEC SUMMARY\n- STATUS OF THE ENGAGEMENT: {value}\n").ok


@pytest.mark.parametrize("value", ["?", "-", "N/A", "&", "...", "™"])
def test_a_sign_is_no_choice(value: str) -> None:
    """A question mark or a dash for a choice is none of its choices."""
    assert codes(check(f"EXEC SUMMARY\n- STATUS OF THE ENGAGEMENT: {value}\n")) == ["FT201"]


@pytest.mark.parametrize("value", ["On Hold ™", "#a On Hold ℃ #b"])
def test_more_may_be_a_sign_alone(value: str) -> None:
    """A choice with a sign behind it says more than the choice."""
    assert codes(check(f"EXEC SUMMARY\n- STATUS OF THE ENGAGEMENT: {value}\n")) == ["FT203"]


def test_hashtags_are_not_part_of_a_choice() -> None:
    """A fix of a choice leaves the hashtags around it alone, and one amid it keeps it from being offered."""
    text = "EXEC SUMMARY\n- STATUS OF THE ENGAGEMENT: #a Engaged #b\n"
    found = check(text).diagnostics[0]
    assert found.span.text(text) == "Engaged"
    assert mended(text, found) == text.replace("Engaged", "Fully Engaged")
    assert not check("EXEC SUMMARY\n- STATUS OF THE ENGAGEMENT: Full #b Engaged\n").diagnostics[0].fixes
    assert codes(check("EXEC SUMMARY\n- STATUS OF THE ENGAGEMENT: #Reactive until May\n")) == ["FT201"]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_more_words_on_lines_below_are_marked_where_they_stand(line_end: str) -> None:
    """The span of words that run on below a choice starts with them, whatever the line ends and margins."""
    text = line_end.join(["> EXEC SUMMARY", "> - STATUS OF THE ENGAGEMENT: On Hold", ">   since (we think) May", ""])
    found = check(text).diagnostics[0]
    assert (found.code, found.span.text(text)) == ("FT203", "since (we think) May")
    assert [span.text(text) for span in found.evidence] == ["On Hold"]


def test_a_wrong_choice_of_several_lines_gets_no_fix() -> None:
    """A value of several lines is quoted on one and not replaced, since more than a choice was written."""
    found = check("EXEC SUMMARY\n- STATUS OF THE ENGAGEMENT: Fuly\n  Engaged\n").diagnostics[0]
    assert 'says "Fuly Engaged"' in found.message
    assert not found.fixes


def test_long_values_are_shortened_in_messages() -> None:
    """A message stays readable however long the value is."""
    found = check(f"EXEC SUMMARY\n- STATUS OF THE ENGAGEMENT: {'word ' * 500}\n").diagnostics[0]
    assert len(found.message) < 300
    assert '..."' in found.message


def test_a_field_said_twice_is_judged_twice() -> None:
    """Every field that takes a choice is judged, also the second of the same label, in the order of the text."""
    text = "EXEC SUMMARY\n- STATUS OF THE ENGAGEMENT: x1\n- M365 DEPLOYMENT PROGRESS: x2\n- STATUS OF THE ENGAGEMENT: x3\n"
    assert [found.span.text(text) for found in check(text).diagnostics] == ["x1", "x2", "x3"]


def test_choices_of_ones_own_are_judged(tmp_path: Path) -> None:
    """The rules hold for every field of a playbook that takes a choice, the user's own included."""
    playbook = own_playbook(tmp_path)

    def found(value: str) -> list[str]:
        return codes(check(f"EXEC SUMMARY\n- RISK LEVEL: {value}\n", playbook=playbook))

    assert [found(value) for value in ("low risk", "Medium", "Low Risk/High Risk", "High Risk, see mail")] == [
        [],
        ["FT201"],
        ["FT202"],
        ["FT203"],
    ]


def test_a_choice_without_a_word_in_the_language_of_the_note(tmp_path: Path) -> None:
    """Where a language has no word for a choice, messages take that of the default language."""
    playbook = own_playbook(tmp_path, '[languages.de.labels]\nrisk = ["RISIKO"]\n')
    text = "ZUSAMMENFASSUNG FÜR DIE FÜHRUNGSEBENE\n- RISIKO: High\n"
    found = check(text, playbook=playbook).diagnostics[0]
    assert "Low Risk or High Risk" in found.message
    assert mended(text, found).endswith("RISIKO: High Risk\n")


# ---- hashtags


ON_HOLD = "EXEC SUMMARY\n- STATUS OF THE ENGAGEMENT: On Hold\n"


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
    report = check(before, context=Context(intent="pausing"))
    assert codes(report) == ["FT301"]
    assert mended(before, report.diagnostics[0]) == after


def test_the_only_summary_speaks_for_the_whole_text() -> None:
    """Where a text has one summary, its status forbids the hashtag anywhere in the text."""
    text = f"#covid before\n\n{ON_HOLD}\nAnd #covid after.\n"
    assert [found.span for found in check(text).diagnostics] == [Span(0, 6), Span(len(text) - 14, len(text) - 8)]


def test_each_of_several_summaries_speaks_for_itself() -> None:
    """Where a text has several summaries, the status of one forbids the hashtag in that one alone."""
    text = f"#covid\n\n{ON_HOLD}- RISKS: #covid\n\n{ON_HOLD.replace('On Hold', 'Reactive #covid')}\n#covid\n"
    assert [text[found.span.start - 7 : found.span.end] for found in check(text).diagnostics] == ["RISKS: #covid"[-13:]]


def test_two_reasons_make_one_diagnostic() -> None:
    """A hashtag that two rules of the playbook forbid is reported once."""
    report = check(f"{ON_HOLD}- RISKS: #covid\n", context=Context(intent="pausing"))
    assert codes(report) == ["FT301"]
    assert report.not_evaluated == ()


def test_what_is_not_told_is_not_guessed() -> None:
    """Without the customer's intent a hashtag is not found fault with, and the report says what it needs."""
    report = check("Asked to stop. #covid\n")
    assert report.ok
    assert [(entry.code, entry.name, entry.needs) for entry in report.not_evaluated] == [
        ("FT301", "hashtag-forbidden", ("intent",))
    ]
    assert check("Asked to stop.\n") == Report()
    assert check("Asked to stop. #covid\n", context=Context(intent="accelerating")) == Report()


def test_conditions_of_context_and_text_together(tmp_path: Path) -> None:
    """A rule of the playbook applies where all of its conditions hold, and asks only for what still matters."""
    playbook = own_playbook(
        tmp_path,
        '[[hashtags]]\ntag = "#beta"\nsummary = "the customer tries what is new"\n'
        '[[hashtags.rules]]\ndemand = "forbid"\n'
        'when = { role = "gateway-manager", note-type = "engagement-management", risk = "high", '
        'engagement-status = ["on-hold", "reactive"] }\n',
    )
    text = "EXEC SUMMARY #beta\n- STATUS OF THE ENGAGEMENT: Reactive\n- RISK LEVEL: High Risk\n"

    def report(text: str, **told: str) -> Report:
        return check(text, playbook=playbook, context=Context(**told), rules=(HASHTAG_FORBIDDEN,))  # type: ignore[arg-type]

    found = report(text, role="Gateway Manager", note_type="Engagement Management").diagnostics[0]
    assert [span.text(text) for span in found.evidence] == ["Reactive", "High Risk"]
    assert 'the role was given as "gateway-manager" and the note type was given as' in found.message
    assert "it marks that the customer tries what is new, but" in found.message
    assert [entry.needs for entry in report(text, role="gateway-manager").not_evaluated] == [("note-type",)]
    assert [entry.needs for entry in report(text).not_evaluated] == [("role", "note-type")]
    assert report(text, role="fasttrack-manager") == Report()
    assert report(text.replace("High", "Low")) == Report()
    assert report("EXEC SUMMARY #beta\n- STATUS OF THE ENGAGEMENT: Reactive\n") == Report()


# ---- context


@pytest.mark.parametrize("role", ["fasttrack-manager", "FastTrack Manager", "fm", "fasttrack  manager"])
def test_a_context_may_use_the_words_of_the_guidance(role: str) -> None:
    """Roles, note types and priorities can be given by key or by any of their names, in any case and spacing."""
    resolved = Context(role=role, note_type="Engagement management", priority="Hoch").resolved(Playbook.load())
    assert resolved == Context(role="fasttrack-manager", note_type="engagement-management", priority="high")


@pytest.mark.parametrize(
    ("context", "message"),
    [
        (
            Context(role="gateway-manger"),
            "knows no role 'gateway-manger' \\(did you mean 'gateway-manager'\\?\\); it knows",
        ),
        (Context(note_type="x"), "knows no note type 'x'; it knows overall-status \\(Overall Status\\)"),
        (
            Context(priority="hihg"),
            r"knows no priority 'hihg' \(did you mean 'high'\?\); it knows high \(High, High Priority, ",
        ),
        (Context(intent="waiting"), "knows no intent 'waiting'; it knows deploying; accelerating; pausing"),
    ],
)
def test_an_unknown_word_in_a_context_is_refused(context: Context, message: str) -> None:
    """A context that the playbook can't understand would silently switch rules off, and is refused."""
    with pytest.raises(ValueError, match=f"^playbook 2020-03 {message}"):
        check("", context=context)


@pytest.mark.parametrize("name", ["role", "note_type", "priority", "intent", "date"])
def test_a_context_takes_texts_and_a_date(name: str) -> None:
    """A context of the wrong types is refused by the name of the attribute."""
    with pytest.raises(TypeError, match=rf"^Context\.{name} takes a .*; not int$"):
        Context(**{name: 3})  # type: ignore[arg-type]
    assert Context(date=datetime.date(2020, 3, 30), priority="high").priority == "high"


# ---- check


@pytest.mark.parametrize(
    ("argument", "message"),
    [
        (b"text", r"not bytes: decode it first, as in data\.decode\('utf-8'\)"),
        (None, "not NoneType: give one of these"),
    ],
)
def test_wrong_types_say_what_to_do(argument: object, message: str) -> None:
    """What is no text and no document is refused with the remedy."""
    with pytest.raises(TypeError, match=message):
        check(argument)  # type: ignore[arg-type]


def test_wrong_options_say_what_to_do() -> None:
    """A context, a playbook or rules of the wrong type are refused with the remedy."""
    with pytest.raises(TypeError, match="context must be a Context, not dict: write Context"):
        check("", context={})  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="playbook must be a Playbook"):
        check("", playbook="2020-03")  # type: ignore[arg-type]
    for rules in (CHOICE_UNDECIDED, ["FT201"]):
        with pytest.raises(TypeError, match=r"write rules=\(MY_RULE,\)"):
            check("", rules=rules)  # type: ignore[arg-type]


def test_a_text_and_its_document_give_the_same_report() -> None:
    """A text and its document give the same report, also with another playbook than it was read with."""
    text = f"{ON_HOLD}- RISKS: #covid\n"
    assert check(parse(text)) == check(text)
    assert check(parse(text), playbook=Playbook.load()) == check(text)
    older = Playbook.load("2019-09")
    assert check(parse(text), playbook=older) == check(parse(text, older)) == check(text, playbook=older) == Report()
    assert check(parse(text, older), playbook=Playbook.load()) == check(text)


def test_a_document_built_by_hand_can_be_checked() -> None:
    """A tree that was never parsed is checked by the text that it prints, also where its lines are not laid out yet."""
    field = Field("engagement-status", "STATUS OF THE ENGAGEMENT", "On Hold\nuntil May")
    report = check(Document((ExecSummary(Title("EXEC SUMMARY"), (field,)),)))
    assert codes(report) == ["FT203"]


def test_the_playbook_is_refused_for_a_document_too() -> None:
    """A wrong playbook beside a document is refused as it is beside a text."""
    with pytest.raises(TypeError, match="playbook must be a Playbook"):
        check(parse("x"), playbook="2020-03")  # type: ignore[arg-type]


def make(code: str, check_: object) -> Rule:
    """A rule for these tests."""
    return Rule(code, "made-up", "…", "…", Severity.INFORMATION, check_, ())  # type: ignore[arg-type]


def broken(*_: object) -> Iterator[Finding]:
    """A check that finds something, and then breaks down."""
    yield Finding("found before", Span(1, 2))
    raise KeyError("lost")


def asking(*_: object) -> Iterator[Untold]:
    """A check that can't be made."""
    yield Untold(("date",))
    yield Untold(("role", "date"))


def test_a_rule_that_breaks_down_is_reported() -> None:
    """A rule that raises takes neither the report down nor the other rules: a diagnostic names it."""
    report = check(f"{ON_HOLD}#covid", rules=(make("AB100", broken), *RULES))
    assert codes(report) == ["FT000", "AB100", "FT301"]
    assert report.diagnostics[0].severity is Severity.ERROR
    assert report.diagnostics[0].name == "rule-failed"
    assert "The rule AB100 made-up broke down" in report.diagnostics[0].message
    assert "KeyError: 'lost'" in report.diagnostics[0].message


def test_what_rules_need_is_listed_once() -> None:
    """What a rule would need to know is listed once for each rule, in the order it asked."""
    entries = check("", rules=(make("AB100", asking), make("AB101", asking))).not_evaluated
    assert [(entry.code, entry.needs) for entry in entries] == [
        ("AB100", ("date", "role")),
        ("AB101", ("date", "role")),
    ]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_rules_declare_what_they_ask_for(rule: Rule) -> None:
    """A rule asks the context for nothing that it does not declare."""
    for example in rule.examples:
        for entry in check(example.before, rules=(rule,)).not_evaluated:
            assert set(entry.needs) <= set(rule.needs)


@pytest.mark.parametrize(("code", "name"), [("ft201", "x"), ("F1", "x"), ("FT20", "x"), ("FT201", "No Kebab"), ("FT201", "a-")])
def test_codes_and_names_have_a_form(code: str, name: str) -> None:
    """A rule whose code or name could not be typed on a command line is refused."""
    with pytest.raises(ValueError, match=r"^Rule\.(code|name): "):
        Rule(code, name, "", "", Severity.ERROR, broken, ())


def test_reports_and_rules_travel_between_processes() -> None:
    """Reports and rules can be pickled, for use in a process pool."""
    report = check(f"{ON_HOLD}- RISKS: #covid\n")
    assert pickle.loads(pickle.dumps(report)) == report
    assert pickle.loads(pickle.dumps(RULES)) == RULES


PIECES = st.sampled_from(
    [
        "EXEC SUMMARY\n",
        "- STATUS OF THE ENGAGEMENT: ",
        "- 接洽状态：",
        "- M365 DEPLOYMENT PROGRESS: ",
        "On Hold",
        "On Hold/Reactive",
        "Fully Engagd",
        "保留",
        "#covid",
        "＃covid",
        "ﾎﾞ",
        "İ",
        "&",
        " ",
        "(",
        ")",
        "\n",
        "\r\n",
        "\n  ",
        "\n> ",
        "text",
        "\u0301",
        "\x00",
    ]
)


@given(
    st.one_of(st.text(), st.lists(PIECES | st.characters(), max_size=30).map("".join)),
    st.sampled_from(["pausing", None]),
)
def test_any_text_can_be_checked(text: str, intent: str | None) -> None:
    """Whatever the text, the report is in its order, spans and edits lie inside it, and no rule fails."""
    report = check(text, context=Context(intent=intent))
    spans = [found.span for found in report.diagnostics]
    assert [span.start for span in spans] == sorted(span.start for span in spans)
    for found in report.diagnostics:
        assert found.code != RULE_FAILED[0], found.message
        edits = [edit.span for fix in found.fixes for edit in fix.edits]
        for span in (found.span, *found.evidence, *edits):
            assert 0 <= span.start <= span.end <= len(text)
        assert found.span.start < found.span.end


@given(st.lists(PIECES, max_size=30).map("".join))
def test_fixes_come_to_an_end(text: str) -> None:
    """Fixing one finding after the other ends with a text in which no fix is left."""
    for _ in range(60):
        fixable = [found for found in check(text, context=Context(intent="pausing")).diagnostics if found.fixes]
        if not fixable:
            return
        text = mended(text, fixable[0])
    pytest.fail("fixes don't come to an end")


@pytest.mark.parametrize(
    "unit",
    [
        "- STATUS OF THE ENGAGEMENT: Engagd\n",
        "- STATUS OF THE ENGAGEMENT: On Hold until May #covid\n",
        "#covid ",
        "**#covid**",
        "#covid\n",
        "EXEC SUMMARY\n- STATUS OF THE ENGAGEMENT: On Hold #covid\n",
    ],
)
def test_time_grows_with_the_text(unit: str) -> None:
    """Eight times the text takes about eight times as long, also where every line is found fault with."""
    start = "EXEC SUMMARY\n- STATUS OF THE ENGAGEMENT: On Hold\n- RISKS: "

    def seconds(count: int) -> float:
        text = start + unit * count
        took = []
        for _ in range(3):
            begin = time.process_time()
            check(text)
            took.append(time.process_time() - begin)
        return min(took)

    seconds(10)
    assert seconds(4000) < 25 * seconds(500)


def test_the_rules_say_what_they_are() -> None:
    """Summary and rationale of each rule are sentences, and the rationale names the guidance page."""
    for rule in (CHOICE_NOT_IN_LIST, CHOICE_UNDECIDED, CHOICE_WITH_MORE_WORDS, HASHTAG_FORBIDDEN):
        assert rule in RULES
        assert rule.summary.endswith(".")
        assert "Overall Status Notes Guidance" in rule.rationale

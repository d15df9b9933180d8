"""Next actions: what is to be done, when and by whom; and text without any."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import attrs
import pytest
from helpers.actions import Found, as_tuples, found
from helpers.commands import loaded_by
from helpers.dates import day
from helpers.linearity import LINEAR, growth

import ftnotes
from ftnotes import Span, parse
from ftnotes.analysis.actions.search import read_actions


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("Ana will send the plan by April 30.", [("send the plan", "April 30", "Ana")]),
        ("Ana Silva (partner) will send the plan", [("send the plan", None, "Ana Silva")]),
        ("Ana Silva to send the plan.", [("send the plan", None, "Ana Silva")]),
        ("Partner to enable MFA by 12/06/2020", [("enable MFA", "12/06/2020", "Partner")]),
        (
            "The customer needs to review the design before the 5th of May.",
            [("review the design", "5th of May", "customer")],
        ),
        (
            "Partner to enable MFA by 12/06/2020, customer will review it.",
            [("enable MFA", "12/06/2020", "Partner"), ("review it", None, "customer")],
        ),
        ("By 30 April, Ana will send the plan", [("send the plan", "30 April", "Ana")]),
        ("Status is good - we will follow up on 5 May. They may call.", [("follow up", "5 May", "we")]),
        (
            "The Account team has a full day workshop planned in April 2019 to walk them through.",
            [("full day workshop to walk them through", "April 2019", "Account team")],
        ),
        ("On Monday Ana will send the plan", [("send the plan", "Monday", "Ana")]),
        ("Next call on 12 June with Ben.", [("Next call with Ben", "12 June", None)]),
        ("Send the plan by 30 April.", [("Send the plan", "30 April", None)]),
        ("Enable MFA (owner: partner), by 12/06/2020.", [("Enable MFA", "12/06/2020", "partner")]),
        ("We met. Enable MFA (owner: partner)", [("Enable MFA", None, "partner")]),
        ("El cliente va a enviar el plan antes del 30 de abril.", [("enviar el plan", "30 de abril", "cliente")]),
        ("Ana enviará el informe el 3 de mayo de 2020.", [("enviará el informe", "3 de mayo de 2020", "Ana")]),
        ("Próxima reunión: 12 de junio", [("Próxima reunión", "12 de junio", None)]),
        ("O parceiro vai enviar o plano até 30 de abril.", [("enviar o plano", "30 de abril", "parceiro")]),
        ("Ana wird den Plan bis 30. April schicken.", [("den Plan schicken", "30. April", "Ana")]),
        ("Der Kunde prüft das Angebot bis 12. Mai.", [("prüft das Angebot", "12. Mai", "Kunde")]),
        ("Nächster Termin am 12. Juni", [("Nächster Termin", "12. Juni", None)]),
        ("次回の会議は5月12日です", [("次回の会議", "5月12日", None)]),
        ("合作伙伴将在5月12日前发送计划。", [("发送计划", "5月12日", "合作伙伴")]),
    ],
)
def test_plain_phrases_are_actions(text: str, actions: list[Found]) -> None:
    """Somebody will do something; a meeting has its day; a task has its owner or is due by a day."""
    assert found(text) == actions


@pytest.mark.parametrize(
    "text",
    [
        "The Customer has just received approval. Doing so will unblock the deployment of multiple workloads.",
        "An overview will be presented at the end of the workshop.",
        "Teams will replace Skype by May 2020.",
        "Exchange Online will start by 5 May",
        "Deployment will start by April 30.",
        "Planning to enable MFA by 5 May",
        "Keen to deploy by May 5",
        "Ana to be back on 5 May",
        "Ana will be out until 5 May",
        "Customer will not deploy before June",
        "Der Kunde wird nicht migrieren",
        "This will help",
        "It will start on 5 May",
        "Follow up with the partner",
        "Review on May 5 went well",
        "Ana sent the plan by 5 May",
        "Ana prüft das",
        "Next call with Ana",
        "Next call with Ana and the whole team of the customer and of the partner, who are back on 5 May",
        "Customer will, none, check",
        "Send the plan, agreed on 5 May",
        "Next action: none",
        "Next action: TBD. Owner: Ana",
        "To do: none at the moment",
        "Next action:",
        "Owner: Ana",
        "Owner: Ana\nDate: 5 May 2020",
        "(owner: Ana)",
        "Update date: 5 May, ratio: 1:2",
        "Go-live - date: 5 May 2020",
        "| Next action | Owner | Date |",
        "20K users: 5 May",
        "",
        "- [ ]",
    ],
)
def test_text_without_an_action_has_none(text: str) -> None:
    """No owner and no task is invented for things, states, the past, negated actions, and labels without a task."""
    assert found(text) == []


NOTE = """**EXEC SUMMARY**
- DESCRIBE THE CUSTOMER: Retail. Ana will share the chart by 5 May 2020.
- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:

   -  [EXO]  Exchange Online - Planning.
      Next action: fix DNS, owner: IT,
      by 30 April 2020
   -  [TEAMS]  Teams - Next steps:
      - Kim to train champions
      - close the pilot
   -  [SPO]  SharePoint Online - Owner: Zoe

- NEXT ACTION: call the CIO
- OWNER: FM
- REQUESTS FOR SUPPORT: none
"""

ACTIONS = [
    ("share the chart", "5 May 2020", "Ana"),
    ("fix DNS", "30 April 2020", "IT"),
    ("train champions", None, "Kim"),
    ("close the pilot", None, None),
    ("call the CIO", None, "FM"),
]


def test_actions_are_found_in_every_part_of_a_summary() -> None:
    """In values, updates of several lines, and under unknown labels; labels of different parts are not mixed."""
    assert found(NOTE) == ACTIONS


@pytest.mark.parametrize("margin", ["> ", ">> "])
def test_quote_marks_do_not_count(margin: str) -> None:
    """The actions are the same with and without them."""
    actions = ftnotes.find_next_actions("".join(margin + line + "\n" for line in NOTE.split("\n")))
    assert as_tuples(actions) == ACTIONS


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_do_not_count(end: str) -> None:
    """The actions are the same with any line end."""
    actions = ftnotes.find_next_actions(NOTE.replace("\n", end))
    assert as_tuples(actions) == ACTIONS


def test_the_span_of_an_action_covers_its_parts() -> None:
    """From its first label to the end of the last part, a closing parenthesis included."""
    text = "Done. Enable MFA (owner: partner)."
    (action,) = ftnotes.find_next_actions(text)
    assert action.span.text(text) == "Enable MFA (owner: partner)"
    assert action.what_span == Span(6, 16)
    assert attrs.evolve(action) == action


@pytest.mark.parametrize("stops", ["!", "...", "!!!!!!!!", ".?!.?!.?!"])
@pytest.mark.parametrize("what", ["call Bo", "follow plan B"])
def test_several_full_stops_end_one_sentence(stops: str, what: str) -> None:
    """They are not part of the task, after a word and after a single letter; another sentence can follow."""
    (action,) = ftnotes.find_next_actions(f"Ana will {what}{stops} All is well.")
    assert (action.owner, action.what) == ("Ana", what)


def test_the_language_of_a_summary_settles_its_dates() -> None:
    """An action has the date as the document reads it."""
    (action,) = ftnotes.find_next_actions(
        "RESUMEN EJECUTIVO\n- SOLICITUD DE SOPORTE TÉCNICO: Próxima acción: llamar. Fecha: 04/05/2020\n"
    )
    assert action.date is not None
    assert str(action.date.first) == "2020-05-04"


def test_importing_the_library_does_not_read_dates() -> None:
    """Modules that few callers need are imported on first use."""
    assert not {"ftnotes.analysis.dates.search", "ftnotes.analysis.actions.search"} & loaded_by(
        "import ftnotes; ftnotes.parse('x')"
    )


def test_a_document_is_read_again_for_another_playbook(tmp_path: Path) -> None:
    """With the playbook or edition that is given, the actions of a document are those of its text."""
    path = tmp_path / "own.toml"
    path.write_text('id = "own"\nextends = "2020-03"\n[languages.en.actions]\nwhat = ["Homework"]\n', "utf-8")
    text = "Homework: call Ana"
    document = ftnotes.parse(text)
    assert ftnotes.find_next_actions(document) == ()
    custom = ftnotes.Playbook.from_file(path)
    (action,) = ftnotes.find_next_actions(document, playbook=custom)
    assert action.what == "call Ana"
    assert ftnotes.find_next_actions(text, playbook=custom) == (action,)
    assert ftnotes.find_next_actions(ftnotes.parse(text, custom)) == (action,)
    assert ftnotes.find_next_actions(ftnotes.parse(text, custom), edition="2020-05") == ()
    with pytest.raises(ValueError, match="2021-01"):
        ftnotes.find_next_actions(document, edition="2021-01")
    with pytest.raises(TypeError, match=r"find_next_actions\(\) takes a str or a Document, not bytes: decode it first"):
        ftnotes.find_next_actions(b"x")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "none"),
    [
        ("Next steps: none", True),
        ("NEXT STEPS\nNone - the customer goes on alone", True),
        ("Next steps\nCall none of them", False),
        ("Next steps we took: none helped", False),
        ("Nächste Schritte: keine", True),
        ("No further action needed.", True),
        ("Next steps: send the plan", False),
        ("Next step: TBD", False),
        ("Nächster Schritt: noch offen", False),
        ("Próximo paso: por definir", False),
        ("次のアクション：未定", False),
        ("次のアクション：なし", True),
        ("下一步：待定", False),
        ("Próximo passo: a definir", False),
        ("Prochaine étape : à définir", False),
        ("The next step is clear", False),
        ("All is well", False),
    ],
)
def test_a_text_states_that_nothing_is_to_be_done(text: str, none: bool) -> None:
    """It does with a phrase for that, or with "none" after a label of actions."""
    assert read_actions(ftnotes.parse(text), ()).states_none == none


@pytest.mark.parametrize(
    "piece", ["责任方 ", "跟进人\n", "Task ", "Open\n", "Open ", "次のタスク ", "Next up\n", "Action owner ", "- Owner / "]
)
def test_repeated_labels_are_read_in_linear_time(piece: str) -> None:
    """Four times as many labels, on one line or on many, take about four times as long."""

    def reading(count: int) -> Callable[[], object]:
        document = parse(piece * count)
        return lambda: read_actions(document, ()).states_none

    assert growth(reading, 1_000) < LINEAR


@pytest.mark.parametrize(
    ("update", "actions"),
    [
        ("70 % migrated, next wave on 25 May 2020", []),
        ("70 % migrated, next wave on 25 May 2020 (Ana)", [("next wave", "25 May 2020", "Ana")]),
        ("pilot, next call on 25 May 2020", [("next call", "25 May 2020", None)]),
        ("pilot, next action: call Ana", [("call Ana", None, None)]),
    ],
)
def test_a_stage_of_a_workload_is_its_status(update: str, actions: list[Found]) -> None:
    """Elsewhere it is an event; so is a meeting anywhere, and what somebody does on the day."""
    label = "- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:"
    note = f"EXEC SUMMARY\n- STATUS OF THE ENGAGEMENT: Reactive\n{label}\n\n   -  [EXO]  Exchange Online - {{}}\n"
    assert found(note.format(update)) == actions
    assert ftnotes.find_next_actions(f"Customer: {update}")


def test_a_check_knows_the_day_of_the_note() -> None:
    """A day of the week beside a day settles how it is read, and a day to come makes an event of what is on it."""
    text = "Called the customer. Cutover 7/9. Ana sends the plan by Thurs 7/9.\n"
    assert "FT504" in {one.code for one in ftnotes.check(text).diagnostics}
    assert "FT504" not in {one.code for one in ftnotes.check(text, context=ftnotes.Context(date=day("2020-07-01"))).diagnostics}

"""Playbooks: what was published, and files of one's own."""

from __future__ import annotations

import copy
import gc
import json
import os
import pickle
import shutil
import weakref
from pathlib import Path

import pytest
from attrs import asdict

from ftnotes.playbook import loader as playbook_file
from ftnotes.playbook.model import DEFAULT_EDITION, DeploymentProgress, EngagementStatus, HashtagRule, Language, PlaybookError
from ftnotes.playbook.playbook import Playbook

EDITIONS = ("2019-09", "2020-03", "2020-05")

#: Tag and name of the workloads of the template, in its order.
WORKLOADS = [
    ("EXO", "Exchange Online"),
    ("OLM", "Outlook Mobile"),
    ("SPO", "SharePoint Online"),
    ("OD", "OneDrive for Business"),
    ("OPP", "Office 365 ProPlus"),
    ("TEAMS", "Teams"),
    ("YAM", "Yammer Enterprise"),
    ("WIN10", "Windows 10"),
    ("INTUNE", "Intune"),
    ("AADP", "Azure Active Directory Premium"),
    ("AIP", "Azure Information Protection"),
    ("MCAS", "Microsoft Cloud App Security"),
    ("IDSEC", "Identity Security"),
    ("PROJ", "Project Online"),
    ("WDATP", "Windows Defender ATP"),
    ("SDS", "Classroom / School Data Sync (SDS)"),
    ("CORE", "For those that do not fit within above workloads"),
]

#: For each language: title, the six labels in the order of the template, and the choices of both fields.
WORDINGS = {
    "en": (
        "EXEC SUMMARY",
        [
            "DESCRIBE THE CUSTOMER",
            "STATUS OF THE ENGAGEMENT",
            "M365 DEPLOYMENT PROGRESS",
            "OVERVIEW OF CURRENT RELATIONSHIP WITH CUSTOMER/PARTNER/ACCOUNT TEAM",
            "SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS",
            "REQUESTS FOR SUPPORT",
        ],
        ["On Hold", "Reactive", "Fully Engaged", "Not Deployed", "Partially Deployed", "Fully Deployed"],
    ),
    "es": (
        "RESUMEN EJECUTIVO",
        [
            "DESCRIBIR AL CLIENTE",
            "ESTADO DE LA INTERACCIÓN",
            "PROGRESO DE LA IMPLEMENTACIÓN DE M365",
            "VISIÓN GENERAL DE LA RELACIÓN ACTUAL CON EL CLIENTE/SOCIO/EQUIPO DE CUENTAS",
            "VISTA RÁPIDA DEL ESTADO ACTUAL DE LAS CARGAS DE TRABAJO CLAVE Y PRÓXIMAS ACCIONES",
            "SOLICITUD DE SOPORTE TÉCNICO",
        ],
        [
            "En espera",
            "reactivo",
            "en interacción",
            "No implementado",
            "implementado parcialmente",
            "implementado en su totalidad",
        ],
    ),
    "pt-BR": (
        "RESUMO EXECUTIVO",
        [
            "DESCREVER O CLIENTE",
            "STATUS DO ENVOLVIMENTO",
            "PROGRESSO DA IMPLANTAÇÃO DO M365",
            "VISÃO GERAL DO RELACIONAMENTO ATUAL COM CLIENTE/PARCEIRO/TIME DA CONTA",
            "INSTANTÂNEO DO STATUS ATUAL DOS PRINCIPAIS WORKLOADS E PRÓXIMAS AÇÕES",
            "SOLICITAÇÕES DE SUPORTE",
        ],
        [
            "Em Espera",
            "Reativo",
            "Totalmente Envolvido",
            "Não Implantado",
            "Parcialmente Implantado",
            "Totalmente Implantado",
        ],
    ),
    "de": (
        "ZUSAMMENFASSUNG FÜR DIE FÜHRUNGSEBENE",
        [
            "BESCHREIBUNG DES KUNDEN",
            "STATUS DER BETEILIGUNG",
            "M365-BEREITSTELLUNGSFORTSCHRITT",
            "ÜBERSICHT DER AKTUELLEN BEZIEHUNG ZU KUNDEN-/PARTNER-/ACCOUNT TEAM",
            "SCHNAPPSCHUSS DES AKTUELLEN STATUS WICHTIGER ARBEITSBEREICHE UND NÄCHSTE AKTIONEN",
            "UNTERSTÜTZUNGSANFORDERUNG",
        ],
        [
            "Angehalten",
            "Reaktiv",
            "Vollständig beteiligt",
            "Nicht bereitgestellt",
            "Teilweise bereitgestellt",
            "Vollständig bereitgestellt",
        ],
    ),
    "ja": (
        "エグゼクティブ概要",
        [
            "お客様の説明",
            "エンゲージメントのステータス",
            "M365 の展開の進捗状況",
            "お客様/パートナー様/アカウント チームとの現在の関係の概要",
            "主要なワークロードの現在のステータスと次の行動のスナップショット",
            "サポートのリクエスト",
        ],
        ["保留中", "リアクティブ", "完全にエンゲージ", "未展開", "部分的に展開", "完全に展開済み"],
    ),
    "zh-CN": (
        "执行摘要",
        [
            "描述客户",
            "接洽状态",
            "M365 部署进度",
            "与客户/合作伙伴/客户团队的当前关系概述",
            "关键工作负载现状和后续行动简况",
            "支持请求",
        ],
        ["保留", "反应", "全面接洽", "未部署", "部分部署", "完全部署"],
    ),
}

#: A playbook of one's own that says everything; cases put something wrong in it.
WHOLE = """
id = "own"
summary = "Our own"

[[fields]]
key = "who"

[[fields]]
key = "state"
kind = "choice"
choices = ["good", "bad"]

[[fields]]
key = "work"
kind = "workloads"

[[workloads]]
tag = "TILL"
names = ["Tills"]

[[note-types]]
key = "daily"
names = ["Daily"]

[[roles]]
key = "clerk"
names = ["Clerk"]
note-types = ["daily"]

[[hashtags]]
tag = "#urgent"
summary = "can't wait"

[[hashtags.rules]]
demand = "require"
when = { role = "clerk", state = "bad" }

[languages.en]
name = "English"
titles = ["STATE OF PLAY"]

[languages.en.labels]
who = ["WHO"]
state = ["STATE"]
work = ["WORK"]

[languages.en.choices.state]
good = ["Good"]
bad = ["Bad"]
"""


def own(folder: Path, text: str) -> Playbook:
    """The playbook of a file with this text."""
    file = folder / "own.toml"
    file.write_text(text, encoding="utf-8")
    return Playbook.from_file(file)


def canonical(language: Language) -> tuple[str, list[str], list[str]]:
    """Title, labels and choices of a language, the first wording of each."""
    choices = [words[0] for of_field in language.choices.values() for words in of_field.values()]
    return language.titles[0], [words[0] for words in language.labels.values()], choices


# ---- what was published


def test_three_editions_were_published_and_the_second_is_the_default() -> None:
    """`Playbook.editions` lists them, oldest first."""
    assert Playbook.editions() == EDITIONS
    assert DEFAULT_EDITION == "2020-03"
    assert Playbook.load().id == "2020-03"


@pytest.mark.parametrize("edition", EDITIONS)
def test_an_edition_is_loaded_once(edition: str) -> None:
    """The same id gives the same object, under its own id, marked as one that comes with the library."""
    playbook = Playbook.load(edition)
    assert playbook is Playbook.load(edition)
    assert playbook.id == edition
    assert playbook.bundled
    assert playbook.default_language == "en"


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_template_has_six_fields(edition: str) -> None:
    """In their order, two of them with closed choices and one with the workloads."""
    assert [(spec.key, spec.kind, spec.choices) for spec in Playbook.load(edition).fields] == [
        ("customer", "text", ()),
        ("engagement-status", "choice", ("on-hold", "reactive", "fully-engaged")),
        ("deployment-progress", "choice", ("not-deployed", "partially-deployed", "fully-deployed")),
        ("relationship", "text", ()),
        ("workloads", "workloads", ()),
        ("support-requests", "text", ()),
    ]


def test_the_choices_of_the_code_are_those_of_the_template() -> None:
    """The two enumerations hold the keys of the playbook, in the order of the template."""
    choices = {spec.key: spec.choices for spec in Playbook.load().fields}
    assert choices["engagement-status"] == tuple(EngagementStatus)
    assert choices["deployment-progress"] == tuple(DeploymentProgress)


@pytest.mark.parametrize(
    ("edition", "tag", "name"),
    [
        ("2019-09", "OPP", "Office ProPlus"),
        ("2020-03", "OPP", "Office 365 ProPlus"),
        ("2020-05", "Microsoft 365 Apps", "Microsoft 365 Apps"),
    ],
)
def test_editions_differ_in_one_workload(edition: str, tag: str, name: str) -> None:
    """The seventeen workloads stand in the order of the template; the fifth is named by the edition."""
    written = [(spec.tag, spec.names[0]) for spec in Playbook.load(edition).workloads]
    assert written == [*WORKLOADS[:4], (tag, name), *WORKLOADS[5:]]


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_edition_understands_the_names_of_the_others(edition: str) -> None:
    """Tags and names of that workload mean the same in all three."""
    words = Playbook.load(edition).vocabulary
    spellings = ("OPP", "Microsoft 365 Apps", "Office ProPlus", "Office 365 ProPlus", "Office 365 专业增强版")
    assert len({words.workload_key(text) for text in spellings}) == 1


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("code", WORDINGS)
def test_every_edition_has_the_published_wordings(edition: str, code: str) -> None:
    """Title, labels and choices of all six languages, the newest published wording first."""
    languages = {language.code: language for language in Playbook.load(edition).languages}
    assert list(languages) == list(WORDINGS)
    assert canonical(languages[code]) == WORDINGS[code]


@pytest.mark.parametrize(
    ("code", "tag", "names"),
    [
        ("es", "OD", ("OneDrive para la Empresa",)),
        ("es", "AIP", ("Protección de información de Azure", "Protección de la información de Azure")),
        ("pt-BR", "IDSEC", ("Segurança de Identidade",)),
        ("de", "IDSEC", ("Identitätssicherheit", "Identity Security")),
        ("ja", "CORE", ("上記のワークロードに該当しない場合",)),
        ("zh-CN", "OPP", ("Office 365 专业增强版", "Office 专业增强版", "Office ProPlus")),
    ],
)
def test_languages_name_some_workloads_otherwise(code: str, tag: str, names: tuple[str, ...]) -> None:
    """All published names, the newest first."""
    language = next(language for language in Playbook.load().languages if language.code == code)
    assert language.workload_names[tag] == names


def test_two_languages_have_a_tag_of_their_own() -> None:
    """The tag for everything else was translated in Japanese and Chinese."""
    tags = {language.code: dict(language.workload_tags) for language in Playbook.load().languages}
    assert {code: of_code for code, of_code in tags.items() if of_code} == {
        "ja": {"CORE": ("コア",)},
        "zh-CN": {"CORE": ("核心",)},
    }


def test_hints_are_known_in_every_language() -> None:
    """Three labels of the template carry a hint."""
    for language in Playbook.load().languages:
        assert list(language.hints) == ["customer", "workloads", "support-requests"]
    english = Playbook.load().languages[0].hints
    assert english["customer"] == ("(i.e. Industry/Structure/Size/Recent News)",)
    assert english["workloads"] == ("(remove workloads if not currently being discussed)",)
    assert english["support-requests"] == ("(e.g. CS MAU offerings)",)


@pytest.mark.parametrize("edition", Playbook.editions())
def test_any_edition_can_be_extended(edition: str, tmp_path: Path) -> None:
    """A file of two lines says what the edition says that it extends, with all that this one extends itself."""
    path = tmp_path / "own.toml"
    path.write_text(f'id = "own"\nextends = "{edition}"\n', encoding="utf-8")
    own, published = Playbook.from_file(path), Playbook.load(edition)
    assert (own.fields, own.workloads, own.hashtags) == (published.fields, published.workloads, published.hashtags)
    assert own.languages == published.languages


@pytest.mark.parametrize("edition", ["2020-03", "2020-05"])
def test_the_hashtag_is_required_by_role_and_forbidden_on_hold(edition: str) -> None:
    """The roles must set it in their notes where the customer goes faster; nobody may where it pauses."""
    (hashtag,) = Playbook.load(edition).hashtags
    faster = ("deploying", "accelerating")
    on_hold = {"engagement-status": ("on-hold",)}
    assert hashtag.tag == "#covid"
    assert list(hashtag.rules) == [
        HashtagRule(
            "require",
            {
                "role": ("fasttrack-manager",),
                "note-type": ("engagement-management", "service-intent"),
                "intent": faster,
            },
            unless=on_hold,
        ),
        HashtagRule(
            "require", {"role": ("technical-expert",), "note-type": ("technical-enablement",), "intent": faster}, unless=on_hold
        ),
        HashtagRule(
            "require", {"role": ("fasttrack-architect",), "note-type": ("enterprise-status",), "intent": faster}, unless=on_hold
        ),
        HashtagRule(
            "require", {"role": ("gateway-manager",), "note-type": ("engagement-management",), "intent": faster}, unless=on_hold
        ),
        HashtagRule(
            "require",
            {"role": ("fasttrack-manager", "adoption-sme"), "note-type": ("overall-status",), "intent": faster},
            unless=on_hold,
        ),
        HashtagRule("forbid", {"intent": ("pausing",)}, "update the Entitlement Status (L1/L2/L3)"),
        HashtagRule("forbid", on_hold, "update the Entitlement Status (L1/L2/L3)"),
    ]


@pytest.mark.parametrize("edition", EDITIONS)
def test_priorities_and_who_is_asked_for_summaries(edition: str) -> None:
    """Managers and architects write summaries, for customers of high or medium priority."""
    playbook = Playbook.load(edition)
    assert [priority.key for priority in playbook.priorities] == ["high", "medium", "low"]
    assert playbook.summaries == (("fasttrack-manager", "fasttrack-architect"), ("high", "medium"))


#: Two rules of one hashtag, with the conditions to be filled in.
TWO_RULES = """
[[hashtags]]
tag = "#later"
summary = "it can wait"

[[hashtags.rules]]
demand = "require"
{}

[[hashtags.rules]]
demand = "forbid"
{}

[languages.en]
"""


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ('when = { role = "clerk" }', 'when = { role = "clerk" }'),
        ('when = { role = "clerk" }', 'when = { state = "bad" }'),
        ('when = { role = "clerk" }', "when = {}"),
        ('when = { state = ["good", "bad"] }', 'when = { state = "bad", intent = "pausing" }'),
        ('when = { role = "clerk" }\nunless = { state = "good" }', 'when = { state = ["good", "bad"] }'),
        ('when = { intent = "pausing" }', 'when = { role = "clerk" }\nunless = { intent = "deploying" }'),
    ],
)
def test_contradictory_hashtag_rules_are_refused(tmp_path: Path, first: str, second: str) -> None:
    """Where one note can fulfil the conditions of a rule that requires and of one that forbids."""
    text = WHOLE.replace("[languages.en]\n", TWO_RULES.format(first, second))
    with pytest.raises(
        PlaybookError,
        match=r"own\.toml: hashtags\[#later\]\.rules\[1\]: asks to forbid #later where hashtags\[#later\]\.rules\[0\] may "
        "require it: .* add to one of the rules an unless",
    ):
        own(tmp_path, text)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ('when = { state = "good" }', 'when = { state = "bad" }'),
        ('when = { role = "clerk", intent = ["deploying", "accelerating"] }', 'when = { intent = "pausing" }'),
        ('when = { role = "clerk" }\nunless = { state = "bad" }', 'when = { state = "bad" }'),
        ('when = { state = "bad" }', 'when = { role = "clerk" }\nunless = { state = ["bad", "good"] }'),
    ],
)
def test_hashtag_rules_that_never_meet_are_accepted(tmp_path: Path, first: str, second: str) -> None:
    """Where a condition, or an exception, keeps them apart."""
    text = WHOLE.replace("[languages.en]\n", TWO_RULES.format(first, second))
    assert [rule.demand for rule in own(tmp_path, text).hashtags[1].rules] == ["require", "forbid"]


def test_a_condition_stands_under_when_or_unless(tmp_path: Path) -> None:
    """Under both it would say the same thing twice."""
    rule = 'when = { state = "bad" }\nunless = { intent = "pausing", state = "good" }'
    with pytest.raises(PlaybookError, match=r"rules\[0\]\.unless\.state: 'state' is a condition under 'when' already"):
        own(tmp_path, WHOLE.replace("[languages.en]\n", TWO_RULES.format(rule, "when = {}")))


def test_the_first_edition_asks_for_no_hashtag() -> None:
    """The rule came with the second."""
    assert Playbook.load("2019-09").hashtags == ()


def test_roles_write_the_notes_that_the_page_gives_them() -> None:
    """By role, the kinds of note."""
    assert {role.key: role.note_types for role in Playbook.load().roles} == {
        "fasttrack-manager": ("overall-status", "entitlement-status", "engagement-management", "service-intent"),
        "technical-expert": ("technical-enablement",),
        "fasttrack-architect": ("enterprise-status",),
        "gateway-manager": ("engagement-management",),
        "adoption-sme": ("overall-status",),
    }


def test_an_unknown_edition_is_refused_with_those_there_are() -> None:
    """The message lists the editions and says how to read a file."""
    with pytest.raises(PlaybookError, match=r"no playbook edition '2021'; there are 2019-09, 2020-03, 2020-05.*from_file"):
        Playbook.load("2021")
    assert issubclass(PlaybookError, ValueError)


# ---- files of one's own


def test_a_file_may_say_everything(tmp_path: Path) -> None:
    """Without `extends`, a playbook is what stands in its file, and nothing of the published ones."""
    playbook = own(tmp_path, WHOLE)
    assert playbook.id == "own"
    assert playbook.summary == "Our own"
    assert not playbook.bundled
    assert [spec.kind for spec in playbook.fields] == ["text", "choice", "workloads"]
    assert [spec.tag for spec in playbook.workloads] == ["TILL"]
    assert playbook.hashtags[0].rules == (HashtagRule("require", {"role": ("clerk",), "state": ("bad",)}),)
    assert playbook.default_language == "en"
    assert canonical(playbook.languages[0]) == ("STATE OF PLAY", ["WHO", "STATE", "WORK"], ["Good", "Bad"])


def test_a_file_may_say_very_little(tmp_path: Path) -> None:
    """Only id, fields and a language are needed."""
    playbook = own(
        tmp_path,
        'id = "own"\n[[fields]]\nkey = "who"\n[languages.en]\nname = "English"\ntitles = ["T"]\nlabels.who = ["WHO"]\n',
    )
    assert playbook.summary == ""
    assert [playbook.workloads, playbook.hashtags, playbook.roles, playbook.note_types] == [()] * 4


def test_a_file_may_start_with_a_byte_order_mark_and_end_its_lines_in_any_way(tmp_path: Path) -> None:
    """As editors of all systems save it."""
    file = tmp_path / "own.toml"
    for ending in ("\n", "\r\n", "\r"):
        file.write_bytes(b"\xef\xbb\xbf" + WHOLE.replace("\n", ending).encode())
        assert Playbook.from_file(str(file)).id == "own"


def test_an_extending_file_is_laid_over_the_edition(tmp_path: Path) -> None:
    """Tables merge by key, entries by tag or key, other values replace, and what is not mentioned stays."""
    base = Playbook.load("2020-03")
    playbook = own(
        tmp_path,
        """
        id = "mine"
        extends = "2020-03"
        hashtags = []

        [[workloads]]
        tag = "EXO"
        other-names = ["Mail"]

        [[workloads]]
        tag = "TILLS"
        names = ["Tills"]

        [[workloads]]
        tag = "GUARD"
        replaces = "WDATP"
        names = ["Guard"]

        [[fields]]
        key = "engagement-status"
        choices = ["on-hold", "reactive", "fully-engaged", "lost"]

        [[fields]]
        key = "risks"

        [languages.en.labels]
        risks = ["RISKS"]

        [languages.en.choices.engagement-status]
        lost = ["Lost"]
        """,
    )
    assert (playbook.id, playbook.bundled, playbook.hashtags) == ("mine", False, ())
    assert [spec.tag for spec in playbook.workloads] == [
        *("GUARD" if spec.tag == "WDATP" else spec.tag for spec in base.workloads),
        "TILLS",
    ]
    assert playbook.workloads[0].names == ("Exchange Online",)
    assert playbook.workloads[0].other_names == ("Mail",)
    guard = next(spec for spec in playbook.workloads if spec.tag == "GUARD")
    assert (guard.names, guard.other_names) == (("Guard",), ())
    assert [spec.key for spec in playbook.fields] == [*(spec.key for spec in base.fields), "risks"]
    assert playbook.fields[1].kind == "choice"
    english = playbook.languages[0]
    assert english.labels["risks"] == ("RISKS",)
    assert english.labels["customer"] == ("DESCRIBE THE CUSTOMER",)
    assert english.choices["engagement-status"] == {
        "on-hold": ("On Hold",),
        "reactive": ("Reactive",),
        "fully-engaged": ("Fully Engaged",),
        "lost": ("Lost",),
    }
    assert playbook.languages[1:] == base.languages[1:]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('id = "own"', "", "id: the key 'id' is missing"),
        ('id = "own"', "id = 7", "id: expected a text in quotes, not a number"),
        ('id = "own"', "id = true", "id: expected a text in quotes, not a boolean"),
        ('id = "own"', "id = 2020-03-01", "id: expected a text in quotes, not a date"),
        ('id = "own"', 'id = [""]', "id: expected a text in quotes, not a list"),
        ('id = "own"', 'id = " own"', "id: expected a text of one line .* no spaces around it, not ' own'"),
        ('id = "own"', 'id = "o\\nwn"', "id: expected a text of one line"),
        ('id = "own"', 'id = "--"', "id: expected a text of one line that has a letter or digit"),
        (
            'id = "own"',
            'id = "own"\nsumary = "x"',
            r"sumary: unknown key \(did you mean 'summary'\?\); expected id, extends",
        ),
        ('id = "own"', 'id = "own"\nzzz = 1', "zzz: unknown key; expected id, extends"),
        ('id = "own"', 'id = "own"\nextends = "2020-04"', "extends: unknown '2020-04' .*; expected one of 2019-09, "),
        ('summary = "Our own"', "summary = []", "summary: expected a text in quotes, not a list"),
        ('summary = "Our own"', 'default-language = "fr"', "default-language: unknown 'fr'; expected one of en"),
        ('tag = "TILL"', "", r"workloads\[0\]: the key 'tag' is missing"),
        (
            'tag = "TILL"',
            'tag = "[TILL]"',
            r"workloads\[\[TILL\]\].tag: a tag is written in brackets and can't hold one: '\[TILL\]'",
        ),
        ('tag = "TILL"', 'tag = "TILL"\nother-tags = ["T]"]', r"workloads\[TILL\].tag: .* can't hold one: 'T\]'"),
        ('names = ["Tills"]', 'names = "Tills"', r"workloads\[TILL\].names: expected a list of texts, .*not a text"),
        ('names = ["Tills"]', "names = [1]", r"workloads\[TILL\].names\[0\]: expected a text in quotes, not a number"),
        ('names = ["Tills"]', "names = {}", r"workloads\[TILL\].names: expected a list of texts, .*not a table"),
        (
            'kind = "choice"',
            'kind = "choise"',
            r"fields\[state\].kind: unknown 'choise' \(did you mean 'choice'\?\); expected one of",
        ),
        (
            'kind = "choice"',
            'kind = "text"',
            r"fields\[state\].choices: a field of kind 'choice' has choices, and no other",
        ),
        ('choices = ["good", "bad"]', "choices = []", r"fields\[state\].choices: a field of kind 'choice' has choices"),
        ('key = "daily"', "", r"note-types\[0\]: the key 'key' is missing"),
        ('names = ["Clerk"]', "names = []", r"roles\[clerk\].names: expected at least one text"),
        (
            'note-types = ["daily"]',
            'note-types = ["dayly"]',
            r"roles\[clerk\].note-types: unknown 'dayly' \(did you mean 'daily'",
        ),
        ('tag = "#urgent"', 'tag = "urgent"', r"hashtags\[urgent\].tag: a hashtag starts with '#', and 'urgent' does not"),
        (
            'demand = "require"',
            'demand = "ask"',
            r"hashtags\[#urgent\].rules\[0\].demand: unknown 'ask'; expected one of require, forbid",
        ),
        (
            'state = "bad" }',
            'state = "ugly" }',
            r"hashtags\[#urgent\].rules\[0\].when.state: unknown 'ugly'; expected one of good, bad",
        ),
        (
            'state = "bad" }',
            'stat = "bad" }',
            r"when.stat: unknown key \(did you mean 'state'\?\); expected role, note-type",
        ),
        ('state = "bad" }', "state = 1 }", r"when.state\[0\]: expected a text in quotes, not a number"),
        (
            'state = "bad" }',
            "state = [] }",
            r"hashtags\[#urgent\].rules\[0\].when.state: expected at least one text",
        ),
        (
            'state = "bad" }',
            'state = "bad" }\nunless = { stat = "bad" }',
            r"unless.stat: unknown key \(did you mean 'state'\?\); expected role, note-type",
        ),
        ("[[hashtags]]", '[[priorities]]\nkey = "p1"\n[[hashtags]]', r"priorities\[p1\]: the key 'names' is missing"),
        (
            "[[hashtags]]",
            '[[priorities]]\nkey = "p1"\nnames = []\n[[hashtags]]',
            r"priorities\[p1\].names: expected at least one text",
        ),
        ('summary = "Our own"', 'summaries.role = ["clerk"]', r"summaries.role: unknown key \(did you mean 'roles'"),
        (
            'summary = "Our own"',
            'summaries.roles = ["clark"]',
            r"summaries.roles\[0\]: unknown 'clark' \(did you mean 'clerk'\?\); expected one of clerk",
        ),
        (
            'summary = "Our own"',
            'summaries.priorities = ["high"]',
            r"summaries.priorities\[0\]: unknown 'high'; expected one of ",
        ),
        (
            'name = "English"',
            'name = "English"\nevidence.pauzing = []',
            r"languages.en.evidence.pauzing: unknown key \(did you mean 'pausing'\?\); expected pausing, ",
        ),
        (
            'name = "English"',
            'name = "English"\nevidence.done = ["a|b"]',
            r"languages.en.evidence.done\[0\]: evidence begins with a letter or digit, and '\|' only ends it .*'a\|b'",
        ),
        ('name = "English"', 'name = "English"\nevidence.done = ["#done"]', r"evidence.done\[0\]: evidence begins with"),
        ("[[hashtags.rules]]", "[hashtags.rules]", r"hashtags\[#urgent\].rules: expected a list of tables .*, not a table"),
        ('name = "English"', "", r"languages.en: the key 'name' is missing"),
        ('name = "English"', 'name = "English"\nhints = 3', "languages.en.hints: expected a table, not a number"),
        (
            'name = "English"',
            'name = "English"\ndates.day = []',
            r"languages.en.dates.day: unknown key .*; expected months, ",
        ),
        (
            'name = "English"',
            'name = "E"\nworkload-tags.X = []',
            "languages.en.workload-tags.X: unknown key; expected TILL",
        ),
        (
            'who = ["WHO"]',
            'whom = ["WHO"]',
            r"languages.en.labels.whom: unknown key \(did you mean 'who'\?\); expected who, ",
        ),
        ('who = ["WHO"]', 'who = ["WHO: "]', "languages.en.labels.who.0.: expected a text of one line"),
        (
            'who = ["WHO"]',
            'who = ["WHO:S"]',
            "languages.en.labels.who: a label ends at its colon and can't hold ':', .*'WHO:S'",
        ),
        (
            'good = ["Good"]',
            "",
            r"fields\[state\].choices: the choice 'good' has no wording in any language; expected one in languages",
        ),
        (
            'who = ["WHO"]',
            'who = ["State"]',
            "labels.state: 'STATE' stands for 'who' already, see languages.en.labels.who; expected another wording",
        ),
        ('good = ["Good"]', 'goood = ["Good"]', "languages.en.choices.state.goood: unknown key .*; expected good, bad"),
        (
            "[languages.en.choices.state]",
            "[languages.en.choices.who]",
            "languages.en.choices.who: unknown key; expected state",
        ),
    ],
)
def test_a_wrong_file_is_refused_by_file_key_and_reason(tmp_path: Path, old: str, new: str, message: str) -> None:
    """The message starts with the file, then the key in it, what is wrong, and what was expected."""
    assert WHOLE.count(old) == 1
    with pytest.raises(PlaybookError, match=r"own\.toml: " + ".*" + message) as error:
        own(tmp_path, WHOLE.replace(old, new))
    assert str(error.value).startswith(str(tmp_path / "own.toml"))


@pytest.mark.parametrize("key", ["fields", "languages"])
def test_what_every_playbook_needs_is_asked_for(tmp_path: Path, key: str) -> None:
    """Without `extends`, fields and languages must be there."""
    kept = {"fields": '[languages.en]\nname = "E"\ntitles = ["T"]\nlabels = {}', "languages": '[[fields]]\nkey = "who"'}
    with pytest.raises(PlaybookError, match=f"own.toml: {key}: the key '{key}' is missing"):
        own(tmp_path, f'id = "own"\n{kept[key]}\n')


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("fields = 3", "fields: expected a list of tables (.*), not a number"),
        ("workloads = [3]", r"workloads\[0\]: expected a table, not a number"),
        ('[workloads]\ntag = "EXO"', "workloads: expected a list of tables (.*), not a table"),
        ("languages = 3", "languages: expected a table, not a number"),
        ('languages.en = "English"', "languages.en: expected a table, not a text"),
        ('[[workloads]]\ntag = "TILLS"', r"workloads\[TILLS\]: the key 'names' is missing"),
        ('[[workloads]]\nnames = ["Tills"]', r"workloads\[0\]: the key 'tag' is missing"),
    ],
)
def test_a_wrong_extension_is_refused_too(tmp_path: Path, text: str, message: str) -> None:
    """What can't be merged is told like what can't be read."""
    with pytest.raises(PlaybookError, match=rf"own\.toml: {message}"):
        own(tmp_path, f'id = "own"\nextends = "2020-03"\n{text}\n')


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('[[workloads]]\ntag = ["TILLS"]\nnames = ["Tills"]', "workloads"),
        ('[[workloads]]\ntag = "TILLS"\nreplaces = ["OPP"]\nnames = ["Tills"]', "workloads"),
        ('[[workloads]]\ntag = "TILLS"\nreplaces = "NONE"\nnames = ["Tills"]', "workloads"),
    ],
)
def test_an_entry_that_is_known_by_no_text_is_refused(tmp_path: Path, text: str, key: str) -> None:
    """What an entry is merged by must be a text, and what it replaces must be there."""
    with pytest.raises(PlaybookError, match=rf"own\.toml: {key}"):
        own(tmp_path, f'id = "own"\nextends = "2020-03"\n{text}\n')


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('[[fields]]\nkey = "who"', '[[fields]]\nkey = "who"\n[[fields]]\nkey = "who"', "fields"),
        ("[[workloads]]\n", '[[workloads]]\ntag = "TILL"\nnames = ["Other"]\n[[workloads]]\n', "workloads"),
        ('names = ["Tills"]', "names = []", "workloads"),
        ('titles = ["STATE OF PLAY"]', "titles = []", "languages.en.titles"),
        ('who = ["WHO"]', "who = []", "languages.en.labels.who"),
        ('good = ["Good"]', "good = []", "languages.en.choices.state.good"),
        ('bad = ["Bad"]', 'bad = ["Good"]', "languages.en.choices.state"),
    ],
)
def test_what_could_not_be_written_or_told_apart_is_refused(tmp_path: Path, old: str, new: str, key: str) -> None:
    """Every list of wordings has a canonical one, and no key, tag or choice is there twice."""
    assert WHOLE.count(old) == 1
    with pytest.raises(PlaybookError, match=rf"own\.toml: {key}"):
        own(tmp_path, WHOLE.replace(old, new))


def test_a_playbook_without_any_language_is_refused(tmp_path: Path) -> None:
    """There is no default language to write in."""
    with pytest.raises(PlaybookError, match=r"own\.toml: "):
        own(tmp_path, 'id = "own"\n[[fields]]\nkey = "who"\n[languages]\n')


def test_a_file_that_is_no_toml_is_refused(tmp_path: Path) -> None:
    """With the line that TOML stumbled over."""
    with pytest.raises(PlaybookError, match=r"own\.toml: is not TOML: .*line 2"):
        own(tmp_path, 'id = "own"\nthis is not\n')


def test_a_file_that_is_no_utf_8_is_refused(tmp_path: Path) -> None:
    """With the byte, and what to do."""
    file = tmp_path / "own.toml"
    file.write_bytes(b'id = "\xff"')
    with pytest.raises(PlaybookError, match=r"own\.toml: is not UTF-8 \(byte 6\); save it as UTF-8"):
        Playbook.from_file(file)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """With the reason that the system gives; so is a folder."""
    with pytest.raises(PlaybookError, match=r"none\.toml: can't be read: "):
        Playbook.from_file(tmp_path / "none.toml")
    with pytest.raises(PlaybookError, match="can't be read: "):
        Playbook.from_file(tmp_path)


# ---- as a value


@pytest.mark.parametrize("edition", EDITIONS)
def test_an_edition_is_pickled_as_its_id(edition: str) -> None:
    """It stays small, and comes back as the very same object."""
    playbook = Playbook.load(edition)
    data = pickle.dumps(playbook)
    assert len(data) < 100
    assert pickle.loads(data) is playbook


def test_a_playbook_of_ones_own_comes_back_as_itself(tmp_path: Path) -> None:
    """Where the process has it still: so notes that went through a pool have the very playbook they were read with."""
    playbook = own(tmp_path, WHOLE)
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):  # without its look-up tables, and with them
        assert pickle.loads(pickle.dumps(playbook, protocol)) is playbook
        assert playbook.vocabulary.label("Who")
    assert copy.deepcopy(playbook) is playbook
    other = own(tmp_path, WHOLE.replace("Our own", "Ours"))
    assert other.id == playbook.id
    assert pickle.loads(pickle.dumps(other)) is other


def test_a_playbook_of_ones_own_is_pickled_as_it_is(tmp_path: Path) -> None:
    """With its words and without its file: another process has it whole, and once for all notes."""
    playbook = own(tmp_path, WHOLE)
    data, fields, languages = pickle.dumps(playbook), playbook.fields, playbook.languages
    before = weakref.ref(playbook)
    del playbook
    gc.collect()
    assert before() is None
    found = pickle.loads(data)
    assert (found.id, found.fields, found.languages) == ("own", fields, languages)
    assert found.vocabulary.label("Who").key == "who"
    assert not found.bundled
    assert pickle.loads(data) is found


def test_playbooks_are_compared_by_identity(tmp_path: Path) -> None:
    """Two that were read from one file are two."""
    assert own(tmp_path, WHOLE) != own(tmp_path, WHOLE)
    assert len({Playbook.load(), Playbook.load("2020-03"), Playbook.load("2019-09")}) == 2


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[[workloads]]\ntag = "EXO"\ncatch-all = 1', r"workloads\[EXO\].catch-all: expected true or false, not a number"),
        ('[languages.en.dates]\nof = ["out of"]', "languages.en.dates.of: expected single words, letters alone, not 'out of'"),
        ('[languages.en.dates]\nin-month = ["x1"]', "languages.en.dates.in-month: expected single words"),
        ('[languages.en.dates]\nmonths = ["January"]', "languages.en.dates.months: expected the twelve months .* there are 1"),
        ('[languages.en.dates]\nshort-months = ["Ju"]', "languages.en.dates.short-months: .* one of the months, not 'Ju'"),
        ('[languages.en.dates]\nshort-months = ["Xyz"]', "languages.en.dates.short-months: .* one of the months, not 'Xyz'"),
        ('[languages.en.dates]\nother-words = ["out"]', "languages.en.dates.other-words: unknown 'out'"),
        ('[languages.en.dates]\norder = ["day"]', "languages.en.dates.order: expected 'day' and 'month', in the order"),
        ('[languages.en.dates]\norder = ["day", "year"]', "languages.en.dates.order: expected 'day' and 'month'"),
    ],
)
def test_wrong_words_for_dates_and_catch_alls_are_refused(tmp_path: Path, text: str, message: str) -> None:
    """What could be no date word, and what is neither true nor false, is refused by its key."""
    path = tmp_path / "own.toml"
    path.write_text(f'id = "own"\nextends = "2020-03"\n{text}\n', encoding="utf-8")
    with pytest.raises(PlaybookError, match=message):
        Playbook.from_file(path)


def test_what_can_be_no_file_and_no_edition_is_refused() -> None:
    """A name with a null character is no file, and an edition is named by a text."""
    with pytest.raises(PlaybookError, match="is not a valid file name"):
        Playbook.from_file("a\0b.toml")
    with pytest.raises(TypeError, match=r"Playbook.load\(\) takes the id of an edition, as '2020-03', not int"):
        Playbook.load(2020)  # type: ignore[arg-type]


# ---- what a wheel brings beside the files


@pytest.fixture
def published(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the published editions, which are read from there."""
    folder = tmp_path / "playbooks"
    folder.mkdir()
    for edition in Playbook.editions():
        shutil.copy(os.path.join(playbook_file._EDITIONS, f"{edition}.toml"), folder)
    monkeypatch.setattr(playbook_file, "_EDITIONS", str(folder))
    return folder


@pytest.mark.parametrize("edition", Playbook.editions())
def test_what_is_shipped_says_the_same(edition: str, published: Path) -> None:
    """A playbook that is read from what a wheel brings is that of its file; what is of another text is not used."""
    expected = asdict(playbook_file.read_bundled(edition, Playbook), recurse=False)
    for each in Playbook.editions():
        (published / f"{each}.json").write_text(playbook_file.shipped(each), encoding="utf-8")
    assert asdict(playbook_file.read_bundled(edition, Playbook), recurse=False) == expected
    for each in Playbook.editions():
        (published / f"{each}.json").write_text('{"of": 0, "says": {"id": "forged"}}', encoding="utf-8")
    assert asdict(playbook_file.read_bundled(edition, Playbook), recurse=False) == expected


def test_what_is_shipped_is_what_is_read(published: Path) -> None:
    """It stands in the place of the file, which is not read for what it says."""
    shipped = json.loads(playbook_file.shipped("2020-03"))
    shipped["says"]["summary"] = "as shipped"
    (published / "2020-03.json").write_text(json.dumps(shipped), encoding="utf-8")
    assert playbook_file.read_bundled("2020-03", Playbook).summary == "as shipped"


@pytest.mark.skipif("FTNOTES_WHEEL" not in os.environ, reason="only a wheel brings them; CI tests one")
@pytest.mark.parametrize("edition", Playbook.editions())
def test_the_wheel_brings_what_its_playbooks_say(edition: str) -> None:
    """What lies beside the file is made of it."""
    with open(os.path.join(playbook_file._EDITIONS, f"{edition}.json"), encoding="utf-8") as file:
        assert file.read() == playbook_file.shipped(edition)

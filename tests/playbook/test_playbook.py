"""Published editions, and playbooks as objects."""

from __future__ import annotations

import copy
import gc
import pickle
import weakref
from pathlib import Path

import pytest
from helpers.playbooks import EDITIONS, WHOLE, own, words_in

from ftnotes.playbook.model import DEFAULT_EDITION, HashtagRule, Language, PlaybookError
from ftnotes.playbook.playbook import Playbook, choose_language, choose_playbook
from ftnotes.playbook.template_words import first_template

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


def canonical(language: Language) -> tuple[str, list[str], list[str]]:
    """Title, labels and choices of a language, the first wording of each."""
    choices = [words[0] for of_field in words_in(language).choices.values() for words in of_field.values()]
    return words_in(language).titles[0], [words[0] for words in words_in(language).labels.values()], choices


def test_three_editions_are_published_and_the_second_is_the_default() -> None:
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
    assert [(spec.key, spec.kind, spec.choices) for spec in Playbook.load(edition).templates[0].fields] == [
        ("customer", "text", ()),
        ("engagement-status", "choice", ("on-hold", "reactive", "fully-engaged")),
        ("deployment-progress", "choice", ("not-deployed", "partially-deployed", "fully-deployed")),
        ("relationship", "text", ()),
        ("workloads", "workloads", ()),
        ("support-requests", "text", ()),
    ]


@pytest.mark.parametrize(
    ("edition", "tag", "name"),
    [
        ("2019-09", "OPP", "Office ProPlus"),
        ("2020-03", "OPP", "Office 365 ProPlus"),
        ("2020-05", "Microsoft 365 Apps", "Microsoft 365 Apps"),
    ],
)
def test_editions_differ_in_one_workload(edition: str, tag: str, name: str) -> None:
    """The seventeen workloads are in the order of the template; the fifth is named by the edition."""
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
def test_languages_have_other_names_for_some_workloads(code: str, tag: str, names: tuple[str, ...]) -> None:
    """All published names, the newest first."""
    language = next(language for language in Playbook.load().languages if language.code == code)
    assert language.workload_names[tag] == names


def test_two_languages_have_their_own_tag() -> None:
    """The tag for everything else was translated in Japanese and Chinese."""
    tags = {language.code: dict(language.workload_tags) for language in Playbook.load().languages}
    assert {code: of_code for code, of_code in tags.items() if of_code} == {
        "ja": {"CORE": ("コア",)},
        "zh-CN": {"CORE": ("核心",)},
    }


def test_hints_are_known_in_every_language() -> None:
    """Three labels of the template carry a hint."""
    for language in Playbook.load().languages:
        assert list(words_in(language).hints) == ["customer", "workloads", "support-requests"]
    english = words_in(Playbook.load().languages[0]).hints
    assert english["customer"] == ("(i.e. Industry/Structure/Size/Recent News)",)
    assert english["workloads"] == ("(remove workloads if not currently being discussed)",)
    assert english["support-requests"] == ("(e.g. CS MAU offerings)",)


@pytest.mark.parametrize("edition", ["2020-03", "2020-05"])
def test_the_hashtag_is_required_by_role_and_forbidden_on_hold(edition: str) -> None:
    """It is required in the notes of these roles if the customer goes faster, and forbidden if it pauses."""
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
            "require",
            {"role": ("fasttrack-architect",), "note-type": ("enterprise-status",), "intent": faster},
            unless=on_hold,
            field="exec-summary",
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
def test_priorities_and_roles_that_write_summaries(edition: str) -> None:
    """Managers and architects write summaries, for customers of high or medium priority, in two types of note."""
    playbook = Playbook.load(edition)
    assert [priority.key for priority in playbook.priorities] == ["high", "medium", "low"]
    assert playbook.summaries == (
        ("fasttrack-manager", "fasttrack-architect"),
        ("high", "medium"),
        ("overall-status", "enterprise-status"),
        ("enterprise-status",),
        ({"role": ("fasttrack-architect",), "note-type": ("enterprise-status",), "intent": ("accelerating",)},),
    )


def test_the_first_edition_has_no_hashtag_rules() -> None:
    """The rule came with the second."""
    assert Playbook.load("2019-09").hashtags == ()


def test_roles_write_the_notes_of_the_guidance_page() -> None:
    """By role, the kinds of note."""
    assert {role.key: role.note_types for role in Playbook.load().roles} == {
        "fasttrack-manager": ("overall-status", "entitlement-status", "engagement-management", "service-intent"),
        "technical-expert": ("technical-enablement",),
        "fasttrack-architect": ("enterprise-status",),
        "gateway-manager": ("engagement-management",),
        "adoption-sme": ("overall-status",),
    }


def test_an_unknown_edition_is_refused() -> None:
    """The message lists the editions and says how to read a file."""
    with pytest.raises(PlaybookError, match=r"no playbook edition '2021'; there are 2019-09, 2020-03, 2020-05.*from_file"):
        Playbook.load("2021")
    assert issubclass(PlaybookError, ValueError)


@pytest.mark.parametrize("edition", EDITIONS)
def test_an_edition_is_pickled_as_its_id(edition: str) -> None:
    """It stays small, and comes back as the very same object."""
    playbook = Playbook.load(edition)
    data = pickle.dumps(playbook)
    assert len(data) < 100
    assert pickle.loads(data) is playbook


def test_a_custom_playbook_is_unpickled_as_the_same_object(tmp_path: Path) -> None:
    """Where the process has it still: so notes that went through a pool have the very playbook they were read with."""
    playbook = own(tmp_path, WHOLE.replace("Our own", "Pickled"))  # no other test has an equal one
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):  # without its look-up tables, and with them
        assert pickle.loads(pickle.dumps(playbook, protocol)) is playbook
        assert playbook.vocabulary.name("Tills")
    assert copy.deepcopy(playbook) is playbook
    other = own(tmp_path, WHOLE.replace("Our own", "Ours"))
    assert other.id == playbook.id
    assert pickle.loads(pickle.dumps(other)) is other


def test_a_custom_playbook_is_pickled_whole(tmp_path: Path) -> None:
    """With its words and without its file: another process has it whole, and once for all notes."""
    playbook = own(tmp_path, WHOLE)
    data, templates, languages = pickle.dumps(playbook), playbook.templates, playbook.languages
    before = weakref.ref(playbook)
    del playbook
    gc.collect()
    assert before() is None
    found = pickle.loads(data)
    assert (found.id, found.templates, found.languages) == ("own", templates, languages)
    label = first_template(found).vocabulary.label("Who")
    assert label
    assert label.key == "who"
    assert not found.bundled
    assert pickle.loads(data) is found


def test_playbooks_are_compared_by_identity(tmp_path: Path) -> None:
    """Two that were read from one file are two."""
    assert own(tmp_path, WHOLE) != own(tmp_path, WHOLE)
    assert len({Playbook.load(), Playbook.load("2020-03"), Playbook.load("2019-09")}) == 2


def test_a_playbook_is_chosen_by_one_of_two_arguments(tmp_path: Path) -> None:
    """The default edition counts where neither is given; both at once are refused, and so is anything else."""
    custom = own(tmp_path, WHOLE)
    assert choose_playbook(None, None) is Playbook.load()
    assert choose_playbook(None, "2019-09") is Playbook.load("2019-09")
    assert choose_playbook(custom, None) is custom
    with pytest.raises(
        ValueError, match=r"^edition '2020' is unknown \(did you mean '2020-0.'\?\); there are 2019-09, 2020-03, 2020-05$"
    ):
        choose_playbook(None, "2020")
    with pytest.raises(ValueError, match=r"^edition '2019-09' and playbook '2020-03' are both given; give one$"):
        choose_playbook(Playbook.load(), "2019-09")
    with pytest.raises(TypeError, match=r"^playbook must be a Playbook, not str: use Playbook.load\('2020-03'\)$"):
        choose_playbook("2020-03", None)  # type: ignore[arg-type]


def test_a_language_is_chosen_by_its_code() -> None:
    """The error lists the languages of the playbook."""
    assert choose_language(Playbook.load(), "de") == "de"
    with pytest.raises(ValueError, match=r"^language 'fr' is unknown; playbook 2020-03 has en, es, pt-BR, de, ja, zh-CN$"):
        choose_language(Playbook.load(), "fr")


def test_a_playbook_is_read_from_text_as_from_its_file(tmp_path: Path) -> None:
    """The text of a file gives the same playbook; messages name the file that is given."""
    text = 'id = "own"\nextends = "2020-03"\nsummary = "Ours."\n'
    (tmp_path / "own.toml").write_text(text, encoding="utf-8")
    ours, read = Playbook.from_text(text), Playbook.from_file(tmp_path / "own.toml")
    assert (ours.id, ours.summary, ours.workloads) == (read.id, read.summary, read.workloads)
    for name, shown in (((), "playbook.toml"), (("own.toml",), "own.toml")):
        with pytest.raises(PlaybookError, match=rf"^{shown}: is not TOML"):
            Playbook.from_text("= 1", *name)

"""Notes as careful people write them, in six languages: the template filled in with varied prose, and nothing wrong with it.

What is typed otherwise than in the template is what the rules allow: other bullets, bold labels, a heading for the title,
other dashes, values of several lines, quoted notes, other line ends.
"""

from __future__ import annotations

from random import Random
from typing import Final, NamedTuple

from ftnotes import Playbook
from ftnotes.playbook import Language


class Words(NamedTuple):
    """What people say in a language under each bullet; ``{n}`` stands for a number."""

    customer: tuple[str, ...]
    relationship: tuple[str, ...]
    update: tuple[str, ...]
    request: tuple[str, ...]


WORDS: Final = {
    "en": Words(
        (
            "Retail chain, {n} seats in three countries",
            "Contoso (banking), {n} users; two mergers last year",
            "A university with {n} students – and twelve faculties",
            "Public sector, 40 offices/branches, unions to be heard",
            "Maker of “smart” pumps, see https://contoso.example/about#us",
        ),
        (
            "Good sponsor in IT: weekly calls, and the partner is helpful.",
            "The CIO is new (since May); the account team introduced us.",
            "We have talked to Ana & José 4 times; they're keen on a workshop.",
            "Partner: Fabrikam - works well so far",
        ),
        (
            "Reviewing the archive ({n} GB).",
            "Next wave on April 30, 2020, {n} mailboxes",
            "The security review runs until the end of May",
            "Sites for HR and Sales - 3/4 of the content is there",
            "Ana to send the list of phones by 2020-05-04.",
            "Waiting for the customer's decision on sensitivity labels",
        ),
        ("None", "None at this time.", "A speaker for the kick-off on 9/27/2020", "Offers for CS MAU in {n} shops, please!"),
    ),
    "es": Words(
        (
            "Empresa de logística con {n} empleados",
            "Cadena de tiendas (España y México), {n} usuarios",
            "Universidad pública; año de cambios",
        ),
        ("Buena relación; reuniones cada semana.", "El socio ayuda mucho, y el director está contento"),
        ("Revisión del archivo ({n} GB)", "Próxima ola el 30 de abril de 2020", "El cliente decidirá sobre las etiquetas"),
        ("Ninguna", "Un orador para el 27 de septiembre"),
    ),
    "pt-BR": Words(
        ("Banco com {n} usuários em São Paulo", "Indústria química, {n} funcionários; nova direção", "Universidade federal"),
        ("Boa relação, reuniões toda semana.", "O parceiro ajuda muito; a direção está satisfeita"),
        ("Revisão do arquivo ({n} GB)", "Próxima onda em 30 de abril de 2020", "O cliente decidirá sobre os rótulos"),
        ("Nenhuma", "Um palestrante para 27 de setembro"),
    ),
    "de": Words(
        (
            "Handelshaus mit {n} Plätzen in München und Köln",
            "Stadtwerke, {n} Leute; „neue“ Führung seit Mai",
            "Universität: 12 Fakultäten, eigenes Rechenzentrum",
        ),
        ("Gute Beziehung, wöchentliche Gespräche.", "Der Partner hilft; Jürgen Groß kümmert sich um alles"),
        ("Prüfung des Archivs ({n} GB)", "Welle 2 am 30. April 2020", "Bezeichnungen – Entscheidung des Kunden bis 03.04.2020"),
        ("Keine", "Ein Sprecher für den 27. September"),
    ),
    "ja": Words(
        ("小売業、従業員 {n} 名", "銀行（支店 40）、利用者 {n} 名", "大学、学生 {n} 名"),
        ("毎週の打ち合わせ、良好な関係", "パートナー様も協力的です。"),
        ("アーカイブの確認（{n} GB）", "次の波は 2020 年 4 月 30 日", "お客様の判断を待っています"),
        ("なし", "講演者のお願い"),
    ),
    "zh-CN": Words(
        ("零售，{n} 名员工", "银行（40 家分行），{n} 个用户", "大学，学生 {n} 人"),
        ("关系良好，每周一次会议。", "合作伙伴很帮忙"),
        ("检查存档（{n} GB）", "下一批：2020 年 4 月 30 日", "等客户决定标签"),
        ("无", "希望有一位讲师"),
    ),
}

_DASHES: Final = (" - ", " – ", " — ")
_MARGINS: Final = ("   -  ", "  - ", "- ", "   * ", "\t- ")


def clean_note(random: Random, playbook: Playbook, language: Language) -> str:
    """A note with which nothing is wrong, in one of many ways of typing it."""
    words = WORDS[language.code]
    said = {"customer": words.customer, "relationship": words.relationship, "support-requests": words.request}
    bullet, bold = random.choice("---*+"), random.choice(("", "", "**"))
    colon = " :" if not bold and random.random() < 0.2 else ":"
    on_hold = False
    lines: list[str] = []
    for spec in playbook.fields:
        label = f"{bullet} {bold}{random.choice(language.labels[spec.key])}{colon}{bold}"
        if spec.kind == "choice":
            choice = random.choice(spec.choices)
            on_hold = on_hold or choice == "on-hold"
            lines.append(f"{label} {random.choice(language.choices[spec.key][choice])}{random.choice(('', ' '))}")
        elif spec.kind == "workloads":
            lines += [label, *_listed(random, playbook, language, words.update)]
        else:
            lines.append(f"{label} {_sentences(random, said[spec.key])}")
    title = random.choice(language.titles)
    head = random.choice((f"**{title}**", title, f"## {title}", f"__{title}__"))
    if not on_hold and random.random() < 0.3:
        head += " #covid"
    before = random.choice(("", "", "# Week 14\n\n", f"{words.relationship[0]}\n\n"))
    text = before + "\n".join((head, *lines)) + "\n" + random.choice(("", "", "\n----\n"))
    margin = random.choice(("", "", "", "> ", "  "))
    if margin:
        text = "".join(f"{margin}{line}\n".lstrip(" ") if not line else f"{margin}{line}\n" for line in text.split("\n"))
    return text.replace("\n", random.choice(("\n", "\n", "\r\n", "\r")))


def _listed(random: Random, playbook: Playbook, language: Language, updates: tuple[str, ...]) -> list[str]:
    """The list of workloads, as lines."""
    specs = random.sample(playbook.workloads, random.randint(1, len(playbook.workloads)))
    if random.random() < 0.3:
        specs += [spec for spec in specs if spec.catch_all]
    margin, dash = random.choice(_MARGINS[:2] + _MARGINS[3:]), random.choice(_DASHES)
    lines = [""]
    for spec in specs:
        tag = random.choice(language.workload_tags.get(spec.tag, (spec.tag,)))
        name = random.choice(language.workload_names.get(spec.tag, spec.names))
        lines.append(f"{margin}[{tag}]  {name}{dash}{_filled(random, random.choice(updates))}")
        if random.random() < 0.2:
            lines.append(" " * 6 + _filled(random, random.choice(updates)))
    return [*lines, ""]


def _sentences(random: Random, said: tuple[str, ...]) -> str:
    """One thing that is said, or two, the second on a line of its own."""
    chosen = random.sample(said, random.choice((1, 1, 2)))
    return "\n  ".join(_filled(random, text) for text in chosen)


def _filled(random: Random, text: str) -> str:
    return text.replace("{n}", str(random.choice((7, 40, 900, "4K", "20,000"))))

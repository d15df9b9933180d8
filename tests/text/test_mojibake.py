"""Mojibake: what is fixed, and what is left alone."""

from __future__ import annotations

from functools import partial

import pytest
from helpers.linearity import LINEAR, growth

from ftnotes.text.edits import Edit, apply_edits
from ftnotes.text.mojibake import misdecoded
from ftnotes.text.source import Span

#: Proper text of many languages, with much that is like mis-decoded text: accented letters before quote marks and dots.
PROPER = [
    "Straße, Größe, Übersicht – „Ja“ sagte Ä. ‚Ö‘ und „Ä“ „Ö“",
    "ZUSAMMENFASSUNG FÜR DIE FÜHRUNGSEBENE: GRÖSSE",
    "« cliché » où l’été, cliché»…",
    "«\u00a0cliché\u00a0» là\u00a0: voilà…” À bientôt, œuvre",
    "¿Está»… será»—dijo «mañana» AÑO… ESPAÑA CAFÉ’S É“ CAFÉ” ¡sí!",
    "SÃO PAULO, AMANHÃ… “MANHÔ MANHÃ–TARDE IRMÃ» MAÇÃ™ implantação, não, NÃO; AÇÕES",
    "Tiếng Việt: thiết lập ngôn ngữ ở đây, “Hà Nội” được lễ…",
    "Zażółć gęślą jaźń, wdrożenie – w toku; się… „Łódź”",
    "Příliš žluťoučký kůň úpěl ďábelské ódy… „ÚŽASNÝ“",
    "İstanbul’da güncelleme, HÂLÂ» ŞİŞLİ ığüş BÂ\u00a0:",
    "HÄR PÅ Å Ö… Å–Ö Øl på KØ… „Å“",
    "Привет, мир: «развёртывание» начнётся…",
    "Η εγκατάσταση είναι σε εξέλιξη…",
    "שלום עולם",
    "الترحيل مستمر",
    "主要なワークロードの現在のステータスと次の行動のスナップショット（株）",
    "关键工作负载现状和后续行动简况，“暂停”。",
    "한국어 배포",
    "10 °C ± 2 € 20 £ • x → y ✓ ● ○ ■ 5×\u00a03 ™ © ½ ² «»",
    "20\u00a0users 😀 🇩🇪 ✔️",
    "É",
    "“Ô «Â» (Â)",
    "A plain text.",
    "",
]


def mangled(text: str) -> str:
    """Return a text written as UTF-8 and read as Windows-1252, the five undefined bytes as ISO 8859-1."""
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in text.encode())


def fixed(text: str) -> str:
    """Return a text after its fixes."""
    return apply_edits(text, misdecoded(text))


@pytest.mark.parametrize("text", PROPER)
def test_proper_text_is_left_alone(text: str) -> None:
    """Proper text of any language has nothing to fix."""
    assert misdecoded(text) == ()


@pytest.mark.parametrize("times", [1, 2, 3])
@pytest.mark.parametrize("text", [text for text in PROPER if text != "“Ô «Â» (Â)"])
def test_mis_decoded_text_comes_back(text: str, times: int) -> None:
    """A text that was decoded wrongly once, twice or three times is restored."""
    damaged = text
    for _ in range(times):
        damaged = mangled(damaged)
    assert fixed(damaged) == text


@pytest.mark.parametrize(
    ("damaged", "text"),
    [
        ("Outlook Mobile â€“ Review", "Outlook Mobile – Review"),
        ("itâ€™s", "it’s"),
        ("cafÃ©", "café"),
        ("Ã¼ber Ã„rger", "über Ärger"),
        ("dash Ã¢â‚¬â€œ twice", "dash – twice"),
        ("â€¢ bullet", "• bullet"),
        ("20Â\u00a0users", "20\u00a0users"),
        ("20Â users", "20 users"),
        ("EXCHANGEÂ\u00a0ONLINE", "EXCHANGE\u00a0ONLINE"),
        ("â€œquotedâ€\ufffd", "“quoted”"),
        ("read as latin-1 \u00e2\u0080\u0093 here", "read as latin-1 – here"),
        ("IMPLANTAÃ‡ÃƒO AÃ‘O PRÃ“XIMAS", "IMPLANTAÇÃO AÑO PRÓXIMAS"),
        ("siÄ™ Å›roda", "się środa"),
        ("å±•é–‹ã\u0081®é€²æ\u008d—", "展開の進捗"),
        ("å±•é–‹", "展開"),
        ("ã‚¢ ãƒ¡", "ア メ"),
        ("ã€‚", "。"),
        ("ðŸ˜€", "😀"),
        ("Â«GoÂ» at 5Â£", "«Go» at 5£"),
        ("x ï¼š y", "x ： y"),
        ("mixed: Ã© and é”", "mixed: é and é”"),
        ("all: Ã© GRÃ–SSE Î©", "all: é GRÖSSE Ω"),
    ],
)
def test_what_is_certain_is_fixed(damaged: str, text: str) -> None:
    """Single characters, phrases, two readings at once, and a mixture with proper text."""
    assert fixed(damaged) == text


@pytest.mark.parametrize(
    "text",
    [
        "GRÃ–SSE",
        "MANHÃ–TARDE",
        "Î©",
        "Ä…",
        "BÂ\u00a0:",
        "Ã la carte",
        "está»… ",
        "é\u00a0»",
        "Â\u0081",
        "“Ã”",
        "5×\u00a03",
        "Â x",
        "ê»…",
        "hâlâ”…",
    ],
)
def test_text_that_can_be_meant_stays(text: str) -> None:
    """A single sequence that can be proper text is not certain."""
    assert misdecoded(text) == ()


@pytest.mark.parametrize("text", ["à\u0080\u0080", "é»", "Ë”", "ð\u0080\u0080\u0080", "ô\u008f¿¿", "ã‘…", "Í¸x"])
def test_other_sequences_stay(text: str) -> None:
    """Overlong, truncated, unassigned and private characters are not mis-decoded."""
    assert misdecoded(text) == ()


def test_edits_have_spans_in_code_points() -> None:
    """Touching sequences are one edit, and two rounds are combined."""
    text = "a Ã© b Ã©Ã¨ c Ã¢â‚¬â€œ d"
    assert misdecoded(text) == (
        Edit(Span(2, 4), "é"),
        Edit(Span(7, 11), "éè"),
        Edit(Span(14, 22), "–"),
    )


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("Ã©Ã¢â‚¬â€œÃ¨ x", "é–è x"),
        (mangled(mangled("Ã©–Ã©")), "é–é"),
        ("â€¢ Ã¢â‚¬â€œ â€¢", "• – •"),
        ("xÃ¢Ã¢â‚¬â€œ", "xâ–"),
        ("Ã¢\u20ac\u201c", "–"),
    ],
)
def test_rounds_are_combined(text: str, result: str) -> None:
    """A fix of the second round can begin or end inside one of the first, or reach beyond it."""
    assert fixed(text) == result


@pytest.mark.parametrize("piece", ["â€", "Ã", "Ã©", "Ã© ", "Ã¢â‚¬â€œ", "Ã¢â‚¬â€œ ", "é»", "\u200f", "Â ", "ð", "1"])
def test_growth_is_linear(piece: str) -> None:
    """Four times the text takes at most five times as long."""
    assert growth(lambda size: partial(misdecoded, piece * (size // len(piece))), 20_000) < LINEAR

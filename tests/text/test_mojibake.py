"""Mis-decoded, invisible and look-alike characters."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from helpers.linearity import LINEAR, growth

from ftnotes.text.confusables import lookalikes
from ftnotes.text.edits import Edit, apply_edits
from ftnotes.text.invisible import character_name, invisible
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
    """A text written as UTF-8 and read as Windows-1252, the five undefined bytes as ISO 8859-1."""
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in text.encode())


def mended(text: str, find: Callable[[str], tuple[Edit, ...]] = misdecoded) -> str:
    """A text after the repairs that are found for it."""
    return apply_edits(text, find(text))


# ---- mis-decoded


@pytest.mark.parametrize("text", PROPER)
def test_proper_text_is_left_alone(text: str) -> None:
    """No repair is found in proper text of any language."""
    assert misdecoded(text) == ()


@pytest.mark.parametrize("times", [1, 2, 3])
@pytest.mark.parametrize("text", [text for text in PROPER if text != "“Ô «Â» (Â)"])
def test_mis_decoded_text_comes_back(text: str, times: int) -> None:
    """A text that was read wrongly once, twice or three times is what it was before."""
    harmed = text
    for _ in range(times):
        harmed = mangled(harmed)
    assert mended(harmed) == text


@pytest.mark.parametrize(
    ("harmed", "text"),
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
def test_what_is_certain_is_mended(harmed: str, text: str) -> None:
    """Single characters, phrases, two readings at once, and a mixture with proper text."""
    assert mended(harmed) == text


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
def test_what_may_be_meant_stays(text: str) -> None:
    """A sequence that stands alone and might be proper text is no certain find."""
    assert misdecoded(text) == ()


@pytest.mark.parametrize("text", ["à\u0080\u0080", "é»", "Ë”", "ð\u0080\u0080\u0080", "ô\u008f¿¿", "ã‘…", "Í¸x"])
def test_what_is_no_utf_8_or_no_character_of_notes_stays(text: str) -> None:
    """Overlong, cut short, unassigned, private: not mis-decoded."""
    assert misdecoded(text) == ()


def test_repairs_stand_where_they_belong() -> None:
    """Spans are in code points, touching sequences are one repair, and two rounds are told as one."""
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
        ("â€¢ Ã¢â‚¬â€œ â€¢", "• – •"),
        ("xÃ¢Ã¢â‚¬â€œ", "xâ–"),
        ("Ã¢\u20ac\u201c", "–"),
    ],
)
def test_rounds_are_put_together(text: str, result: str) -> None:
    """What a second reading finds may begin or end inside, or reach beyond, what the first one found."""
    assert mended(text) == result


# ---- invisible


@pytest.mark.parametrize(
    ("harmed", "text"),
    [
        ("a\u200bb", "ab"),
        ("-\u200bfoo", "- foo"),
        ("  1.\ufefffoo", "  1. foo"),
        ("> *\u200b foo", "> * foo"),
        ("x -\u200bfoo", "x -foo"),
        (" " * 60 + "-\u200bfoo", " " * 60 + "-foo"),
        ("\ufeffx\ufeff", "\ufeffx"),
        ("a\x0bb\x0c c\u2028\n\x85d\0", "a b c\nd"),
        ("soft\u00adhyphen \u202edlrow\u202c \u2066x\u2069 \x7f\x9f", "softhyphen dlrow x "),
        ("\u200eabc\nשל\u200f.\u200f\nx\u200f", "abc\nשל\u200f.\u200f\nx"),
        ("x\ufe0f a\u200cb a\u200db", "x ab ab"),
        ("ก\u200bข a\u200bข", "ก\u200bข aข"),
        ("\U000e0041a\U0001f3f4", "a\U0001f3f4"),
        ("ก\u200b\u200bข a\x0b\x0bb", "ก\u200bข a b"),
        ("\ufffc picture \u3164", " picture "),
        ("\u1160 \u1100\u1160 \u115f\u1161", " \u1100\u1160 \u115f\u1161"),
        ("\U000e0100 葛\U000e0100", " 葛\U000e0100"),
    ],
)
def test_invisible_characters_go(harmed: str, text: str) -> None:
    """In their place goes nothing, or a blank where they part what no other blank does."""
    assert mended(harmed, invisible) == text
    assert not invisible(text)


@pytest.mark.parametrize(
    "text",
    [
        "a\tb\r\nc\rd\u00a0e\u3000f\u202fg",
        "👨\u200d👩\u200d👧 ❤\ufe0f 1\ufe0f\u20e3 🏳\ufe0f\u200d🌈 👩🏽\u200d💻",
        "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "می\u200cخواهم क्\u200dष",
        "\ufeff**EXEC SUMMARY**",
        "של\u200fום \u200eABC",
    ],
)
def test_invisible_characters_that_are_needed_stay(text: str) -> None:
    """In emoji, in scripts that need them, at the very start, and in lines with right-to-left letters."""
    assert invisible(text) == ()


def test_characters_are_named() -> None:
    """By the standard, and by their kind where the standard has no name."""
    assert character_name("\u200b") == "ZERO WIDTH SPACE (U+200B)"
    assert character_name("\0") == "control character (U+0000)"
    assert character_name("\udc80") == "half of a surrogate pair (U+DC80)"
    assert character_name("\ue000") == "private character (U+E000)"
    assert character_name("\u0378") == "character (U+0378)"


# ---- look-alikes


@pytest.mark.parametrize(
    ("word", "latin"),
    [("ЕХО", "EXO"), ("#соvid", "#covid"), ("＃ＣＯＶＩＤ", "#COVID"), ("ＥＸО", "EXO"), ("ΤΕΑΜS", "TEAMS"), ("Ünо", "Üno")],
)
def test_lookalikes_are_spelled_in_latin(word: str, latin: str) -> None:
    """Cyrillic, Greek and full-width letters, alone or mixed."""
    assert lookalikes(word) == latin


@pytest.mark.parametrize("word", ["EXO", "#covid", "Эхо", "コア", "Über", "核心", "", "Москва"])
def test_words_of_any_one_script_are_no_lookalikes(word: str) -> None:
    """Latin words, and words with a letter that looks like none."""
    assert lookalikes(word) is None


# ---- hostile input


@pytest.mark.parametrize("find", [misdecoded, invisible, lookalikes])
@pytest.mark.parametrize(
    "piece",
    [
        "â€",
        "Ã",
        "Ã©",
        "Ã© ",
        "Ã¢â‚¬â€œ",
        "Ã¢â‚¬â€œ ",
        "é»",
        "\u200f",
        "\u200f\n",
        "-\u200b",
        "\U0001f3f4",
        "\U000e0041",
        "1",
        "Â ",
        "ð",
    ],
)
def test_growth_is_linear(find: Callable[[str], object], piece: str) -> None:
    """Four times the text takes at most five times as long."""
    assert growth(lambda size: partial(find, piece * (size // len(piece))), 20_000) < LINEAR

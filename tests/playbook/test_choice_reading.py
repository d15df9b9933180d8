"""The choice that a value means."""

from __future__ import annotations

from time import process_time
from typing import Final

import pytest
from helpers.each import each
from helpers.playbooks import words_in
from hypothesis import given
from hypothesis import strategies as st

from ftnotes import Playbook
from ftnotes.playbook.choice_mentions import READ, ChoiceMention
from ftnotes.playbook.choice_reading import choice_in, choice_text, read_choice
from ftnotes.playbook.template_words import first_template

PLAYBOOK: Final = Playbook.load()
KEY: Final = "engagement-status"

#: Values of STATUS OF THE ENGAGEMENT and of M365 DEPLOYMENT PROGRESS by their kind, each with the choice that it means.
STATUS: Final[dict[str, dict[str, str | None]]] = {
    "words after the choice": {
        "Fully engaged – weekly calls": "fully-engaged",
        "On Hold until July": "on-hold",
        "Reactive 被动": "reactive",
        "On hold until the new CIO starts (July)": "on-hold",
        "reactive - they call when it burns": "reactive",
        "Fully Engaged, созвоны по средам": "fully-engaged",
        "On hold bis KW 28 (Betriebsvereinbarung)": "on-hold",
        "On Hold[JL1]": "on-hold",
        "Fully engaged / partially deployed": "fully-engaged",
        "Reactive by nature": "reactive",
        "Fully engaged as of 5/4": "fully-engaged",
        "On Hold（保留中）※システム統合のため": "on-hold",
        "En interacción total, llamadas quincenales": "fully-engaged",
        "完全にエンゲージ済み（週次定例あり）": "fully-engaged",
        "保留（等待新预算，预计七月恢复）": "on-hold",
    },
    "lines after the choice": {
        "on hold\nuntil July": "on-hold",
        "Reactive for now\nFully engaged customer before": "reactive",
        "Fully engaged\nReactive in EMEA": "fully-engaged",
        "Reactive\n\nFully Engaged again from May on.": "reactive",
        "Fully\nEngaged": "fully-engaged",
        "<b>Reactive</b><br>weekly": "reactive",
    },
    "spelling and punctuation": {
        "on-hold": "on-hold",
        "onhold": "on-hold",
        "ON HOLD.": "on-hold",
        "Fully Engaged!": "fully-engaged",
        "On Hold?": "on-hold",
        '"Reactive"': "reactive",
        "**Reactive**": "reactive",
        "*Reactive*": "reactive",
        "> Reactive <": "reactive",
        ">>Reactive<<": "reactive",
        "Fully engaged 🎉": "fully-engaged",
        "🟢 Fully engaged": "fully-engaged",
        "REACTİVE": "reactive",
        "Fully&nbsp;Engaged": "fully-engaged",
        "vollstaendig beteiligt": "fully-engaged",
        "1) Reactive": "reactive",
        "5/15: Reactive": "reactive",
        "- Reactive": "reactive",
    },
    "hashtags": {
        "Reactive#covid": "reactive",
        "On Hold #covid": "on-hold",
        "#reactive": "reactive",
        "#on hold": "on-hold",
        "Reactive #onhold": "reactive",
        "#covid": None,
        "#covid Hold the line": None,
    },
    "slips": {
        "Fully Enagged": "fully-engaged",
        "Fuly\n  engaged": "fully-engaged",
        "Reactiv": "reactive",
        "Fully enraged": "fully-engaged",
        "Full engaged": "fully-engaged",
        "Fully disengaged": None,
        "Fully re-engaged": None,
        "Relativo ao contrato": None,
        "Reactor": None,
        "Proactive": None,
        "Inactive": None,
        "Unreactive": None,
        "On Hild": None,
    },
    "everyday words": {
        "Hold": "on-hold",
        "Hold the line": None,
        "Fully": "fully-engaged",
        "Completely engaged": "fully-engaged",
        "Full engagement": "fully-engaged",
        "Full engagement planned": None,
        "Engaged": None,
        "Paused": None,
        "被动": "reactive",
        "搁置": "on-hold",
    },
    "a list without a mark": {
        "On Hold/Reactive/Fully Engaged": None,
        "On Hold\nReactive\nFully Engaged": None,
        "On Hold, Reactive": None,
        "On Hold or Reactive": None,
        "On Hold Reactive Fully Engaged": None,
        "1. On Hold 2. Reactive 3. Fully Engaged": None,
        "**On Hold/Reactive/Fully Engaged**": None,
        "ON HOLD/REACTIVE/FULLY ENGAGED": None,
        "<li>On Hold</li><li>Reactive</li>": None,
        "保留/反应/全面接洽": None,
        "On Hold / Reactive in July": None,
        "On Hold (Reactive)": None,
    },
    "boxes": {
        "[ ] On Hold [x] Reactive [ ] Fully Engaged": "reactive",
        "On Hold [ ] Reactive [x] Fully Engaged [ ]": "reactive",
        "☐ On Hold ☒ Reactive": "reactive",
        "( ) On Hold  ( ) Reactive  (v) Fully Engaged": "fully-engaged",
        "☐ On Hold\n☒ Reactive\n☐ Fully Engaged": "reactive",
        "- [ ] On Hold\n- [x] Reactive\n- [ ] Fully Engaged": "reactive",
        "On Hold [ ]\nReactive [X]\nFully Engaged [ ]": "reactive",
        "On Hold / ✅ Reactive / Fully Engaged": "reactive",
        "On Hold / Reactive ✔ / Fully Engaged": "reactive",
        "On Hold / Reactive / Fully Engaged X": "fully-engaged",
        "x On Hold / Reactive / Fully Engaged": "on-hold",
        "on hold ❌ reactive ✅ fully engaged ❌": "reactive",
        "○ On Hold ● Reactive ○ Fully Engaged": "reactive",
        "☑ 保留 ☐ 反应": "on-hold",
        "[x] Reactive": "reactive",
        "[ ] On Hold [ ] Reactive [ ] Fully Engaged": None,
        "[x] On Hold [x] Reactive [ ] Fully Engaged": None,
        "● On Hold ● Reactive": None,
        "On Hold ✅ Reactive": None,
        "On Hold / ✅ / Reactive": None,
        "[ ] Reactive": None,
        "☐ Reactive": None,
        "○ Reactive": "reactive",
        "○ On Hold\n○ Reactive": None,
        "Reactive ○": None,
    },
    "text that stands out in a list": {
        "On Hold / Reactive / **Fully Engaged**": "fully-engaged",
        "On Hold / *Reactive* / Fully Engaged": "reactive",
        "On Hold / __Reactive__ / Fully Engaged": "reactive",
        "On Hold / ==Reactive== / Fully Engaged": "reactive",
        "On Hold / <u>Reactive</u> / Fully Engaged": "reactive",
        "On Hold / [Reactive] / Fully Engaged": "reactive",
        "On Hold / >>Reactive<< / Fully Engaged": "reactive",
        "on hold / REACTIVE / fully engaged": "reactive",
        "On Hold|Reactive|**Fully Engaged**": "fully-engaged",
        "Angehalten/**Reaktiv**/Vollständig beteiligt": "reactive",
        "保留/**反应**/全面接洽": "reactive",
        "On Hold / **Reactive** / **Fully Engaged**": None,
        "[x] On Hold / Reactive / **Fully Engaged**": None,
        "Options: On Hold/Reactive/**Fully Engaged**": None,
    },
    "struck text": {
        "~~On Hold~~ Fully Engaged": "fully-engaged",
        "<s>Fully Engaged</s> On Hold": "on-hold",
        "~~On Hold~~/~~Reactive~~/Fully Engaged": "fully-engaged",
        "~On Hold~ Reactive": "reactive",
        "O̶n̶ ̶H̶o̶l̶d̶ Reactive": "reactive",
        "<del>On Hold</del> <del>Reactive</del> Fully Engaged": "fully-engaged",
        "~~Reactive~~": None,
        "~~On Hold~~ Reactive/Fully Engaged": None,
    },
    "arrows": {
        "On Hold / --> Reactive / Fully Engaged": "reactive",
        "On Hold <-- / Reactive / Fully Engaged": "on-hold",
        "Reactive -> Fully Engaged": "fully-engaged",
        "On hold => reactive": "reactive",
        "Reactive -> Fully Engaged in July": None,
        "On Hold -> Reactive -> Fully Engaged": None,
        "--> On Hold / --> Reactive / Fully Engaged": None,
    },
    "the choice after its list": {
        "On Hold/Reactive/Fully Engaged: Reactive": "reactive",
        "On Hold/Reactive/Fully Engaged : On Hold (en attente de la fusion)": "on-hold",
        "On Hold / Reactive / Fully Engaged\nReactive": "reactive",
        "On Hold/Reactive/Fully Engaged: now reactive": "reactive",
        "On Hold/Reactive/Fully Engaged: to be decided": None,
        "On Hold/Reactive: Fully Engaged": None,
    },
    "history": {
        "Fully Engaged, was On Hold in March": "fully-engaged",
        "Fully Engaged, on hold in March": "fully-engaged",
        "Fully Engaged (on hold until May)": "fully-engaged",
        "Was on hold in March, now reactive": "reactive",
        "Was on hold, thanks to the CIO now fully engaged": None,
        "Was on hold in March, thanks to the CIO, now fully engaged": "fully-engaged",
        "Was on hold in March, thanks to the CIO, fully engaged": None,
        "formerly on hold now reactive": "reactive",
        "Formerly: on hold. Now: reactive": "reactive",
        "Reactive since March 2020 (Fully Engaged in FY19)": "reactive",
        "Reactive (formerly: On Hold)": "reactive",
        "Fully Engaged (was: Reactive)": "fully-engaged",
        "Reactive, now fully engaged": "fully-engaged",
        "Now reactive, currently on hold": None,
        "以前は保留中、現在はリアクティブ": "reactive",
        "曾保留，现在全面接洽": "fully-engaged",
        "Currently on hold": "on-hold",
        "Still on hold (CIO)": "on-hold",
        "Now: reactive": "reactive",
        "Reactive from fully engaged": "reactive",
    },
    "negation": {
        "No longer on hold": None,
        "No longer on hold, fully engaged since 5/4/2020": "fully-engaged",
        "No longer on hold, 5/4: fully engaged": "fully-engaged",
        "No longer on hold\nfully engaged since 5/4/2020": "fully-engaged",
        "Not fully engaged": None,
        "Not fully engaged, they forward our mails to the outsourcer and that's it": None,
        "Not fully engaged, just reactive": "reactive",
        "not on hold": None,
        "Not on hold or reactive": None,
        "Not on hold/reactive": None,
        "Not reactive and fully engaged": None,
        "On hold: no": None,
        "On hold? No, reactive": "reactive",
        "On Hold: no\nReactive: yes\nFully Engaged: no": "reactive",
        "Reactive, not fully engaged": "reactive",
        "Fully Engaged, no longer on hold": "fully-engaged",
        "nicht mehr angehalten, jetzt reaktiv": "reactive",
        "Nicht angehalten": None,
        "Ya no está en espera, ahora reactivo": "reactive",
        "完全にエンゲージではない": None,
        "不再保留": None,
        "never on hold": None,
    },
    "what is to come": {
        "Soon fully engaged": None,
        "Fully engaged soon": None,
        "Fully engaged by July": None,
        "Fully engaged by Q3": None,
        "Fully engaged by phone": "fully-engaged",
        "Fully engaged if budget comes": None,
        "On Hold; planned: Fully Engaged": "on-hold",
        "will be fully engaged": None,
    },
    "two choices": {
        "Reactive, fully engaged again": None,
        "Reactive – Fully Engaged": None,
        "Reactive to Fully Engaged": None,
        "Reactive, on hold for Intune": None,
        "Fully engaged, sometimes they are on hold": "fully-engaged",
        "Reactive, reactive": "reactive",
    },
    "in parentheses behind words of another language": {
        "Vi svarar på frågor (Reactive)": "reactive",
        "お客様待ち（On Hold）": "on-hold",
        "No longer (On Hold)": None,
        "was (On Hold)": None,
        "Svar (On Hold) sedan maj": None,
        "Svar (On Hold, Reactive)": None,
        "Svar (not Reactive)": None,
    },
    "prose": {
        "We react when they are on hold with the vendor": None,
        "Weekly calls, fully engaged": None,
        "They want to be fully engaged": None,
        "Check-in once per quarter": None,
        "Maybe on hold": None,
        "Moving from reactive to fully engaged": None,
        "反应良好": None,
        "?": None,
        "": None,
        "   ": None,
    },
}
PROGRESS: Final[dict[str, dict[str, str | None]]] = {
    "words after the choice": {
        "Partially deployed (EXO done)": "partially-deployed",
        "PARTIALLY DEPLOYED / PILOT ONLY": "partially-deployed",
        "Partially deployed?? (40% of what?)": "partially-deployed",
        "Not deployed: no licences": "not-deployed",
        "Partially Deployed 部分部署（邮箱已完成）": "partially-deployed",
        "PARTİALLY DEPLOYED (%35)": "partially-deployed",
        "implementado parcialmente (2 de 5 cargas)": "partially-deployed",
        "Not Deployed\n(two test mailboxes do not count as fully deployed, whatever the CIO says)": "not-deployed",
        "Partially Deployed (EXO fully deployed, Teams not deployed)": "partially-deployed",
        "Not deployed, planned for Q3": "not-deployed",
    },
    "hashtags": {
        "Partially Deployed#covid": "partially-deployed",
        "#partially deployed": "partially-deployed",
    },
    "everyday words": {
        "Partial": "partially-deployed",
        "Partially": "partially-deployed",
        "Partly, EXO only": "partially-deployed",
        "Full": "fully-deployed",
        "Fully": "fully-deployed",
        "Full rollout planned for July": None,
        "Partial rollout": None,
        "Not started": "not-deployed",
        "Not yet": "not-deployed",
        "Not yet deployed": "not-deployed",
        "Teilweise (nur EXO)": "partially-deployed",
        "一部展開": "partially-deployed",
        "尚未部署": "not-deployed",
        "Complete": None,
        "Deployed": None,
        "In progress": None,
        "About 60 %": None,
        "Party": None,
    },
    "slips": {
        "Partialy deployed": "partially-deployed",
        "Partialy": "partially-deployed",
        "Partially deplored": "partially-deployed",
        "fullly deployed": "fully-deployed",
        "Not depoyed": "not-deployed",
        "notdeployed": "not-deployed",
        "Now Deployed": None,
        "Nott deployed": None,
        "Undeployed": None,
        "Redeployed": None,
    },
    "negation": {
        "Not yet fully deployed": None,
        "Not fully deployed": None,
        "Not partial": None,
        "Was not deployed in March, now partially deployed": "partially-deployed",
        "noch nicht vollständig bereitgestellt": None,
        "Partially deployed (not fully deployed)": "partially-deployed",
        "未完全部署": None,
        "未部署": "not-deployed",
        "完全に展開済みではない": None,
        "Fully Deployed? No, partially": "partially-deployed",
    },
    "a list with one marked": {
        "Not Deployed/**Partially Deployed**/Fully Deployed": "partially-deployed",
        "not deployed / PARTIALLY DEPLOYED / fully deployed": "partially-deployed",
        "( ) Not Deployed  (v) Partially Deployed  ( ) Fully Deployed": "partially-deployed",
        "Not Deployed / Partially Deployed / <u>Fully Deployed</u>": "fully-deployed",
        "~~Not Deployed/Partially Deployed/~~Fully Deployed": "fully-deployed",
        "Not Deployed <-- / Partially Deployed / Fully Deployed": "not-deployed",
        "Not Deployed/Partially Deployed/Fully Deployed -> Partially Deployed": "partially-deployed",
        "Not Deployed/Partially Deployed/Fully Deployed : Partially": "partially-deployed",
        "Not Deployed/Partially Deployed/Fully Deployed - Partially Deployed": "partially-deployed",
        "Not Deployed / Partially Deployed / Fully Deployed = Fully Deployed": "fully-deployed",
        "Not Deployed/Partially Deployed/Fully Deployed": None,
    },
    "history": {
        "Partially Deployed, up from Not Deployed in January": "partially-deployed",
    },
    "amounts": {
        "3/5 fully deployed": None,
        "3 of 5 fully deployed": None,
        "0% fully deployed": None,
    },
    "two choices": {
        "Fully deployed in EMEA, not deployed in APAC": None,
        "Partially/fully deployed": None,
    },
    "prose": {
        "EXO fully deployed, rest not deployed": None,
        "未部署的设备有 20 台": None,
        "Nearly fully deployed": None,
    },
}


TABLES: Final = (("engagement-status", STATUS), ("deployment-progress", PROGRESS))
CASES: Final = [
    (kind, key, value, choice) for key, table in TABLES for kind, values in table.items() for value, choice in values.items()
]
#: All published wordings: the key of the field, that of the choice, and the words.
WORDINGS: Final = [
    (key, choice, words)
    for language in PLAYBOOK.languages
    for key, choices in words_in(language).choices.items()
    for choice, wordings in choices.items()
    for words in wordings
]
#: The parts of values.
PARTS: Final = (
    *(words for _, _, words in WORDINGS),
    *("partial", "not ", "no longer ", "was ", "now ", "or", " in March", "by July", "\n", "/", " / ", ", ", " - "),
    *("->", "<--", ": "),
    *("[x]", "[ ]", "☐", "☒", "✅", "(", ")", "**", "*", "~~", "<s>", "</s>", "<u>", "</u>", "<br>", "&nbsp;", "#"),
    *("#covid", "<!--", "-->"),
    *("\u0336", "\u0307", "İ", "ﬁ", "½", "ß", " ", "\u00a0", "x", "reactiv", "的", "保", "?", "."),
)  # fmt: skip


@each(CASES, parts=1)
def test_a_value_is_read_as_a_careful_reader_does(case: tuple[str, str, str, str | None]) -> None:
    """Each kind of value gives the choice that the writer means, or none if in doubt."""
    _, key, value, choice = case
    assert choice_in(first_template(PLAYBOOK), key, value) == choice


@pytest.mark.parametrize(
    ("value", "place"),
    [
        ("Reactive", (0, 8)),
        ("  **On-Hold** #covid", (2, 13)),
        ("#covid On Hold until May", (7, 14)),
        ("<!-- status --> On Hold until May", (16, 23)),
        ("On Hold / **Reactive** / Fully Engaged", (12, 20)),
        ("No longer on hold, now Reactive", (23, 31)),
        ("#reactive", (1, 9)),
        ("On Hold\nuntil May", (0, 7)),
    ],
)
def test_the_place_of_the_choice_is_known(value: str, place: tuple[int, int]) -> None:
    """A value that consists of its choice has it from its first character to its last."""
    read = read_choice(first_template(PLAYBOOK), KEY, value)
    assert read is not None
    assert read[1:] == place


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("On Hold #covid", "On Hold       "),
        ("On Hold #reactive", "On Hold          "),
        ("#on hold #covid", " on hold       "),
        ("Reactive<!-- x -->\n#a", "Reactive          \n  "),
        ("Reactive", "Reactive"),
    ],
)
def test_hashtags_are_no_text_unless_one_is_the_choice(value: str, text: str) -> None:
    """The text of a value has its length and its line ends."""
    assert choice_text(first_template(PLAYBOOK), KEY, value) == text


@pytest.mark.parametrize("key", ["customer", "none", "workloads"])
def test_a_field_without_choices_has_none(key: str) -> None:
    """Other fields and unknown keys are not searched for choices."""
    assert choice_in(first_template(PLAYBOOK), key, "On Hold") is None
    assert choice_text(first_template(PLAYBOOK), key, "On Hold #covid") == "On Hold       "


@given(
    st.sampled_from(WORDINGS),
    st.sampled_from((str, str.upper, str.lower, str.title, str.swapcase)),
    st.sampled_from(("", " ", "\n", ".", "!")),
)
def test_published_words_are_always_read(wording: tuple[str, str, str], case: type[str], after: str) -> None:
    """The words of a choice in any language and case are read as the choice."""
    key, choice, words = wording
    assert choice_in(first_template(PLAYBOOK), key, case(words) + after) == choice


@given(st.sampled_from(WORDINGS), st.sampled_from(("not {}", "No longer {}", "was {}", "{}?\nno", "- [ ] {}", "~~{}~~")))
def test_a_denied_choice_is_never_read(wording: tuple[str, str, str], sentence: str) -> None:
    """Words and marks that deny a choice take it away; a line after it does not."""
    key, choice, words = wording
    assert choice_in(first_template(PLAYBOOK), key, sentence.format(words)) == (choice if "\n" in sentence else None)


@given(
    st.one_of(st.text(), st.lists(st.sampled_from(PARTS), max_size=30).map("".join)),
    st.sampled_from([key for key, _ in TABLES]),
)
def test_any_text_is_read(value: str, key: str) -> None:
    """Any text gives a choice of the field within its bounds, or none; exact words without marks give their choice."""
    read = read_choice(first_template(PLAYBOOK), key, value)
    exact = first_template(PLAYBOOK).vocabulary.choice(key, value)
    assert len(choice_text(first_template(PLAYBOOK), key, value)) == len(value)
    if read is not None:
        assert 0 <= read.start < read.end <= len(value)
        assert read.choice in {choice for known, choice, _ in WORDINGS if known == key}
        assert exact in (None, read.choice)


@pytest.mark.parametrize(
    "part",
    [
        "Reactive ",
        "~",
        "~~a",
        "<s>",
        "[x] Reactive ",
        "a ",
        "- ",
        "(",
        "*a",
        "->",
        "<!--",
        "#",
        "On Hold/",
        "保",
        "\u0336",
        "a\u0336",
    ],
)
def test_a_long_value_is_cheap(part: str) -> None:
    """A value of a million characters takes no more than a look at its hashtags and its first characters."""
    start = process_time()
    choice_in(first_template(PLAYBOOK), KEY, part * (1_000_000 // len(part)))
    assert process_time() - start < 2


def test_only_the_first_characters_are_read() -> None:
    """A choice after them does not count, and does not contradict one before."""
    assert read_choice(first_template(PLAYBOOK), KEY, "On Hold (" + "x" * READ + "), Reactive") == ChoiceMention(
        "on-hold", 0, 7
    )
    assert choice_in(first_template(PLAYBOOK), KEY, "on" + " " * 2 * READ + "hold") is None

"""Notes made to be slow, or to break something: what is repeated, and how deep things can be nested."""

from __future__ import annotations

from collections.abc import Iterator

#: What is repeated, by what it is aimed at. Braces take a number, so that no piece is like another.
PIECES = {
    "hashtags": "#covid #covid19 # covid #covdi #сovid ",
    "hashtags on hold": "- STATUS OF THE ENGAGEMENT: On Hold #covid\n",
    "hashtags in bold": "**#covid**",
    "unknown hashtags": "#a1 ＃b2",
    "workloads twice": "   -  [EXO]  Exchange Online - x\n",
    "unknown workloads twice": "   -  [XYZ+ABC]  Something - x\n",
    "slips in tags": "   -  [TEMAS]  Taems - x\n",
    "tags of look-alikes": "   -  [ЕХО]  x\n",
    "joined tags": "   -  [EXO+SPO+TEMAS]  x\n",
    "one long tag": "EXO+",
    "silent workloads": "   -  [SPO]\n",
    "half named": "   - Teams - x\n",
    "marks": "   • (EXO) Exchange Online: x\n",
    "unknown labels": "- REQEUSTS FOR SUPORT: x\n- RISKS: y\n",
    "many unknown labels": "- MY LABEL OF {}: x\n",
    "bullets": "• Status of engagement - On Hold/Reactive\n",
    "hints": "- DESCRIBE THE CUSTOMER: (i.e. Industry/Structure/Size/Recent News) x\n",
    "parentheses": "- DESCRIBE THE CUSTOMER: (i.e. (i.e. ",
    "choices": "On Hold/Reactive/Fully Engaged ",
    "choices of one field": "- STATUS OF THE ENGAGEMENT: Engagd, On Hold\n",
    "strays": "\nstray\n\n- RISKS: x\n",
    "dashes": "â€“ x ",
    "dashes of many lines": "Ã© â€™\n",
    "twice mis-decoded": "Ã¢â‚¬â€œ ",
    "invisible": "a\u200b\u202e",
    "right to left": "\u200f\u05d0 ",
    "evidence": "paused accelerate because of COVID-19 ",
    "evidence by sentence": "They paused because of COVID-19. They accelerate due to the pandemic. ",
    "negated evidence": "not paused, no issue, no outage; ",
    "escalations": "an issue was resolved. ",
    "planned": "   -  [EXO]  Exchange Online - planned for May, all done\n- M365 DEPLOYMENT PROGRESS: Fully Deployed\n",
    "technical": "The migration of Exchange Online runs. ",
    "dates": "1/2 ",
    "dates with years": "1/2/2020 ",
    "dates on lines": "on 3-4-2020\n",
    "next actions": "Next action: x. Date: 1/2/2020. Owner: Ana\n",
    "comments": "<!-- ftnotes: ignore FT303, FT999 x --> #covid19 ",
    "comments in paragraphs": "<!-- ftnotes: ignore FT201 -->\n\n",
    "open comments": "<!-- ftnotes: ignore ",
    "summaries": "EXEC SUMMARY\n- STATUS OF THE ENGAGEMENT: On Hold #covid\n\n",
    "summaries without a title": "- DESCRIBE THE CUSTOMER: x\n\n# y\n",
    "blank templates": "EXEC SUMMARY\n- STATUS OF THE ENGAGEMENT: On Hold/Reactive/Fully Engaged\n\n",
    "languages": "EXEC SUMMARY\n- RISKS: x\n\n执行摘要\n- 接洽状态：暂停\n\nRESUMEN EJECUTIVO\n- RIESGOS: x\n\n",
    "spaces": " ",
    "stars": "*",
    "quote marks": "> ",
    "line ends": "\r\n",
    "letters": "x",
    "brackets": "[",
    "exclamation marks": "!",
    "weak labels": "- Customer: x\n- Status: y\n",
    "own labels": "- Next steps: x\n",
    "many own labels": "- Own {}: x\n",
    "slips in labels": "- DESCRBE THE CUSTMER: x\n",
    "slips in weak labels": "- Custmer info: x\n",
    "broken labels": "- STATUS OF THE\nENGAGEMENT: x\n",
    "halves of labels": "- SNAPSHOT OF KEY WORKLOADS\n",
    "labels without separators": "STATUS OF THE ENGAGEMENT on hold\n",
    "labels and tabs": "Status\tOn Hold\t",
    "other separators": "- Status = x; Risks -> y | ",
    "underlined labels": "Customer\n--------\n",
    "headings": "## Customer\n",
    "titles with leads": "Contoso - Exec Summary\n- Status: x\n",
    "leads": "Contoso - ",
    "labels of actions": "跟进人 责任方\n",
    "labels of actions on a line": "Task ",
    "words before labels of actions": "Open ",
    "reasons": "緊急事態宣言 ",
    "rows": "| [EXO] | Exchange Online | done |\n",
    "rows of labels": "| Status | On Hold |\n",
    "cells": "| x ",
    "rows of spaces": "| x" + " " * 40,
    "everyday names": "   - SharePoint - x\n   - Power BI\n",
    "tags without brackets": "   EXO] x\n",
    "several tags": "[EXO] ",
    "workloads on one line": "[EXO] x; [SPO] y; ",
    "semicolons": "; ",
    "marks of HTML": "<li><b>Status</b>: x</li>\n",
    "line breaks of HTML": "<br>",
    "open marks": "<b ",
    "no-break spaces of HTML": "&nbsp;",
    "stamps": "[5/15/2020 3:04 PM] Ana: Status: x\n",
    "open stamps": "[5/15/2020 3:04 PM",
    "fences": "```\n- Status: x\n",
    "fences of many kinds": "~~~~\n```\nx\n",
    "comments of several lines": "<!--\n- STATUS: x\n-->\n",
    "openings of comments": "<!--\n",
    "front matter": "---\ntitle: x\n",
    "keys": "key: x\n",
    "dividers": "- Status: x\n--- previous note ---\n",
    "rules": "- Status: x\n\n---\n\n",
    "mail headers": "From: Ana\nSubject: x\n",
    "sign-offs": "Kind regards, Ana\n",
    "boxes": "[ ] On Hold [x] Reactive ",
    "boxes of lists": "- ☐ Customer: x\n- ✅ Status: y\n",
    "parentheses in names": "- SharePoint ((((\n",
    "messages": "[5/15 3:04 PM] Ana: ",
    "single marks of HTML": "<b>",
    "lines of marks": "</li>\n",
    "cells with tabs": "[EXO]\tDone\t",
    "names on a line": "Teams done, ",
    "separators": "a - b = c -> d; ",
    "misspelled titles": "Contoso - Exec Sumary - May\n- DESCRIBE THE CUSTOMER: x\n",
}
#: What lines are made of, and how they begin.
SIGNS = (
    *"[*_># \t:-x\n\r\u00a0", "- \n", "> \n", "- ", ": ", "x ", "- [EXO] ", "- [EXO] \n", "[EXO ", "(a", "RISKS ", "STATUS OF ",
    "**EXEC SUMMARY**\n", "EXEC SUMMARY ", "- DESCRIBE THE CUSTOMER: ", "- STATUS: x\n", "Exchange Online ", "#covid ", "â€“ ",
    "e\u0301", "- **STATUS OF THE ENGAGEMENT ", "- STATUS OF THE ENGAGEMENT - **",
)  # fmt: skip
#: Long runs inside a line, with what precedes and follows them.
RUNS = tuple(
    (opens, signs, closes)
    for opens in ("| x", "   - SharePoint", "   - [EXO]", "Status", "[EXO] x; [SPO]", "<b>Status</b>", "   - [EXO] [SPO")
    for signs, closes in (
        (" ", "y"),
        ("\t", "y"),
        ("*", "y"),
        ("|", "y"),
        ("=", "y"),
        ("; ", "y"),
        ("<br>", "y"),
        (" (", "y"),
        ("-", "y"),
        ("[", "y"),
    )
)
_WORKLOADS = "- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS: "
_OPENED = f"EXEC SUMMARY\n{_WORKLOADS}"


def repeated(piece: str, size: int) -> str:
    """A piece over and over, ``size`` characters or a little less."""
    count = size // len(piece)
    return "".join(piece.format(number) for number in range(count)) if "{}" in piece else piece * count


def shapes(size: int) -> Iterator[tuple[str, str]]:
    """All of it, of about ``size`` characters each, by name."""
    for piece in (*SIGNS, *PIECES.values()):
        yield f"{piece!r}", repeated(piece, size)
        yield f"{piece!r}, in a summary", _OPENED + repeated(piece, size)
        yield f"{piece!r}, behind a bullet", "EXEC SUMMARY\n- " + repeated(piece, size) + "\n- [EXO] x"
    levels = int((size * 2) ** 0.5)
    yield "indentation", _OPENED + "\n" + "".join(" " * level + "- x\n" for level in range(levels))
    yield "spaces between lines", _OPENED + ("\n" + " " * 50 + "x" + " " * 50) * (size // 102)
    yield "spaces in a tag", "EXEC SUMMARY\n- [a" + " " * size + "b] x\n"
    yield "title and remarks", "EXEC SUMMARY " + "(a) " * (size // 4)
    for opens, signs, closes in RUNS:
        run = opens + signs * (size // len(signs)) + closes
        yield f"{signs!r} after {opens!r}", f"{_OPENED}\n{run}"
        yield f"{signs!r} after {opens!r}, on the line of the list", _OPENED + run
    yield "front matter", "---\n" + "key: x\n" * (size // 7) + _OPENED
    yield "a broken label", f"EXEC SUMMARY\n- STATUS OF THE{' ' * size}\n{' ' * size}ENGAGEMENT: x\n"
    yield "front matter without end", "---\nkey: x\n" + "\n" * size + "x"
    yield "a run of signs, and no end", "Next action: x " + "!" * size + "A"


#: Characters that are something else than they look like, to people or to programs: half characters, line breaks that are none
#: in a note, marks on others, letters whose small form is longer, digits of other scripts, and what is not seen.
ODD = (
    "\ud800", "\udfff", "\0", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029", "e\u0301", "\u0301", "İ", "ß", "ﬁ", "ǅ", "٣",
    "３", "³", "½", "\u202e", "\u2066", "\u200f", "\u061c", "\u200b", "\u200d", "\ufeff", "\ufffe", "\U0010ffff",
    "\U0001f9d1\u200d\U0001f4bb",
)  # fmt: skip


#: What can be nested, as it opens and as it closes.
NESTED = (
    ("> ", ""), (">", ""), ("- ", ""), ("  ", "- x"), ("\t", "- x"), ("[", "]"), ("(", ")"), ("（", "）"), ("**", "**"),
    ("_", "_"), ("`", "`"), ("<!--", "-->"), ("1.", ""), ("#", ""), ("{", "}"),
    ("<b>", "</b>"), ("<", "b>"),
)  # fmt: skip


def nested(opens: str, closes: str, levels: int) -> str:
    """Something so many levels deep: in prose, as a value, and as an update."""
    deep = opens * levels + "x" + closes * levels
    fields = f"- STATUS OF THE ENGAGEMENT: {deep}\n{_WORKLOADS}\n   -  [EXO]  Exchange Online - {deep}\n{deep}"
    return f"{deep}\n\nEXEC SUMMARY\n{fields}"

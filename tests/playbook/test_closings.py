"""Lines after which a note is over."""

from __future__ import annotations

import pytest

from ftnotes.playbook.playbook import Playbook

EVERYDAY = Playbook.load().everyday


@pytest.mark.parametrize(
    "text",
    [
        "Kind regards",
        "Kind regards,",
        "kind regards, Ana",
        "Kind regards Ana",
        "**Kind regards**, Ana",
        "Best regards - Ana García López",
        "Thanks, ana",
        "Thanks!",
        "Thanks 😊",
        "Thanks :)",
        "Thanks and best regards, Ana",
        "Thanks & regards, J. van der Berg",
        "Many thanks, Jean-Luc O'Neill (FastTrack)",
        "BR Ana",
        "Best, Tom",
        "Best",
        "Thank you, best regards Ana | Contoso",
        "Sent from my iPhone",
        "Get Outlook for iOS<https://aka.ms/o0ukef>",
        "Mit freundlichen Grüßen, Jörg Müller",
        "Viele Grüße Jörg",
        "Atenciosamente, João da Silva",
        "Un saludo, María de la Cruz",
        "よろしくお願いいたします。",
        "よろしくお願いいたします。田中",
        "谢谢，李明",
        "谢谢!",
    ],
)
def test_a_sign_off_has_at_most_a_name_after_it(text: str) -> None:
    """In every language, with a comma or none, after another sign-off, decorated."""
    assert EVERYDAY.sign_off(text)


@pytest.mark.parametrize(
    "text",
    [
        "Thanks to the partner we moved on",
        "Thanks to Ana",
        "Thanks Ana for the help",
        "Thanks: none",
        "Thanks, all mailboxes were moved",
        "Thanks, Ana moved all mailboxes to Exchange Online",
        "Thanks (Teams)",
        "Thanks #covid",
        "Thanks, 300 users",
        "Thanks and",
        "Best practices workshop held",
        "Best Practices",
        "Regards the pilot as done",
        "Cheers, " + "Ana " * 40,
        "谢谢，客户已经完成部署并上线",
        "谢谢大家的努力",
        "Customer is happy. Thanks, Ana",
        "- Thanks",
        "",
        "-",
    ],
)
def test_other_lines_are_no_sign_off(text: str) -> None:
    """Sentences, lines that only begin like one, and names of more than a few words."""
    assert not EVERYDAY.sign_off(text)


@pytest.mark.parametrize(
    "text",
    [
        "--- previous note, 04/10/2020 ---",
        "-----Original Message-----",
        "---------- Forwarded message ---------",
        "===== OLD NOTES =====",
        "________ end of summary",
        "— previous update —",
        "Begin forwarded message:",
        "Previous note",
        "Previous note:",
        "**Previous notes**",
        "Previous note (04/10/2020)",
        "Previous note from April 10, 2020:",
        "Previous note from Lars:",
        "Last month's note:",
        "Last month’s note",
        "On Tue, May 5, 2020 at 3:04 PM Ana <ana@contoso.com> wrote:",
        "Am 05.05.2020 um 15:04 schrieb Ana Müller <ana@contoso.com>:",
        "-----Ursprüngliche Nachricht-----",
        "Mensaje original:",
        "--- 前回のメモ（2020年4月10日）---",
        "原始邮件",
        "-----原始邮件-----",
        "前回のメモ: 2020年4月10日",
    ],
)
def test_a_divider_comes_before_earlier_text(text: str) -> None:
    """With a rule, with a date or author, alone, and in every language."""
    assert EVERYDAY.divider(text)


@pytest.mark.parametrize(
    "text",
    [
        "As in the previous note, the customer waits",
        "Previous note said that the customer waits",
        "Previous notes: see the customer's SharePoint, they are all there now",
        "The previous note:",
        "Ana wrote:",
        "Ana wrote 3 things:",
        "Ana wrote on May 5",
        "--- next steps ---",
        "-----",
        "Notes:",
        "--- previous note " + "x" * 120,
        "",
    ],
)
def test_other_lines_are_no_divider(text: str) -> None:
    """Prose that mentions earlier notes, rules with other words, and long lines."""
    assert not EVERYDAY.divider(text)

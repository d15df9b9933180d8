"""Rules about what types of notes ask for and avoid, as the playbook says: an intent and its reason, in a few plain sentences.

They speak only where the type of the note is given.

Source: the guidance page "Entitlement Status Notes".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import evolve

from ...playbook.model import NoteTypeSpec
from ...text.source import Span
from ..context import Context
from ..diagnostics import Severity
from ..messages import quote
from ..note_view import NoteView, is_lifecycle
from ..rule import Example, Joining, Rule, Violation
from ..summary_view import without_asides
from ._examples import INTENT, OVERALL

_BLURS: Final = Joining(
    "{} leaves open how firm the intent is. Leave it out, or write until when.",
    "{} leave open how firm the intent is. Leave them out, or write until when.",
)


#: A type that asks for nothing.
_NO_TYPE: Final = NoteTypeSpec("", ())


def _note_type(view: NoteView, context: Context) -> NoteTypeSpec:
    """Return the type of a note; one that asks for nothing if it is not given, or the note fills in a template."""
    if context.note_type is None or not view.is_lifecycle:
        return _NO_TYPE
    return next((spec for spec in view.playbook.note_types if spec.key == context.note_type), _NO_TYPE)


def _intent_without_why(view: NoteView, context: Context) -> Iterator[Violation]:
    if "why" not in _note_type(view, context).asks or view.evidence("why") or view.evidence("unreached"):
        return
    for mention in view.evidence("intent")[:1]:
        message = f"No reason was recognized for {quote(view.sentences.at(mention.span.start).text(view.text))}. Add why."
        yield Violation(message, mention.span)


def _blurring_words(view: NoteView, context: Context) -> Iterator[Violation]:
    if "blurring" in _note_type(view, context).avoids:
        whole = Span(0, len(view.text))
        for mention in view.evidence("blurring"):
            yield Violation.one_of(_BLURS, whole, quote(mention.span.text(view.text)), mention.span)


def _usage_alone(view: NoteView, context: Context) -> Iterator[Violation]:
    if "usage-alone" not in _note_type(view, context).avoids or not view.evidence("usage"):
        return
    says_more = any(view.evidence(kind) for kind in ("intent", "why", "unreached"))
    if not says_more and all(view.evidence_within(sentence, "usage") for sentence in _sentences(view)):
        message = "The note has only figures of usage. Write what the customer intends, and why."
        yield Violation(message, view.evidence("usage")[0].span)


def _engagement_news(view: NoteView, context: Context) -> Iterator[Violation]:
    if "engagement-news" in _note_type(view, context).avoids:
        for pair in view.evidence_pairs(Span(0, len(view.text)), "meeting", "scheduling")[:1]:
            message = (
                f"{quote(pair.sentence.text(view.text))} is news of the engagement. Move it to a note on that, and write what "
                "the customer intends."
            )
            yield Violation(message, pair.mention.span, evidence=(pair.partner.span,))


def _too_many_sentences(view: NoteView, context: Context) -> Iterator[Violation]:
    limit = _note_type(view, context).sentences
    if limit is None:
        return
    sentences = _sentences(view)
    if len(sentences) > limit:
        message = f"The note has {len(sentences)} sentences, and at most {limit} are asked for. Keep the intent and its reason."
        yield Violation(message, Span(sentences[limit].start, sentences[-1].end))


def _sentences(view: NoteView) -> list[Span]:
    """Return the sentences of a note that have words beside hashtags; one that begins in lower case goes on."""
    words = without_asides(view.text)
    sentences: list[Span] = []
    for sentence in view.sentences.every():
        typed = sentence.text(words)
        if sentences and typed.lstrip("-–*([ \t")[:1].islower():
            sentences[-1] = Span(sentences[-1].start, sentence.end)
        elif any(map(str.isalnum, typed)):
            sentences.append(sentence)
    return sentences


def _contact_without_number(view: NoteView, context: Context) -> Iterator[Violation]:
    if "attempts" not in _note_type(view, context).asks:
        return
    contacts, attempts = view.evidence("unreached"), view.evidence("attempts")
    if contacts and not any(_is_counted(view, one.span, digits=one in attempts) for one in (*contacts, *attempts)):
        said = quote(contacts[0].span.text(view.text))
        message = f"The note says {said}, but no number of attempts was recognized. Add how often."
        yield Violation(message, contacts[0].span)


def _is_counted(view: NoteView, words: Span, digits: bool) -> bool:
    """Return whether a number is in the clause of some words: in words, or in ``digits`` that are no date."""
    clause = view.sentences.clause(words.start, words.end)
    if view.evidence_within(clause, "how-often"):
        return True
    found = [at for at in range(clause.start, clause.end) if view.text[at].isdigit()] if digits else []
    return any(not any(date.span.start <= at < date.span.end for date in view.dates) for at in found)


def _same_text(view: NoteView, context: Context) -> Iterator[Violation]:
    if context.repeats and "same-text" in _note_type(view, context).avoids and not view.evidence("unreached"):
        message = f"The note has the same text as {context.repeats}. Write what holds for this workload."
        start = len(view.text) - len(view.text.lstrip())
        yield Violation(message, Span(start, len(view.text.rstrip())))


_REPEATED: Final = evolve(INTENT, repeats="row 7")

INTENT_WITHOUT_WHY: Final = Rule(
    code="FT705",
    name="intent-without-why",
    summary="A note on an intent gives its reason.",
    rationale="Readers who know why a customer deploys, or does not, know what can be done about it.",
    section="notes",
    ignore_when="The reason is in words that the rule does not know.",
    severity=Severity.INFORMATION,
    check=_intent_without_why,
    word_lists=("intent", "why", "unreached"),
    needs=("note-type",),
    only_where=is_lifecycle,
    examples=(
        Example("The customer has no intent to deploy Yammer.\n", None, INTENT),
        Example("They plan to deploy Teams in May.\n", None, INTENT),
        Example(
            "Der Kunde hat keine Absicht, Yammer einzuführen.\n",
            None,
            INTENT,
            translation="The customer has no intent to deploy Yammer.\n",
        ),
        Example.clean("No intent to deploy Yammer, because they use another product.\n", INTENT),
        Example.clean("Blocked by a lack of licenses for Intune.\n", INTENT),
        Example.clean("The customer has no intent to deploy Yammer.\n", OVERALL),
        Example.clean(
            "Keine Absicht, Yammer einzuführen, weil sie ein anderes Produkt nutzen.\n",
            INTENT,
            translation="No intent to deploy Yammer, because they use another product.\n",
        ),
    ),
)

INTENT_BLURRED: Final = Rule(
    code="FT706",
    name="intent-blurred",
    summary="A note on an intent is free of words that blur it, such as currently and for now.",
    rationale="Such words leave open whether the customer intends something, and each reader takes them in another way. "
    "Plain words help: unable, blocked, do not have intent.",
    section="notes",
    ignore_when="The note also says until when it is so.",
    severity=Severity.INFORMATION,
    check=_blurring_words,
    word_lists=("blurring",),
    needs=("note-type",),
    only_where=is_lifecycle,
    examples=(
        Example("No intent to deploy Yammer for now, because they use another product.\n", None, INTENT),
        Example("Currently blocked by a lack of licenses, and no budget yet.\n", None, INTENT),
        Example(
            "Derzeit keine Absicht, Yammer einzuführen, weil Lizenzen fehlen.\n",
            None,
            INTENT,
            translation="Currently no intent to deploy Yammer, because licenses are missing.\n",
        ),
        Example.clean("Unable to deploy Intune until July, because licenses are missing.\n", INTENT),
        Example.clean("Currently blocked by a lack of licenses.\n", OVERALL),
        Example.clean(
            "Keine Absicht, Yammer einzuführen, weil Lizenzen fehlen.\n",
            INTENT,
            translation="No intent to deploy Yammer, because licenses are missing.\n",
        ),
    ),
)

USAGE_ALONE: Final = Rule(
    code="FT707",
    name="usage-alone",
    summary="A note on an intent says more than figures of usage.",
    rationale="Figures of usage are in reports already, and do not tell what the customer intends.",
    section="notes",
    ignore_when="A reader asked for just these figures.",
    severity=Severity.WARNING,
    check=_usage_alone,
    word_lists=("usage", "intent", "why", "unreached"),
    needs=("note-type",),
    only_where=is_lifecycle,
    examples=(
        Example("Usage 0.0%.\n", None, INTENT),
        Example("Active users: 12 of 900. L1 usage is up 2%.\n", None, INTENT),
        Example("Nutzung 0,0 %\n", None, INTENT, translation="Usage 0.0 %\n"),
        Example.clean("Usage is 5%, because only the pilot has begun.\n", INTENT),
        Example.clean("Usage 0.0%.\n", OVERALL),
        Example.clean(
            "Nutzung 5 %, weil erst der Pilot läuft.\n", INTENT, translation="Usage 5 %, because only the pilot runs.\n"
        ),
    ),
)

ENGAGEMENT_NEWS: Final = Rule(
    code="FT708",
    name="engagement-news",
    summary="A note on an intent is free of meetings that are being arranged.",
    rationale="News of the engagement, such as a kickoff to come, has its own notes. Readers of this one look for what the "
    "customer intends.",
    section="notes",
    ignore_when="The meeting is what decides about the intent, and the note says so.",
    severity=Severity.WARNING,
    check=_engagement_news,
    word_lists=("meeting", "scheduling"),
    needs=("note-type",),
    only_where=is_lifecycle,
    examples=(
        Example("Scheduling a kickoff for Teams.\n", None, INTENT),
        Example("They want Teams because of the audit. A workshop is planned for May.\n", None, INTENT),
        Example("Für Mai ist ein Workshop vereinbart.\n", None, INTENT, translation="A workshop is arranged for May.\n"),
        Example.clean("They want Teams, because the kickoff showed its value.\n", INTENT),
        Example.clean("Scheduling a kickoff for Teams.\n", OVERALL),
        Example.clean(
            "Sie wollen Teams, weil der Workshop überzeugt hat.\n",
            INTENT,
            translation="They want Teams, because the workshop convinced them.\n",
        ),
    ),
)

TOO_MANY_SENTENCES: Final = Rule(
    code="FT709",
    name="too-many-sentences",
    summary="A note has no more sentences than its kind asks for.",
    rationale="Readers go through such notes for many customers and workloads, and stop after a sentence or two.",
    section="notes",
    ignore_when="The reason can't be told in fewer sentences.",
    severity=Severity.INFORMATION,
    check=_too_many_sentences,
    needs=("note-type",),
    only_where=is_lifecycle,
    examples=(
        Example("No intent, because they use another product. It is cheap. They like it.\n", None, INTENT),
        Example("Blocked.\n- Licenses are missing.\n- The budget is open.\n", None, INTENT),
        Example(
            "Keine Absicht, weil Lizenzen fehlen. Das Budget ist klein. Der CIO ist neu.\n",
            None,
            INTENT,
            translation="No intent, because licenses are missing. The budget is small. The CIO is new.\n",
        ),
        Example.clean("No intent, because they use another product.\nIt is cheap, and they like it.\n#covid\n", INTENT),
        Example.clean("Met the CIO. Good talk. They like Teams. Next action: send the plan by 4 May (Ana).\n", OVERALL),
        Example.clean(
            "Keine Absicht, weil Lizenzen fehlen. Das Budget ist klein.\n",
            INTENT,
            translation="No intent, because licenses are missing. The budget is small.\n",
        ),
    ),
)

CONTACT_WITHOUT_NUMBER: Final = Rule(
    code="FT710",
    name="contact-without-number",
    summary="A note on a contact that failed says how often it was tried.",
    rationale="One e-mail without an answer is no news, and the fifth is. The number shows whether to go on.",
    section="notes",
    ignore_when="Nobody has counted the attempts.",
    severity=Severity.INFORMATION,
    check=_contact_without_number,
    word_lists=("unreached", "attempts", "how-often"),
    needs=("note-type",),
    only_where=is_lifecycle,
    examples=(
        Example("The customer does not respond.\n", None, INTENT),
        Example("No response to our e-mail of 3 May 2020.\n", None, INTENT),
        Example(
            "Der Kunde reagiert nicht auf unsere Mails.\n",
            None,
            INTENT,
            translation="The customer does not respond to our e-mails.\n",
        ),
        Example.clean("3 contact attempts; the customer is unmanaged.\n", INTENT),
        Example.clean("Tried to reach the CIO twice, no response.\n", INTENT),
        Example.clean("The customer does not respond.\n", OVERALL),
        Example.clean("Keine Antwort nach drei Mails.\n", INTENT, translation="No answer after three e-mails.\n"),
    ),
)

SAME_TEXT: Final = Rule(
    code="FT711",
    name="same-text",
    summary="The notes on several workloads of a customer differ.",
    rationale="A text that is pasted for each workload seldom holds for all of them. Only an export with a column that "
    "identifies the customer shows it.",
    section="notes",
    ignore_when="The text holds for all workloads.",
    severity=Severity.WARNING,
    check=_same_text,
    word_lists=("unreached",),
    needs=("note-type", "repeats"),
    only_where=is_lifecycle,
    examples=(
        Example("No intent, because they use another product.\n", None, _REPEATED),
        Example("Blocked by a lack of licenses.\n", None, Context(note_type="Entitlement Status", repeats="row 2")),
        Example(
            "Keine Absicht, weil Lizenzen fehlen.\n",
            None,
            _REPEATED,
            translation="No intent, because licenses are missing.\n",
        ),
        Example.clean("No response after 3 contact attempts.\n", _REPEATED),
        Example.clean("No intent, because they use another product.\n", INTENT),
        Example.clean("Keine Antwort nach drei Mails.\n", _REPEATED, translation="No answer after three e-mails.\n"),
    ),
)

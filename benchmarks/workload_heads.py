"""The head of a workload as a hand types it: bullet, tag, name and separator."""

from __future__ import annotations

import attrs
from habits import NO_BREAK_SPACE, Hand
from material import JOINED_TAGS, OTHER_NAMES, UNKNOWN_WORKLOADS, WORKLOADS


@attrs.frozen
class WorkloadHead:
    """The text before an update, its content, and its conditions for the update."""

    typed: str
    tags: tuple[str, ...]
    name: str
    separator: str
    #: Whether the update must contain nothing that could be read as a separator, and must not be empty.
    plain: bool = False
    #: Whether a name without an update on its line needs a dash after it, because nothing else shows its end.
    sealed: bool = False


def workload_head(hand: Hand, tag: str) -> WorkloadHead:
    """Return the head of a workload of the template, or of another one if the hand types other tags."""
    lead, rng = workload_lead(hand), hand.rng
    bulleted = lead if lead.strip() else f"{lead}- "
    known = hand.wording.names.get(tag, WORKLOADS[tag])
    separator = hand.separator()
    other: tuple[str, str] | None = None
    if tag == "CORE" and hand.wording.core != "CORE" and rng.random() < 0.5:
        other = (hand.wording.core, known)
    elif hand.has("tag-unknown", 0.25):
        other = rng.choice(tuple(UNKNOWN_WORKLOADS.items()))
    elif hand.has("tag-joined", 0.35):
        tag = rng.choice(tuple(JOINED_TAGS))
        other = (tag, rng.choice((*JOINED_TAGS[tag], "")))
    if other:
        tag, name = other
        return WorkloadHead(f"{bulleted}[{tag}] {name}".rstrip(), tuple(tag.split("+")), name, separator, sealed=True)
    if hand.has("name-only", 0.8) and tag != "CORE":
        return WorkloadHead(lead + known, (), known, separator, sealed=True)
    if hand.has("tag-colon", 0.8):
        # The specification leaves open whether a later dash would end a name after `TAG:`, so there is none.
        return WorkloadHead(f"{lead}{tag}", (tag,), "", ": ", plain=True)
    if hand.has("tag-bare", 0.8) and tag not in ("TEAMS", "INTUNE"):
        # A dash next to a tag without brackets looks like a part of it.
        separator = separator if separator == ": " else f" {separator.strip()} "
        name = rng.choice((known, ""))
        plain = not name and separator == ": "
        typed = f"{lead}{tag} {name}".rstrip()
        return WorkloadHead(typed, (tag,), name, separator, plain, sealed=not lead.strip())
    return bracketed_head(hand, lead, tag, known, separator)


def bracketed_head(hand: Hand, lead: str, tag: str, known: str, separator: str) -> WorkloadHead:
    """Return the head with a known tag in brackets; its name can be another one, missing, or joined to the update."""
    rng = hand.rng
    tag, typed = bracketed(hand, tag)
    name, plain = known, False
    if hand.has("name-missing", 0.6) and not typed.endswith(tag):
        name = ""
        if typed.startswith("[") and rng.random() < 0.3:
            separator, plain = " ", True
    elif hand.has("name-other", 0.5):
        name = rng.choice(OTHER_NAMES[tag.upper()])
    elif hand.has("name-case"):
        name = known.lower()
    elif hand.has("name-unseparated", 0.6):
        separator = " "
    blank = rng.choice(("  ", " \t", "\t", "      ", NO_BREAK_SPACE)) if hand.has("tag-spacing", 0.7) else " "
    typed = f"{lead}{typed}{blank}{name}".rstrip()
    return WorkloadHead(typed, (tag,), name, separator, plain, sealed=name not in ("", known))


def bracketed(hand: Hand, tag: str) -> tuple[str, str]:
    """Return a tag as typed, and the tag with its brackets; without a closing one, that ends with the tag."""
    rng = hand.rng
    if hand.has("tag-lower", 0.7):
        tag = rng.choice((tag.lower(), tag.capitalize()))
    if hand.has("tag-round", 0.7):
        return tag, f"({tag})"
    if hand.has("tag-unclosed", 0.4):
        return tag, f"[{tag}"
    if hand.has("tag-loose", 0.6):
        return tag, rng.choice((f"[ {tag}]", f"[{tag} ]", f"[ {tag} ]"))
    return tag, f"**[{tag}]**" if hand.has("tag-bold", 0.8) else f"[{tag}]"


def workload_lead(hand: Hand) -> str:
    """Return the indentation and bullet of a workload; only the indentation if the hand omits bullets."""
    indent = hand.rng.choice(("", "  ", "    ", "\t", NO_BREAK_SPACE * 2)) if hand.has("workload-indent") else "   "
    if hand.has("workload-unbulleted", 0.85):
        return indent
    mark = hand.bullet if hand.has("workload-bullet") or "bullet-misdecoded" in hand.habits else "-"
    return f"{indent}{mark}{hand.rng.choice((' ', ' ', '  '))}"

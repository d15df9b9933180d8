"""Parts of examples, in English and in German. They are the words of the default edition."""

from __future__ import annotations

from typing import Final

from ..context import Context

TITLE: Final = "**EXEC SUMMARY**\n"
CUSTOMER: Final = "- DESCRIBE THE CUSTOMER: Contoso, 900 seats\n"
STATUS_IS: Final = TITLE + "- STATUS OF THE ENGAGEMENT: "
PROGRESS_IS: Final = TITLE + "- M365 DEPLOYMENT PROGRESS: "
STATUS: Final = "- STATUS OF THE ENGAGEMENT: Reactive\n"
#: A title, and the bullet that lists the workloads.
HEAD: Final = TITLE + "- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:\n\n"
EXO: Final = "   -  [EXO]  Exchange Online - wave 2 in May\n"

TITEL: Final = "**ZUSAMMENFASSUNG FÜR DIE FÜHRUNGSEBENE**\n"
STATUS_IST: Final = TITEL + "- STATUS DER BETEILIGUNG: "
KUNDE: Final = "- BESCHREIBUNG DES KUNDEN: Contoso, 900 Plätze\n"
STAND: Final = "- STATUS DER BETEILIGUNG: Reaktiv\n"
KOPF: Final = TITEL + "- SCHNAPPSCHUSS DES AKTUELLEN STATUS WICHTIGER ARBEITSBEREICHE UND NÄCHSTE AKTIONEN:\n\n"
EXO_DE: Final = "   -  [EXO]  Exchange Online - Welle 2 im Mai\n"

ON_HOLD: Final = f"{STATUS_IS}On Hold"
REACTIVE: Final = f"{STATUS_IS}Reactive"
ANGEHALTEN: Final = f"{STATUS_IST}Angehalten\n"
REAKTIV: Final = f"{STATUS_IST}Reaktiv"
#: A deployment that is complete, and the bullet that lists the workloads.
FULLY: Final = PROGRESS_IS + "Fully Deployed\n" + HEAD.removeprefix(TITLE)
VOLL: Final = TITEL + "- M365-BEREITSTELLUNGSFORTSCHRITT: Vollständig bereitgestellt\n" + KOPF.removeprefix(TITEL)
RELATION: Final = "- OVERVIEW OF CURRENT RELATIONSHIP WITH CUSTOMER/PARTNER/ACCOUNT TEAM: "
BEZIEHUNG: Final = "- ÜBERSICHT DER AKTUELLEN BEZIEHUNG ZU KUNDEN-/PARTNER-/ACCOUNT TEAM: "

MANAGER: Final = "FastTrack Manager"
OVERALL: Final = Context(note_type="Overall Status")
FASTER: Final = Context(role="FTA", note_type="Enterprise Status", intent="accelerating")
INTENT: Final = Context(note_type="Service Intent")
ACCELERATING: Final = Context(role=MANAGER, note_type="Engagement Management", intent="accelerating")

#: A technical note, with its concern to be filled in.
VISIT: Final = "**Status:** Paused\n**Summary:** We looked at the clients.\n**Overall Concerns:** {}\n**Next Steps:** None\n"


def form(status: str = "Green", summary: str = "Teams is live.", update: str = "4 May 2020") -> str:
    """Return the form of a note on an enterprise."""
    return f"**Reason:** >50k\n**Status:** {status}\n**Exec Summary:** {summary}\n**Next Update:** {update}\n"

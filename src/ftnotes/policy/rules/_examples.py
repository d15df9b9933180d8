"""Parts of a summary that many examples share, in English and in German."""

from __future__ import annotations

from typing import Final

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

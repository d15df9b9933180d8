"""Notes to format, and a playbook whose words can't all be written."""

from __future__ import annotations

from pathlib import Path

from ftnotes import Playbook

LISTING = "- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:"
MESSY = """\
Hello,

Exec Summary - 7 May 2020  #covid

* Requests for support
none yet
* STATUS OF ENGAGEMENT - fully  engaged.
* **RISKS** - licences
    - run out in August
      - or in July
    - cost more

Sorry that this is late!
\tthe second line
* Describe the customer : Importer of coffee,
\t  900 users
* Snapshot of key workloads：
  - EXO Exchange Online â€“ paused
  - [ OD] OneDrive for Business- nothing
     since April
  - Teams: live
  - [olm + intune] waiting
  - (SPO) sharepoint online -
  - [TELEMATICS]  Telematics portal — own project
* M365 Deployment Progress: partialy deployed

Bye"""
TIDY = """\
Hello,

**EXEC SUMMARY** 7 May 2020  #covid
- DESCRIBE THE CUSTOMER: Importer of coffee,
  900 users
- STATUS OF THE ENGAGEMENT: Fully Engaged
- RISKS: licences
  - run out in August
     - or in July
  - cost more

Sorry that this is late!
\tthe second line
- M365 DEPLOYMENT PROGRESS: partialy deployed
- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:

   -  [EXO]  Exchange Online - paused
   -  [OD]  OneDrive for Business - nothing
       since April
   -  [TEAMS]  Teams - live
   -  [OLM+INTUNE] - waiting
   -  [SPO]  SharePoint Online
   -  [TELEMATICS]  Telematics portal - own project

- REQUESTS FOR SUPPORT: none yet

Bye"""
_OWN = """
id = "own"
extends = "2020-03"
summary = "A language of its own."

[[workloads]]
tag = "PHONES"
names = ["Teams Phones"]

[[templates]]
key = "exec-summary"
[[templates.fields]]
key = "mood"
kind = "choice"
choices = ["good", "bad"]

[languages.en.templates.exec-summary.labels]
mood = ["MOOD"]

[languages.en.templates.exec-summary.choices.mood]
good = ["Good"]
bad = ["Bad"]

[languages.nl]
name = "Dutch"
templates.exec-summary.titles = ["SAMENVATTING"]

[languages.nl.templates.exec-summary.labels]
customer = ["DE KLANT"]
relationship = ["a) RELATIE"]
support-requests = ["REQUESTS FOR SUPPORT"]
"""


def sparse_playbook(folder: Path) -> Playbook:
    """Return a playbook with a language of few words, and with a name that starts with another name."""
    path = folder / "own.toml"
    path.write_text(_OWN, encoding="utf-8")
    return Playbook.from_file(path)

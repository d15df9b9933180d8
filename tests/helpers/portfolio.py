"""Exports of many customers, drawn from a seed: tidy, messy and unreadable notes, old and new, with next actions."""

from __future__ import annotations

import csv
import datetime
from pathlib import Path
from random import Random
from typing import Final

from ftnotes import Playbook

DAY: Final = datetime.date(2020, 6, 10)
COLUMNS: Final = ("Tenant", "Region", "Segment", "Owner", "Modified", "Notes")

_NAMES: Final = (
    "Contoso",
    "Fabrikam",
    "Adatum",
    "Northwind",
    "Woodgrove",
    "Tailspin",
    "Litware",
    "Proseware",
    "Fourth Coffee",
    "Wingtip",
    "Lucerne",
    "Margie",
    "Trey",
    "Relecloud",
    "Bellows",
    "Alpine Ski",
    "Humongous",
    "Lamna",
    "Munson",
    "VanArsdel",
)
_KINDS: Final = (
    "Retail",
    "Health",
    "Energy",
    "Logistics",
    "Bank",
    "Foods",
    "Media",
    "Insurance",
    "Travel",
    "Schools",
    "Steel",
    "Pharma",
    "Motors",
    "Telecom",
    "Paper",
    "City",
    "Airlines",
    "Toys",
    "Chemicals",
    "Homes",
    "Farms",
)
_PEOPLE: Final = ("Ana", "Ben", "Chloé", "Dmitri", "Eva", "Farid", "Grace", "Hiro")
_UPDATES: Final = (
    "done",
    "live since March",
    "all mailboxes have been migrated",
    "40 % of the users have moved",
    "4,100 of 6,400 seats active",
    "75 % of the devices are enrolled",
    "planned for August",
    "pilot planned for July",
    "not started",
    "pilot with 60 users is running",
    "waits for the licences",
    "the partner reviews the firewall rules",
    "waits for the budget, which the account team asks for",
    "workshop was well received, the customer compares it with the tool they have",
    "",
    "assessment under way",
    "completed in May",
)
_REQUESTS: Final = (
    "None",
    "none at this time",
    "N/A",
    "",
    "Adoption workshop for the champions",
    "Help with the MAU offer in June",
    "Funding for a partner",
    "An architect for the network assessment",
)
_RELATIONS: Final = (
    "good, monthly call",
    "new project manager since April",
    "The sponsor has left. Critical issue is escalated.",
    "weekly call with the partner",
    "slow to answer, two calls were moved",
)


def note(random: Random, name: str, day: datetime.date) -> str:
    """Draw a note, as tidy or messy as people type."""
    playbook = Playbook.load()
    kind = random.random()
    if kind < 0.03:
        return random.choice(
            ("", "Called twice, nobody answered.", "Exec Summary\n- Customer: x\n- Status: paused\n- Progress: slow\n")
        )
    messy = kind > 0.55
    relation = random.choices(_RELATIONS, (8, 4, 1, 6, 2))[0]
    status = random.choices(("On Hold", "Reactive", "Fully Engaged"), (2, 3, 5))[0]
    progress = random.choices(("Not Deployed", "Partially Deployed", "Fully Deployed"), (2, 5, 2))[0]
    if messy and random.random() < 0.25:
        status = random.choice((status.lower(), "fully  engaged", "Paused", "Reactiv", ""))
    lines = [
        "**EXEC SUMMARY**",
        f"- DESCRIBE THE CUSTOMER: {name}, {random.randrange(2, 90) * 100:,} seats",
        f"- STATUS OF THE ENGAGEMENT: {status}",
        f"- M365 DEPLOYMENT PROGRESS: {progress}",
        f"- OVERVIEW OF CURRENT RELATIONSHIP WITH CUSTOMER/PARTNER/ACCOUNT TEAM: {relation}",
        "- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:",
    ]
    chosen = random.sample(playbook.workloads, random.randrange(3, len(playbook.workloads) + 1))
    for spec in sorted(chosen, key=playbook.workloads.index):
        update = random.choice(_UPDATES)
        typed = f"{spec.tag}: {update}" if messy and random.random() < 0.2 else f"[{spec.tag}]  {spec.names[0]} - {update}"
        lines.append(f"   -  {typed.rstrip(' -:')}")
    lines.append(f"- REQUESTS FOR SUPPORT: {random.choice(_REQUESTS)}")
    for _ in range(random.randrange(3)):
        due = day + datetime.timedelta(random.randrange(3, 40))
        what = random.choice(("send the plan", "call the sponsor", "book the workshop", "review the licences"))
        lines.append(f"Next action: {random.choice(_PEOPLE)} to {what} by {due:%d %B %Y}")
    if random.random() < 0.1:
        lines.append("#covid")
    return "\n".join(lines)


def portfolio(folder: Path, customers: int = 400, seed: int = 1) -> str:
    """Write an export with a note for each customer, an older one for some, and a row that can't be read; return its name."""
    random = Random(seed)
    path = folder / "portfolio.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(COLUMNS)
        for number in range(customers):
            place, round_ = number % 420, number // 420
            name = f"{_NAMES[place % 20]} {_KINDS[place // 20]}{f' {round_ + 1}' if round_ else ''}"
            row = [
                name,
                random.choice(("EMEA", "Americas", "APAC")),
                random.choice(("Enterprise", "Corporate")),
                random.choice(_PEOPLE),
            ]
            day = DAY - datetime.timedelta(int(random.expovariate(1 / 30)))
            if random.random() < 0.1:
                table.writerow([*row, (day - datetime.timedelta(40)).isoformat(), note(random, name, day)])
            table.writerow([*row, day.isoformat(), note(random, name, day)])
        file.write("ragged\r\n")
    return str(path)

"""The subcommands, one module each: help text, options, the typed value of the arguments, and the function that runs it.

A module is imported when its command is named, and imports at its top only what help needs.
"""

from __future__ import annotations

from typing import Final

#: The commands with their summaries; each is the ``COMMAND`` of the module of its name.
SUMMARIES: Final = {
    "check": "check notes against the guidance",
    "fix": "fix what is safe to fix",
    "format": "write notes in the layout of the template",
    "new": "write a new note",
    "parse": "show how notes are read",
    "compare": "show what changed between notes or exports",
    "records": "write the content of notes as tables",
    "report": "write a page about the notes of all customers",
    "rule": "list and explain rules",
    "playbook": "list, show, compare and learn playbooks",
    "config": "show the effective configuration",
    "lsp": "run the language server for editors",
    "web": "show the web page on this machine",
}

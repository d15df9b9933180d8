"""Editions of the guidance as values.

In: TOML, the published ``editions/*.toml`` or a custom file. Out: a `Playbook`, the vocabulary that reads its words and the
wording that writes them. Errors name file, key and reason.
"""

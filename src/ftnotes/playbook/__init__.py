"""An edition of the guidance as values: labels, choices, workloads, hashtags, roles and the words of each language.

In: TOML, the published ``editions/*.toml`` or a custom file. Out: a `Playbook`, the vocabulary that reads its words and the
wording that writes them. Errors name file, key and reason.
"""

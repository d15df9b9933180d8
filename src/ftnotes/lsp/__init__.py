"""A language server: what editors show of a note while it is typed.

In: the texts that an editor has open, whole, and the configuration of their folders. Out: diagnostics, fixes, the formatted
text, hovers, completions and symbols, as values of the Language Server Protocol. `server` connects them; every other module has
one feature, as a function of an `OpenNote`.

It needs pygls: ``pip install 'ftnotes[lsp]'``. Nothing else of the library imports it.
"""

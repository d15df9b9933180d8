"""The command ``ftnotes``.

In: arguments, files and standard input. Out: text for people or programs, files written atomically, and an exit status.
"""

"""Analysis of prose: dates, next actions, and words that are evidence of something.

In: a text or a document, and a playbook for the words. Out: mentions with their spans in code points.
"""

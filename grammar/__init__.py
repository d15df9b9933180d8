"""The grammar of a note, as data: ``exec_summary.lark`` beside this file."""

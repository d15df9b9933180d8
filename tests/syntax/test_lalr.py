"""The loop over Lark's table."""

from __future__ import annotations

from importlib.metadata import version

from helpers.texts import real_looking
from hypothesis import given

from ftnotes.playbook.playbook import Playbook
from ftnotes.playbook.template_words import first_template
from ftnotes.syntax.builder import Token, TreeBuilder, rule_action
from ftnotes.syntax.parser import build_lark, engine


class _Callbacks:
    """The rules as Lark calls them, with a list of parts."""

    def __getattr__(self, name: str) -> object:
        call = rule_action(name)
        return lambda parts: call(*parts)


LARK = build_lark(transformer=_Callbacks())
# At the end Lark asks the last token for its place, and accepts None: undocumented, so tested here.
for place in ("start_pos", "line", "column", "end_line", "end_column", "end_pos"):
    setattr(Token, place, None)


@given(real_looking())
def test_our_loop_parses_like_larks(text: str) -> None:
    """The loop over Lark's table builds the same tree as Lark's parser."""
    builder = TreeBuilder(text, first_template(Playbook.load()))
    assert LARK.parse(TreeBuilder(text, first_template(Playbook.load())), start="note") == engine().parse(builder)


def test_the_version_of_lark_is_supported() -> None:
    """These versions have the undocumented table of the interactive parser."""
    major, minor = (int(part) for part in version("lark").split(".")[:2])
    assert (1, 2) <= (major, minor) < (2, 0)

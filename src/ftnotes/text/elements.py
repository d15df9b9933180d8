"""The tags of HTML that programs leave around the words of notes."""

from __future__ import annotations

from typing import Final

#: The names of elements that begin on lines of their own, and of others.
BLOCKS: Final = "div|h[1-6]|li|ol|p|table|tr|ul"
INLINE: Final = "a|b|big|br|center|em|font|hr|i|s|small|span|strike|strong|tbody|td|th|thead|u"
#: The rest of a tag after its name.
ATTRIBUTES: Final = r"(?>(?:\s[^<>]{0,500}+)?)/?>"
#: A tag, to be matched without regard to case.
TAG: Final = rf"</?(?:{BLOCKS}|{INLINE}){ATTRIBUTES}"

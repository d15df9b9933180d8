"""A note that is drawn to violate a rule violates it, and no other."""

from __future__ import annotations

import attrs
import pytest
from helpers.drawing import EDITIONS, FEWER, editions_and_languages
from hypothesis import given
from hypothesis import strategies as st

from ftnotes import Playbook, check
from ftnotes.playbook.model import HashtagSpec
from ftnotes.policy import RULES
from ftnotes.strategies import Case, cases, notes_text, playbooks, violations
from ftnotes.strategies.violations import VIOLATIONS

#: The templates with the fields that some rules speak about, which the first template lacks.
FIELDS_OF = dict.fromkeys(("FT701", "FT702", "FT703"), "enterprise-status") | {"FT704": "technical-enablement"}


@pytest.mark.parametrize("code", VIOLATIONS)
@FEWER
@given(st.data(), editions_and_languages())
def test_a_note_violates_one_rule_only(code: str, data: st.DataObject, where: tuple[Playbook, str]) -> None:
    """For each rule there are notes in each language that violate it and no other."""
    playbook, language = where
    if not playbook.hashtags and code.startswith("FT3"):
        playbook = Playbook.load()
    template = FIELDS_OF.get(code)
    case: Case = data.draw(cases(code, None if template else language, playbook=playbook, template=template))
    assert {found.code for found in check(case.text, context=case.context, playbook=playbook).diagnostics} == {code}


def test_a_rule_without_drafts_is_violated_by_its_examples(monkeypatch: pytest.MonkeyPatch) -> None:
    """A new rule needs no strategy: its violating examples are drawn, with their contexts."""
    rule = next(rule for rule in RULES if rule.code == "FT302")
    custom = attrs.evolve(rule, code="AB123", name="custom-rule")
    monkeypatch.setattr(violations, "RULES", (custom,))

    @given(cases("custom-rule"))
    def draw(case: Case) -> None:
        assert [found.code for found in check(case.text, context=case.context, rules=[custom]).diagnostics] == ["AB123"]

    draw()


@pytest.mark.parametrize("rule", ["FT301", "FT302", "FT303", "FT304", "hashtag-forbidden"])
def test_without_hashtags_none_can_be_wrong(rule: str) -> None:
    """The first edition has no hashtags: the error says what to do."""
    with pytest.raises(ValueError, match=f"playbook 2019-09 has no hashtags for {rule}, so no note violates it: pass"):
        cases(rule, edition="2019-09")


@given(notes_text(violating="choice-undecided"))
def test_a_rule_can_be_given_by_name(text: str) -> None:
    """For a rule that needs no context, the text is enough."""
    assert {found.name for found in check(text).diagnostics} == {"choice-undecided"}


@FEWER
@given(st.data(), st.sampled_from(["FT301", "FT302", "FT303", "FT304"]), playbooks())
def test_the_hashtags_of_a_custom_playbook_are_used(data: st.DataObject, rule: str, playbook: Playbook) -> None:
    """Added hashtags with rules are drawn too; if no hashtag has the rule, an error says so."""
    ruled = [spec for spec in playbook.hashtags if spec.rules]
    if not playbook.hashtags or (rule in ("FT301", "FT302") and not ruled):
        with pytest.raises(ValueError, match="has no hashtags for"):
            cases(rule, playbook=playbook)
        return
    case = data.draw(cases(rule, "en", playbook=playbook))
    assert {found.code for found in check(case.text, context=case.context, playbook=playbook).diagnostics} == {rule}


@pytest.mark.parametrize("tag", ["#quickwin", "#aab", "#ab", "#wave2", "#skill"])
@FEWER
@given(data=st.data())
def test_any_hashtag_can_be_misspelled(tag: str, data: st.DataObject) -> None:
    """The rule finds each drawn misspelling, for short hashtags and any letters."""
    playbook = attrs.evolve(EDITIONS[0], hashtags=(HashtagSpec(tag, "agreed on in the team"),), bundled=False)
    case = data.draw(cases("FT303", "en", playbook=playbook))
    assert {found.code for found in check(case.text, playbook=playbook).diagnostics} == {"FT303"}

"""Dates in free text: those that are read, and text that is not a date."""

from __future__ import annotations

import datetime

import attrs
import pytest
from helpers.dates import day, days, only

import ftnotes
from ftnotes.analysis.dates.mention import DateRange, Precision
from ftnotes.analysis.dates.search import find_dates

DAY, RANGE, WEEK, MONTH = Precision.DAY, Precision.RANGE, Precision.WEEK, Precision.MONTH
QUARTER, PART_OF_MONTH, PART_OF_YEAR = Precision.QUARTER, Precision.PART_OF_MONTH, Precision.PART_OF_YEAR


@pytest.mark.parametrize(
    ("text", "date", "first"),
    [
        ("on 30 April 2019, at noon", "30 April 2019", "2019-04-30"),
        ("April 30th, 2019", "April 30th, 2019", "2019-04-30"),
        ("April 30, 2019", "April 30, 2019", "2019-04-30"),
        ("Apr. 30, 2019", "Apr. 30, 2019", "2019-04-30"),
        ("the 30th of April 2019.", "30th of April 2019", "2019-04-30"),
        ("15 MAY 2020", "15 MAY 2020", "2020-05-15"),
        ("4 may 2019", "4 may 2019", "2019-05-04"),
        ("30-Apr-2019", "30-Apr-2019", "2019-04-30"),
        ("30-Apr-19", "30-Apr-19", "2019-04-30"),
        ("Sept 5 2020", "Sept 5 2020", "2020-09-05"),
        ("2019-04-30", "2019-04-30", "2019-04-30"),
        ("2019-04-30T10:00Z", "2019-04-30", "2019-04-30"),
        ("2019/04/30", "2019/04/30", "2019-04-30"),
        ("09/27/2019", "09/27/2019", "2019-09-27"),
        ("27/09/2019", "27/09/2019", "2019-09-27"),
        ("05/05/2019", "05/05/2019", "2019-05-05"),
        ("27.09.2019", "27.09.2019", "2019-09-27"),
        ("4. 5. 2019", "4. 5. 2019", "2019-05-04"),
        ("30.04.19", "30.04.19", "2019-04-30"),
        ("30. April 2019", "30. April 2019", "2019-04-30"),
        ("3. März 2020", "3. März 2020", "2020-03-03"),
        ("3. Ma\u0308rz 2020", "3. Ma\u0308rz 2020", "2020-03-03"),
        ("3. Maerz 2020", "3. Maerz 2020", "2020-03-03"),
        ("30 de abril de 2019", "30 de abril de 2019", "2019-04-30"),
        ("30 de abril, 2019", "30 de abril, 2019", "2019-04-30"),
        ("30 abr. 2019", "30 abr. 2019", "2019-04-30"),
        ("1º de março de 2020", "1º de março de 2020", "2020-03-01"),
        ("5 marco 2020", "5 marco 2020", "2020-03-05"),
        ("5/out/2019", "5/out/2019", "2019-10-05"),
        ("2019 年 4 月 30 日", "2019 年 4 月 30 日", "2019-04-30"),
        ("于2019年4月30号完成", "2019年4月30号", "2019-04-30"),
        ("２０１９年４月３０日", "２０１９年４月３０日", "2019-04-30"),
        ("２０１９／０４／３０", "２０１９／０４／３０", "2019-04-30"),
        ("(27.09.2019)", "27.09.2019", "2019-09-27"),
        ("**27.09.2019**", "27.09.2019", "2019-09-27"),
        ("29 February 2020", "29 February 2020", "2020-02-29"),
    ],
)
def test_a_day_is_read_as_people_write_it(text: str, date: str, first: str) -> None:
    """A date with a year has one day, and its span is where it was typed."""
    mention = only(text)
    assert (mention.text, mention.span.text(text)) == (date, date)
    assert (mention.precision, mention.first, mention.last) == (DAY, day(first), day(first))
    assert mention.year_known
    assert not mention.ambiguous


@pytest.mark.parametrize(
    ("text", "date", "precision", "stretch"),
    [
        ("by the end of May 2019", "end of May 2019", PART_OF_MONTH, "2019-05-21 2019-05-31"),
        ("late February 2020", "late February 2020", PART_OF_MONTH, "2020-02-21 2020-02-29"),
        ("mid-May 2020", "mid-May 2020", PART_OF_MONTH, "2020-05-11 2020-05-20"),
        ("Anfang Mai 2020", "Anfang Mai 2020", PART_OF_MONTH, "2020-05-01 2020-05-10"),
        ("a finales de mayo de 2019", "finales de mayo de 2019", PART_OF_MONTH, "2019-05-21 2019-05-31"),
        ("meados de maio de 2020", "meados de maio de 2020", PART_OF_MONTH, "2020-05-11 2020-05-20"),
        ("2019年4月末まで", "2019年4月末", PART_OF_MONTH, "2019-04-21 2019-04-30"),
        ("2020年5月上旬", "2020年5月上旬", PART_OF_MONTH, "2020-05-01 2020-05-10"),
        ("2020年5月底", "2020年5月底", PART_OF_MONTH, "2020-05-21 2020-05-31"),
        ("April 2019", "April 2019", MONTH, "2019-04-01 2019-04-30"),
        ("abril de 2019", "abril de 2019", MONTH, "2019-04-01 2019-04-30"),
        ("Okt. 2020", "Okt. 2020", MONTH, "2020-10-01 2020-10-31"),
        ("2019年4月", "2019年4月", MONTH, "2019-04-01 2019-04-30"),
        ("05/2020", "05/2020", MONTH, "2020-05-01 2020-05-31"),
        ("end of Q2 2020", "end of Q2 2020", MONTH, "2020-06-01 2020-06-30"),
        ("early Q3 CY2020", "early Q3 CY2020", MONTH, "2020-07-01 2020-07-31"),
        ("mid-H2 2021", "mid-H2 2021", RANGE, "2021-09-01 2021-10-31"),
        ("Ende Q2 2020", "Ende Q2 2020", MONTH, "2020-06-01 2020-06-30"),
        ("Q2 2020", "Q2 2020", QUARTER, "2020-04-01 2020-06-30"),
        ("2020 Q4", "2020 Q4", QUARTER, "2020-10-01 2020-12-31"),
        ("1st quarter of 2020", "1st quarter of 2020", QUARTER, "2020-01-01 2020-03-31"),
        ("2. Quartal 2020", "2. Quartal 2020", QUARTER, "2020-04-01 2020-06-30"),
        ("2T 2020", "2T 2020", QUARTER, "2020-04-01 2020-06-30"),
        ("2020年第2四半期", "2020年第2四半期", QUARTER, "2020-04-01 2020-06-30"),
        ("2020年3季度", "2020年3季度", QUARTER, "2020-07-01 2020-09-30"),
        ("KW23/2020", "KW23/2020", WEEK, "2020-06-01 2020-06-07"),
        ("2020-W53", "2020-W53", WEEK, "2020-12-28 2021-01-03"),
        ("week 23 of 2020", "week 23 of 2020", WEEK, "2020-06-01 2020-06-07"),
        ("2020年第23周", "2020年第23周", WEEK, "2020-06-01 2020-06-07"),
        ("early 2021", "early 2021", PART_OF_YEAR, "2021-01-01 2021-04-30"),
        ("Ende 2020", "Ende 2020", PART_OF_YEAR, "2020-09-01 2020-12-31"),
        ("2020年末", "2020年末", PART_OF_YEAR, "2020-09-01 2020-12-31"),
        ("H1 2021", "H1 2021", RANGE, "2021-01-01 2021-06-30"),
        ("2. Halbjahr 2021", "2. Halbjahr 2021", RANGE, "2021-07-01 2021-12-31"),
        ("first week of June 2020", "first week of June 2020", RANGE, "2020-06-01 2020-06-07"),
        ("second week of June 2020", "second week of June 2020", RANGE, "2020-06-08 2020-06-14"),
        ("first half of 2021", "first half of 2021", RANGE, "2021-01-01 2021-06-30"),
        ("May/June 2020", "May/June 2020", RANGE, "2020-05-01 2020-06-30"),
        ("Dec/Jan 2021", "Dec/Jan 2021", RANGE, "2020-12-01 2021-01-31"),
        ("w/c 18 May 2020", "w/c 18 May 2020", WEEK, "2020-05-18 2020-05-24"),
        ("3-5 May 2020", "3-5 May 2020", RANGE, "2020-05-03 2020-05-05"),
        ("May 3-5, 2020", "May 3-5, 2020", RANGE, "2020-05-03 2020-05-05"),
        ("3. bis 5. Mai 2020", "3. bis 5. Mai 2020", RANGE, "2020-05-03 2020-05-05"),
        ("April 30 - May 2, 2020", "April 30 - May 2, 2020", RANGE, "2020-04-30 2020-05-02"),
        ("from May to June 2020", "May to June 2020", RANGE, "2020-05-01 2020-06-30"),
        ("30 Dec - 2 Jan 2021", "30 Dec - 2 Jan 2021", RANGE, "2020-12-30 2021-01-02"),
        ("30 Dec 2020 - 2 Jan", "30 Dec 2020 - 2 Jan", RANGE, "2020-12-30 2021-01-02"),
        ("30.04.2019-02.05.2019", "30.04.2019-02.05.2019", RANGE, "2019-04-30 2019-05-02"),
        ("2020年4月30日至5月2日", "2020年4月30日至5月2日", RANGE, "2020-04-30 2020-05-02"),
        ("2020年5月3日〜5日", "2020年5月3日〜5日", RANGE, "2020-05-03 2020-05-05"),
        ("04/05/2019 - 27/05/2019", "04/05/2019 - 27/05/2019", RANGE, "2019-05-04 2019-05-27"),
    ],
)
def test_a_longer_time_is_read_with_its_first_and_last_day(text: str, date: str, precision: Precision, stretch: str) -> None:
    """It is a third of a month or year, a month, a week, a quarter, or a range."""
    mention = only(text)
    assert (mention.text, mention.precision, days(mention)) == (date, precision, [stretch])
    assert mention.span.text(text) == date


@pytest.mark.parametrize(
    ("language", "readings"),
    [
        ("en", ["2019-04-05", "2019-05-04"]),
        ("es", ["2019-05-04"]),
        ("pt-BR", ["2019-05-04"]),
        ("de", ["2019-05-04"]),
        ("ja", ["2019-04-05"]),
        ("zh-CN", ["2019-04-05"]),
    ],
)
def test_a_language_settles_what_comes_first(language: str, readings: list[str]) -> None:
    """The playbook knows the order of a language that has only one; English has both."""
    assert days(only("04/05/2019", language)) == readings
    assert days(only("27/09/2019", language)) == ["2019-09-27"]


@pytest.mark.parametrize(
    "text",
    [
        "on 10.2.1", "by 10.2.x", "Ende março", "late enero",
        "20K users", "20 users", "1.2.3", "10.12.20.5", "192.168.10.12", "+49 30 1234567", "$5", "10/12 mailboxes", "24/7",
        "on 24/7 support", "O365", "WIN10", "M365", "they may call", "the 3 may be", "march on", "second", "1:2", "10:30",
        "1/2 of", "on 1/2 the sites", "room 4/30", "room 12.06.2020", "31 Feb 2019", "31/02/2019", "30 February",
        "32.01.2020", "2020-13-01", "5 out of 10", "rolled out 20 devices", "set 5 policies", "Out 20",
        "version 10.11.2019", "Version 10.11.19", "1.2.19", "Windows Server 2019", "2020", "in 2020", "In May 20 users",
        "10/2000 mailboxes", "13/2020", "FY20 Q4", "FY2020 Q4", "fiscal Q2 2020", "Q5 2020", "Q4", "in Q5",
        "in May 15 users", "from the 1st wave", "on the 32nd.", "the 21st",
        "in week 3, Ana", "in week 33 of it", "week 33", "he sat", "- 2.1.", "1.2, 1.3.", "Ana - 2.1. x", "A - 2.1",
        "5 May%", "May 5%",
        "April 30,000 users", "on 10/12 mailboxes", "week 3 of the pilot", "KW 60", "final set of", "late set 5",
        "20190430", "555-12-06-2020", "Mar", "May", "Set 2", "10 ago", "$30 May", "we may 2019", "ISO 27001:2013",
        "playbook 2020-03", "1.5.", "A/3/4", "50 % in 3-5 weeks", "E3 25 May%", "by 31/31", "12月32日", "13月", "30.04.2019.5",
        "12-06-2020-1", "#5 May", "x5 May", "by may", "in march", "late may", "30-Apr-1", "version 2020-05-04", "2020年",
        "30\nApril", "for 10/12 users", "30 Mar-chers", "H3 2021", "3. Halbjahr 2021", "H0 2021",
        "por la mañana", "a friday call", "every Friday",
    ],
)  # fmt: skip
def test_other_text_is_not_read_as_a_date(text: str) -> None:
    """Numbers, versions, addresses, prices, fractions, times, words like months, and impossible days are not dates."""
    assert [mention.text for mention in find_dates(text)] == []


def test_dates_are_in_the_order_of_the_text() -> None:
    """All dates on all lines are found, in long lines too."""
    text = "Call on 4 May 2020, then 2020-05-11;\r\n" + "x " * 50 + "5. Juni 2020 und " + "20 " * 40 + "KW 30/2020\nand May 5."
    assert [mention.text for mention in find_dates(text)] == ["4 May 2020", "2020-05-11", "5. Juni 2020", "KW 30/2020", "May 5"]


@pytest.mark.parametrize("gap", range(20, 70))
def test_a_date_is_read_whole_at_any_place_in_a_line(gap: int) -> None:
    """It does not matter how far it is from the date before, or if a long word comes between."""
    for filler in ("x" * gap, "x " * gap, "4 " * gap):
        found = [mention.text for mention in find_dates(f"Call on May 5; {filler} 30 April 2019 {filler}{filler}(by 4/30)")]
        assert found == ["May 5", "30 April 2019", "4/30"]


@pytest.mark.parametrize(
    ("text", "dates"), [("the Mayor, May", []), ("to dismay, Maya, by May", ["May"]), ("by May, May", ["May"])]
)
def test_a_month_is_found_only_as_a_word(text: str, dates: list[str]) -> None:
    """A longer word that begins or ends with its letters is another one."""
    assert [mention.text for mention in find_dates(text)] == dates


def test_a_date_ends_where_it_ends() -> None:
    """Spaces after it, the year of the next date, and the word before that are not part of it."""
    assert [mention.text for mention in find_dates("2019年7月 – x, rolled out, 2020-10-07")] == ["2019年7月", "2020-10-07"]
    assert [mention.text for mention in find_dates("since May 5, 2020-10-07")] == ["2020-10-07"]


def test_other_types_than_text_are_refused() -> None:
    """The error contains the remedy."""
    with pytest.raises(TypeError, match=r"find_dates\(\) takes a str or a Document, not bytes; decode bytes"):
        find_dates(b"5 May 2020")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"on\(\) takes a datetime.date, as date\(2020, 3, 30\); not str"):
        only("5 May").written_on("2020")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="language 'nl' is unknown; playbook 2020-03 has en, es, pt-BR, de, ja, zh-CN, fr"):
        find_dates("5 May", language="nl")


def test_a_document_has_the_dates_of_its_text() -> None:
    """They are in summaries and prose; in a summary its language settles the order of day and month."""
    text = "Seen 04/05/2019.\n\n**ZUSAMMENFASSUNG FÜR DIE FÜHRUNGSEBENE**\n- BESCHREIBUNG DES KUNDEN: seit 04/05/2019\n"
    first, second = ftnotes.find_dates(ftnotes.parse(text))
    assert [first.span.text(text), second.span.text(text)] == ["04/05/2019", "04/05/2019"]
    assert (len(first.readings), days(second)) == (2, ["2019-05-04"])
    assert len(ftnotes.find_dates(ftnotes.parse(f"{text}\nGesehen 04/05/2019.\n"))[2].readings) == 2
    assert ftnotes.find_dates(ftnotes.parse("**EXEC SUMMARY** 04/05/2019\n- DESCRIBE THE CUSTOMER: x\n"))[0].ambiguous
    assert ftnotes.find_dates(ftnotes.parse("- DESCRIBE THE CUSTOMER: 5 May 2020"))[0].readings == (
        DateRange(day("2020-05-05"), day("2020-05-05")),
    )


def test_adjacent_dates_that_are_no_range_are_not_joined() -> None:
    """A range goes forward, and has two ends, which are next to each other."""
    assert [mention.text for mention in find_dates("5 May 2020 - 3 May 2020")] == ["5 May 2020", "3 May 2020"]
    assert [mention.text for mention in find_dates("5 May 2020, 7 May 2020")] == ["5 May 2020", "7 May 2020"]
    assert [mention.text for mention in find_dates("3-5 May 2020 - 7 May 2020")] == ["3-5 May 2020", "7 May 2020"]
    assert [mention.text for mention in find_dates("29 Feb - 5 May 2019")] == ["29 Feb", "5 May 2019"]
    assert [mention.text for mention in find_dates("5 May 2018 - 29 Feb")] == ["5 May 2018", "29 Feb"]
    assert [mention.text for mention in find_dates("5 May 末1930")] == ["5 May"]
    assert [mention.text for mention in find_dates("KW 23 - 2 Jan 2019")] == ["KW 23 - 2 Jan 2019"]
    assert [mention.text for mention in find_dates("2020-05-04 - KW 54")] == ["2020-05-04"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("by EOY 2019", {"EOY 2019": "2019-12-31"}),
        ("by EOY of 2019", {"EOY of 2019": "2019-12-31"}),
        ("by EOM June 2020", {"EOM June 2020": "2020-06-30"}),
        ("by EOM Feb 2020", {"EOM Feb 2020": "2020-02-29"}),
        ("Jahresende 2019", {"Jahresende 2019": "2019-12-31"}),
        ("by COB 5/15/2020", {"COB 5/15/2020": "2020-05-15"}),
        ("by 5/15/2020, EOD", {"5/15/2020, EOD": "2020-05-15"}),
        ("today, tomorrow", {"today": "", "tomorrow": ""}),
        ("EOD tomorrow", {"EOD tomorrow": ""}),
        ("today\n5 May 2020", {"today": "", "5 May 2020": "2020-05-05"}),
        ("today or 5 May 2020", {"today": "", "5 May 2020": "2020-05-05"}),
        ("end of Q5 2020", {}),
    ],
)
def test_the_end_of_a_day_month_or_year_has_the_date_beside_it(text: str, found: dict[str, str]) -> None:
    """Its words and the date are one date."""
    mentions = find_dates(text)
    assert {mention.text: str(mention.first or "") for mention in mentions} == found


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("call moved from 5 May to 7 May", ["7 May"]),
        ("The tenant moved. Training 5 May to 7 May", ["5 May to 7 May"]),
        ("Training 5 May to 7 May. Call moved", ["5 May to 7 May"]),
        ("It moved! Then 5 May to 7 May; call moved", ["5 May to 7 May"]),
    ],
)
def test_a_day_is_moved_only_by_a_word_of_its_sentence(text: str, dates: list[str]) -> None:
    """After the end of a sentence, two days are the range that they look like."""
    assert [mention.text for mention in find_dates(text)] == dates


@pytest.mark.parametrize(
    ("text", "dates"),
    [("from today to 15 May", ["today", "15 May"]), ("15 May - EOM", ["15 May", "EOM"])],
)
def test_a_date_told_from_the_day_of_writing_is_no_end_of_a_range(text: str, dates: list[str]) -> None:
    """It stays a date beside the other."""
    assert [mention.text for mention in find_dates(text)] == dates


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("Mon 04/05/2020", ["2020-05-04"]),
        ("Sun 04/05/2020", ["2020-04-05"]),
        ("Wed 04/05/2020", ["2020-04-05", "2020-05-04"]),
        ("Wed 04/05/2020 Mon", ["2020-05-04"]),
    ],
)
def test_a_day_of_the_week_settles_a_date_only_if_one_reading_is_on_it(text: str, readings: list[str]) -> None:
    """One that fits no reading settles nothing, and the next one is looked at."""
    assert days(only(text)) == readings


@pytest.mark.parametrize(
    ("text", "written", "found"),
    [
        ("Thurs 7/9 as before", "2020-07-01", ["2020-07-09"]),
        ("Mon 5/4", "2020-05-13", ["2020-05-04"]),
        ("Mon 5/4/2020", "2019-05-13", ["2020-05-04"]),
        ("Wed 5/4", "2020-05-13", ["2020-04-05", "2020-05-04"]),
    ],
)
def test_a_day_of_the_week_settles_a_date_in_the_year_of_writing(text: str, written: str, found: list[str]) -> None:
    """A day without a year is on some day of the week once its year is known."""
    (mention,) = find_dates(text, date=day(written))
    assert [str(way.first) for way in mention.readings] == found


@pytest.mark.parametrize("edition", [None, "2019-09", "2020-05"])
def test_a_text_and_its_document_have_the_same_dates(edition: str | None) -> None:
    """Any edition can be given for both, and a language that settles the order of day and month."""
    text = "Seen 04/05/2019, Ende Mai 2020.\n\n**EXEC SUMMARY**\n- DESCRIBE THE CUSTOMER: by May 5\n"
    document = ftnotes.parse(text, edition=edition)
    assert find_dates(document, edition=edition) == find_dates(text, edition=edition) == find_dates(document)
    german = find_dates(document, edition=edition, language="de")
    assert german == find_dates(text, edition=edition, language="de")
    assert days(german[0]) == ["2019-05-04"]
    with pytest.raises(ValueError, match="2021-01"):
        find_dates(document, edition="2021-01")


def test_a_document_is_searched_with_the_words_that_are_given() -> None:
    """A playbook replaces that of the document."""
    document = ftnotes.parse("5 May 2020")
    english = find_dates(document)
    bare = attrs.evolve(ftnotes.Playbook.load(), words=())
    assert len(english) == 1
    assert find_dates(document, playbook=bare) == find_dates("5 May 2020", playbook=bare) == ()


@pytest.mark.parametrize(
    ("text", "written", "found"),
    [
        ("6/5 - call\nSend it by 6/8", "2020-06-05", ["2020-06-05", "2020-06-08"]),
        ("- 5/6: call\nSend it by 8/6", "2020-06-05", ["2020-06-05", "2020-06-08"]),
        ("Sent it on 6/5.", "2020-06-05", ["None"]),
        ("6/5 - call", "2020-06-06", ["None"]),
        ("6/6 - call\n6/5 - call", "2020-06-05", ["2020-06-06", "2020-06-05"]),
    ],
)
def test_an_entry_of_the_day_of_writing_shows_the_order_of_day_and_month(text: str, written: str, found: list[str]) -> None:
    """At the start of its line."""
    day_of_note = datetime.date.fromisoformat(written)
    assert [str(mention.first) for mention in find_dates(text, date=day_of_note)] == found

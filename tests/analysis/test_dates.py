"""Dates in free text: what is read, what it says, and what is no date."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

import ftnotes
from ftnotes.analysis.date_mention import DateMention, DateRange, Precision
from ftnotes.analysis.dates import find_dates
from ftnotes.playbook.model import PlaybookError
from ftnotes.playbook.playbook import Playbook

DAY, RANGE, WEEK, MONTH = Precision.DAY, Precision.RANGE, Precision.WEEK, Precision.MONTH
QUARTER, PART_OF_MONTH, PART_OF_YEAR = Precision.QUARTER, Precision.PART_OF_MONTH, Precision.PART_OF_YEAR


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def days(mention: DateMention) -> list[str]:
    """The readings of a date, each as its first and last day."""
    return [
        f"{reading.first}" if reading.first == reading.last else f"{reading.first} {reading.last}"
        for reading in mention.readings
    ]


def only(text: str, language: str | None = None) -> DateMention:
    """The one date of a text."""
    (mention,) = find_dates(text, language=language)
    return mention


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
    """A date that says its year has one day, and stands where it was typed."""
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
def test_a_longer_stretch_is_read_with_its_first_and_last_day(text: str, date: str, precision: Precision, stretch: str) -> None:
    """Thirds of months and years, months, weeks, quarters, and from a day to another."""
    mention = only(text)
    assert (mention.text, mention.precision, days(mention)) == (date, precision, [stretch])
    assert mention.span.text(text) == date


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("04/05/2019", ["2019-04-05", "2019-05-04"]),
        ("4-5-2019", ["2019-04-05", "2019-05-04"]),
        ("12/06/20", ["2020-06-12", "2020-12-06"]),
        ("04/05/2019 - 06/05/2019", ["2019-04-05 2019-06-05", "2019-05-04 2019-05-06"]),
    ],
)
def test_where_day_and_month_can_be_either_both_readings_are_given(text: str, readings: list[str]) -> None:
    """And none is taken for the first day: that would be a guess."""
    mention = only(text)
    assert mention.ambiguous
    assert days(mention) == readings
    assert mention.first is mention.last is None


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
    """Where a language has but one order, its playbook says so; English has both."""
    assert days(only("04/05/2019", language)) == readings
    assert days(only("27/09/2019", language)) == ["2019-09-27"]


@pytest.mark.parametrize(
    ("text", "date", "written", "meant"),
    [
        ("by April 30", "April 30", "2020-04-02", "2020-04-30"),
        ("April 30th", "April 30th", "2020-05-02", "2020-04-30"),
        ("30. April", "30. April", "2020-04-02", "2020-04-30"),
        ("30 april", "30 april", "2020-04-02", "2020-04-30"),
        ("5 Dec", "5 Dec", "2021-01-20", "2020-12-05"),
        ("5 de out", "5 de out", "2020-09-20", "2020-10-05"),
        ("January 5", "January 5", "2020-12-20", "2021-01-05"),
        ("29 Feb", "29 Feb", "2021-03-01", "2020-02-29"),
        ("by 4/30", "4/30", "2020-04-02", "2020-04-30"),
        ("on 4/30 with Ana", "4/30", "2020-04-02", "2020-04-30"),
        ("Friday, 4/30", "4/30", "2020-04-02", "2020-04-30"),
        ("am Mo, 30.4. um 10", "30.4.", "2020-04-02", "2020-04-30"),
        ("Date: 4/30", "4/30", "2020-04-02", "2020-04-30"),
        ("**Fecha:** 30/4", "30/4", "2020-04-02", "2020-04-30"),
        ("bis 30.4. schicken", "30.4.", "2020-04-02", "2020-04-30"),
        ("4/30まで", "4/30", "2020-04-02", "2020-04-30"),
        ("4月30日", "4月30日", "2020-04-02", "2020-04-30"),
        ("4月末", "4月末", "2020-04-02", "2020-04-21 2020-04-30"),
        ("mid-May", "mid-May", "2020-04-02", "2020-05-11 2020-05-20"),
        ("Ende Mai", "Ende Mai", "2020-04-02", "2020-05-21 2020-05-31"),
        ("fim de maio", "fim de maio", "2020-04-02", "2020-05-21 2020-05-31"),
        ("planned for June", "June", "2020-04-02", "2020-06-01 2020-06-30"),
        ("em março", "março", "2020-04-02", "2020-03-01 2020-03-31"),
        ("KW 23", "KW 23", "2020-04-02", "2020-06-01 2020-06-07"),
        ("CW 53", "CW 53", "2020-12-02", "2020-12-28 2021-01-03"),
        ("3-5 May", "3-5 May", "2020-04-02", "2020-05-03 2020-05-05"),
        ("30 Dec - 2 Jan", "30 Dec - 2 Jan", "2020-12-20", "2020-12-30 2021-01-02"),
    ],
)
def test_a_date_without_a_year_waits_for_the_day_it_was_written_on(text: str, date: str, written: str, meant: str) -> None:
    """Its year is not guessed; told a day, it is the one in which the date is nearest."""
    mention = only(text)
    assert (mention.text, mention.span.text(text)) == (date, date)
    assert not mention.year_known
    assert mention.readings == ()
    assert mention.first is mention.last is None
    assert days(mention.written_on(day(written))) == [meant]
    assert mention.written_on(day(written)).year_known


def test_an_ambiguous_date_without_a_year_stays_ambiguous() -> None:
    """A day given settles the year and nothing else; so does a datetime."""
    mention = only("on 12/06.")
    assert mention.ambiguous
    assert days(mention.written_on(day("2020-09-01"))) == ["2020-06-12", "2020-12-06"]
    assert mention.written_on(datetime.datetime(2020, 6, 1, 12)) == mention.written_on(day("2020-06-01"))
    assert days(mention.written_on(day("2020-06-01")).resolved_to("day")) == ["2020-06-12"]


def test_a_date_with_a_year_is_the_same_on_any_day() -> None:
    """There is nothing to settle."""
    mention = only("30 April 2019")
    assert mention.written_on(day("2020-01-01")) is mention
    assert mention.resolved_to("month") is mention


def test_a_day_that_few_years_have_is_looked_for_further_away() -> None:
    """The nearest year that has it is taken; a range over weeks stays in its year."""
    assert days(only("29 Feb").written_on(day("2022-06-01"))) == ["2024-02-29"]
    assert days(only("29 Feb - KW 53").written_on(day("2046-06-01"))) == ["2048-02-29 2049-01-03"]
    assert days(only("KW 52 - KW 53").written_on(day("2020-06-01"))) == ["2020-12-21 2021-01-03"]


@pytest.mark.parametrize("today", [datetime.date.min, datetime.date.max])
def test_the_ends_of_the_calendar_do_no_harm(today: datetime.date) -> None:
    """A year that no calendar has is not looked at."""
    assert only("30 Dec - 2 Jan").written_on(today).readings
    assert only("KW 1").written_on(today).readings
    assert only("4/30まで").written_on(today).readings


@pytest.mark.parametrize(
    "text",
    [
        "on 10.2.1", "by 10.2.x", "Ende março", "late enero",
        "20K users", "20 users", "1.2.3", "10.12.20.5", "192.168.10.12", "+49 30 1234567", "$5", "10/12 mailboxes", "24/7",
        "on 24/7 support", "O365", "WIN10", "M365", "they may call", "the 3 may be", "march on", "second", "1:2", "10:30",
        "1/2 of", "on 1/2 the sites", "room 4/30", "room 12.06.2020", "31 Feb 2019", "31/02/2019", "30 February",
        "32.01.2020", "2020-13-01", "5 out of 10", "rolled out 20 devices", "set 5 policies", "Out 20",
        "version 10.11.2019", "Version 10.11.19", "1.2.19", "Windows Server 2019", "2020", "in 2020", "In May 20 users",
        "10/2000 mailboxes", "13/2020", "FY20 Q4", "FY2020 Q4", "fiscal Q2 2020", "Q5 2020", "Q4", "5 May%", "May 5%",
        "April 30,000 users", "on 10/12 mailboxes", "week 3 of the pilot", "KW 60", "final set of", "late set 5",
        "20190430", "555-12-06-2020", "Mar", "May", "Set 2", "10 ago", "$30 May", "we may 2019", "ISO 27001:2013",
        "playbook 2020-03", "1.5.", "A/3/4", "50 % in 3-5 weeks", "E3 25 May%", "by 31/31", "12月32日", "13月", "30.04.2019.5",
        "12-06-2020-1", "#5 May", "x5 May", "by may", "in march", "late may", "30-Apr-1", "version 2020-05-04", "2020年",
        "end of the month", "30\nApril", "for 10/12 users", "30 Mar-chers",
    ],
)  # fmt: skip
def test_what_is_no_date_is_not_read_as_one(text: str) -> None:
    """Numbers, versions, addresses, prices, fractions, times, words that look like months, and days that there are not."""
    assert [mention.text for mention in find_dates(text)] == []


def test_the_dates_of_a_text_stand_in_its_order() -> None:
    """Several on a line, and on others, are all found, in long lines too."""
    text = "Call on 4 May 2020, then 2020-05-11;\r\n" + "x " * 50 + "5. Juni 2020 und " + "20 " * 40 + "KW 30/2020\nand May 5."
    assert [mention.text for mention in find_dates(text)] == ["4 May 2020", "2020-05-11", "5. Juni 2020", "KW 30/2020", "May 5"]


@pytest.mark.parametrize("gap", range(20, 70))
def test_a_date_is_read_whole_wherever_it_stands_in_a_line(gap: int) -> None:
    """However far it is from the one before, in a long word too."""
    for filler in ("x" * gap, "x " * gap, "4 " * gap):
        found = [mention.text for mention in find_dates(f"Call on May 5; {filler} 30 April 2019 {filler}{filler}(by 4/30)")]
        assert found == ["May 5", "30 April 2019", "4/30"]


def test_a_date_ends_where_it_ends() -> None:
    """Blanks behind it and the year of the next one are not its own, nor is the word before that."""
    assert [mention.text for mention in find_dates("2019年7月 – x, rolled out, 2020-10-07")] == ["2019年7月", "2020-10-07"]
    assert [mention.text for mention in find_dates("since May 5, 2020-10-07")] == ["2020-10-07"]


def test_dates_next_to_each_other_are_not_joined_where_they_are_no_range() -> None:
    """A range goes forward, its ends stand next to each other, and it has two."""
    assert [mention.text for mention in find_dates("5 May 2020 - 3 May 2020")] == ["5 May 2020", "3 May 2020"]
    assert [mention.text for mention in find_dates("5 May 2020, 7 May 2020")] == ["5 May 2020", "7 May 2020"]
    assert [mention.text for mention in find_dates("3-5 May 2020 - 7 May 2020")] == ["3-5 May 2020", "7 May 2020"]
    assert [mention.text for mention in find_dates("29 Feb - 5 May 2019")] == ["29 Feb", "5 May 2019"]
    assert [mention.text for mention in find_dates("5 May 2018 - 29 Feb")] == ["5 May 2018", "29 Feb"]
    assert [mention.text for mention in find_dates("5 May 末1930")] == ["5 May"]
    assert [mention.text for mention in find_dates("KW 23 - 2 Jan 2019")] == ["KW 23 - 2 Jan 2019"]
    assert [mention.text for mention in find_dates("2020-05-04 - KW 54")] == ["2020-05-04"]


def test_what_is_no_text_is_refused() -> None:
    """With an error that says what to do."""
    with pytest.raises(TypeError, match=r"find_dates\(\) takes a str or a Document, not bytes; decode bytes"):
        find_dates(b"5 May 2020")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"on\(\) takes a datetime.date, as date\(2020, 3, 30\); not str"):
        only("5 May").written_on("2020")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="language 'fr' is unknown; playbook 2020-03 has en, es, pt-BR, de, ja, zh-CN"):
        find_dates("5 May", language="fr")


def test_a_document_has_the_dates_of_its_text() -> None:
    """Of summaries and prose; in a summary its language settles the order of day and month."""
    text = "Seen 04/05/2019.\n\n**ZUSAMMENFASSUNG FÜR DIE FÜHRUNGSEBENE**\n- BESCHREIBUNG DES KUNDEN: seit 04/05/2019\n"
    first, second = ftnotes.find_dates(ftnotes.parse(text))
    assert [first.span.text(text), second.span.text(text)] == ["04/05/2019", "04/05/2019"]
    assert (len(first.readings), days(second)) == (2, ["2019-05-04"])
    assert ftnotes.find_dates(ftnotes.parse("**EXEC SUMMARY** 04/05/2019\n"))[0].ambiguous
    assert ftnotes.find_dates(ftnotes.parse("- DESCRIBE THE CUSTOMER: 5 May 2020"))[0].readings == (
        DateRange(day("2020-05-05"), day("2020-05-05")),
    )


def written(folder: Path, dates: str) -> Path:
    """A playbook that extends the default one by a language with these words for dates."""
    path = folder / "own.toml"
    titles = 'titles = ["SAMENVATTING"]\nlabels.customer = ["KLANT"]'
    path.write_text(
        f'id = "own"\nextends = "2020-03"\n[languages.nl]\nname = "Dutch"\n{titles}\n[languages.nl.dates]\n{dates}', "utf-8"
    )
    return path


DUTCH = """
months = [
  "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december",
]
end = ["eind"]
order = ["day", "month"]
"""


def test_a_language_of_ones_own_brings_its_words(tmp_path: Path) -> None:
    """And dates written with them are read."""
    playbook = Playbook.from_file(written(tmp_path, DUTCH))
    (mention,) = find_dates("eind mei 2020", playbook=playbook)
    assert days(mention) == ["2020-05-21 2020-05-31"]
    assert days(find_dates("04/05/2019", playbook=playbook, language="nl")[0]) == ["2019-05-04"]
    assert find_dates("eind mei 2020") == ()


def test_a_playbook_without_words_for_dates_reads_numbers(tmp_path: Path) -> None:
    """What no word is needed for is read all the same."""
    path = tmp_path / "bare.toml"
    path.write_text(
        'id = "bare"\nfields = [{ key = "who" }]\n[languages.en]\nname = "English"\ntitles = ["NOTE"]\nlabels.who = ["WHO"]\n',
        "utf-8",
    )
    playbook = Playbook.from_file(path)
    assert [mention.text for mention in find_dates("27.09.2019, 5 May 2020, 4月", playbook=playbook)] == ["27.09.2019"]
    assert ftnotes.find_next_actions("Next action: call Ana", playbook=playbook) == ()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ('months = ["May"]', r"languages.nl.dates.months: expected the twelve months in their order, and there are 1"),
        (DUTCH + 'short-months = ["ju"]', "dates.short-months: expected the first letters of one of the months, not 'ju'"),
        ('short-months = ["Jan"]', "dates.short-months: expected the first letters of one of the months, not 'Jan'"),
        ('end = ["end of"]', "dates.end: expected single words, letters alone, not 'end of'"),
        ('never-after = ["v2"]', "dates.never-after: expected single words, letters alone, not 'v2'"),
        ('order = ["day"]', "dates.order: expected 'day' and 'month', in the order in which they are written"),
        ('order = ["day", "year"]', "dates.order: expected 'day' and 'month'"),
        (
            DUTCH + 'other-words = ["mai"]',
            r"dates.other-words: unknown 'mai' \(did you mean 'mei'\?\); expected one of januari",
        ),
        ('particles = ["of"]', "dates.particles: unknown key; expected months, short-months"),
        ("end = 3", "dates.end: expected a list of texts, .*not a number"),
        ("end = []", "dates.end: expected at least one text"),
        (
            '[languages.nl.actions]\nwhom = ["x"]',
            r"nl.actions.whom: unknown key \(did you mean 'who|nl.actions.whom: unknown key",
        ),
        ("[languages.nl.actions]\nwhat = [1]", r"nl.actions.what\[0\]: expected a text in quotes, not a number"),
    ],
)
def test_words_for_dates_that_could_not_be_read_are_refused(tmp_path: Path, words: str, message: str) -> None:
    """The error names key, reason, and what was expected."""
    with pytest.raises(PlaybookError, match=message):
        Playbook.from_file(written(tmp_path, words))


def test_every_published_language_reads_its_own_months() -> None:
    """All months of all languages are read with the number that they have."""
    playbook = Playbook.load()
    for language in playbook.languages:
        for number, name in enumerate(language.dates.months, 1):
            for typed in (name, name.upper(), name.capitalize()):
                assert only(f"5 {typed} 2020").first == datetime.date(2020, number, 5)
        for name in language.dates.short_months:
            assert only(f"5-{name}-2020").first is not None

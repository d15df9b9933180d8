"""JSON lines and JSON: what is read, what is kept, and the errors of damaged files."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Callable
from pathlib import Path

import pytest
from helpers.exports import FIXABLE, NOTES, made, read, texts
from helpers.linearity import LINEAR, growth, peak
from hypothesis import given
from hypothesis import strategies as st

from ftnotes.batch import Columns, ExportError, Row, RowError, fix_export, read_export, rewrite_export

values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)
objects = st.lists(
    st.builds(lambda note, more: {**more, "Notes": note}, st.text(max_size=20), st.dictionaries(st.text(max_size=3), values)),
    min_size=1,
    max_size=4,
)


def shout(row: Row) -> str:
    """Return another note."""
    return row.text + ' "é"\n'


def test_lines_are_rows(tmp_path: Path) -> None:
    """Each object is a row with the number of its line; numbers can be ids, and null is an empty cell."""
    file = made(
        tmp_path,
        "e.jsonl",
        '{"Notes": "a\\nb", "Tenant": 12345678901234567890.10, "When": "2020-05-08"}\n\n'
        '{"Tenant": null, "Notes": null, "When": null}',
    )
    columns = Columns("Notes", id="Tenant", date="When")
    assert read(file, columns) == [
        Row(file, 1, "a\nb", "12345678901234567890.10", 1, {"date": "2020-05-08"}),
        Row(file, 3, "", "", 3),
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param('[\n {"Notes": "a"},\n\n {"Notes": "b"} , {"Notes": "c"}]\n', [2, 4, 4], id="array"),
        pytest.param(
            '{"@odata.context": "x", "value": [\n{"Notes": "a"}\n,\n{"Notes":\n "b"},{"Notes": "c"}], "n": {}}',
            [2, 4, 5],
            id="one array inside",
        ),
    ],
)
def test_an_array_is_rows(tmp_path: Path, text: str, lines: list[int]) -> None:
    """The objects of an array are rows, alone or as the one array of an object; lines are those where they start."""
    file = made(tmp_path, "e.json", text)
    columns = Columns("Notes")
    found = read(file, columns)
    assert [(one.number, one.text) for one in found if isinstance(one, Row)] == [(1, "a"), (2, "b"), (3, "c")]
    assert [one.line for one in found] == lines


def test_an_empty_array_has_no_rows(tmp_path: Path) -> None:
    """No objects are no rows, and no error."""
    assert read(made(tmp_path, "e.json", " [ ] ")) == []


@given(objects, st.booleans(), st.sampled_from([None, 1]), st.booleans())
def test_all_but_the_notes_stays_as_it_is(
    tmp_path_factory: pytest.TempPathFactory, rows: list[dict[str, object]], ascii_only: bool, indent: int | None, whole: bool
) -> None:
    """Written again with the same notes, a file is the same bytes; with others, the same but for their literals."""
    folder = tmp_path_factory.getbasetemp()
    if whole:
        text = json.dumps(rows, ensure_ascii=ascii_only, indent=indent)
    else:
        text = "\n".join(json.dumps(row, ensure_ascii=ascii_only) for row in rows)
    data = text.encode("utf-8", "surrogatepass")
    file = made(folder, "any.json" if whole else "any.jsonl", data)
    target = folder / f"new{Path(file).suffix}"
    columns = Columns("Notes")
    before = list(rewrite_export(file, str(target), columns, lambda row: row.text))
    assert target.read_bytes() == data
    list(rewrite_export(file, str(target), columns, shout))
    new = target.read_bytes().decode()
    again = json.loads(new) if whole else [json.loads(line) for line in new.split("\n")]
    assert [row["Notes"] for row in again] == [shout(one[0]) for one in before if not isinstance(one, RowError)]
    old = {one[0].number: one[0].text for one in before if not isinstance(one, RowError)}
    back = folder / f"back{Path(file).suffix}"
    list(rewrite_export(str(target), str(back), columns, lambda row: old[row.number]))
    assert json.dumps(parsed(back, whole)) == json.dumps(parsed(Path(file), whole))


def parsed(path: Path, whole: bool) -> object:
    """Return the content of a file by Python's ``json``."""
    text = path.read_bytes().decode()
    return json.loads(text) if whole else [json.loads(line) for line in text.split("\n")]


def test_notes_are_fixed_in_their_literal(tmp_path: Path) -> None:
    """Order, spacing, numbers and other escapes are kept; a note that was written with escapes only is again."""
    note = json.dumps(FIXABLE)
    text = f'{{ "n" : 1.50, "Notes":{note} ,"x":"\\u00e9\\/" }}\r\n{{"Notes": "caf\\u00e9"}}\r\n{{"Notes": null}}\r\n'
    file, target = made(tmp_path, "e.jsonl", "\ufeff" + text), tmp_path / "new.jsonl"
    list(fix_export(file, str(target), Columns("Notes")))
    assert target.read_bytes().decode() == "\ufeff" + text.replace("fully   engaged", "Fully Engaged")
    list(rewrite_export(file, str(target), Columns("Notes"), lambda row: row.text + "é\ud800" * (not row.text)))
    assert target.read_bytes().decode("utf-8-sig").split("\r\n")[2] == '{"Notes": "\\u00e9\\ud800"}'
    list(rewrite_export(file, str(target), Columns("Notes"), lambda row: row.text + "!é"))
    first, second = target.read_bytes().decode("utf-8-sig").split("\r\n")[:2]
    assert second == '{"Notes": "caf\\u00e9!\\u00e9"}'
    assert '!é" ,"x"' in first


def test_a_note_that_can_not_be_encoded_is_not_written(tmp_path: Path) -> None:
    """A new note with a character that the code page lacks is not written, and is an error of its row."""
    from ftnotes.batch import Options

    file, target = made(tmp_path, "e.jsonl", '{"Notes": "a"}\n'), tmp_path / "new.jsonl"
    change = list(rewrite_export(file, str(target), Columns("Notes"), lambda _: "→", options=Options(encoding="cp1252")))
    assert isinstance(change[0], RowError)
    assert target.read_text() == '{"Notes": "a"}\n'


DAMAGED = [
    pytest.param('{"Notes": "b"', "is not a JSON object from character 14 of the line on: a comma or }", id="no end"),
    pytest.param('{"Notes": "b', "is not a JSON object from character 11 of the line on: unterminated string", id="open text"),
    pytest.param('{"Notes": ', "is not a JSON object from character 11 of the line on: expecting value", id="no value"),
    pytest.param('{"Notes" "b"}', "is not a JSON object from character 10 of the line on: a colon is expected", id="no colon"),
    pytest.param("{Notes: 1}", "is not a JSON object from character 2 of the line on: a name in double quotes", id="no name"),
    pytest.param('["b"]', "is not a JSON object from character 1 of the line on: an object is expected", id="array"),
    pytest.param("{}{}", "is not a JSON object from character 3 of the line on: there is more on the line", id="two objects"),
    pytest.param("{}", "there is no column 'Notes'; name an existing one. There are: none with a name", id="no members"),
    pytest.param('{"Note": "b"}', "there is no column 'Notes'; did you mean 'Note'?", id="other name"),
    pytest.param('{"Notes": 7}', "'Notes' is a number, not a text", id="number"),
    pytest.param('{"Notes": {}}', "'Notes' is an object, not a text", id="object"),
    pytest.param('{"Notes": true}', "'Notes' is true or false, not a text", id="true"),
    pytest.param('{"Notes": "b", "Notes": "d"}', "'Notes' is two values, not a text", id="twice"),
    pytest.param('{"Notes": "b\0"}', "contains a NUL, which no text has", id="NUL"),
    pytest.param(b'{"Notes": "\xfc"}', "contains a byte (0xfc) that is not UTF-8", id="wrong encoding"),
    pytest.param(json.dumps({"Notes": "b" * 200_000}), "cell 1 ('Notes') has 200,000 characters, more than", id="200 KB"),
    pytest.param(json.dumps({"Notes": "b" * 3_000_000}), "the line is longer than 2,097,152 characters", id="endless"),
    pytest.param('{"Notes": ' + "[" * 200_000, "is not a JSON object from character", id="too deep"),
]


@pytest.mark.parametrize(("line", "reason"), DAMAGED)
def test_a_bad_line_is_an_error_and_the_others_are_read(tmp_path: Path, line: str | bytes, reason: str) -> None:
    """The message names file, line and reason; the other lines are read, and the bad one is copied as it is."""
    bad = line if isinstance(line, bytes) else line.encode()
    data = b'{"Notes": "a"}\n' + bad + b'\n{"Notes": "c"}\n'
    file, target = made(tmp_path, "e.jsonl", data), tmp_path / "new.jsonl"
    columns = Columns("Notes")
    first, problem, last = read(file, columns)
    assert isinstance(problem, RowError)
    assert str(problem).startswith(f"{file}, row 2: {reason}")
    assert [one.text for one in (first, last) if isinstance(one, Row)] == ["a", "c"]
    list(rewrite_export(file, str(target), columns, lambda row: row.text.upper()))
    assert target.read_bytes() == data.replace(b'"a"', b'"A"').replace(b'"c"', b'"C"')
    with pytest.raises(ExportError, match=re.escape(reason)):
        list(read_export(file, columns, strict=True))


@pytest.mark.parametrize("note", ["", ', "Notes": 7', f', "Notes": "{"b" * 200_000}"'])
def test_a_bad_object_keeps_its_id(tmp_path: Path, note: str) -> None:
    """The error of an object has its id, unless the id is not a text or too long."""
    for id, known in (('"T1"', "T1"), ("7", "7"), ("null", None), ("[]", None), (f'"{"T" * 200_000}"', None)):
        (problem,) = read(made(tmp_path, "e.jsonl", f'{{"Tenant": {id}{note}}}\n'))
        assert isinstance(problem, RowError)
        assert problem.id == known


def test_a_last_line_that_is_cut_off_is_reported_as_that(tmp_path: Path) -> None:
    """If the last line has no line end, the message says that the file was probably cut off."""
    file = made(tmp_path, "e.jsonl", '{"Notes": "a"}\n{"Notes": "b')
    found = read(file, Columns("Notes"))
    assert texts(found)[0] == (1, "a")
    assert str(found[1]).endswith("It is the last line and has no line end: the file was probably cut off")
    assert texts(read(made(tmp_path, "f.jsonl", '{"Notes": "a"}'), Columns("Notes"))) == [(1, "a")]


@pytest.mark.parametrize(
    ("text", "rows", "message"),
    [
        pytest.param(
            '[{"Notes": "a"},\n{"Notes": "b', 1, ", row 2: is not JSON from here on, and the rows after it", id="cut off"
        ),
        pytest.param('[{"Notes": "a"}\n{"Notes": "b"}]', 1, ", row 1, line 2: is not JSON from", id="no comma"),
        pytest.param('[{"Notes": "a"},\n]', 1, ", row 2: is not JSON from here on", id="comma too many"),
        pytest.param('[{"Notes": "a"}] x', 1, ", row 1: is not JSON from here on, and the rows after it", id="text after"),
        pytest.param('[{"Notes": "a"}]\n[]', 1, ", row 1, line 2: is not JSON from here on", id="another list"),
        pytest.param("[] x", 0, ": line 1: is not JSON from here on", id="text after nothing"),
        pytest.param('{"a": [{"Notes": "a"}]} x', 0, ": line 1: is not JSON from here on", id="text after an object"),
        pytest.param("17", 0, ": line 1: is not JSON from here on, and the rows after it can't be read: a list", id="number"),
        pytest.param("", 0, "a list of objects is expected", id="empty"),
        pytest.param('{"a": [], "b": []}', 0, "or an object with one list; one object a line is .jsonl", id="two lists"),
        pytest.param('[{"Notes": "\0"}]', 0, ": line 1: contains a NUL", id="NUL"),
    ],
)
def test_an_array_that_breaks_off_is_read_up_to_there(tmp_path: Path, text: str, rows: int, message: str) -> None:
    """The rows before the damage are read; then one error gives file, row and reason."""
    file = made(tmp_path, "e.json", text)
    seen: list[Row | RowError] = []
    with pytest.raises(ExportError) as caught:
        seen.extend(read_export(file, Columns("Notes")))
    assert len(seen) == rows
    assert message in str(caught.value)


def test_bad_rows_of_an_array_are_errors_and_the_others_are_read(tmp_path: Path) -> None:
    """An object that is not a row, or has a bad byte, is an error of its row, and is copied."""
    data = b'[{"Notes": 1},\n{"Notes": "\xfc"}, {"Notes": "c"}]'
    file, target = made(tmp_path, "e.json", data), tmp_path / "new.json"
    found = read(file, Columns("Notes"))
    assert [str(one)[len(file) :][:43] for one in found if isinstance(one, RowError)] == [
        ", row 1: 'Notes' is a number, not a text",
        ", row 2: contains a byte (0xfc) that is not",
    ]
    list(rewrite_export(file, str(target), Columns("Notes"), lambda row: row.text.upper()))
    assert target.read_bytes() == data.replace(b'"c"', b'"C"')


def test_empty_files_and_long_ones_are_refused(tmp_path: Path) -> None:
    """A file without lines is refused, and so is an array longer than the limit, which the message gives."""
    with pytest.raises(ExportError, match="is empty: JSON lines have an object on each line"):
        read(made(tmp_path, "e.jsonl", ""))
    with pytest.raises(ExportError, match="is longer than 1 MB; raise the limit with --max-size MB"):
        read(made(tmp_path, "e.json", " " * 1_000_001), max_size=1)


def test_memory_does_not_grow_with_the_lines(tmp_path: Path) -> None:
    """Ten times the lines take no more memory."""
    line = json.dumps({"Tenant": "x", "Notes": FIXABLE * 3}) + "\n"
    few, many = made(tmp_path, "few.jsonl", line * 100), made(tmp_path, "many.jsonl", line * 1000)
    peak(read_export(few, NOTES))
    assert peak(read_export(many, NOTES)) < 1.3 * peak(read_export(few, NOTES)) + 50_000


def test_time_grows_with_an_array(tmp_path: Path) -> None:
    """Four times the objects take at most five times the time."""

    def reading(count: int) -> Callable[[], object]:
        file = made(tmp_path, f"{count}.json", "[" + ",\n".join(['{"Notes": "a"}'] * count) + "]")
        return lambda: deque(read_export(file, Columns("Notes")), maxlen=0)

    assert growth(reading, 3_000) < LINEAR


def test_members_are_found_by_name(tmp_path: Path) -> None:
    """As columns: case and whitespace are ignored if there is no exact match, and only one such member."""
    lines = [
        '{"status\\nnote": "a", "TENANT": "c"}',
        '{"Status Note": "b", "status note": "x"}',
        '{"STATUS NOTE": "a", "status  note": "b"}',
    ]
    (tmp_path / "e.jsonl").write_text("\n".join(lines), encoding="utf-8")
    rows = list(read_export(str(tmp_path / "e.jsonl"), Columns("Status Note", id="Tenant")))
    assert [(row.text, row.id) for row in rows[:1] if isinstance(row, Row)] == [("a", "c")]
    assert [one.reason.partition(";")[0] for one in rows[1:] if isinstance(one, RowError)] == [
        "there is no column 'Tenant'. There are: 'Status Note', 'status note'".partition(".")[0],
        "there is no column 'Status Note'",
    ]


def test_kept_members_can_be_true_or_false(tmp_path: Path) -> None:
    """They are kept as written, and null is empty; a list is an error."""
    lines = (
        '{"Notes": "a", "Active": true}',
        '{"Notes": "b", "Active": null}',
        '{"Notes": "c", "Active": 1.50}',
        '{"Notes": "d", "Active": []}',
    )
    file = made(tmp_path, "e.jsonl", "\n".join(lines) + "\n")
    *rows, last = read(file, Columns("Notes", keep=("Active",)))
    assert [row.kept for row in rows if isinstance(row, Row)] == [{"Active": "true"}, {"Active": ""}, {"Active": "1.50"}]
    assert isinstance(last, RowError)

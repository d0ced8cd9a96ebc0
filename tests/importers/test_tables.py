"""CSV and JSON Lines, written by many hands."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderation.importers.fields import Record
from moderation.importers.tables import CsvFile, json_records
from tests.importers.conftest import Read, reasons, texts

HEAD = "id,text,created_at\n"
WORDPRESS = "comment_ID,comment_content,comment_date_gmt\n"
AT = "2024-05-17 08:30:00"

TEXTS = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1)


def php_csv(*cells: str) -> str:
    """Write a row as PHP's `fputcsv` does with its usual escape character."""
    return ",".join(map(_php_cell, cells)) + "\n"


def _php_cell(cell: str) -> str:
    if not any(character in cell for character in ',"\\\n\r\t '):
        return cell
    written, is_escaped = "", False
    for character in cell:
        if character == "\\":
            is_escaped = True
        elif character == '"' and not is_escaped:
            written += '"'
        else:
            is_escaped = False
        written += character
    return f'"{written}"'


@given(st.lists(TEXTS, min_size=1, max_size=5))
def test_csv_gives_back_what_was_written(written: list[str]) -> None:
    """Line breaks, quotes and commas are what comments are made of."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, quoting=csv.QUOTE_ALL)
    writer.writerows([["text"], *([text] for text in written)])
    found = CsvFile(io.BytesIO(buffer.getvalue().encode())).records()

    assert [each.fields["text"] for each in found if isinstance(each, Record)] == written


@given(st.lists(st.dictionaries(TEXTS, TEXTS | st.integers() | st.booleans() | st.none(), min_size=1)))
def test_json_lines_give_back_what_was_written(written: list[dict[str, object]]) -> None:
    """A line is an object, in whatever alphabet."""
    file = io.BytesIO("".join(f"{json.dumps(each)}\n" for each in written).encode())

    assert [each.fields for each in json_records(file) if isinstance(each, Record)] == written


@pytest.mark.parametrize(
    "text",
    [
        'She said "no".',
        r"C:\temp",
        r"ends with a backslash\ ",
        "C:\\",
        r"said \"no\" twice",
        r"twice: \"\"",
        r'a mix \" and " of both',
        "two\nlines, and a comma",
        r"\\",
    ],
)
def test_php_writes_quotes_in_its_own_way(text: str, read: Read) -> None:
    """Old comments hold slashes that nobody removed, and PHP does not double a quote behind one."""
    rows = WORDPRESS + php_csv("1", text, AT) + php_csv("2", "Next.", AT)

    assert texts(read(rows)) == [text, "Next."]


@pytest.mark.parametrize("text", ["- a list\n- of two", "=1+1", "@ann: yes", "+1", "\ttabbed"])
def test_guard_against_formulas_is_taken_off(text: str, read: Read) -> None:
    """The command line of WordPress puts a quote before what a spreadsheet would run."""
    assert texts(read(WORDPRESS + php_csv("1", f"'{text}", AT))) == [text]


def test_quotes_that_begin_a_text_stay(read: Read) -> None:
    """'Tis not a formula."""
    assert texts(read(WORDPRESS + php_csv("1", "'Tis so", AT))) == ["'Tis so"]


def test_bad_rows_are_named_and_the_others_read(read: Read) -> None:
    """One broken line among a million must not cost the million, and must be found."""
    rows = [f"1,Good.,{AT}", "2,too few", f'3,"a " b,{AT}', f",No id.,{AT}", f"5,Good too.,{AT}", ""]
    found = read(HEAD + "\n".join(rows))

    assert texts(found) == ["Good.", "Good too."]
    assert reasons(found) == [
        (3, "has not as many fields as the header; put text that holds a comma in quotes"),
        (4, "is no CSV: a quote is missing, or one too many; write a quote in a text twice, and import again"),
        (5, "id: is missing or empty"),
    ]


def test_comments_within_quotes_that_were_not_closed_are_counted(read: Read) -> None:
    """They are skipped with the row that opened the quote; whoever imports has to learn how many."""
    rows = [f'1,"opened,{AT}', f"2,Good.,{AT}", f"3,Good.,{AT}", f'4,"Closed here.",{AT}', f"5,Good too.,{AT}", ""]
    found = read(HEAD + "\n".join(rows))

    assert texts(found) == ["Good too."]
    assert [line for line, _ in reasons(found)] == [2, 3, 4, 5]
    assert reasons(found)[-1][1] == "stands within the quotes of a row that is no CSV"


def test_line_is_where_the_row_begins(read: Read) -> None:
    """Whoever opens the file at that line wants to see the row."""
    found = read(HEAD + f'1,"one\ntwo\nthree",{AT}\n2,,{AT}\n')

    assert reasons(found) == [(5, "text: is missing or empty")]


def test_bad_lines_of_json_are_named(read: Read) -> None:
    """A file that was cut in two has one bad line."""
    good = json.dumps({"id": "1", "text": "Good.", "created_at": AT})
    found = read("\n".join([good, "[1]", '{"id": ', "", "[" * 100_000, good]))

    assert texts(found) == ["Good.", "Good."]
    way = "write an object a line"
    assert reasons(found) == [
        (2, f"is no JSON object; {way}"),
        (3, f"is no JSON; {way}"),
        (5, f"is no JSON; {way}"),
    ]


def test_what_is_not_utf8_is_named(read: Read) -> None:
    """Old databases mix encodings; a guess would make a new text of the comment."""
    found = read(f"{HEAD}1,café,{AT}\n".encode("latin-1") + f"2,café,{AT}\n".encode())

    assert (texts(found), reasons(found)) == (["café"], [(2, "is not UTF-8; save the file as UTF-8")])


@pytest.mark.parametrize("delimiter", [";", "\t"], ids=["semicolons", "tabs"])
def test_what_a_spreadsheet_saved_is_read(delimiter: str, read: Read) -> None:
    """In half of Europe a spreadsheet's CSV has semicolons; nobody who looked into an export chose that."""
    buffer = io.StringIO()
    told = ['He said "no", twice', "a; b\tc", "C:\\"]
    rows = [[str(number), text, AT] for number, text in enumerate(told, start=1)]
    csv.writer(buffer, delimiter=delimiter).writerows([WORDPRESS.strip().split(","), *rows])

    assert texts(read(f"\ufeff{buffer.getvalue()}")) == told


def test_byte_order_mark_is_no_part_of_a_name(read: Read) -> None:
    """Spreadsheets write one, and nobody sees it."""
    assert texts(read(b"\xef\xbb\xbf" + f"{HEAD}1,Good.,{AT}".encode())) == ["Good."]


@given(st.binary(max_size=300))
def test_whatever_stands_in_a_file_is_counted_or_read(noise: bytes) -> None:
    """A file that breaks the reader breaks the import of everything behind it."""
    for head in (b"id,text,created_at\n", b"comment_ID,comment_content,comment_date_gmt\n"):
        file = CsvFile(io.BytesIO(head + noise))
        for each in file.records(is_php=head.startswith(b"comment")):
            assert each.line > 1
    assert all(each.line >= 1 for each in json_records(io.BytesIO(noise)))

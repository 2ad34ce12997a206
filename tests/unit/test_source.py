"""Strict reading: what the editor typed is what the guide gets, and every value knows its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.source import MAX_BYTES, read
from tests.projects import dump


def value(text: str) -> object:
    """The value of one text, which must have no problem."""
    source = read(text.encode(), "essai.yml")
    assert source.problems == ()
    return source.value


@pytest.mark.parametrize(
    "typed", ["01004", "12:30", "1.10", "no", "yes", "0x1F", "1e3", "2019-02-14", "1_000"]
)
def test_a_scalar_stays_the_text_that_was_typed(typed: str) -> None:
    assert value(f"code: {typed}\n") == {"code": typed}


@pytest.mark.parametrize("typed", ["", "~", "null"])
def test_nothing_typed_is_nothing(typed: str) -> None:
    assert value(f"code: {typed}\nautre: x\n") == {"code": None, "autre": "x"}


def test_quotes_make_a_text_of_anything() -> None:
    assert value("a: ''\nb: \"null\"\nc: '~'\n") == {"a": "", "b": "null", "c": "~"}


def test_every_value_and_every_key_knows_its_line_and_column() -> None:
    source = read(b"titre: Un\nliste:\n  - un\n  - {deux: 2}\n", "essai.yml")
    assert source.where(("titre",)) == (1, 8)
    assert source.where(("liste",), key=True) == (2, 1)
    assert source.where(("liste", 1, "deux")) == (4, 12)
    assert source.where(("liste", 1, "absente")) == (4, 5), "an absent key is placed where it belongs"


def test_what_follows_a_dropped_duplicate_keeps_its_place() -> None:
    source = read(b"a: 1\nb: [x]\na: {x: 1, x: [2, 3]}\nb:\n  - y\nc: 3\n", "essai.yml")
    assert source.value == {"a": "1", "b": ["x"], "c": "3"}
    assert [(p.line, p.column, p.field) for p in source.problems] == [
        (3, 1, ("a",)), (3, 11, ("a", "x")), (4, 1, ("b",)),
    ]  # fmt: skip
    assert source.where(("b", 0)) == (2, 5)
    assert source.where(("c",)) == (6, 4)


def test_thousands_of_mistakes_in_one_file_are_placed_in_no_time() -> None:
    source = read(("steps: [" + "a," * 100_000 + "]").encode(), "essai.yml")
    places = [source.where(("steps", rank, "scheme")) for rank in range(100_000)]
    assert places[-1] == (1, 9 + 2 * 99_999)


def test_a_file_of_exactly_the_largest_size_is_read() -> None:
    text = "a: " + "x" * (MAX_BYTES - 4) + "\n"
    assert read(text.encode(), "f.yml").problems == ()
    assert read((text + "\n").encode(), "f.yml").problems[0].rule == "too_large"


@given(st.binary(max_size=400))
def test_no_bytes_ever_raise(content: bytes) -> None:
    source = read(content, "essai.yml")
    assert (source.value is None) == any(p.rule != "duplicate_key" for p in source.problems)


@given(st.text(alphabet="ab:-[]{}'\"|>#&*!%@`,?\n \\<", max_size=60))
def test_no_yaml_ever_raises_and_every_problem_has_a_place(text: str) -> None:
    for problem in read(text.encode(), "essai.yml").problems:
        assert 1 <= problem.line <= text.count("\n") + 2
        assert problem.column >= 1


printable = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp", "Cn", "Co"))
)


@given(st.dictionaries(printable.filter(lambda key: key not in ("<<",)), printable, min_size=1, max_size=4))
def test_what_is_dumped_reads_back(content: dict[str, str]) -> None:
    source = read(dump(content).encode(), "essai.yml")
    assert source.problems == ()
    assert source.value == content

"""Order, pages, facets and highlights."""

import pytest
from event_world import PACT
from index_world import event

from pipeline.index import Index
from pipeline.index.query import QueryError

E1 = PACT.event_id


def _all_pages(index: Index, sort: str, size: int, query: str | None = None) -> list[str]:
    ids: list[str] = []
    page = index.search(query, sort=sort, size=size)
    while page.hits:
        ids += [hit.id for hit in page.hits]
        page = index.search(query, sort=sort, size=size, after=page.after)
    return ids


@pytest.mark.parametrize("size", [1, 2, 3, 50])
def test_pages_of_any_size_give_the_same_order(filled: Index, size: int) -> None:
    """search_after continues behind the last hit: nothing twice, nothing lost."""
    assert _all_pages(filled, "announced", size) == ["e5", "e3", "e2", E1, "a1", "a2", "e4"]
    assert _all_pages(filled, "-announced", size) == ["e2", "e3", E1, "e5", "a1", "a2", "e4"]


def test_missing_values_come_last_in_both_directions(filled: Index) -> None:
    """What has no amount stands behind what has one."""
    assert _all_pages(filled, "amount", 2)[:2] == ["e2", E1]
    assert _all_pages(filled, "-amount", 2)[:2] == ["e2", E1]


@pytest.mark.parametrize("size", [1, 3])
def test_pages_by_score_are_complete(filled: Index, size: int) -> None:
    """Equal scores neither repeat nor hide a document."""
    ids = _all_pages(filled, "score", size, "type:* OR language:*")
    assert sorted(ids) == sorted([E1, "a1", "a2", "e2", "e3", "e4", "e5"])


def test_many_equal_values_keep_the_order_of_ids(empty: Index) -> None:
    """Ties are in the order of ids, over page borders too."""
    ids = [f"{prefix}{number:03}" for prefix in ("a-long-common-start-", "x") for number in range(60)]
    empty.write([event(document_id, sources=1) for document_id in reversed(ids)])
    assert _all_pages(empty, "sources", 7) == ids
    assert _all_pages(empty, "-sources", 50) == ids


def test_a_better_match_stands_first(filled: Index) -> None:
    """Without a sort the score decides."""
    assert filled.search("kettles").hits[0].id == "e5"


@pytest.mark.parametrize("sort", ["title", "nothing", "-type"])
def test_a_field_without_order_is_refused(filled: Index, sort: str) -> None:
    """The error lists what can be sorted by."""
    with pytest.raises(QueryError, match="sort by score, announced"):
        filled.search("kettles", sort=sort)


def test_the_total_counts_all_pages(filled: Index) -> None:
    """A page of one still says how many there are; a page of none too."""
    assert filled.search("type:partnership", size=1).total == 3
    assert filled.search("type:partnership", size=0).total == 3
    assert filled.search("type:partnership", size=0).hits == ()


def test_facets_count_values_of_all_pages(filled: Index) -> None:
    """Most frequent first, then by value, as they are written."""
    hits = filled.search(kind="event", size=1, facets=["type", "company", "publisher"])
    assert list(hits.facets["type"].items()) == [("partnership", 3), ("acquisition", 1), ("workforce", 1)]
    assert hits.facets["company"] == {"Dr. Oetzi": 1, "Kelmot": 1, "O'Malley & Sons": 1, "Zorvane Ltd": 1}
    assert hits.facets["publisher"]["Nordic Wire"] == 2


def test_facets_of_other_fields_are_refused(filled: Index) -> None:
    """The error lists what can be counted."""
    with pytest.raises(QueryError, match="count by publisher"):
        filled.search(facets=["text"])


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("zorvane", {"Zorvane"}),
        ('"milestone for us"', {"milestone for us"}),
        ("wi-fi", {"wi-fi"}),
        ("kett*", {"kettle", "kettles"}),
        ("kettels~1", {"kettles"}),
        ("oslo AND NOT again", {"Oslo", "OSLO"}),
    ],
)
def test_highlights_are_the_words_that_answer(filled: Index, query: str, marked: set[str]) -> None:
    """Spans are places in the value as it is written; negated words are not marked."""
    highlights = [mark for hit in filled.search(query, highlight=True).hits for mark in hit.highlights]
    assert {mark.text[start:end] for mark in highlights for start, end in mark.spans} == marked

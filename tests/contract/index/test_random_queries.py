"""Random documents and queries: every index answers as the plain reading of the tree does."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from index_world import CORPUS, event, reading

from pipeline.errors import DealwireError
from pipeline.index import Index, open_index
from pipeline.index.query import QueryError, parse_query

_SETTINGS = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

CORPUS_WORDS = [
    "zorvane",
    "Zorvane's",
    "kettles",
    "o'malley",
    "wi-fi",
    "u.s",
    "3.5bn",
    "a.s",
    "AB-Nordvik",
    "again",
    "sons",
]
SCRIPTS = ["москва", "小米", "โทรศัพท์", "straße", "İzmir", "ΟΔΟΣ"]
WORDS = st.one_of(
    st.sampled_from(
        [
            "zorvane",
            "Zorvane's",
            "kettles",
            "o'malley",
            "wi-fi",
            "u.s",
            "3.5bn",
            "a.s",
            "москва",
            "小米",
            "โทรศัพท์",
            "straße",
            "İzmir",
            "ΟΔΟΣ",
            "AB-Nordvik",
            "again",
            "sons",
        ]
    ),
    st.text(st.sampled_from("aB9'’.&-_:·é小ひカ한ก🙂ς ,"), min_size=1, max_size=8),
)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", r"\\").replace('"', r"\"") + '"'


FIELDS = st.sampled_from(["", "text:", "party:", "title:", "partner:", "path:", "type:", "company:"])
LEAVES = st.one_of(
    st.builds(lambda field, word: field + _quoted(word), FIELDS, WORDS),
    st.builds(lambda field, word: f"{field}{word}*", FIELDS, st.sampled_from(["zor", "k", "wire/", "ab", "小"])),
    st.builds(lambda a, b: f"announced:[{a} TO {b}]", *2 * [st.sampled_from(["*", "2022", "2023-05", "2023-05-31"])]),
    st.builds(lambda a, b: f"amount:{{{a} TO {b}}}", *2 * [st.sampled_from(["*", "0", "20", "5e6", "1e10"])]),
    st.sampled_from(["conflict:true", "sources:2", "partner:*", "first_seen:2023-05-21", "*", "type:partnership"]),
)
QUERIES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: f"({' AND '.join(parts)})"),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: f"({' OR '.join(parts)})"),
        st.lists(st.tuples(st.sampled_from(["", "+", "-"]), inner), min_size=2, max_size=3).map(
            lambda parts: "(" + " ".join(mark + part for mark, part in parts) + ")"
        ),
        inner.map(lambda part: f"(NOT {part})"),
    ),
    max_leaves=6,
)


@given(query=QUERIES)
@_SETTINGS
def test_random_queries_find_what_their_tree_means(filled: Index, query: str) -> None:
    """Nesting, negation, ranges and words of many scripts hold no surprise."""
    try:
        node = parse_query(query)
    except QueryError as error:
        assert "holds no word" in str(error)  # noqa: PT017  # nothing else may be wrong with these
        return
    assert {hit.id for hit in filled.search(query).hits} == {p.id for p in CORPUS if reading(node, p.document)}


@given(query=st.text(st.sampled_from("ab*?~^\"'()[]{}:\\/+-!&|<>=. TOANDR1290éх小\n\t"), max_size=25))
@example(query="a\\")
@example(query="party:>")
@example(query='""')
@example(query="a~1~2")
@_SETTINGS
def test_any_string_is_answered_or_refused_as_a_query_error(filled: Index, query: str) -> None:
    """No input ends in a foreign error, and what is understood is answered as read."""
    try:
        hits = filled.search(query).hits
    except QueryError:
        return
    node = parse_query(query)
    assert {hit.id for hit in hits} == {p.id for p in CORPUS if reading(node, p.document)}


@given(value=st.text(min_size=1, max_size=40))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_value_is_found_by_its_own_words(empty_shared: Index, value: str) -> None:
    """Whatever stands in a document, quoting it finds it: as a phrase of words, and as a whole value."""
    empty_shared.rebuild([event("e1", title=value, company=[value])])
    for field in ("title", "company"):
        try:
            assert empty_shared.search(f"{field}:{_quoted(value)}").total == 1
        except QueryError as error:
            assert "holds no word" in str(error)  # noqa: PT017  # a title of signs alone


@pytest.fixture(scope="module")
def empty_shared(tmp_path_factory: pytest.TempPathFactory) -> Index:
    """An index that the test fills anew for each example."""
    folder: Path = tmp_path_factory.mktemp("index")
    return open_index(f"tantivy:{folder / 'index'}")


def test_query_errors_are_ours() -> None:
    """A caller that catches DealwireError catches them."""
    assert issubclass(QueryError, DealwireError)

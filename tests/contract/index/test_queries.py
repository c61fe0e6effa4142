"""The same query strings give the same documents on every index."""

import pytest
from event_world import PACT
from index_world import CORPUS, reading

from pipeline.index import Index
from pipeline.index.query import QueryError, parse_query

E1 = PACT.event_id

QUERIES: dict[str, set[str]] = {
    "*": {E1, "a1", "a2", "e2", "e3", "e4", "e5"},
    "*:*": {E1, "a1", "a2", "e2", "e3", "e4", "e5"},
    "": {E1, "a1", "a2", "e2", "e3", "e4", "e5"},
    "type:partnership AND party:Zorvane AND place:Oslo": {E1},
    "type:partnership": {E1, "e3", "e4"},
    "type:PARTNERSHIP": {E1, "e3", "e4"},
    "type:partner": set(),
    "type:(partnership OR workforce)": {E1, "e3", "e4", "e5"},
    "type:partnership -party:zorvane": {"e3"},
    "subtype:joint_venture": {"e3"},
    "status:(agreed completed)": {E1, "e2"},
    "salience:headline": {E1},
    "news:true": {E1},
    "conflict:true": {E1},
    "conflict:false": {"e2", "e3"},
    "conflict_on:characterization": {E1},
    "NOT conflict:true": {"a1", "a2", "e2", "e3", "e4", "e5"},
    "NOT (type:* OR language:en)": set(),
    "kettles": {E1, "a1", "e5"},
    "text:KETTLES": {E1, "a1", "e5"},
    "kettle": {"a2"},
    '"kettle pact"': {"a2"},
    '"pact kettle"': set(),
    '"entered into an agreement"': {E1, "a1"},
    "milestone AND Oslo": {E1, "a1"},
    "milestone AND NOT Oslo": set(),
    "zorvane AND (proposed OR again)": {E1, "a2", "e4"},
    "+zorvane -kelmot": {"e4"},
    "+zorvane kelmot": {E1, "a1", "a2", "e4"},
    "again kettles": {E1, "a1", "e4", "e5"},
    "again OR (NOT type:*)": {"a1", "a2", "e4"},
    "zorvane^3 OR kettles": {E1, "a1", "a2", "e4", "e5"},
    "partner:zorvane": {E1},
    'partner:"Brisk Works"': {E1},
    "partner:*": {E1, "e3"},
    "acquirer:sons": {"e2"},
    "target:sons": set(),
    "target:oetz*": {"e2"},
    "investor:*": set(),
    "party:zor*ne": {E1, "e4"},
    "party:zorvan?": {E1, "e4"},
    "party:?orvane": {E1, "e4"},
    "party:zorvan??": set(),
    "party:*ane": {E1, "e4"},
    "party:zorvnae~1": {E1, "e4"},
    "party:zrvnae~2": {E1, "e4"},
    'company:"Zorvane Ltd"': {E1},
    "company:zorvane": set(),
    "company:zorvane*": {E1},
    "place:oslo": {E1},
    "country:no": {E1},
    "product:kettles": {E1},
    "quote:milestone": {E1, "a1"},
    'speaker:"managing director"': {E1},
    "publisher:wire": {E1, "a2", "e2"},
    "path:*.md": {E1, "a2"},
    "path:wire/2023*": {"e2"},
    'path:"wire/2023/05/deal_01.html"': {"e2"},
    r"path:ru\ \#1.txt": {"e3"},
    "path:pact.txt": {E1, "a1"},
    "id:a1": {"a1"},
    "article:a1": {E1, "a1"},
    "language:en": {"a1", "a2"},
    "announced:2023-05-31": {E1, "e2", "e3"},
    "announced:2023": {E1, "e2", "e3"},
    "announced:2022": {"e5"},
    "announced:[2023-05-01 TO *]": {E1, "e2", "e3"},
    "announced:[* TO 2022-12]": {"e5"},
    "announced:{* TO 2023-01}": {"e5"},
    "announced:{2023-05 TO 2023-12}": {"e3"},
    "announced:[2023-06 TO 2023-12]": {"e3"},
    "announced:[2024 TO *]": {"e2"},
    "announced:>=2024": {"e2"},
    "announced:<2023": {"e5"},
    "announced:[2023-06-01 TO 2023-05-01]": set(),
    "announced:[* TO *]": {E1, "e2", "e3", "e5"},
    "expected:2023-08-15": {E1},
    "published:2023-06": {E1, "a2"},
    "first_seen:2023-05-20": {"e2"},
    "first_seen:[2023-05-21 TO *]": {E1, "a1", "a2", "e3"},
    "first_seen:{2023-05-20 TO 2023-06-02T09:00:00]": {E1, "a1", "a2", "e3"},
    "first_seen:2023-06-02T09": {E1, "a1", "a2"},
    'first_seen:"2023-06-02T11:00:00+02:00"': {E1, "a1", "a2"},
    "first_seen:[2000 TO now]": {E1, "a1", "a2", "e2", "e3"},
    "first_seen:[now-1d TO now]": set(),
    "amount:[1_000_000 TO *]": {E1, "e2"},
    "amount:>5000000": {"e2"},
    "amount:>=5000000": {E1, "e2"},
    "amount:{20 TO 5e6]": {E1},
    "amount:20": {"e2"},
    "unit:usd AND amount:<1000": {"e2"},
    "sources:[2 TO 3}": {E1, "e2"},
    "sources:1": {"e3", "e5"},
    "o'malley": {"e2"},
    "O\\'Malley": {"e2"},
    "malley": set(),
    "wi-fi": {"e2"},
    "fi-wi": set(),
    "party:AB-Nordvik": {"e2"},
    "U.S.": {"e2"},
    "u.s": {"e2"},
    "party:a.s": {"e2"},
    "3.5bn": {"e2"},
    '"malley & sons"': set(),
    '"o\'malley & sons"': {"e2"},
    "москва": {"e3"},
    "Рога": {"e3"},
    "小": {"e3"},
    "小米": {"e3"},
    "米小": set(),
    "โทรศัพท์": {"e3"},
    "straße": {"e3"},
    "STRASSE": set(),
    "izmir": {"e3"},
    "οδοσ": {"e3"},
    "caf*": {"e3"},
    "cafe": set(),
    "한국": {"e3"},
    "カタカナ": {"e3"},
    "ひら": {"e3"},
    "_exists_:country": {E1, "e3"},
}

MALFORMED: dict[str, str] = {
    "a OR b AND c": "parentheses",
    "a b AND c": "parentheses",
    "a OR NOT b": "parentheses",
    "parti:x": "did you mean party",
    "xyzzy:red": "the fields are text, title",
    "a AND": "ends too early",
    "(a": "ends too early",
    "a)": "character 2",
    '"abc': "not closed",
    "[1 TO": "ends too early",
    "announced:may": "a day such as",
    "announced:2023-13": "a day such as",
    "announced:2023*": "no wildcards on announced",
    "sources:many": "a number",
    "amount:nan": "a number",
    "first_seen:now-99999999y": "a day or time",
    "conflict:maybe": "true or false",
    "title:[a TO b]": "no ranges on title",
    "/rege?x/": "no regular expressions",
    "a && b": "instead of &&",
    "!a": "NOT instead of !",
    "!type:x": "NOT instead of !",
    "type:(party:x)": "a field inside a field",
    "&": "holds no word",
    "party:...": "holds no word",
    "party:**": "only wildcards",
    "a~9": "at most two",
    "type:x~1": "similar words",
    "a^0": "between 0 and 1000",
    "a~1.2.3": "a number belongs",
    "(" * 60 + "a" + ")" * 60: "nested deeper",
    "a" * 5000: "longer than",
}


@pytest.mark.parametrize("query", QUERIES)
def test_a_query_finds_exactly_what_it_asks_for(filled: Index, query: str) -> None:
    """Each query has one answer, whatever the index."""
    assert {hit.id for hit in filled.search(query).hits} == QUERIES[query]


@pytest.mark.parametrize("query", QUERIES)
def test_the_expected_answers_are_those_of_the_plain_reading(query: str) -> None:
    """The table above and the meaning of the tree agree, so that random queries can lean on the reading."""
    node = parse_query(query)
    assert {p.id for p in CORPUS if reading(node, p.document)} == QUERIES[query]


@pytest.mark.parametrize("query", MALFORMED)
def test_a_malformed_query_says_what_to_write_instead(filled: Index, query: str) -> None:
    """The error names the fault; it is never an empty answer."""
    with pytest.raises(QueryError, match="query: ") as caught:
        filled.search(query)
    assert MALFORMED[query] in str(caught.value)


def test_an_error_points_at_the_place() -> None:
    """The position counts characters of the query."""
    with pytest.raises(QueryError) as caught:
        parse_query("type:x AND parti:y")
    assert caught.value.position == 11


def test_a_kind_narrows_the_search(filled: Index) -> None:
    """Events, articles and alerts can be asked for alone."""
    assert {hit.id for hit in filled.search("zorvane", kind="article").hits} == {"a1", "a2"}
    assert filled.search("zorvane", kind="alert").total == 0

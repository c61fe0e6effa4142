"""Whatever the text, what is found in it stands in it."""

import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from values_world import annotated

from pipeline.extraction.aliases import group_names
from pipeline.extraction.naming import Name
from pipeline.extraction.sentences import sentence_spans, split_sentences

PIECES = (
    "Tarvik Electronics Ltd.", "Oslund", "said", "“", "”", '"', "’s", ",", ".", "!", "(", ")", "\n", "\n\n", "in Graz",
    "Mr", "on Monday", "by August", "$3m", "20 per cent", "its subsidiary", "Ana Harl", "chief executive", "The",
    "U.S.", "•", "two million euros", "900 people", "May 3", "-based", "@handle", "İstanbul", "naïve", "😀", "&",
    "\u00a0",     "Q1 2023", "of", "and", "1,2", "50-50", "—", "...", "said he",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join) | st.text(max_size=200)
DATES = st.none() | st.dates().map(lambda day: day.isoformat() if day.year >= 1000 else None)
RELAXED = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@RELAXED
@given(text=TEXTS, published=DATES)
def test_every_value_slices_to_its_words(text, published):
    """Evidence and surfaces are exact, for any text."""
    found = annotated(text, published=published)
    for value in (*found.dates, *found.amounts, *found.places, *found.products, *found.quotes):
        assert value.evidence.holds(text)
    for entity in found.entities:
        assert all(text[s.start : s.end] == s.text for s in entity.surfaces)
        assert entity.surfaces


FORMS = ("Oslund", "Oslund Mobile", "Oslund Mobile Ltd.", "OM", "Kestova Inc.", "Kestova", "Tarvik Oslund")
JOINTS = (" (", "), formerly ", ", formerly ", " and ", " (NYSE: ", "). ", ". ", ")")


@RELAXED
@given(drawn=st.lists(st.tuples(st.sampled_from(FORMS), st.sampled_from(JOINTS)), min_size=1, max_size=8))
def test_every_name_belongs_to_one_group(drawn):
    """Whatever introduces whatever, none is lost and none is counted twice."""
    text, names = "", []
    for form, joint in drawn:
        names.append(Name(len(text), len(text) + len(form), form, 0))
        text += form + joint
    by_form = {form: [n for n in names if n.text == form] for form in dict.fromkeys(n.text for n in names)}
    groups = group_names([("org", held) for held in by_form.values()], text)
    assert sorted(n.start for group in groups for n in group.names) == [n.start for n in names]


@RELAXED
@given(text=TEXTS)
def test_sentences_cover_the_text_in_order(text):
    """They lie one behind the other, and between them is only white space."""
    spans = sentence_spans(text)
    covered = 0
    for start, end in spans:
        assert covered <= start < end
        assert not text[covered:start].strip()
        covered = end
    assert not text[covered:].strip()


@RELAXED
@given(text=TEXTS)
def test_no_sentence_crosses_an_empty_line(text):
    """Paragraphs part sentences."""
    assert not any(re.search(r"\n[^\S\n]*\n", text[s.start : s.end]) for s in split_sentences(text, None))


@RELAXED
@given(text=TEXTS, published=DATES)
def test_the_same_text_gives_the_same_annotation(text, published):
    """Nothing depends on what was read before."""
    one, two = (annotated(text, published=published) for _ in range(2))
    assert (one.entities, one.dates, one.amounts, one.places) == (two.entities, two.dates, two.amounts, two.places)

"""The analyst's page of an event: complete, readable in 100 columns, with and without colour."""

import re
from pathlib import Path

from event_world import FIRST, FIRST_TEXT, PACT
from hypothesis import given
from hypothesis import strategies as st
from page_world import page_of

from pipeline.console.marks import STYLES, Mark, bracketed, excerpt, marks_of
from schemas.evidence import Evidence

GOLDEN = Path(__file__).parents[2] / "golden" / "event_page.txt"


def test_no_line_is_wider_than_100_columns() -> None:
    """The page fits a usual terminal."""
    assert max(len(line) for line in page_of(colour=False).splitlines()) <= 100


def test_a_run_with_show_prints_this_page(run) -> None:
    """The command prints exactly the page, brackets where there is no colour; a prefix of the id is enough."""
    shown = "".join(line.rstrip() + "\n" for line in run("show", PACT.event_id[:4]).stdout.splitlines())
    assert shown == GOLDEN.read_text(encoding="utf-8")


def test_every_value_is_marked_in_its_article() -> None:
    """Each claim's and each merged value's evidence that lies in the text has its mark."""
    marks = {(mark.field, FIRST_TEXT[mark.start : mark.end]) for mark in marks_of(PACT, FIRST)}
    wanted = {(claim.field, claim.evidence.text) for claim in PACT.claims if claim.article_id == "a1"}
    wanted |= {("parties", "Zorvane Ltd"), ("parties", "Kelmot"), ("place", "Oslo"), ("date", "August")}
    wanted |= {("amount", "$5 million"), ("product", "kettles"), ("quote", "It is a milestone for us")}
    assert wanted <= marks


def test_colour_marks_without_brackets() -> None:
    """One colour per field, with a legend."""
    page = page_of(colour=True)
    assert "[[" not in page
    assert "\x1b[1;32mOslo" in page
    assert all(field in page for field in STYLES)


def test_a_derived_date_says_from_what() -> None:
    """Both articles stand beside the day."""
    assert "announced 2023-05-31, derived from pact.txt and denial.md" in page_of(colour=False)


def test_evidence_of_the_raw_document_is_named_beside_the_text() -> None:
    """A date in a header line that cleaning took away is still shown."""
    raw = Evidence(text="2023-05-31", start=0, end=10, space="raw")
    claim = PACT.claims[0].model_copy(update={"field": "date", "evidence": raw})
    page = page_of(colour=False, event=PACT.model_copy(update={"claims": (*PACT.claims, claim)}))
    assert 'date read from the part that is not text: "2023-05-31"' in page


def test_a_document_cannot_steer_the_terminal() -> None:
    """Control characters are shown as dots."""
    text = FIRST_TEXT.replace("Oslo from", "Oslo \x1bfrom").replace("from August", "frm August")
    page = page_of(colour=False, articles=(FIRST.model_copy(update={"text": text}),))
    assert "\x1b" not in page


def test_paragraphs_without_marks_are_left_out_visibly() -> None:
    """What was left out is an ellipsis, once a gap."""
    text = "a\nb\nc Oslo\nd\n"
    assert excerpt(text, [Mark(6, 10, "place")], colour=False).plain == "[…]\nc [[Oslo|place]]\n[…]"


def test_marks_that_cross_are_cut_and_equal_ones_share_their_brackets() -> None:
    """Brackets always nest."""
    marks = [Mark(0, 5, "a"), Mark(3, 8, "b"), Mark(3, 5, "c")]
    assert bracketed("0123456789", marks) == "[[012[[34|b,c]]|a]][[567|b]]89"


SPANS = st.tuples(st.integers(0, 19), st.integers(1, 20)).filter(lambda span: span[0] < span[1])


@given(st.lists(st.builds(lambda span, field: Mark(*span, field), SPANS, st.sampled_from("abc")), max_size=8))
def test_brackets_nest_and_leave_the_text_as_it_is(marks: list[Mark]) -> None:
    """Whatever overlaps: without its brackets the text is the same, and every bracket closes."""
    text = "ABCDEFGHIJKLMNOPQRST"
    marked = bracketed(text, marks)
    while (inner := re.sub(r"\[\[([A-Z]*)\|[abc,]+\]\]", r"\1", marked)) != marked:
        marked = inner
    assert marked == text

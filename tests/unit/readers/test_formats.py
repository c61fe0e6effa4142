"""What the formats say of themselves."""

import json

import pytest
from reader_samples import BODY, DAY, FRONT, NEWSML, NINJS, PLAIN, SCHEMA_ORG, TITLE, documents

from pipeline.errors import Rejected
from pipeline.readers import Unreadable
from schemas.outcome import Reason


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", json.dumps(PLAIN)),
        ("a.json", json.dumps(NINJS)),
        ("a.json", json.dumps(SCHEMA_ORG)),
        ("a.md", FRONT + BODY),
        ("a.xml", NEWSML),
    ],
    ids=["plain", "ninjs", "schema.org", "front matter", "NewsML-G2"],
)
def test_metadata_gives_headline_and_day(name, content):
    """The day is as the metadata says, with its words in the raw document as evidence."""
    (document,) = documents(name, content)
    assert document.headline == TITLE
    assert (document.published.value, document.published.source) == (DAY, "meta")
    evidence = document.published.evidence
    assert document.raw[evidence.start : evidence.end] == DAY


def test_front_matter_is_no_part_of_the_body():
    """The body of a Markdown file starts behind its front matter."""
    (document,) = documents("a.md", FRONT + BODY)
    assert document.body == BODY
    assert document.byline == ("Ida Berg",)


def test_a_colon_in_a_title_spoils_no_front_matter():
    """It is no YAML, but often met."""
    (document,) = documents("a.md", f"---\ntitle: Oats: a tale\ndate: {DAY} 23:30:00 -0800\n---\n{BODY}")
    assert (document.headline, document.published.value, document.body) == ("Oats: a tale", DAY, BODY)


def test_references_in_front_matter_do_not_unfold():
    """A field that is a list of lists of lists is no title."""
    levels = "".join(f"{a}: &{a} [{', '.join([f'*{b}'] * 9)}]\n" for a, b in zip("bcdefgh", "abcdefg", strict=True))
    (document,) = documents("a.md", f"---\na: &a [x, x]\n{levels}title: *h\n---\n{BODY}")
    assert (document.headline, document.body) == (None, BODY)


@pytest.mark.parametrize(
    ("told", "day", "words"),
    [
        ("2024-05-01T23:30:00-08:00", "2024-05-01", "2024-05-01"),
        ("Wed, 1 May 2024 10:00:00 GMT", "2024-05-01", "1 May 2024"),
        ("May 1st, 2024", "2024-05-01", "May 1st, 2024"),
        ("20240501T080000Z", "2024-05-01", "20240501"),
        (1714550400, "2024-05-01", "1714550400"),
        ("1714550400000", "2024-05-01", "1714550400000"),
        ("2024-05", "2024-05", "2024-05"),
        ("May 2024", "2024-05", "May 2024"),
        ("2024", "2024", "2024"),
    ],
)
def test_a_date_is_as_precise_as_it_is_told(told, day, words):
    """In whatever form; no day is made of a month."""
    (document,) = documents("a.json", json.dumps(PLAIN | {"published": told}))
    published = document.published
    assert (published.value, published.evidence.text) == (day, words)
    assert published.evidence.holds(document.raw)


@pytest.mark.parametrize("told", ["01/02/2024", "Monday", "5", "9999", "2024-13-01", "31 June 2024", None, {"a": 1}])
def test_what_is_no_date_is_none(told):
    """Nor is one that two countries read differently."""
    (document,) = documents("a.json", json.dumps(PLAIN | {"published": told}))
    assert document.published is None


def test_a_text_full_of_tags_is_a_page():
    """Records of scraped pages often call their HTML a text."""
    (document,) = documents("a.json", json.dumps(PLAIN | {"text": f"<p>{BODY}</p>"}))
    assert document.html


def test_half_a_character_becomes_a_mark_of_its_loss():
    """An escape that no file can hold harms neither the text nor its places."""
    (document,) = documents("a.json", json.dumps(PLAIN).replace("“", "\\ud83d").replace("\\u201c", "\\ud83d"))
    assert "\ufffdoat milk" in document.body
    document.body.encode()
    for one in document.segments:
        here = document.body[one.start : one.start + one.length]
        assert here == document.raw[one.raw_start : one.raw_start + one.length]


def test_a_rule_between_lines_is_no_front_matter():
    """Dashes around something that is no YAML lose no words."""
    text = f"---\nA line: with: colons: \t[\n---\n{BODY}"
    (document,) = documents("a.md", text)
    assert document.body == text


def test_the_sources_of_a_ninjs_item_are_kept():
    """`infoSources` name other outlets."""
    (document,) = documents("a.json", json.dumps(NINJS))
    assert [source.name for source in document.info_sources] == ["Nordhavn Wire"]


def test_each_line_is_named_by_its_number():
    """Blank lines count, but are no documents."""
    line = json.dumps(PLAIN)
    assert [d.path for d in documents("a.jsonl", f"{line}\n\n{line}\n")] == ["a.jsonl#1", "a.jsonl#3"]


@pytest.mark.parametrize("position", [0, 1, 2])
def test_a_bad_line_loses_no_good_one(position):
    """Wherever it stands, only the bad line is unreadable, and the error says why."""
    lines = [json.dumps(PLAIN)] * 2
    lines.insert(position, '{"title": "cut off')
    found = documents("a.jsonl", "\n".join(lines))
    bad = [d for d in found if isinstance(d, Unreadable)]
    assert [d.path for d in bad] == [f"a.jsonl#{position + 1}"]
    assert bad[0].error.reason == Reason.BROKEN_JSON
    assert len(found) == 3


def test_each_object_of_an_array_is_a_document():
    """One without a text is unreadable, the other is read."""
    good, bad = documents("a.json", json.dumps([PLAIN, {"title": TITLE}]))
    assert good.body == BODY
    assert bad.error.reason == Reason.NOT_NEWS


def test_each_item_of_a_news_message_is_a_document():
    """A NewsML message may hold several items."""
    item = NEWSML.partition("?>")[2]
    found = documents("a.xml", f"<newsMessage>{item}{item}</newsMessage>")
    assert [d.path for d in found] == ["a.xml#1", "a.xml#2"]


def test_comments_of_an_xml_file_are_no_words_of_the_story():
    """A remark before or within the text is left out."""
    text = NEWSML.replace("<contentMeta>", "<!-- checked --><contentMeta>").replace("<p>", "<p><!-- house style -->")
    (document,) = documents("a.xml", text)
    assert document.body == BODY


def with_entities(declared, used):
    """The NewsML sample with entities of its own."""
    doctype = f"<!DOCTYPE newsItem [{declared}]>"
    return NEWSML.replace("?>", f"?>{doctype}", 1).replace(BODY, f"{BODY} {used}")


def test_entities_of_an_xml_file_are_not_expanded(tmp_path):
    """Neither declared words nor files of this machine come into a text."""
    secret = tmp_path / "secret.txt"
    secret.write_text("boom", encoding="utf-8")
    declared = f'<!ENTITY a "boom"><!ENTITY f SYSTEM "{secret.as_uri()}">'
    (document,) = documents("a.xml", with_entities(declared, "&a; &f;"))
    assert "boom" not in document.body
    assert BODY in document.body


def test_entities_that_grow_without_end_are_refused():
    """A file that unfolds to a thousand million words is broken, not read."""
    declared = '<!ENTITY l0 "boom">' + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 9))
    with pytest.raises(Rejected) as refused:
        documents("a.xml", with_entities(declared, "&l8;"))
    assert refused.value.reason == Reason.BROKEN_XML

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

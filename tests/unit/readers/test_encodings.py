"""From bytes to characters, and what is refused."""

import gzip
import json
import random

import pytest
from reader_samples import BODY, HTML, MAX_BYTES, NEWSML, PLAIN, documents

from pipeline.errors import Rejected
from schemas.outcome import Reason

ACCENTED = "Die Bäckerei Größ übernimmt die Mühle in Öland für fünf Millionen Kronen, sagte Käthe Jürgens am Dienstag."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_read_with_or_without_a_mark(encoding):
    """The mark is no character of the text."""
    (document,) = documents("a.txt", ACCENTED.encode(encoding))
    assert document.body == ACCENTED


def test_the_byte_order_of_a_mark_is_obeyed():
    """Big-endian UTF-16 too."""
    (document,) = documents("a.txt", b"\xfe\xff" + ACCENTED.encode("utf-16-be"))
    assert document.body == ACCENTED


def test_latin_letters_are_detected():
    """A text without any declaration in a one-byte encoding keeps its umlauts."""
    (document,) = documents("a.txt", (ACCENTED * 5).encode("latin-1"))
    assert document.body == ACCENTED * 5


def test_a_declared_encoding_is_obeyed():
    """`meta charset` decides where the bytes are not UTF-8."""
    page = HTML.replace("<head>", '<head><meta charset="cp1251">').replace(BODY, "Молоко из овса")
    (document,) = documents("a.html", page.encode("cp1251", "replace"))
    assert "Молоко из овса" in document.body


SMART = "Käthe’s firm paid “£5m – about €6m” for the mill in Öland, it said on Tuesday."


def test_a_label_means_what_it_means_on_the_web():
    """Pages that say Latin-1 are written in Windows' letters, with their quotation marks."""
    page = HTML.replace("<head>", '<head><meta charset="iso-8859-1">').replace(BODY, SMART)
    (document,) = documents("a.html", page.encode("cp1252"))
    assert SMART in document.body


def test_the_encoding_of_an_xml_declaration_is_obeyed_once():
    """Whether the bytes are as declared or are UTF-8 after all."""
    text = NEWSML.replace("UTF-8", "ISO-8859-1").replace(BODY, ACCENTED)
    for encoding in ("latin-1", "utf-8"):
        (document,) = documents("a.xml", text.encode(encoding))
        assert document.body == ACCENTED


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_wide_letters_are_told_without_a_mark(encoding):
    """Zero bytes on one side only are UTF-16, not a binary file."""
    (document,) = documents("a.txt", ACCENTED.encode(encoding))
    assert document.body == ACCENTED


def test_one_spoilt_character_changes_no_other():
    """A UTF-8 file with a broken byte stays UTF-8."""
    (document,) = documents("a.txt", (ACCENTED + " \n" + ACCENTED).encode().replace(b" \n", b" \xc3\n"))
    assert document.body.count("Bäckerei Größ") == 2


@pytest.mark.parametrize("name", ["BMW", "FWS Group", "RIFF Energy", "8BPS Bank"])
def test_a_name_that_looks_like_a_file_mark_is_text(name):
    """Two letters make no picture of a news text."""
    for encoding in ("utf-8", "cp1252"):
        (document,) = documents("a.txt", f"{name} said: {SMART}".encode(encoding))
        assert document.body == f"{name} said: {SMART}"


def test_line_ends_are_made_even():
    """Windows and old Mac line ends are line ends."""
    (document,) = documents("a.txt", b"One.\r\nTwo.\rThree.")
    assert document.body == "One.\nTwo.\nThree."


def nested(depth):
    """JSON in so many arrays."""
    return '{"text": ' + "[" * depth + "]" * depth + "}"


PACKED = gzip.compress(BODY.encode())
REFUSED = {
    "nothing": ("a.txt", b"", Reason.EMPTY),
    "white space": ("a.txt", b" \n\t ", Reason.EMPTY),
    "packed nothing": ("a.txt.gz", gzip.compress(b""), Reason.EMPTY),
    "image": ("a.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, Reason.BINARY),
    "zero bytes": ("a.txt", b"MZ\x90\0\x03\0\0\0" * 40, Reason.BINARY),
    "half a UTF-16 character": ("a.txt", ACCENTED.encode("utf-16")[:-1], Reason.UNDECODABLE),
    "PDF": ("a.txt", b"%PDF-1.4\n1 0 obj << /Type /Catalog >>\nendobj\n", Reason.BINARY),
    "control characters": ("a.txt", b"\x01\x02\x03\x04\x05 abc" * 50, Reason.UNDECODABLE),
    "half a gzip file": ("a.txt.gz", PACKED[: len(PACKED) // 2], Reason.BROKEN_ARCHIVE),
    "damaged gzip file": ("a.txt.gz", PACKED[:12] + b"\xff\xff\xff" + PACKED[15:], Reason.BROKEN_ARCHIVE),
    "gzip bomb": ("a.txt.gz", gzip.compress(b"a" * 50 * MAX_BYTES), Reason.TOO_LARGE),
    "large file": ("a.txt", b"a" * (MAX_BYTES + 1), Reason.TOO_LARGE),
    "cut JSON": ("a.json", json.dumps(PLAIN)[:-5].encode(), Reason.BROKEN_JSON),
    "JSON without text": ("a.json", b'{"title": "Lintara"}', Reason.NOT_NEWS),
    "JSON number": ("a.json", b"[1]", Reason.NOT_NEWS),
    "deep JSON": ("a.json", nested(200_000).encode(), Reason.TOO_DEEP),
    "XML of another kind": ("a.xml", b"<rss><channel><title>News</title></channel></rss>", Reason.NOT_NEWS),
    "cut XML of another kind": ("a.xml", b"<?xml version='1.0'?><rss><channel>", Reason.BROKEN_XML),
    "deep XML": ("a.xml", b"<newsItem>" + b"<p>" * 5000 + b"</p>" * 5000 + b"</newsItem>", Reason.TOO_DEEP),
    "cut XML": ("a.xml", NEWSML[:-15].encode(), Reason.BROKEN_XML),
}


@pytest.mark.parametrize(("name", "content", "reason"), REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_read_is_refused_with_its_reason(name, content, reason):
    """Each fault has its own code."""
    with pytest.raises(Rejected) as refused:
        documents(name, content)
    assert refused.value.reason == reason


def test_whatever_the_bytes_are_they_are_read_or_refused():
    """Random bytes, packed or not, raise nothing but Rejected."""
    chance = random.Random(7)
    ends = set()
    for number in range(150):
        noise = chance.randbytes(chance.randrange(1, 400))
        content = (b"", b"{", b"<newsItem>", b"\x1f\x8b\x08", b"\xff\xfe", b"---\n")[number % 6] + noise
        try:
            documents("download", content)
            ends.add("read")
        except Rejected:
            ends.add("refused")
    assert "refused" in ends

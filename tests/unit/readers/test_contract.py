"""What every reader promises."""

import gzip

import pytest
from reader_samples import BODY, SAMPLES, documents

from pipeline.readers import READERS

FORMS = [(reader, *form) for reader in READERS for form in SAMPLES.get(reader, [])]
NAMES = [name for _, name, _, _ in FORMS]


@pytest.mark.parametrize("reader", READERS)
def test_every_registered_reader_has_a_sample(reader):
    """A reader joins the registry together with a file that shows what it reads."""
    assert SAMPLES.get(reader)


@pytest.mark.parametrize(("reader", "name", "content", "kind"), FORMS, ids=NAMES)
def test_a_sample_is_read_with_its_words(reader, name, content, kind):
    """The body holds the story, the kind tells the format, the path is the file's or a line of it."""
    found = documents(name, content)
    assert found
    for document in found:
        assert document.kind == kind
        assert BODY in document.body
        assert document.path.split("#")[0] == name


@pytest.mark.parametrize(("reader", "name", "content", "kind"), FORMS, ids=NAMES)
def test_a_packed_sample_is_read_as_the_same(reader, name, content, kind):
    """`.gz` changes nothing but the name."""
    plain = documents(name, content)
    packed = documents(f"{name}.gz", gzip.compress(content.encode()))
    assert [d.body for d in packed] == [d.body for d in plain]
    assert [d.kind for d in packed] == [d.kind for d in plain]


@pytest.mark.parametrize(("reader", "name", "content", "kind"), FORMS, ids=NAMES)
def test_the_kind_is_told_by_content(reader, name, content, kind):
    """A file under no telling name is read as what it holds."""
    named = name if name == "a.md" else "download"
    assert {d.kind for d in documents(named, content)} == {kind}


@pytest.mark.parametrize(("reader", "name", "content", "kind"), FORMS, ids=NAMES)
def test_each_segment_slices_to_equal_characters(reader, name, content, kind):
    """What a segment says stands in the raw document stands there."""
    for document in documents(name, content):
        assert document.segments or document.html
        for one in document.segments:
            here = document.body[one.start : one.start + one.length]
            assert here == document.raw[one.raw_start : one.raw_start + one.length]

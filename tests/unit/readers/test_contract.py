"""What every reader promises."""

import gzip

import pytest
from reader_samples import BODY, SAMPLES, documents

from pipeline.readers import READERS

FORMS = [form for reader in READERS for form in SAMPLES.get(reader, [])]
NAMES = [name for name, _, _ in FORMS]
each_form = pytest.mark.parametrize(("name", "content", "kind"), FORMS, ids=NAMES)
each_file = pytest.mark.parametrize(("name", "content"), [form[:2] for form in FORMS], ids=NAMES)


@pytest.mark.parametrize("reader", READERS)
def test_every_registered_reader_has_a_sample(reader):
    """A reader joins the registry together with a file that shows what it reads."""
    assert SAMPLES.get(reader)


@each_form
def test_a_sample_is_read_with_its_words(name, content, kind):
    """The body holds the story, the kind tells the format, the path is the file's or a line of it."""
    found = documents(name, content)
    assert found
    for document in found:
        assert document.kind == kind
        assert BODY in document.body
        assert document.path.split("#")[0] == name


@each_file
def test_a_packed_sample_is_read_as_the_same(name, content):
    """`.gz` changes nothing but the name."""
    plain = documents(name, content)
    packed = documents(f"{name}.gz", gzip.compress(content.encode()))
    assert [d.body for d in packed] == [d.body for d in plain]
    assert [d.kind for d in packed] == [d.kind for d in plain]


@each_form
def test_the_kind_is_told_by_content(name, content, kind):
    """A file under no telling name is read as what it holds."""
    named = name if name == "a.md" else "download"
    assert {d.kind for d in documents(named, content)} == {kind}


@each_file
def test_each_segment_slices_to_equal_characters(name, content):
    """What a segment says stands in the raw document stands there."""
    for document in documents(name, content):
        assert document.segments or document.html
        for one in document.segments:
            here = document.body[one.start : one.start + one.length]
            assert here == document.raw[one.raw_start : one.raw_start + one.length]

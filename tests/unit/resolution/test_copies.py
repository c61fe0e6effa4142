"""Copies: syndicated text."""

import random

import pytest

from pipeline.resolution.copies import Signature, copy_score, is_copy, original, shingles, signature

WORDS = [f"word{n}" for n in range(2000)]


def text(seed, sentences=30):
    """An invented text of paragraphs."""
    dice = random.Random(seed)
    return "\n\n".join(" ".join(dice.choices(WORDS, k=20)) for _ in range(sentences))


def test_the_same_text_is_a_copy_and_another_is_none():
    """The two ends of the scale."""
    assert copy_score(signature(text(1)), signature(text(1))) == 1.0
    assert copy_score(signature(text(1)), signature(text(2))) < 0.1


def test_a_cut_copy_with_another_headline_is_still_a_copy():
    """Editors cut the tail and change the head."""
    whole = text(1)
    cut = "Another headline\n\n" + "\n\n".join(whole.split("\n\n")[1:22])
    one, other = signature(whole), signature(cut)
    assert is_copy(one, other)
    assert one.bands() & other.bands()


def test_a_shared_quote_makes_no_copy():
    """Two articles that quote the same words are two voices."""
    one, other = text(1).split("\n\n"), text(2).split("\n\n")
    other[3:6] = one[3:6]
    assert not is_copy(signature("\n\n".join(one)), signature("\n\n".join(other)))


def test_short_texts_prove_nothing():
    """Two notices of one sentence are not taken for copies."""
    assert (
        copy_score(signature("Northwind signs a deal with Halden"), signature("Northwind signs a deal with Halden"))
        == 0.0
    )


def test_boilerplate_does_not_chain():
    """What an outlet prints under every article makes no copies of them."""
    tail = "\n\n" + text(9, sentences=40)
    one, other = text(1, sentences=8) + tail, text(2, sentences=8) + tail
    house = shingles(tail)
    assert is_copy(signature(one), signature(other))
    assert not is_copy(signature(one, house), signature(other, house))


def test_signatures_are_the_same_in_every_process():
    """They are stored, so they must not depend on the process's hash seed."""
    assert signature(text(3)).values[:2] == signature(text(3)).values[:2]
    assert isinstance(signature(text(3)), Signature)


@pytest.mark.parametrize("links", [[("a", "b"), ("b", "c")], [("b", "c"), ("a", "b")]])
def test_the_original_is_the_earliest_direct_copy(links):
    """A text that copies a copy goes back one step only: similarity is no chain."""
    rank = {"a": ("2024-01-01",), "b": ("2024-01-02",), "c": ("2024-01-03",)}
    assert [original(name, rank, links) for name in "abc"] == ["a", "a", "b"]

"""Names: the capitalised runs of a text that name somebody or something, before anyone asks what they name."""

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.extraction.capitals import runs_of
from pipeline.extraction.document import Sentence
from pipeline.extraction.naming import Name, name_in
from pipeline.extraction.syntax import Syntax

_LOWERED = re.compile(r"(?<![\w.@/])[a-z][\w’'-]*[\w](?![\w@/]|\.\w)")
_BEFORE_NOUN = re.compile(r"\s(?:the|these|those|its|their|his|her|our)\b")
_GENITIVE_NAME = re.compile(
    r"[’']s(?=[,.;:)]|\s(?:was|were|is|has|had|said|says|will|would|to|for|and|in|at|on|by|from|with|of)\b)"
)


def find_names(text: str, syntax: Syntax, sentences: tuple[Sentence, ...]) -> tuple[Name, ...]:
    """The names of all sentences in text order; words that only begin a sentence or a title-cased headline are none."""
    found = list(_possible(text, sentences))
    sure = {form for name in found if not name.doubtful for form in (name.text, name.text.rsplit(maxsplit=1)[-1])}
    doubtful = [name for name in found if name.text not in sure]
    syntax.prepare(name.sentence for name in doubtful)
    by_index = {sentence.index: sentence for sentence in sentences}
    refused = {
        n.start for n in doubtful if _BEFORE_NOUN.match(text, n.end) or not _is_proper(syntax, by_index[n.sentence], n)
    }
    return tuple(name for name in found if name.start not in refused)


def _possible(text: str, sentences: tuple[Sentence, ...]) -> Iterator[Name]:
    """What can be a name by its letters, its neighbours and the rest of the document."""
    lowered = frozenset(_LOWERED.findall(text))
    for sentence in sentences:
        said = text[sentence.start : sentence.end]
        if (sentence.block == "headline" or said[-1] not in '.!?”"') and is_title_case(said):
            continue
        for run in runs_of(text, sentence):
            name = name_in(run, text, sentence, lowered)
            if name is not None:
                yield name


def _is_proper(syntax: Syntax, sentence: Sentence, name: Name) -> bool:
    """Whether the word's class in its sentence is that of a name."""
    span = syntax.span(sentence, name.start, name.end)
    return span is not None and span.root.pos_ == "PROPN"


def with_genitive_names(names: tuple[Name, ...], text: str) -> tuple[Name, ...]:
    """The names, with the genitive ending where it is part of one: what follows "Harrod's" is no thing that it owns."""
    ends = {n.text for n in names if _GENITIVE_NAME.match(text, n.end)}
    others = {n.text for n in names if not re.match(r"[’']s\b", text[n.end :])}
    return tuple(
        replace(n, end=n.end + 2, text=text[n.start : n.end + 2])
        if n.text in ends - others and re.match(r"[’']s\b", text[n.end : n.end + 3])
        else n
        for n in names
    )


def is_title_case(said: str) -> bool:
    """Whether nearly all longer words are capitalised, as in a headline, so that capitals say nothing."""
    long_words = re.findall(r"[^\W\d_]{4,}", said)
    return len(long_words) >= 3 and sum(w[0].isupper() for w in long_words) > 0.72 * len(long_words)

"""Entities: companies, authorities, persons, places and products of a document, typed from all that it says of them."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator

from pipeline.extraction import gazetteer
from pipeline.extraction.aliases import Group, group_names, is_short_for
from pipeline.extraction.authorities import find_authorities
from pipeline.extraction.datelines import dateline_span
from pipeline.extraction.document import Entity, EntityKind, Sentence, Surface
from pipeline.extraction.folding import core_tokens, name_tokens
from pipeline.extraction.kinds import Scores, kind_of, scores_of
from pipeline.extraction.name_words import is_legal_form
from pipeline.extraction.names import find_names, with_genitive_names
from pipeline.extraction.naming import Name
from pipeline.extraction.outlets import outlets_among
from pipeline.extraction.syntax import Syntax

_LEAST_LETTERS = 3
_BEGUN = re.compile(r"[\w@#]")
_GOES_ON = re.compile(r"\w")
_KINDS: dict[str, EntityKind] = {k: k for k in ("org", "government", "person", "place", "product")}


def find_entities(text: str, syntax: Syntax, sentences: tuple[Sentence, ...]) -> tuple[Entity, ...]:
    """The entities that the text names, in the order in which it names them first."""
    by_form: dict[str, list[Name]] = defaultdict(list)
    begin, end = dateline_span(text, sentences)
    for name in with_genitive_names(find_names(text, syntax, sentences), text):
        if begin <= name.start < end and not gazetteer.is_place(name.text):
            continue
        by_form[name.text].append(name)
    for form in {*filter(lambda form: _is_glued(form, by_form), by_form), *outlets_among(by_form, text)}:
        del by_form[form]
    alone = frozenset(form for form in by_form if " " not in form)
    scores = {form: scores_of(names, text, alone) for form, names in by_form.items()}
    typed = [(_kind(form, scores), names) for form, names in by_form.items()]
    authorities: dict[str, list[Name]] = defaultdict(list)
    for name in find_authorities(text, sentences):
        authorities[name.text].append(name)
    typed += [("government", names) for names in authorities.values()]
    groups = group_names([(kind, names) for kind, names in typed if kind in _KINDS], text)
    entities = [_entity(group, text) for group in groups]
    return tuple(sorted(entities, key=lambda e: (e.surfaces[0].start, e.entity_id)))


def _is_glued(form: str, forms: Collection[str]) -> bool:
    """Whether a form says another twice, as where a line's end was lost: "About OslundOslund makes pumps"."""
    plain = form.casefold()
    firsts = ((other.casefold(), other.casefold().split()[0]) for other in forms)
    return any(plain.startswith(said) and plain[len(said) :].lstrip().startswith(first) for said, first in firsts)


def _kind(form: str, scores: dict[str, Scores]) -> str:
    """The kind of a form; a short one is helped by the longer names that it may shorten."""
    own: Scores = scores[form].copy()
    for other, score in scores.items():
        if len(other) > len(form) and form in other:
            kind = kind_of(score, other)
            if kind in ("org", "person") and is_short_for(form, other, kind):
                own[kind] += 3
    return kind_of(own, form)


def _entity(group: Group, text: str) -> Entity:
    """The entity that a group of names makes, with every place in the text where it is named."""
    forms = group.forms
    name = _fullest(group)
    surfaces = _surfaces(group, text)
    tokens = core_tokens(name) if group.kind == "org" else name_tokens(name)
    return Entity(
        entity_id=f"{group.kind}:{' '.join(tokens)}",
        kind=_KINDS[group.kind],
        name=name,
        aliases=tuple(f for f in forms if f != name),
        surfaces=surfaces,
    )


def _fullest(group: Group) -> str:
    """The fullest form of a name: with its legal form where told; an arm's country only where no other form is told."""
    forms = [f for f in group.forms if f not in group.former] or group.forms
    if group.kind != "org":
        return forms[0]
    registered = [f for f in forms if " " in f and is_legal_form(f.split()[-1])]
    plain = [f for f in forms if not _is_arm(f, forms)]
    return (registered or plain or forms)[0]


def _is_arm(form: str, forms: list[str]) -> bool:
    """Whether a form is another one with a country behind it: "Oslund India" where "Oslund" is named too."""
    front, _, country = form.rpartition(" ")
    return front in forms and gazetteer.is_country(country)


def _places_of(form: str, text: str) -> Iterator[tuple[int, int]]:
    """Where a form stands as a word of its own."""
    start = text.find(form)
    while start >= 0:
        end = start + len(form)
        if not _GOES_ON.match(text, end) and not _BEGUN.match(text[max(0, start - 1) : start]):
            yield start, end
        start = text.find(form, start + 1)


def _surfaces(group: Group, text: str) -> tuple[Surface, ...]:
    """Where the group's names stand: a form that is known from one place is known wherever it stands."""
    found = {(n.start, n.end) for n in group.names}
    for form in group.forms:
        if len(form) >= _LEAST_LETTERS and not form.islower():
            found |= set(_places_of(form, text))
    return tuple(Surface(start, end, text[start:end], "name") for start, end in sorted(found))

"""Entities: companies, authorities, persons, places and products of a document, typed from all that it says of them."""

from collections import defaultdict

from spacy.tokens import Doc

from pipeline.extraction.aliases import Group, group_names, is_short_for
from pipeline.extraction.document import Entity, EntityKind, Sentence, Surface
from pipeline.extraction.folding import core_tokens, name_tokens
from pipeline.extraction.kinds import Scores, kind_of, scores_of
from pipeline.extraction.names import Name, find_names

_KINDS: dict[str, EntityKind] = {k: k for k in ("org", "government", "person", "place", "product")}


def find_entities(text: str, doc: Doc, sentences: tuple[Sentence, ...]) -> tuple[Entity, ...]:
    """The entities that the text names, in the order in which it names them first."""
    by_form: dict[str, list[Name]] = defaultdict(list)
    for name in find_names(text, doc, sentences):
        by_form[name.text].append(name)
    scores = {form: scores_of(names, text, doc) for form, names in by_form.items()}
    typed = [(_kind(form, scores), names) for form, names in by_form.items()]
    groups = group_names([(kind, names) for kind, names in typed if kind in _KINDS], text)
    entities = [_entity(group, text) for group in groups]
    return tuple(sorted(entities, key=lambda e: (e.surfaces[0].start, e.entity_id)))


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
    """The fullest form of a name."""
    return group.forms[0]


def _surfaces(group: Group, text: str) -> tuple[Surface, ...]:
    """Where the group's names stand."""
    found = {(n.start, n.end) for n in group.names}
    return tuple(Surface(start, end, text[start:end], "name") for start, end in sorted(found))

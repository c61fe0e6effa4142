"""People: the title and the organization that a text gives a person."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.extraction.document import Entity
from pipeline.extraction.folding import folded
from pipeline.extraction.name_words import TITLE_HEADS, TITLE_WORDS
from pipeline.extraction.standing import Named, Standing

_AFTER = re.compile(r"\s?@?[\w]*,?\s?(?:,|\(|—|–)\s?(?:who\s(?:is|was)\s)?(?:the|its|their|our|an?|his|her)?\s?(?=\w)")
_STOP = re.compile(r"[,.;:()\n”\"—@]|\s(?:said|says|told|added|wrote|who|which|praised|will|was|is|has|called|met)\b")
_LINK = re.compile(r",?\s?(?:of|at|for|with|from|in charge of)\s(?:the\s)?$")
_WORD_BEFORE = re.compile(r"([\w&’'./-]+)[,\s]+$")
_SMALL = frozenset({"and", "of", "&", "for", "the"})
_GENITIVE = re.compile(r"(?:[’']s?)?(?:\s(?:group|company|Group))?[\s,]+$")
_INDEPENDENT = re.compile(
    r"\b(?:analyst|economist|lawyer|minister|professor|secretary|commissioner|judge|mayor|senator)\b", re.IGNORECASE
)
_NEAR = 250


@dataclass(frozen=True)
class _Office:
    """What one place in the text says a person is."""

    title: str
    affiliation: str | None


def with_offices(entities: tuple[Entity, ...], text: str) -> tuple[Entity, ...]:
    """The entities, each person with the fullest title told and the organization that it belongs to."""
    standing = Standing(entities)
    return tuple(_with_office(e, text, standing) if e.kind == "person" else e for e in entities)


def _with_office(person: Entity, text: str, standing: Standing) -> Entity:
    """The person with title and affiliation, where the text gives them."""
    offices = [o for s in person.surfaces for o in _offices(Named(s.start, s.end, person), text, standing)]
    if not offices:
        return person
    titled = max(offices, key=lambda o: (o.affiliation is not None, len(o.title)))
    affiliation = titled.affiliation
    if affiliation is None and not _INDEPENDENT.search(titled.title):
        nearest = standing.last_before(person.surfaces[0].start, "org", reach=_NEAR)
        affiliation = nearest.entity.name if nearest else None
    return replace(person, title=titled.title, affiliation=affiliation)


def _offices(named: Named, text: str, standing: Standing) -> Iterator[_Office]:
    """The offices that stand after and before a person's name."""
    after = _AFTER.match(text, named.end)
    if after:
        office = _office_after(after.end(), text, standing)
        if office:
            yield office
    office = _office_before(named.start, text, standing)
    if office:
        yield office


def _office_after(start: int, text: str, standing: Standing) -> _Office | None:
    """The office in an apposition: "the managing director of Tarvik", "Director, Tarvik"."""
    stop = _STOP.search(text, start)
    end = stop.start() if stop else len(text)
    orgs = standing.within(start, end, "org", "government")
    first = orgs[0] if orgs else None
    said = text[start : first.start if first else end]
    link = _LINK.search(said)
    title = said[: link.start()] if link and first else said
    title = _without_next(re.sub(r"^(?:the|its|their|our|an?|former)\s", "", title.strip(" ,")))
    if not _is_title(title):
        return _owned_office(first, end, text) if first and first.start == start else None
    if first is None and text[end : end + 1] == ",":
        first = standing.at(end + 2, "org", "government")
    if first is None and text[end : end + 1] == "@":
        first = _bearer(text[end + 1 : end + 40], standing)
    return _Office(title, first.entity.name if first else None)


def _bearer(said: str, standing: Standing) -> Named | None:
    """The organization whose name a handle begins with."""
    handle = folded(re.split(r"\W", said)[0]).replace("_", "")
    return next(
        (n for n in standing.all if n.entity.kind == "org" and handle.startswith(folded(n.text.split()[0]))), None
    )


def _without_next(title: str) -> str:
    """The title without a second person that "and" leads to."""
    front, _, back = title.partition(" and ")
    return title if not back or any(w.casefold().strip(",") in TITLE_WORDS for w in back.split()[:3]) else front


def _owned_office(owner: Named, end: int, text: str) -> _Office | None:
    """The office in "Tarvik's managing director" or "Tarvik chairman"."""
    title = re.sub(r"^[’']s?\s", "", text[owner.end : end]).strip(" ,")
    return _Office(title, owner.entity.name) if _is_title(title) else None


def _office_before(start: int, text: str, standing: Standing) -> _Office | None:
    """The office before a name: "Tarvik chief executive Ana Lind", "the chairman of Tarvik, Ana Lind"."""
    begin = start
    while word := _WORD_BEFORE.search(text, max(0, begin - 40), begin):
        plain = word.group(1).casefold().strip(".,")
        if plain not in TITLE_WORDS and plain not in _SMALL:
            break
        begin = word.start(1)
    title = text[begin:start].strip(" ,")
    title = re.sub(r"^(?:(?:and|of|&|for|the)\s)+", "", title)
    if not _is_title(title):
        return _office_of(start, text, standing)
    genitive = _GENITIVE.search(text, max(0, begin - 12), begin)
    owner = standing.ending_at(genitive.start(), "org", "government") if genitive else None
    return _Office(title, owner.entity.name if owner else None)


def _office_of(start: int, text: str, standing: Standing) -> _Office | None:
    """The office in "the chairman of Tarvik, Ana Lind"."""
    owner = standing.last_before(start, "org", reach=60)
    if owner is None or text[owner.end : start].strip() not in (",", ""):
        return None
    before = re.search(r"((?:[\w&’'-]+\s){1,6})(?:of|at)\s(?:the\s)?$", text[max(0, owner.start - 70) : owner.start])
    title = re.sub(r"^.*?\b(?=(?:" + "|".join(_STARTS) + r")\b)", "", before.group(1).strip()) if before else ""
    return _Office(title, owner.entity.name) if _is_title(title) else None


_STARTS = sorted(TITLE_HEADS | {"managing", "vice", "deputy", "executive", "senior"}, key=len, reverse=True)


def _is_title(said: str) -> bool:
    """Whether words are a title: short, with the head of one in them."""
    found = [w.casefold().strip(".,") for w in re.findall(r"[\w’'./-]+", said)]
    return 0 < len(found) <= 12 and any(w in TITLE_HEADS for w in found) and len(said) < 110

"""Assembly: the drafts of an article joined into one happening for each that it tells."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from pipeline.extraction.document import Draft
from pipeline.extraction.happening import TWO_PARTIES, Happening, rank
from schemas.dates import contains
from schemas.taxonomy import TypeSpec
from schemas.vocabulary import PASSED

_OPPOSED = {frozenset(("opening", "closure")), frozenset(("construction", "closure")), frozenset(("layoffs", "hiring"))}
_ALONE = 0.5


def assemble(drafts: Iterable[Draft], types: Mapping[str, TypeSpec]) -> tuple[Happening, ...]:
    """Happenings with enough parties, in text order; two deals of one pair stay two where their dates differ."""
    happenings: list[Happening] = []
    for draft in sorted(drafts, key=_order):
        spec = types[draft.candidate.type]
        alike = [h for h in happenings if h.spec.type == spec.type]
        news = next((h for h in alike if _says_more_of(draft, h)), None)
        home = news or next((h for h in alike if _belongs(draft, h)), None)
        if home is None:
            home = Happening(spec)
            happenings.append(home)
        home.drafts.append(draft if news is None else _no_recap(draft))
    return tuple(sorted(filter(_is_whole, happenings), key=lambda h: h.best.candidate.trigger.start))


def _order(draft: Draft) -> tuple[object, ...]:
    """News first, of which recaps may say more; those that name most first."""
    return draft.background, -len(draft.names), rank(draft)


def _says_more_of(draft: Draft, happening: Happening) -> bool:
    """Whether what looks like a recap calls a deal that is news by a noun, and may say with whom: "the round was led by"."""
    if not (happening.spec.deal and draft.background and draft.refers_back) or happening.background:
        return False
    return _may_be_its_parties(draft, happening) and not _dates_differ(draft, happening)


def _no_recap(draft: Draft) -> Draft:
    """A draft that says more of news: nothing earlier is recalled by it."""
    signals = replace(draft.signals, told_recap=0.0, read_recap=0.0)
    return replace(draft, background=False, signals=signals)


def _is_whole(happening: Happening) -> bool:
    """Whether every role that the type needs is filled; one party is enough where its deal is told more likely than not."""
    spec = happening.spec
    filled = {a.role for d in happening.drafts for a in d.arguments}
    needed = all(role in filled for role, wanted in spec.roles.items() if wanted.min)
    alone = max(d.signals.told_news for d in happening.drafts) > _ALONE
    return needed and len(happening.names) >= (1 if alone else spec.min_parties)


def _belongs(draft: Draft, happening: Happening) -> bool:
    """Whether a draft tells the same happening: its parties are among the other's, and nothing speaks against it."""
    shared = draft.names & happening.names
    if not shared or draft.background != happening.background or _dates_differ(draft, happening):
        return False
    if happening.spec.min_parties >= TWO_PARTIES:
        return len(shared) >= TWO_PARTIES or draft.names <= happening.names
    return not _opposed(draft, happening) and not _places_differ(draft, happening)


def _may_be_its_parties(draft: Draft, happening: Happening) -> bool:
    """Whether a draft names a party of a happening; for a pair, both, or all that either names."""
    shared = draft.names & happening.names
    if happening.spec.min_parties < TWO_PARTIES:
        return bool(shared)
    return len(shared) >= TWO_PARTIES or shared in (draft.names, happening.names)


def _dates_differ(draft: Draft, happening: Happening) -> bool:
    """Whether both say when it happened, and neither date contains the other."""
    ours = [d.value for d in draft.dates if d.value and d.kind in PASSED]
    theirs = [d.value for other in happening.drafts for d in other.dates if d.value and d.kind in PASSED]
    return bool(ours and theirs) and not any(contains(a, b) or contains(b, a) for a in ours for b in theirs)


def _opposed(draft: Draft, happening: Happening) -> bool:
    """Whether one opens what the other closes."""
    return any(
        frozenset((draft.candidate.subtype or "", d.candidate.subtype or "")) in _OPPOSED for d in happening.drafts
    )


def _places_differ(draft: Draft, happening: Happening) -> bool:
    """Whether both name places, and none in common."""
    ours = {name for p in draft.places for name in p.names}
    theirs = {name for d in happening.drafts for p in d.places for name in p.names}
    return "places" in happening.spec.object_fields and bool(ours and theirs) and not ours & theirs

"""One sentence of what an alert says: what, who, where, how much."""

from collections.abc import Iterable, Iterator, Sequence

from schemas.alert import AlertKind
from schemas.event import Event
from schemas.mention import Party
from schemas.taxonomy import load_taxonomy

MOST_NAMED = 4


def summary_of(event: Event, kind: AlertKind, subject: str) -> str:
    """What happened, who takes part, where, what about, how much, when; before it the occasion where it is not new."""
    said = f"{_what(event)}: {'; '.join(_particulars(event))}."
    occasions = {
        "new": "",
        "status": f"Now {subject}. ",
        "material": f"Learned since: {', '.join(name for name in event.novelty.adds if name != 'status')}. ",
        "conflict": f"Sources disagree on the {subject}. ",
        "retraction": "Withdrawn by its sources. ",
    }
    return occasions[kind] + said


def _what(event: Event) -> str:
    label = load_taxonomy().types[event.type].label
    subtype = f" ({event.subtype.replace('_', ' ')})" if event.subtype else ""
    return f"{label[:1].upper()}{label[1:]}{subtype} {event.status}"


def _particulars(event: Event) -> Iterator[str]:
    yield _listed([_named(party) for party in event.parties])
    if event.places:
        yield f"in {_listed([place.name for place in event.places])}"
    if event.products:
        yield f"about {_listed([product.name for product in event.products])}"
    if event.amounts:
        yield _listed([amount.text for amount in event.amounts])
    yield from _days(event)


def _named(party: Party) -> str:
    role = "" if party.role == "partner" else f" as {party.role}"
    through = f" through {party.via}" if party.via else ""
    return f"{party.name}{through}{role}"


def _days(event: Event) -> Iterator[str]:
    """One date of each kind."""
    told: dict[str, str] = {}
    for date in event.dates:
        if date.value:
            told.setdefault(date.kind, date.value)
    yield from (f"{kind} {value}" for kind, value in told.items())


def _listed(names: Iterable[str]) -> str:
    """Names as English lists them, each once, the rest counted."""
    unique: Sequence[str] = list(dict.fromkeys(names))
    if len(unique) > MOST_NAMED:
        unique = [*unique[: MOST_NAMED - 1], f"{len(unique) - MOST_NAMED + 1} more"]
    return " and ".join([", ".join(unique[:-1]), unique[-1]]) if len(unique) > 1 else "".join(unique)

"""A title from the parties and the type, never from an outlet's headline."""

from collections.abc import Mapping, Sequence

from cleanco import basename

from pipeline.resolution.canonical import usual_name
from pipeline.resolution.kinds import kind_of
from pipeline.resolution.traits import Traits
from schemas.mention import Party

MOST_NAMED = 3


def title_of(
    members: Sequence[Traits],
    event_type: str,
    subtype: str | None,
    parties: Sequence[Party],
    about: Mapping[str, Sequence[str]],
) -> str:
    """Who, and what: "A and B: partnership"; for one-party types also where or which, from names by object field."""
    kind = kind_of(event_type)
    leading = [party for party in parties if party.role in kind.subject] or list(parties)
    names = [short_name(usual_name(members, party)) for party in leading]
    what = kind.label
    if not kind.pair and not kind.party_is_object:
        which = next((about[field][0] for field in kind.objects if about.get(field)), "")
        what = f"{what} ({subtype.replace('_', ' ')})" if subtype and subtype not in what else what
        what = f"{what}, {which}" if which else what
    return f"{listed(names)}: {what}"


def short_name(name: str) -> str:
    """A company's name without its legal form and what stands in brackets."""
    return basename(name.partition("(")[0].strip()) or name


def listed(names: Sequence[str]) -> str:
    """Names as English lists them, at most three."""
    unique = list(dict.fromkeys(names))
    if len(unique) > MOST_NAMED:
        unique = [*unique[: MOST_NAMED - 1], f"{len(unique) - MOST_NAMED + 1} others"]
    return " and ".join([", ".join(unique[:-1]), unique[-1]]) if len(unique) > 1 else unique[0]

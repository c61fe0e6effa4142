"""Aliases: which names of a document mean the same one."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from pipeline.extraction import gazetteer
from pipeline.extraction.folding import core_tokens, is_distinctive, name_tokens
from pipeline.extraction.name_words import is_legal_form
from pipeline.extraction.naming import Name

_INTRODUCED = re.compile(
    r"[®™]?\s\((?:the\s|[^()]{0,30}[:;,]\s?|or\s|“|\"|‘|')*(?:the\s)?[“\"'‘]?(?P<short>[\w&.-]+(?:\s[\w&.-]+){0,2})[,.]?[”\"'’]?\)"
)
_FORMERLY = re.compile(
    r",?\s\(?(?:formerly|previously|formerly known as|previously known as|also known as|doing business as|now known as|"
    r"d/b/a|dba|aka|a\.k\.a\.|once called|known as|trading as|operating as)\s(?:the\s)?[“\"]?$"
)
_ACRONYM = re.compile(r"[^a-z]+|[A-Z]o[A-Z]")
_SMALL = frozenset("of and the for & de in".split())


@dataclass(eq=False)
class Group:
    """All names of a document that are taken to mean the same one, under construction; `former` ones name it no more."""

    kind: str
    names: list[Name] = field(default_factory=list)
    former: set[str] = field(default_factory=set)

    @property
    def forms(self) -> list[str]:
        """The different forms in the order in which they are fullest first."""
        return sorted({n.text for n in self.names}, key=lambda form: (-len(form.split()), -len(form), form))

    @property
    def first(self) -> int:
        """Where it is named first."""
        return min(n.start for n in self.names)


def group_names(typed: Sequence[tuple[str, list[Name]]], text: str) -> list[Group]:
    """Groups of names of one kind each, made from the names by form; the fullest form of each comes first."""
    groups: list[Group] = []
    for kind in ("org", "government", "person", "place", "product"):
        own = [names for own_kind, names in typed if own_kind == kind]
        groups += _grouped(kind, own)
    _join_introduced(groups, text)
    _join_acronyms(groups)
    return groups


def _grouped(kind: str, forms: Iterable[list[Name]]) -> list[Group]:
    """The names of one kind: each joins the longer name that it shortens."""
    groups: list[Group] = []
    by_length = sorted(forms, key=lambda names: (-len(name_tokens(names[0].text)), -len(names[0].text), names[0].start))
    for names in by_length:
        hosts = [g for g in groups if any(is_short_for(names[0].text, form, kind) for form in g.forms)]
        host = _likeliest(hosts, names)
        if host is None:
            groups.append(Group(kind, list(names)))
        else:
            host.names += names
    return groups


def _likeliest(hosts: list[Group], names: list[Name]) -> Group | None:
    """The group that a short name most likely means: named before it, then the one that is named most."""
    if not hosts:
        return None
    first = min(n.start for n in names)
    return max(hosts, key=lambda g: (g.first <= first, len(g.names), -g.first))


def is_short_for(short: str, long: str, kind: str) -> bool:
    """Whether a name is a shorter form of another of the same kind."""
    a, b = name_tokens(short), name_tokens(long)
    if a == b:
        return True
    if kind == "person":
        return _is_short_person(a, b)
    if kind in ("org", "product"):
        return _is_short_org(short, long)
    return kind == "government" and len(a) > 1 and a == b[: len(a)]


def _is_short_person(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Surname, first name, or first and last name without what stands between."""
    if not a or len(a) > len(b):
        return False
    if len(a) == 1:
        return len(a[0]) > 1 and (a[0] == b[-1] or a[0] == b[0] or (len(b[-1]) == 1 and a[0] == b[0]))
    return a[0] == b[0] and a[-1] == b[-1]


def _is_short_org(short: str, long: str) -> bool:
    """The front of a longer name, its end with the legal form, or a distinctive word of it."""
    a, b = core_tokens(short), core_tokens(long)
    if a == b or (len(a) > 1 and long.endswith(f" {short}") and is_legal_form(short.rsplit(maxsplit=1)[-1])):
        return True
    if not a or len(a) > len(b) or not any(is_distinctive(t) for t in a):
        return False
    if b[: len(a)] == a:
        return True
    starts = [i for i in range(1, len(b) - len(a) + 1) if b[i : i + len(a)] == a]
    return bool(starts) and all(is_distinctive(t) for t in a) and min(len(t) for t in a) > 2 and len(b) <= len(a) + 4


def _join_introduced(groups: list[Group], text: str) -> None:
    """Join names that the text itself introduces: "Tarvik Electronics (TEL)", "Oslund, formerly Kesto"."""
    for name in [name for group in groups for name in group.names]:
        found = _INTRODUCED.match(text, name.end)
        if found:
            _join(groups, _holding(groups, name), _named(groups, found.group("short")))
        formerly = _FORMERLY.search(text, max(0, name.start - 40), name.start)
        if formerly:
            host, group = _ending_at(groups, formerly.start()), _holding(groups, name)
            if host is not None and host is not group:
                host.former.update(group.forms)
                _join(groups, host, group)


def _holding(groups: list[Group], name: Name) -> Group:
    """The group that a name belongs to by now."""
    return next(group for group in groups if name in group.names)


def _join_acronyms(groups: list[Group]) -> None:
    """Join an acronym with the one name whose initials it is."""
    for group in [g for g in groups if g.kind in ("org", "government") and all(map(_ACRONYM.fullmatch, g.forms))]:
        hosts = [g for g in groups if g is not group and any(is_acronym(group.forms[0], form) for form in g.forms)]
        if len(hosts) == 1 and hosts[0].kind in ("org", "government"):
            _join(groups, hosts[0], group)


def is_acronym(short: str, long: str) -> bool:
    """Whether the letters of the one are the initials of the other's words, small ones or the country left out or not."""
    letters = short.replace(".", "").replace("&", "").upper()
    country, _, rest = long.partition(" ")
    names = [long, rest] if gazetteer.is_country(country) else [long]
    return len(letters) >= 2 and any(letters in _initials(name) for name in names)


def _initials(name: str) -> frozenset[str]:
    """The first letters of a name's words, where there are two, with and without the small words."""
    every = re.findall(r"\w+", name)
    words = [w for w in every if w.casefold() not in _SMALL]
    return frozenset("".join(w[0] for w in chosen).upper() for chosen in (every, words) if len(words) > 1)


def _named(groups: list[Group], form: str) -> Group | None:
    """The group that has this very form."""
    return next((g for g in groups if any(n.text == form for n in g.names)), None)


def _ending_at(groups: list[Group], place: int) -> Group | None:
    """The group that has a name ending here."""
    return next((g for g in groups if any(0 <= place - n.end <= 2 for n in g.names)), None)


def _join(groups: list[Group], host: Group | None, guest: Group | None) -> None:
    """Move the guest's names to the host, unless one of them is a place."""
    if host is None or guest is None or host is guest or "place" in (host.kind, guest.kind):
        return
    if guest.kind == "person" and host.kind == "person" and gazetteer.is_place(guest.forms[0]):
        return
    host.names += guest.names
    groups.remove(guest)

"""Whether a rule's conditions hold of an event, and in which words to say so."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from pipeline.alerting.rule import Choice, Rule
from pipeline.alerting.textquery import answers
from pipeline.alerting.words import says
from schemas.event import Event, Source
from schemas.mention import Party

Reasons = list[str]
Condition = Callable[[Rule, Event], str | None]


def matched(rule: Rule, event: Event) -> Reasons | None:
    """Why the rule matches the event, one reason a condition; None where it does not."""
    reasons: Reasons = []
    for holds in CONDITIONS:
        reason = holds(rule, event)
        if reason is None:
            return None
        if reason:
            reasons.append(reason)
    return reasons


def telling(rule: Rule, event: Event) -> tuple[Source, ...]:
    """The sources that tell the event with a salience the rule listens to."""
    return tuple(source for source in event.sources if source.salience in rule.salience)


def independent(event: Event) -> int:
    """How many sources do not repeat another's text."""
    return sum(source.independent for source in event.sources)


def _type(rule: Rule, event: Event) -> str | None:
    return _one_of("type", event.type, rule.types)


def _subtype(rule: Rule, event: Event) -> str | None:
    return _one_of("subtype", event.subtype or "", rule.subtypes)


def _status(rule: Rule, event: Event) -> str | None:
    return _one_of("status", event.status, rule.statuses)


def _one_of(field: str, value: str, wanted: Sequence[str]) -> str | None:
    if wanted and value not in wanted:
        return None
    return f"{field} {value}" if wanted else ""


def _salience(rule: Rule, event: Event) -> str | None:
    found = sorted({source.salience for source in telling(rule, event)}, reverse=True)
    return f"told as {found[0]}" if found else None


def _sources(rule: Rule, event: Event) -> str | None:
    count = independent(event)
    if count < rule.minimum_sources:
        return None
    return f"{count} sources, at least {rule.minimum_sources}" if rule.minimum_sources > 1 else ""


def _confidence(rule: Rule, event: Event) -> str | None:
    best = max((source.confidence for source in telling(rule, event)), default=0.0)
    if best < rule.minimum_confidence:
        return None
    return f"confidence {best:.2f}" if rule.minimum_confidence else ""


def _parties(rule: Rule, event: Event) -> str | None:
    return _chosen("party", rule.parties, event.parties)


def _roles(rule: Rule, event: Event) -> str | None:
    said = [
        _chosen(role, choice, [party for party in event.parties if party.role == role])
        for role, choice in rule.roles.items()
    ]
    return None if None in said else "; ".join(reason for reason in said if reason)


def _chosen(field: str, choice: Choice | None, parties: Iterable[Party]) -> str | None:
    """Why the names of the parties satisfy the choice; None where they do not, "" where there is none to satisfy."""
    if choice is None:
        return ""
    names = [name for party in parties for name in names_of(party)]
    found = {wanted for wanted in (*choice.any, *choice.all, *choice.none) if any(says(name, wanted) for name in names)}
    if found & set(choice.none) or set(choice.all) - found or (choice.any and not found & set(choice.any)):
        return None
    return f"{field} {', '.join(sorted(found))}" if found else f"no {field} {', '.join(choice.none)}"


def names_of(party: Party) -> Iterator[str]:
    """Every name of a party, and the subsidiary that acts for it."""
    yield from (party.name, *party.aliases)
    if party.via:
        yield party.via


def _places(rule: Rule, event: Event) -> str | None:
    if not rule.places:
        return ""
    for wanted in rule.places:
        if any(place.country == wanted or says(place.name, wanted) for place in event.places):
            return f"place {wanted}"
    return None


def _products(rule: Rule, event: Event) -> str | None:
    if not rule.products:
        return ""
    for wanted in rule.products:
        if any(says(product.name, wanted) for product in event.products):
            return f"product {wanted}"
    return None


def _amount(rule: Rule, event: Event) -> str | None:
    least = rule.minimum_amount
    if least is None:
        return ""
    for amount in event.amounts:
        if amount.unit.casefold() == least.unit.casefold() and amount.value >= least.value:
            return f"{amount.text}, at least {least.value:g} {least.unit}"
    return None


def _query(rule: Rule, event: Event) -> str | None:
    if rule.query is None:
        return ""
    return f"query {rule.query}" if answers(rule.query, event) else None


CONDITIONS: tuple[Condition, ...] = (
    _type,
    _subtype,
    _status,
    _salience,
    _sources,
    _confidence,
    _parties,
    _roles,
    _places,
    _products,
    _amount,
    _query,
)

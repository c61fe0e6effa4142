"""The analyst's page of one event."""

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from pipeline.console.marks import STYLES, excerpt, fields_in, marks_of, raw_evidence
from pipeline.console.output import visible
from schemas.article import Article
from schemas.event import Claim, Conflict, Event
from schemas.mention import Amount, EventDate, Party, Place, Quote


def event_page(
    event: Event, articles: Sequence[Article], linked: Sequence[Event] = (), *, colour: bool
) -> RenderableType:
    """Everything known of an event, then each source's text with the evidence of every value."""
    return Group(*_head(event), _facts(event, linked), *_conflicts(event), *_sources(event, articles, colour=colour))


def _head(event: Event) -> Iterator[RenderableType]:
    kind = event.type + (f" / {event.subtype}" if event.subtype else "")
    yield Text(visible(event.title), style="bold")
    yield Text.assemble((event.status, "bold"), f"  {kind}  {event.event_id}  revision {event.revision}", style="dim")
    if not event.is_news:
        yield Text("background only: no source tells it as news", style="dim italic")
    yield Text("")


def _facts(event: Event, linked: Sequence[Event]) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    groups: list[tuple[str, str, Iterable[str]]] = [
        ("history", "", (_progress(event),)),
        ("parties", "parties", map(_party, event.parties)),
        ("places", "place", map(_place, event.places)),
        ("dates", "date", (_date(event, day) for day in event.dates)),
        ("amounts", "amount", map(_amount, event.amounts)),
        ("products", "product", (product.name for product in event.products)),
        ("quotes", "quote", map(_quote, event.quotes)),
        ("related", "", (f"{link.event_id} ({link.kind.replace('_', ' ')})" for link in event.related)),
        ("linked", "", (_linked(event, other) for other in linked)),
        ("seen", "", (f"{event.first_seen:%Y-%m-%d %H:%M}, last change {event.last_seen:%Y-%m-%d %H:%M}",)),
        ("novelty", "", (f"{event.novelty.score}" + _adds(event),)),
    ]
    for label, field, lines in groups:
        for number, line in enumerate(filter(None, lines)):
            table.add_row("" if number else label, Text(visible(line), style=STYLES.get(field, "")))
    return table


def _linked(event: Event, other: Event) -> str:
    kinds = ", ".join(link.kind.replace("_", " ") for link in other.related if link.event_id == event.event_id)
    return f"{other.title} ({kinds}) {other.event_id[:10]}"


def _adds(event: Event) -> str:
    return (
        f", the last revision ({event.revision_kind}) adds {', '.join(event.novelty.adds)}"
        if event.novelty.adds
        else ""
    )


def _progress(event: Event) -> str:
    steps = [f"{step.status} ({step.as_of or 'undated'}, {_voices(step.voice)})" for step in event.history]
    return " → ".join(dict.fromkeys(steps))


def _voices(voice: str) -> str:
    return {"party": "a party says so", "authority": "an authority says so", "unnamed": "unnamed sources"}.get(
        voice, voice
    )


def _party(party: Party) -> str:
    aliases = [alias for alias in party.aliases if alias != party.name]
    also = f", also {', '.join(aliases)}" if aliases else ""
    via = f", via {party.via}" if party.via else ""
    return f"{party.role}: {party.name}{via}{also}"


def _place(place: Place) -> str:
    country = f", {place.country}" if place.country else ""
    return f"{place.name}{country} ({place.role})"


def _date(event: Event, day: EventDate) -> str:
    line = f"{day.kind} {day.value or 'unknown day'}"
    if not day.derived_from:
        return f'{line} ("{day.text}")'
    return f"{line}, derived from {' and '.join(_derivation(event, day))}"


def _derivation(event: Event, day: EventDate) -> list[str]:
    """What each mention says of the day, with its file name."""
    paths = {source.mention_id: source.path for source in event.sources}
    words = {claim.mention_id: claim.evidence.text for claim in event.claims if _is_date(claim, day)}
    return [
        f'"{words[origin]}" in {paths.get(origin, origin)}' if origin in words else paths.get(origin, origin)
        for origin in day.derived_from
    ]


def _is_date(claim: Claim, day: EventDate) -> bool:
    return claim.field == "date" and claim.scope == day.kind


def _amount(amount: Amount) -> str:
    scope = f" {amount.scope}" if amount.scope else ""
    qualifier = f"{amount.qualifier} " if amount.qualifier else ""
    return f'{qualifier}{amount.value:,.10g} {amount.unit}, {amount.kind}{scope} ("{amount.text}")'


def _quote(quote: Quote) -> str:
    who = ", ".join(part for part in (quote.speaker, quote.title, quote.affiliation) if part)
    return f"“{quote.text}” — {who or 'unnamed'}"


def _conflicts(event: Event) -> Iterator[RenderableType]:
    claims = {claim.claim_id: claim for claim in event.claims}
    for conflict in event.conflicts:
        yield Text("")
        yield Text(f"conflict on {conflict.field}", style="bold red")
        yield Padding(_sides(conflict, claims), (0, 0, 0, 2))


def _sides(conflict: Conflict, claims: dict[str, Claim]) -> Table:
    table = Table.grid(padding=(0, 2))
    for _ in range(3):
        table.add_column(overflow="fold")
    for claim_id in (*conflict.claims, *conflict.against):
        preferred = claim_id in conflict.claims
        if claim := claims.get(claim_id):
            table.add_row(
                "✓" if preferred else "✗", visible(claim.value), visible(f'{_said(claim)}: "{claim.evidence.text}"')
            )
    table.add_row("", "why", conflict.why, style="dim")
    return table


def _said(claim: Claim) -> str:
    who = claim.said_by or {"unnamed": "unnamed sources"}.get(claim.voice, claim.publisher or claim.voice)
    withdrawn = ", withdrawn" if claim.withdrawn else ""
    return f"{who}, {claim.as_of or 'undated'}, in {claim.path}{withdrawn}"


def _sources(event: Event, articles: Sequence[Article], *, colour: bool) -> Iterator[RenderableType]:
    marks = {article.article_id: marks_of(event, article) for article in articles}
    used = fields_in(mark for found in marks.values() for mark in found)
    yield Text("")
    if used:
        yield Text.assemble("marked: ", *_legend(used, colour=colour))
    texts = {article.article_id: article for article in articles}
    for article_id in dict.fromkeys(source.article_id for source in event.sources):
        yield Text("")
        yield _source_rule(event, article_id)
        if article := texts.get(article_id):
            yield excerpt(article.text, marks[article_id], colour=colour)
            for field, words in raw_evidence(event, article):
                yield Text(f'{field} read from the part that is not text: "{visible(words)}"', style="dim")


def _legend(fields: Sequence[str], *, colour: bool) -> Iterator[tuple[str, str]]:
    for number, field in enumerate(fields):
        if number:
            yield "  ", ""
        yield (field if colour else f"[[…|{field}]]"), STYLES.get(field, "bold") if colour else ""


def _source_rule(event: Event, article_id: str) -> Rule:
    source = next(source for source in event.sources if source.article_id == article_id)
    told = [source.path, source.publisher, source.published, source.salience, None if source.independent else "copy"]
    return Rule(
        Text(visible("  ".join(part for part in told if part)), style="bold"), align="left", characters="─", style="dim"
    )

"""Quotes: words between quotation marks with whoever is said to have said them."""

import re
from dataclasses import dataclass

from pipeline.extraction.document import Entity, Sentence
from pipeline.extraction.quotation import quoted_spans
from pipeline.extraction.standing import Named, Standing
from schemas.article import ArticleQuote
from schemas.evidence import Evidence
from schemas.mention import Quote

_SAYS = (
    r"(?:said|says|say|added|adds|told|tells|stated|states|wrote|writes|explained|explains|commented|comments|noted|notes|"
    r"remarked|remarks|continued|continues|concluded|concludes|declared|insisted|insists|argued|argues|replied|recalled|"
    r"joked|asked|asks|tweeted|posted|warned|warns|predicted|stressed|emphasized|emphasised|shared|observed|acknowledged|"
    r"confirmed|shouted|muttered|answered|quipped|called|calls|described|describes|complained|admitted|conceded|promised|"
    r"pointed out|went on|reckons|reckoned|put it|wondered|announced|reads?|responded|laughed|sighed|grumbled|offered)"
)
_VERB = re.compile(rf"\b{_SAYS}\b")
_ACCORDING = re.compile(r"\b[Aa]ccording to\s(?:an?\s|the\s)?(?:(?:\w+\s){0,3}(?:from|by|of)\s)?")
_PRONOUN = re.compile(r"\b(?P<word>[Hh]e|[Ss]he|[Tt]hey|I|[Ii]t|who)\b")
_ROLE = re.compile(
    r"\b(?:(?:[Aa]n?|[Tt]he|[Oo]ne|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)\s)?(?P<role>(?:(?!(?:in|at|by|to|of|on|an?|the|said|and)\b)[\w’'-]+\s){0,4}"
    r"(?P<head>(?i:spokes(?:man|woman|person)|official|executive|employee|director|manager|analyst|source|person|insider|banker|"
    r"lawyer|chairman|chief|president|representative|minister|trader|resident|customer))(?!\s(?:statement|release))"
    r"(?:\s(?:at|of|for|from|with|close to|familiar with|with knowledge of)\s(?:the\s)?[\w’'&.-]+(?:\s[A-Z][\w’'&.-]+){0,3})?)"
)
# Someone of whom no more is said: "one of them joked".
_SOMEONE = re.compile(
    rf"\W*(?:[Oo]ne|[Aa]nother|[Ss]ome|[Bb]oth|[Tt]he other|[Oo]thers)(?:\sof\s(?:them|the\s\w+))?\s{_SAYS}\b"
)
# What stands between "says" and whoever says it, where the verb comes first: "It is cheap, says its founder, Ana Lind".
_INVERTED = re.compile(r",\s(?:says|said)\s(?:(?!that\b|in\b|on\b|at\b|to\b)[\w’'&.-]+,?\s){0,6}$")
_LEAST_WORDS = 4
_BEFORE = 260
_AFTER = 240
_SENTENCE_END = re.compile(r"[.!?][”\"’)]*\s+(?=[A-Z“\"])|\n")


@dataclass(frozen=True)
class _Speaker:
    """Who speaks: an entity, or only words that describe someone."""

    name: str
    entity: Entity | None = None


def find_quotes(
    text: str, entities: tuple[Entity, ...], sentences: tuple[Sentence, ...], given: tuple[ArticleQuote, ...]
) -> tuple[Quote, ...]:
    """The quotations of an article with their speakers; those that cleaning found already come with theirs."""
    standing = Standing(entities)
    finder = _Finder(text, standing, sentences)
    found = [finder.quote(start, end) for start, end in quoted_spans(text)]
    quotes = [q for q in found if q is not None]
    return tuple(quotes + [_given(q, standing) for q in given if q.evidence.space == "text" and not _known(q, quotes)])


class _Finder:
    """Reads the quotations of one text in order, as a speaker may hold from one to the next."""

    def __init__(self, text: str, standing: Standing, sentences: tuple[Sentence, ...]) -> None:
        self.text, self.standing, self.sentences = text, standing, sentences
        self.last: tuple[int, _Speaker] | None = None
        self.closed = 0

    def quote(self, start: int, end: int) -> Quote | None:
        """The quotation between two marks; None where the marks only set off a few words that nobody says."""
        said = self.text[start:end].strip()
        speaker = self._after(end)
        if speaker is None and not _SOMEONE.match(self.text, end):
            speaker = self._before(start) or (self._held(start, end) if len(said.split()) >= _LEAST_WORDS else None)
        self.closed = end + 1
        if len(said.split()) < (_LEAST_WORDS if speaker is None or speaker.entity is None else 3):
            return None
        if speaker is not None:
            self.last = (end, speaker)
        begin = start + len(self.text[start:end]) - len(self.text[start:end].lstrip())
        return _quote(speaker, Evidence.cut(self.text, begin, begin + len(said)))

    def _after(self, end: int) -> _Speaker | None:
        """The speaker told after the quotation: "said X", "X said", "according to X"."""
        stop = self._clause_end(end + 1)
        verb = _VERB.search(self.text, end, stop)
        according = _ACCORDING.match(self.text, self._skip(end)) or _ACCORDING.search(
            self.text, end, min(stop, end + 30)
        )
        if according:
            return self._named_first(according.end(), stop)
        if verb is None or self.text[end + 1 : verb.start()].count('"') or "“" in self.text[end + 1 : verb.start()]:
            return None
        before = self._subject(self._skip(end), verb.start())
        return before or self._named_first(verb.end(), stop)

    def _before(self, start: int) -> _Speaker | None:
        """The speaker told before the quotation in its sentence, or in a sentence that ends with a colon."""
        begin = self._sentence_start(start)
        lead = self.text[begin : start - 1]
        verbs = list(_VERB.finditer(self.text, begin, start - 1))
        according = _ACCORDING.search(lead)
        if according:
            return self._named_first(begin + according.end(), start)
        if verbs and not re.search(r"[”\"]", self.text[verbs[-1].end() : start - 1]):
            subject = self._inverted(verbs[-1].start(), start) or self._subject(begin, verbs[-1].start())
            return subject or self._named_first(verbs[-1].end(), start)
        if lead.rstrip().endswith((":", ",")):
            return self._subject(begin, start)
        return None

    def _inverted(self, begin: int, end: int) -> _Speaker | None:
        """The person who follows a verb of saying that closes a clause."""
        person = next(iter(self.standing.within(begin, end, "person")), None)
        return _speaker(person) if person and _INVERTED.match(self.text, max(0, begin - 2), person.start) else None

    def _held(self, start: int, end: int) -> _Speaker | None:
        """The speaker of the quotation before, where this one goes on: in its paragraph, or as the next one."""
        if self.last is None:
            return self._named_in_paragraph(start, end)
        between = self.text[self.last[0] : start]
        if "\n" not in between.strip("\n"):
            return self.last[1]
        paragraph = self.text[self.text.rfind("\n", 0, start) + 1 : start]
        whole = not paragraph.strip(' “"') and between.count("\n\n") <= 2 and len(between) < 400
        return self.last[1] if whole else self._named_in_paragraph(start, end)

    def _named_in_paragraph(self, start: int, end: int) -> _Speaker | None:
        """The one person whom the paragraph names outside the quotation."""
        begin = self.text.rfind("\n", 0, start) + 1
        stop = self.text.find("\n", end)
        people = self.standing.within(begin, start, "person") + self.standing.within(
            end, stop if stop >= 0 else len(self.text), "person"
        )
        ids = {p.entity.entity_id for p in people}
        return _speaker(people[0]) if len(ids) == 1 else None

    def _subject(self, begin: int, end: int) -> _Speaker | None:
        """The subject that stands between two places: the last person, pronoun, organization or role."""
        people = self.standing.within(begin, end, "person")
        pronouns = list(_PRONOUN.finditer(self.text, begin, end))
        last = people[-1] if people else None
        if pronouns and (last is None or pronouns[-1].start() > last.end):
            return self._meant(pronouns[-1])
        if last is not None:
            return _speaker(last)
        orgs = self.standing.within(begin, end, "org", "government")
        role = self._role(begin, end)
        if role and (not orgs or self.text[orgs[-1].end : end].strip(" ,’'s")):
            return role
        return _speaker(orgs[-1]) if orgs else None

    def _named_first(self, begin: int, end: int) -> _Speaker | None:
        """The first who is named after a verb of saying."""
        people = self.standing.within(begin, end, "person")
        pronoun = _PRONOUN.match(self.text, begin + 1)
        if pronoun:
            return self._meant(pronoun)
        orgs = self.standing.within(begin, end, "org", "government")
        if people and (not orgs or people[0].start < orgs[0].start or people[0].start - orgs[0].end < 60):
            return _speaker(people[0])
        role = self._role(begin, min(end, begin + 90))
        if role and not (orgs and orgs[0].start <= begin + 2):
            return role
        return _speaker(orgs[0]) if orgs and orgs[0].start - begin < 40 else None

    def _role(self, begin: int, end: int) -> _Speaker | None:
        """Who is only described: the person whose title it is, else the words themselves."""
        found = _ROLE.search(self.text, begin, end)
        if found is None:
            return None
        head = found["head"].casefold()
        titled = [
            n
            for n in self.standing.within(0, begin, "person")
            if n.entity.title and head in n.entity.title.casefold().split()
        ]
        return _speaker(titled[-1]) if titled else _Speaker(found["role"].strip())

    def _meant(self, pronoun: re.Match[str]) -> _Speaker | None:
        """Who a pronoun means: he and she the last person, it and they the last organization."""
        word = pronoun["word"].casefold()
        if word in ("it", "they"):
            org = self.standing.last_before(pronoun.start(), "org", reach=600)
            return _speaker(org) if org else None
        outside = [n for n in self.standing.within(0, pronoun.start(), "person") if not self._is_quoted(n.start)]
        if self.last and self.last[1].entity and self.last[1].entity.kind == "person":
            after = [n for n in outside if n.start > self.last[0]]
            return _speaker(after[-1]) if after else self.last[1]
        return _speaker(outside[-1]) if outside else None

    def _is_quoted(self, place: int) -> bool:
        """Whether a place lies in a quotation."""
        line = self.text.rfind("\n", 0, place) + 1
        return (
            self.text.count("“", line, place) > self.text.count("”", line, place)
            or self.text.count('"', line, place) % 2 == 1
        )

    def _skip(self, place: int) -> int:
        """The first letter after a closing mark."""
        while place < len(self.text) and not self.text[place].isalnum():
            place += 1
        return place

    def _clause_end(self, begin: int) -> int:
        """Where the sentence around a quotation ends, or the next quotation opens."""
        found = _SENTENCE_END.search(self.text, begin)
        opened = re.compile(r"“|\s\"(?=\w)").search(self.text, begin)
        return min(
            found.start() if found else len(self.text), opened.start() if opened else len(self.text), begin + _AFTER
        )

    def _sentence_start(self, place: int) -> int:
        """Where the sentence before a quotation begins; a line that ends with a colon belongs to what follows."""
        begin = max(0, place - _BEFORE)
        line = self.text.rfind("\n", begin, place) + 1
        if not self.text[line:place].strip(' “"'):
            above = self.text[begin:line].rstrip()
            if not above.endswith(":"):
                return place
            line = self.text.rfind("\n", begin, begin + len(above)) + 1
        begin = max(begin, line, self.closed)
        ends = list(_SENTENCE_END.finditer(self.text, begin, place - 1))
        return ends[-1].end() if ends and ends[-1].end() < place - 1 else begin


def _speaker(named: Named) -> _Speaker:
    """The entity as a speaker: persons by their full name, organizations as they are called here."""
    spoken = named.entity.kind != "person" and named.form in ("name", "alias")
    return _Speaker(named.text if spoken else named.entity.name, named.entity)


def _quote(speaker: _Speaker | None, evidence: Evidence) -> Quote:
    """The quotation as a record."""
    entity = speaker.entity if speaker else None
    return Quote(
        text=evidence.text,
        speaker=speaker.name if speaker else None,
        title=entity.title if entity else None,
        affiliation=entity.affiliation if entity else None,
        evidence=evidence,
    )


def _given(quote: ArticleQuote, standing: Standing) -> Quote:
    """A quotation that cleaning found, such as a tweet, with what the text says of its author."""
    entity = next(
        (n.entity for n in standing.all if n.entity.kind == "person" and n.entity.name == quote.speaker), None
    )
    return Quote(
        text=quote.text,
        speaker=quote.speaker,
        title=quote.title or (entity.title if entity else None),
        affiliation=quote.affiliation or (entity.affiliation if entity else None),
        evidence=quote.evidence,
    )


def _known(quote: ArticleQuote, quotes: list[Quote]) -> bool:
    """Whether a quotation of the text covers this one."""
    return any(q.evidence.start <= quote.evidence.start < q.evidence.end for q in quotes)

"""The house's own words around a story: what surely is a notice, and what may be one where more speaks for it."""

import re

_IMPERATIVE = r"(?:^|[.!?|:>–—-] *)(?:please )?"

# No sentence of a story reads so.
_CERTAIN: tuple[tuple[str, str], ...] = (
    (
        "subscription",
        rf"\bunsubscribe\b|no longer wish to receive|{_IMPERATIVE}(?:subscribe|sign up|sign in|log in|register (?:now|here|for free)|become a (?:supporter|member|subscriber))\b"
        r"|\b(?:subscribe|sign up) (?:now|here|today|to our|for our)\b|\b(?:our|free|daily|weekly|morning|e-?mail) newsletters?\b"
        r"|newsletter ?:|(?:mobile )?apps ?\| ?newsletters|in(?:to)? your (?:inbox|e-?mail)|already a subscriber|free (?:articles?|stories) (?:left|remaining)|\d+-day (?:free )?trial"
        r"|forwarded to you|on our (?:telegram|whatsapp) channel|by subscribing|sold by subscription"
        r"",
    ),
    (
        "rights",
        r"©|\(c\) ?\d{4}|\bcopyright (?:\d{4}|[A-Z©])|\ball rights reserved\b|unauthori[sz]ed (?:reproduction|copying)|do not (?:redistribute|republish|reproduce)"
        r"|under (?:a )?creative commons|\bterms (?:of (?:use|service)|(?:and|&) conditions) (?:apply|\||and)|\bprivacy (?:policy|notice|statement|centre|center)\b|we value your privacy"
        r"|\bcookie (?:policy|settings|preferences|notice)\b|\b(?:we|site) uses? cookies\b|accept (?:all )?(?:cookies|/)|manage (?:consent|preferences|choices|cookies)"
        r"|(?:are|is) (?:a )?(?:registered )?trade ?marks? of\b|may be used free of charge|all contents of (?:this|the) (?:service|site)"
        r"|contents of this service|has no legal value|re-?publish this (?:article|story)",
    ),
    (
        "house notice",
        rf"to contact the (?:reporter|editor|author)s?\b|\b(?:follow|like|join|find|visit) us\b|{_IMPERATIVE}(?:write|email|e-mail|talk|speak) to us\b|\b(?:contact|e-?mail|call|reach) (?:us|me) (?:at|on|by|via)\b"
        r"|\bcontact us\b|got a (?:tip|story)\b|do you have a (?:story|question|tip)|member of the press complaints|not responsible for (?:the )?content (?:of|provided|supplied)"
        r"|this (?:article|story|content|post|report|material|release|translation|conversation) (?:was|is|has been|has not been) (?:originally |first |auto-?)?(?:published|produced|provided|generated|syndicated|edited|translated|distributed|free|supplied)"
        r"|may (?:earn|receive) (?:a |an )?(?:small )?(?:affiliate )?commissions?\b|may be paid when you|\bour (?:standards|editorial (?:policy|standards|guidelines)|readers|ratings|sponsors)\b"
        r"|(?:views|opinions) expressed (?:are|in|by|here)|for more (?:articles|stories|news) (?:like|from)|advertise (?:here|with us)"
        rf"|{_IMPERATIVE}(?:(?:download|get) (?:our|the) .{{0,20}}\bapp\b|to advertise\b)"
        r"|(?:does|do|has|have) (?:not|no) (?:own (?:any )?shares|positions? in)|has no position in any|buy me a coffee|tip (?:line|jar)\b|for comments or corrections|corrections and \w+ to"
        r"|ratings are our own|made with (?:love|[❤♥])|letters may be|liked (?:it|this|what)\b|\bin (?:this|our) (?:column|newsletter|magazine|podcast|series)\b|read (?:our|the) full (?:terms|disclaimer|policy)|\b(?:quotes|prices|data) (?:are )?delayed\b"
        r"|is free (?:to read|because)|thanks to our (?:sponsors|readers|supporters)|page last (?:reviewed|updated|modified)|cite this (?:article|page)|house rules apply"
        r"|^the post (?-i:[A-Z\d“‘$€£]).{0,300} (?:first appeared|appeared first) on \S|a publication of (?-i:[A-Z])|is published (?:on|every) .{0,30}\b(?:days?|week|month)\b|\bgo to [\w.+-]{1,64}@",
    ),
    (
        "contact",
        r"[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{2,}|^[^a-z]*\+\d[\d ()/.-]{7,}$|(?:media|press|investor) (?:contacts?|relations?|enquir\w+|inquir\w+|quer\w+) ?[:|]",
    ),
)
# Met in stories too: a notice only where the line speaks to its reader, or is no sentence.
_POSSIBLE: tuple[tuple[str, str], ...] = (
    (
        "subscription",
        r"\b(?:subscri\w+|newsletters?|briefing|print edition|paywall|premium|unlock|inbox|e-?mail|whatsapp|telegram|mastodon|facebook|twitter|instagram|linkedin|youtube)\b",
    ),
    (
        "rights",
        r"\b(?:copyright|licens(?:ed|ing)|reprints?|republish|redistribut\w*|reproduc\w+|creative commons|third[- ]part(?:y|ies)|privacy|cookies?|terms of (?:use|service)|permissions|disclaimers?"
        r"|export to|rights|consent)\b",
    ),
    (
        "house notice",
        r"\b(?:newsroom|editorial|newsdesk|sponsors?|affiliate|advertis\w+|apps?|e-?paper|accessibility|webinar|podcast|website|errata|corrections?|back numbers|by post|powered by|comes free|place an ad|free trial"
        r"|next (?:week|month|issue|edition)|this column|coming up|in (?:print|bookshops)|click|feedback|customer care|vendor|log-?in|reporters?|correspondent|columnist|writer|author|contributor|photocopying)\b",
    ),
    (
        "contact",
        r"\b0800[ \d]{6,}|\+\d[\d ()/.-]{7,}|\b(?:media|press|investors?) (?:contacts?|enquir\w+|inquir\w+|quer\w+|relations)\b|registered (?:office|in)\b|\bwww\.|https?://",
    ),
)
_READER = re.compile(
    r"\b(?:you|your|yours|yourself|(?-i:[Uu]s)|our)\b|(?:^|[.!?:|] *)(?:please|read|see|click|visit|follow|join|get|download|send|e-?mail|write|call|contact|subscribe|sign|share|tell|try|watch"
    r"|listen|learn|discover|find|support|buy|order|manage|report|print|unlock|chat|become|start|stay|don['’]t miss|to (?:read|learn|find|receive|request|order|subscribe|get|see|view|download|advertise))\b",
    re.IGNORECASE,
)
_HOUSE_AND_READER = re.compile(r"\b(?:you|your|our|we|(?-i:us))\b", re.IGNORECASE)
_SURE = tuple((reason, re.compile(pattern, re.IGNORECASE)) for reason, pattern in _CERTAIN)
_MAYBE = tuple((reason, re.compile(pattern, re.IGNORECASE)) for reason, pattern in _POSSIBLE)


def certain(text: str) -> str | None:
    """Why a line is the house's own, by its words alone; None where it may be of the story."""
    return next((reason for reason, known in _SURE if known.search(text)), None)


def possible(text: str) -> str | None:
    """Why a line might be the house's own; None where no word of it says so."""
    return next((reason for reason, known in _MAYBE if known.search(text)), None)


def speaks_to_reader(text: str) -> bool:
    """Whether a line asks its reader to do something, or says you, us, our."""
    return bool(_READER.search(text))


def times_of_house_and_reader(text: str) -> int:
    """How often a text says we and you."""
    return len(_HOUSE_AND_READER.findall(text))

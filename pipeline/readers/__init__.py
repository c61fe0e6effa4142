"""Readers: from the bytes of a file to its documents, the format told by content first and by name second."""

from collections.abc import Callable, Iterator
from pathlib import PurePath

from pipeline.readers import json_file, markdown, newsml, plain_text, web_page
from pipeline.readers.decoding import GZIP, decoded, unpacked
from pipeline.readers.document import Document, Unreadable
from schemas.article import RawDocument

Sniffer = Callable[[str, str], bool]
Reader = Callable[[str, str], Iterator[Document | Unreadable]]

# The first whose sniffer says yes reads the file.
READERS: dict[str, tuple[Sniffer, Reader]] = {
    "jsonl": (json_file.looks_like_json_lines, json_file.read_json_lines),
    "json": (json_file.looks_like_json, json_file.read_json),
    "newsml": (newsml.looks_like_newsml, newsml.read_newsml),
    "html": (web_page.looks_like_html, web_page.read_html),
    "markdown": (markdown.looks_like_markdown, markdown.read_markdown),
    "text": (plain_text.looks_like_text, plain_text.read_text),
}


def read(raw: RawDocument, max_bytes: int) -> Iterator[Document | Unreadable]:
    """The documents of a file; raises Rejected where the whole file cannot be read.

    No more than `max_bytes` are read or unpacked. A bad document among good ones is Unreadable.
    """
    packed = raw.content.startswith(GZIP)
    text = decoded(unpacked(raw.content, max_bytes))
    name = raw.path.removesuffix(".gz") if packed else raw.path
    kind = next(kind for kind, (sniff, _) in READERS.items() if sniff(PurePath(name).name.lower(), text))
    yield from READERS[kind][1](raw.path, text)


__all__ = ["READERS", "Document", "Unreadable", "read"]

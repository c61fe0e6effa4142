"""Readers: from the bytes of a file to its documents, the format told by content first and by name second."""

from collections.abc import Callable, Iterator
from pathlib import PurePath

from pipeline.readers import json_files, markup_files
from pipeline.readers.decoding import GZIP, decoded, unpacked
from pipeline.readers.document import Document, Unreadable
from schemas.article import RawDocument

Sniffer = Callable[[str, str], bool]
Reader = Callable[[str, str], Iterator[Document | Unreadable]]

# The first whose sniffer says yes reads the file.
READERS: dict[str, tuple[Sniffer, Reader]] = {
    "jsonl": (json_files.looks_like_json_lines, json_files.read_json_lines),
    "json": (json_files.looks_like_json, json_files.read_json),
    "newsml": (markup_files.looks_like_newsml, markup_files.read_newsml),
    "html": (markup_files.looks_like_html, markup_files.read_html),
    "markdown": (markup_files.looks_like_markdown, markup_files.read_markdown),
    "text": (markup_files.looks_like_text, markup_files.read_text),
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

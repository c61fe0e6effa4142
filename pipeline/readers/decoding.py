"""From bytes to characters: packed files, limits, binary content, encodings."""

import codecs
import re
import zlib

import filetype
from charset_normalizer import from_bytes

from pipeline.errors import Rejected
from schemas.outcome import Reason

GZIP = b"\x1f\x8b"
_CHUNK = 1 << 16
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""(?:<\?xml[^>]*encoding=|<meta[^>]*charset=)\s*["']?([A-Za-z0-9_.:-]+)""", re.IGNORECASE)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffd]")
_MOST_CONTROLS = 0.01


def unpacked(content: bytes, max_bytes: int) -> bytes:
    """The bytes, unpacked where they are gzip; never more than `max_bytes` are made of them."""
    if not content.startswith(GZIP):
        return _limited(content, max_bytes)
    out = bytearray()
    while content:
        machine = zlib.decompressobj(wbits=31)
        try:
            out += machine.decompress(content, max_bytes + 1 - len(out))
        except zlib.error as error:
            raise Rejected(Reason.BROKEN_ARCHIVE, f"gzip: {error}") from error
        _limited(out, max_bytes)
        if not machine.eof:
            raise Rejected(Reason.BROKEN_ARCHIVE, "the gzip file ends before its content does")
        content = machine.unused_data.lstrip(b"\0")
    return bytes(out)


def _limited(content: bytes | bytearray, max_bytes: int) -> bytes:
    if len(content) > max_bytes:
        raise Rejected(Reason.TOO_LARGE, f"more than {max_bytes:,} bytes (DEALWIRE_MAX_BYTES)")
    return bytes(content)


def decoded(content: bytes) -> str:
    """The characters of a text file, line ends made even; raises Rejected for empty, binary and undecodable content."""
    if not content.strip():
        raise Rejected(Reason.EMPTY, "no content")
    text = _marked(content)
    if text is None:
        kind = filetype.guess(content[:8192])
        if kind is not None or b"\0" in content[:8192]:
            raise Rejected(Reason.BINARY, kind.mime if kind else "zero bytes where text should be")
        text = _declared(content) or _detected(content)
    if len(_CONTROLS.findall(text[:20000])) > _MOST_CONTROLS * min(len(text), 20000):
        raise Rejected(Reason.UNDECODABLE, "control characters where text should be")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _marked(content: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            try:
                return content.decode(encoding)
            except UnicodeDecodeError as error:
                raise Rejected(Reason.UNDECODABLE, f"marked as {encoding}, but {error.reason}") from error
    return None


def _declared(content: bytes) -> str | None:
    found = _DECLARED.search(content[:4096])
    for encoding in ("utf-8", found[1].decode("ascii") if found else ""):
        try:
            return content.decode(encoding) if encoding else None
        except (UnicodeDecodeError, LookupError):
            continue
    return None


def _detected(content: bytes) -> str:
    best = from_bytes(content).best()
    if best is None:
        raise Rejected(Reason.UNDECODABLE, "no known encoding fits")
    return str(best)

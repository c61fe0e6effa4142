"""From bytes to characters: packed files, limits, binary content, encodings."""

import codecs
import re
import zlib

import filetype
from charset_normalizer import from_bytes

from pipeline.errors import Rejected
from schemas.outcome import Reason

GZIP = b"\x1f\x8b"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""(?:<\?xml[^>]*encoding=|<meta[^>]*charset=)\s*["']?([A-Za-z0-9_.:-]+)""", re.IGNORECASE)
# What a label means on the web (WHATWG Encoding), where that is more than what its standard says.
_LABELS = {
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "iso-8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
}
_WESTERN = "cp1252"
_PROGRAM = (b"%PDF-", b"{\\rtf", b"%!PS")  # files of letters that are no text
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffd]")
_MOST_CONTROLS = 0.01
_SAMPLE = 20_000


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
        if content.lstrip()[:5].startswith(_PROGRAM):
            raise Rejected(Reason.BINARY, _kind(content))
        text = _wide(content) if b"\0" in content else _unicode(content) or _declared(content) or _detected(content)
    sample = text[:_SAMPLE]
    if len(_CONTROLS.findall(sample)) > _MOST_CONTROLS * len(sample):
        known = filetype.guess(content[:8192])
        raise Rejected(Reason.BINARY if known else Reason.UNDECODABLE, "control characters where text should be")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _kind(content: bytes) -> str:
    known = filetype.guess(content[:8192])
    return str(known.mime) if known else "no text"


def _marked(content: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            try:
                return content.decode(encoding)
            except UnicodeDecodeError as error:
                raise Rejected(Reason.UNDECODABLE, f"marked as {encoding}, but {error.reason}") from error
    return None


def _wide(content: bytes) -> str:
    """UTF-16 without a mark, told by zero bytes on one side only; anything else with zero bytes is binary."""
    even, odd = content[:8192:2].count(0), content[1:8192:2].count(0)
    encoding = "utf-16-le" if odd > 2 * even else "utf-16-be" if even > 2 * odd else None
    if encoding and max(even, odd) > len(content[:8192]) // 4:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError as error:
            raise Rejected(Reason.UNDECODABLE, f"like {encoding}, but {error.reason}") from error
    raise Rejected(Reason.BINARY, _kind(content))


def _unicode(content: bytes) -> str | None:
    """UTF-8; a few spoilt characters among many good ones do not make it something else."""
    try:
        return content.decode()
    except UnicodeDecodeError:
        text = content.decode(errors="replace")
    spoilt = text.count("\ufffd")
    good = sum(map(len, re.findall(r"[^\x00-\x7f]+", text))) - spoilt
    return text if good > 4 * spoilt else None


def _declared(content: bytes) -> str | None:
    found = _DECLARED.search(content[:4096])
    label = found[1].decode("ascii").lower() if found else ""
    try:
        return content.decode(_LABELS.get(label, label)) if label else None
    except (UnicodeDecodeError, LookupError):
        return None


def _detected(content: bytes) -> str:
    """Western letters, of which a few stand among plain ones, are met far more often than what else fits."""
    plain = len(content.translate(None, bytes(range(128, 256))))
    if plain > 0.9 * len(content):
        try:
            return content.decode(_WESTERN)
        except UnicodeDecodeError:
            pass
    best = from_bytes(content).best()
    if best is None:
        raise Rejected(Reason.UNDECODABLE, "no known encoding fits")
    return str(best)

"""Files of plain text."""

from collections.abc import Iterator

from pipeline.readers.document import Document, whole


def looks_like_text(name: str, text: str) -> bool:  # noqa: ARG001 - what nothing else claims
    """Whether the text may be read as it is: always."""
    return True


def read_text(path: str, text: str) -> Iterator[Document]:
    """The file is the body."""
    yield Document(path=path, kind="text", raw=text, body=text, segments=whole(text))

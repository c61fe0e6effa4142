"""Why a model did not answer."""


class Unanswered(Exception):
    """No usable answer, and why; the offline extractor speaks instead.

    `down` says that the endpoint is at fault, `free` that it did no work that it could charge.
    """

    def __init__(self, why: str, *, down: bool = False, free: bool = False) -> None:
        super().__init__(why)
        self.down, self.free = down, free

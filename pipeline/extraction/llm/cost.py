"""What asking about one article may cost."""

from dataclasses import dataclass
from typing import Self

from pipeline.extraction.llm.prompt import form, question
from pipeline.extraction.llm.unanswered import Unanswered

# English has four characters a token, JSON about three: too many tokens are reckoned rather than too few.
CHARACTERS_A_TOKEN = 3
LEAST_ANSWER, LARGEST_ANSWER = 300, 4_000
_COMPLAINT = 500


@dataclass(frozen=True)
class Cost:
    """Tokens of a question, and the most that an answer may take; a second try repeats both, with a complaint."""

    question: int
    answer: int

    @classmethod
    def of(cls, prompt: str, limit: int) -> Self:
        """The cost of a prompt within the limit of one article; raises Unanswered where that leaves no answer."""
        asked = -(-len(question() + form() + prompt) // CHARACTERS_A_TOKEN)
        answer = min((limit - 2 * asked - _COMPLAINT) // 3, LARGEST_ANSWER)
        if answer < LEAST_ANSWER:
            needed = 2 * asked + _COMPLAINT + 3 * LEAST_ANSWER
            raise Unanswered(f"the article may need {needed:,} tokens, one may cost {limit:,}")
        return cls(asked, answer)

    @property
    def most(self) -> int:
        """Both tries at their longest."""
        return 2 * self.question + 3 * self.answer + _COMPLAINT

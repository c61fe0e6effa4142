"""Asking a model: one question an article, its answer in the form that we set; what goes wrong is Unanswered."""

from typing import Any
from urllib.parse import urlsplit

from openai import AsyncOpenAI
from pydantic_ai import Agent, NativeOutput, PromptedOutput, ToolOutput
from pydantic_ai.exceptions import (
    AgentRunError,
    ModelAPIError,
    ModelRequestRejectedError,
    ModelTimeoutError,
    RunTimedOut,
)
from pydantic_ai.models import Model
from pydantic_ai.models.openai import OpenAIChatModel
from pydantic_ai.profiles.openai import OpenAIModelProfile
from pydantic_ai.providers.openai_compatible import OpenAICompatibleProvider
from pydantic_ai.usage import RunUsage, UsageLimits

from pipeline.extraction.llm.endpoint import Endpoint
from pipeline.extraction.llm.form import Answer
from pipeline.extraction.llm.prompt import question
from pipeline.extraction.llm.unanswered import Unanswered

# A request that does not get through is sent again twice, after waits that double or that the endpoint asks for.
RETRIES = 2
# An answer that is not in the form is asked for once more, with what is wrong with it.
SECOND_TRIES = 1
_FORMS: dict[str, Any] = {"native": NativeOutput, "tool": ToolOutput, "prompted": PromptedOutput}


def model_at(endpoint: Endpoint) -> Model:
    """The model at an endpoint; each is told the length of its answer under the name that it knows."""
    client = AsyncOpenAI(
        base_url=endpoint.url, api_key=endpoint.key or "none", max_retries=RETRIES, timeout=endpoint.timeout_s
    )
    profile = OpenAIModelProfile(openai_chat_supports_max_completion_tokens=_is_openai(endpoint.url))
    return OpenAIChatModel(
        endpoint.model, provider=OpenAICompatibleProvider("endpoint", openai_client=client, profile=profile)
    )


def _is_openai(url: str) -> bool:
    """Whether the address is of those who renamed `max_tokens`; others ignore the new name, and then nothing ends."""
    return (urlsplit(url).hostname or "").endswith((".openai.com", ".azure.com"))


class Asker:
    """Asks a model about articles, one after another."""

    def __init__(self, endpoint: Endpoint, model: Model | None = None) -> None:
        self._timeout = endpoint.timeout_s
        self._agent: Agent[object, Answer] = Agent(
            model or model_at(endpoint),
            output_type=_FORMS[endpoint.output](Answer),
            instructions=question(),
            retries=SECOND_TRIES,
        )

    def ask(self, prompt: str, answer_tokens: int, usage: RunUsage) -> Answer:
        """The answer, within the time an article has; raises Unanswered. `usage` counts what it costs all the same."""
        try:
            result = self._agent.run_sync(
                prompt,
                model_settings={"temperature": 0.0, "max_tokens": answer_tokens},
                usage_limits=UsageLimits(request_limit=1 + SECOND_TRIES),
                usage=usage,
                timeout=self._timeout,
            )
        except AgentRunError as error:
            raise self._unanswered(error) from error
        return result.output

    def _unanswered(self, error: AgentRunError) -> Unanswered:
        if isinstance(error, RunTimedOut | ModelTimeoutError):
            return Unanswered(f"the endpoint did not answer within {self._timeout:g} s", down=True)
        if isinstance(error, ModelRequestRejectedError):
            return Unanswered(f"the endpoint refused the request ({_brief(error)})", down=True, free=True)
        if isinstance(error, ModelAPIError):
            return Unanswered(f"the endpoint does not answer ({_brief(error)})", down=True, free=True)
        return Unanswered(f"the model's answer could not be used ({_brief(error)})")


def _brief(error: AgentRunError) -> str:
    """The error in a few words; never its body, which may repeat the article."""
    status = getattr(error, "status_code", None)
    return f"{type(error).__name__}, status {status}" if status else type(error).__name__

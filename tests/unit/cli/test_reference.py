"""The reference page is made from the commands, and no command goes without help."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.main import get_command

from pipeline.cli import app
from pipeline.console.reference import commands, reference
from pipeline.index.fields import known_fields

ROOT = Path(__file__).parents[3]
COMMANDS = dict(commands(get_command(app)))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_parameter_has_help(name: str) -> None:
    """`--help` never leaves a blank."""
    command = COMMANDS[name]
    assert command.help
    assert all(getattr(parameter, "help", None) for parameter in command.params if parameter.name != "help")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_an_entry_in_the_docs(name: str) -> None:
    """docs/cli.md has its heading."""
    assert f"\n## {name}\n" in (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")


def test_the_reference_page_is_up_to_date() -> None:
    """`make docs` rewrites it."""
    assert (ROOT / "docs" / "cli.md").read_text(encoding="utf-8") == reference()


@pytest.mark.parametrize("field", known_fields())
def test_every_field_is_explained(field: str) -> None:
    """The page lists what a query may name."""
    assert f"| `{field}` |" in reference()


def test_help_answers_within_a_second() -> None:
    """No heavy library is loaded to print help."""
    started = time.monotonic()
    listed = "import sys, pipeline.cli; print(sorted({'spacy', 'sqlalchemy', 'tantivy', 'luqum'} & sys.modules.keys()))"
    run = subprocess.run([sys.executable, "-c", listed], capture_output=True, text=True, check=True, cwd=ROOT)
    assert run.stdout.strip() == "[]"
    fastest = min(_seconds_of_help() for _ in range(3))
    assert fastest < 1, f"{fastest:.2f} s, {time.monotonic() - started:.2f} s in all"


def _seconds_of_help() -> float:
    started = time.monotonic()
    subprocess.run([sys.executable, "-m", "pipeline", "--help"], capture_output=True, check=True, cwd=ROOT)
    return time.monotonic() - started


def test_a_closed_pipe_is_no_error() -> None:
    """`dealwire … | head -1` ends quietly."""
    line = f"{sys.executable} -m pipeline --help | true"
    run = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=True, cwd=ROOT)
    assert "Traceback" not in run.stderr

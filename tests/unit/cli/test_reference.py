"""The reference page is made from the commands, and no command goes without help."""

import subprocess
import sys
from pathlib import Path

import pytest
from typer.main import get_command

from pipeline.cli import app
from pipeline.console.reference import commands, reference
from pipeline.index.fields import known_fields

ROOT = Path(__file__).parents[3]
COMMANDS = dict(commands(get_command(app)))
HELP = "sys.argv = ['dealwire', '--help']; main()"
HEAVY = {"spacy", "numpy", "sqlalchemy", "alembic", "tantivy", "elasticsearch", "luqum", "trafilatura", "apprise"}
BEHIND = {"pipeline.app", "pipeline.settings", "pipeline.console.table", "pipeline.console.event_page"}


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


def test_the_page_says_what_holds_where_an_option_is_not_given() -> None:
    """`extract` prints a record a line, unlike the others; a switch that is off needs no words."""
    section = reference().partition("## dealwire extract\n")[2].partition("\n## ")[0]
    assert "Default: `jsonl`." in section
    assert "Default: `False`" not in reference()


def test_the_reference_page_is_up_to_date() -> None:
    """`make docs` rewrites it."""
    assert (ROOT / "docs" / "cli.md").read_text(encoding="utf-8") == reference()


@pytest.mark.parametrize("field", known_fields())
def test_every_field_is_explained(field: str) -> None:
    """The page lists what a query may name."""
    assert f"| `{field}` |" in reference()


def test_help_loads_no_heavy_library() -> None:
    """The help is there at once, as the application and everything behind it load only when a command runs."""
    shown = f"import atexit, sys; atexit.register(lambda: print(*sys.modules)); from pipeline.cli import main; {HELP}"
    run = subprocess.run([sys.executable, "-c", shown], capture_output=True, text=True, check=True, cwd=ROOT)
    text, _, modules = run.stdout.rstrip().rpartition("\n")
    assert "ingest" in text
    assert "pipeline.cli" in modules.split()
    assert not {name for name in modules.split() if name.partition(".")[0] in HEAVY or name in BEHIND}


def test_a_closed_pipe_is_no_error() -> None:
    """`dealwire … | head -1` ends quietly."""
    line = f"{sys.executable} -m pipeline --help | true"
    run = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=True, cwd=ROOT)
    assert "Traceback" not in run.stderr

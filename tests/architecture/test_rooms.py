"""What only one room may do."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULES = {path.relative_to(ROOT).as_posix(): path for path in (ROOT / "pipeline").rglob("*.py")}
PRINTING = ("pipeline/cli.py", "pipeline/console/", "pipeline/launcher/")
# The launcher starts Airflow with an environment of its own making.
ENVIRONMENT = ("pipeline/settings.py", "pipeline/launcher/")


def tracked():
    """The text files of the repository that are ours, as paths from its root."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [name for name in listed.stdout.splitlines() if not name.startswith("seeds/") and (ROOT / name).is_file()]


def text_of(name):
    """The text of a file; empty for a picture."""
    return (ROOT / name).read_text(encoding="utf-8", errors="ignore")


def dotted(node):
    """The name of an attribute chain such as os.environ."""
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""


def used(path):
    """The plain and dotted names that a module uses."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {dotted(node) for node in ast.walk(tree) if isinstance(node, (ast.Attribute, ast.Name))}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


@pytest.mark.parametrize("name", sorted(name for name in MODULES if not name.startswith(PRINTING)))
def test_only_the_command_line_prints(name):
    """Everything else returns values, or logs."""
    assert not used(MODULES[name]) & {"print", "sys.stdout", "sys.stderr", "rich.print", "typer.echo"}


@pytest.mark.parametrize("name", sorted(name for name in MODULES if not name.startswith(ENVIRONMENT)))
def test_only_the_settings_read_the_environment(name):
    """A setting has one name, one default and one place."""
    assert not used(MODULES[name]) & {"os.environ", "os.getenv", "os.environb"}


def test_the_repository_names_no_path_of_one_machine():
    """What works here works elsewhere."""
    machine = re.compile(r"(?<![\w/.:])/(?:home|root|work|Users)/\w+")
    assert not [name for name in tracked() if machine.search(text_of(name))]


LOCKS = ["requirements.lock", "deploy/requirements.lock", "training/requirements.lock", "tests/llm_server.lock"]


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_pins_every_package_by_hash_and_names_no_host(name):
    """Whoever installs chooses where from; what is installed is fixed."""
    lock = text_of(name)
    assert "://" not in lock
    assert "index-url" not in lock
    entries = re.split(r"\n(?=\S)", lock.strip())
    packages = [entry for entry in entries if not entry.startswith("#")]
    assert len(packages) > 20
    assert not [
        entry for entry in packages if not re.match(r"[\w.\[\]-]+==\S+ .*--hash=sha256:[0-9a-f]{64}", entry, re.DOTALL)
    ]

"""The command line's reference page, made from the commands themselves: `python -m pipeline.console.reference`."""

import sys
from typing import Any

import typer.main

from pipeline.cli import app
from pipeline.index.fields import known_fields

_HEAD = """# Command line

Made by `make docs` from the commands themselves.

Results go to stdout, progress and notes to stderr. Exit codes: 0 done, 1 not done (one line on stderr says what to do),
2 wrong usage. `--format table` is for people, `json` one document, `jsonl` one record a line. No colour goes into a
pipe or where `NO_COLOR` is set. State lies under `DEALWIRE_HOME` (default `var`). Ids may be cut to a prefix that no
other shares.
"""


def reference() -> str:
    """The page as Markdown: every command with its usage, help, arguments and options, then the query language."""
    root = typer.main.get_command(app)
    return "\n".join(
        [_HEAD, *(part for name, command in commands(root) for part in _section(name, command)), _queries()]
    )


def commands(command: Any, name: str = "dealwire") -> list[tuple[str, Any]]:
    """Every command that does something, with its whole name, in the order of the help."""
    inner = getattr(command, "commands", None)
    if inner is None:
        return [(name, command)]
    return [found for key, child in inner.items() for found in commands(child, f"{name} {key}")]


def _section(name: str, command: Any) -> list[str]:
    parameters = [parameter for parameter in command.params if parameter.name != "help"]
    usage = " ".join([name, *(_usage(parameter) for parameter in parameters)])
    lines = [f"## {name}", "", f"`{usage}`", "", (command.help or "").strip(), ""]
    lines += [
        f"- `{_name(parameter)}`: {parameter.help}{_default(parameter)}"
        for parameter in parameters
        if getattr(parameter, "help", None)
    ]
    return [*lines, ""]


def _usage(parameter: Any) -> str:
    name = _name(parameter)
    many = "…" if parameter.nargs == -1 or getattr(parameter, "multiple", False) else ""
    return f"{name}{many}" if parameter.required else f"[{name}{many}]"


def _name(parameter: Any) -> str:
    if parameter.param_type_name == "argument":
        return str(parameter.metavar or parameter.name.upper()).removesuffix("...")
    option = "/".join([*parameter.opts, *parameter.secondary_opts])
    if parameter.is_flag:
        return option
    return f"{option} {parameter.metavar or parameter.name.upper()}"


def _default(parameter: Any) -> str:
    """What holds where the option is not given, where that is a value."""
    value = getattr(parameter.default, "value", parameter.default)
    return f" Default: `{value}`." if value and value is not True and isinstance(value, str | int) else ""


def _queries() -> str:
    rows = [f"| `{field.name}` | {field.kind} | {field.about} |" for field in known_fields().values()]
    return "\n".join([_QUERIES, "| field | holds | |", "|---|---|---|", *rows, ""])


_QUERIES = """## Queries

Lucene syntax: `type:partnership AND party:Zorvane AND place:Oslo`, `"joint venture"`, `part*ship`, `anounced~1`,
`announced:[2023-05-01 TO *]`, `amount:>=1000000`, `first_seen:[now-7d TO *]`, `partner:*`, `NOT conflict:true`,
`+must -never maybe`. Words without an operator between them are alternatives; AND with OR needs parentheses. Words are
compared in lower case, split by the Unicode rules (UAX #29). Values of `keyword` fields are compared whole, in lower
case. A date covers all its days: `announced:2023-05` finds what was announced on some day of May, also where the
source names the month or the year alone.
"""


if __name__ == "__main__":
    sys.stdout.write(reference())

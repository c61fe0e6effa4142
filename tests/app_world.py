"""A small installation, and articles about invented companies."""

from ledger_world import ledger_url

from pipeline.app import open_app
from pipeline.settings import Settings

PACT = (
    "Morvik Foods and Lintara Dairy have signed a supply agreement\n\n"
    "OSLO, 2 May 2024 – Morvik Foods has signed a supply agreement with Lintara Dairy to make oat milk in Oslo.\n\n"
    "Under the partnership, Lintara Dairy will supply Morvik Foods with oat milk from its plant in Oslo from June.\n"
)
PACT_AGAIN = (
    "Lintara Dairy partners with Morvik Foods\n\n"
    "BERGEN, 3 May 2024 – Lintara Dairy said on Friday it had entered into a partnership with Morvik Foods for "
    "oat milk.\n\nThe two companies signed a supply agreement in Oslo this week, the chief executive told reporters.\n"
)
OTHER = (
    "Tarvos Steel and Belmora Motors form partnership\n\n"
    "LYON, 4 May 2024 – Tarvos Steel has entered into a partnership with Belmora Motors to make car doors in Lyon.\n\n"
    "Belmora Motors will buy the doors from Tarvos Steel for its next small car, the two companies said in Lyon.\n"
)
NO_NEWS = (
    "The lighthouse stands on a rock above the bay, and its light can be seen from very far on clear nights.\n\n"
    "Children come here in the summer to look for shells, and to eat the cakes that the keeper bakes for them.\n"
)


def settings(folder, **more):
    """The settings of an installation of its own, which reads in this process."""
    given = {"ledger": ledger_url(folder / "home"), "workers": 1, **more}
    return Settings(home=folder / "home", settle_seconds=0, **given)


def opened(folder, **more):
    """That installation."""
    return open_app(settings(folder, **more))


def drop(app, **files):
    """Put files into the inbox; a name's last `_` stands for the dot."""
    app.settings.inbox_folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        path = app.settings.inbox_folder / ".".join(name.rsplit("_", 1))
        path.write_bytes(content.encode() if isinstance(content, str) else content)


def run(app, run_id="run"):
    """One run of the chain over the inbox, its outcomes by path."""
    outcomes = [one for batch in app.claim(run_id) for one in app.ingest_batch(batch.files)]
    app.consolidate()
    app.project()
    app.deliver()
    return {one.path: one for one in outcomes}


def kinds(outcomes):
    """How each document ended."""
    return {path: str(one.reason or one.kind) for path, one in outcomes.items()}


def sent(app):
    """The lines that the file channel wrote."""
    path = app.settings.home / "alerts.jsonl"
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []

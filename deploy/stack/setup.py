"""`python -m deploy.stack.setup`, the setup service: secrets, then databases, ledger, index, and Kibana's objects.

Running it again changes nothing but what a new version or new addresses change.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

from pydantic import SecretStr

from deploy.stack.compose import ROOT
from deploy.stack.databases import make_databases, url_of
from deploy.stack.handover import DATABASES, hand_over
from deploy.stack.secret_files import SecretFiles
from pipeline.app import open_app
from pipeline.errors import Unavailable
from pipeline.launcher.screen import Screen

PATIENCE = 300.0


def main() -> int:
    """Run the whole setup; 0 when Airflow can start, though Kibana may have stayed without its objects."""
    screen = Screen()
    root = Path(os.environ["STACK_SECRETS"])
    owners = {name: int(user) for name, _, user in (o.partition("=") for o in os.environ["STACK_OWNERS"].split())}
    (root / "ours" / "ready").unlink(missing_ok=True)
    files = SecretFiles(root, owners)
    others = os.umask(0o077)
    hand_over(files)
    os.umask(others)
    screen.step("secrets are in place")
    secret = {path: files.value(path) for path in (*DATABASES.values(), "postgres/password")}
    admin = files.value("elasticsearch/admin_password")
    _become(owners.get("ours", os.geteuid()))
    _databases(secret)
    screen.step("databases are in place")
    _index(admin)
    screen.step("ledger and index are in place")
    _kibana(admin, screen)
    return 0


def _become(user: int) -> None:
    """Go on as the user of our other services, so that all files are theirs."""
    if user != os.geteuid():
        os.setgroups([])
        os.setgid(user)
        os.setuid(user)
        os.environ["HOME"] = os.environ["DEALWIRE_HOME"]


def _databases(secret: dict[str, str]) -> None:
    superuser = url_of("postgres", secret["postgres/password"], os.environ["STACK_POSTGRES"])
    make_databases(superuser, {name: secret[path] for name, path in DATABASES.items()}, PATIENCE)
    subprocess.run(["airflow", "db", "migrate"], check=True)  # noqa: S607 - the image's or the environment's own


def _index(admin: str) -> None:
    """Create or migrate ledger and index, once Elasticsearch answers."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            with open_app(index_user="admin", index_password=SecretStr(admin)) as app:
                app.setup()
        except Unavailable:
            if time.monotonic() > until:
                raise
            time.sleep(1)
        else:
            return


def _kibana(admin: str, screen: Screen) -> None:
    """Load the dashboards where there is a Kibana; Airflow does not wait for one that is ill."""
    url = os.environ.get("STACK_KIBANA")
    if not url:
        screen.step("KIBANA IS LEFT OUT: no dashboards are loaded")
        return
    script = ["/bin/sh", str(ROOT / "deploy" / "kibana" / "load.sh")]
    login = {"KIBANA_URL": url, "ELASTIC_USER": "admin", "ELASTIC_PASSWORD": admin}
    done = subprocess.run(script, env={**os.environ, **login}, check=False)  # noqa: S603 - our own script
    if done.returncode:
        screen.step("KIBANA HAS NO DASHBOARDS: `docker compose run --rm setup` tries again")


if __name__ == "__main__":
    sys.exit(main())

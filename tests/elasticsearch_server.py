"""A real Elasticsearch: one that runs already, or the distribution from its Maven artifact on a JDK of this machine.

`DEALWIRE_TEST_ELASTICSEARCH=http://host:9200` names one that runs; each test has a prefix of its own there.
"""

import json
import shutil
import ssl
import tempfile
import urllib.error
import urllib.request
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from server_parts import found, free_port, own_folder, run_unprivileged, served

from deploy.stack.certificates import make_certificates
from deploy.stack.compose import read_services
from deploy.stack.elasticsearch import distribution, java_home
from deploy.stack.process import give, unprivileged

CACHE = Path(tempfile.gettempdir()) / "dealwire-elasticsearch"
USER, PASSWORD = "tester", "for-tests-only"
SETTINGS = """
cluster.name: dealwire-tests
http.host: 127.0.0.1
http.port: {port}
transport.host: 127.0.0.1
transport.port: {transport}
discovery.type: single-node
path.data: {folder}/data
path.logs: {folder}/logs
cluster.routing.allocation.disk.threshold_enabled: false
xpack.security.enabled: {secured}
xpack.security.enrollment.enabled: false
"""
TLS = """
xpack.security.http.ssl.enabled: true
xpack.security.http.ssl.key: node.key
xpack.security.http.ssl.certificate: node.crt
"""


@dataclass(frozen=True)
class Server:
    """A running node; where it is secured, `USER` is its superuser and each role has a user of its name.

    All have one password. API keys cannot be made there: the distribution lacks what their index is analysed with.
    """

    url: str
    ca: Path | None = None


@contextmanager
def elasticsearch(
    *, roles: Mapping[str, object] | None = None, port: int | None = None, folder: Path | None = None
) -> Iterator[Server]:
    """A node of its own until the end of the block, secured where roles are given; raises MissingError.

    With a folder of an earlier node it has that one's data.
    """
    CACHE.mkdir(mode=0o755, exist_ok=True)
    version = read_services()["elasticsearch"].image.rpartition(":")[2]
    java, home = found(java_home), found(distribution, CACHE, version)
    with own_folder() as scratch:
        place = folder or scratch
        number = port or free_port()
        _configure(home, place, number, java, roles)
        ca = place / "config" / "ca.crt" if roles else None
        url = f"{'https' if roles else 'http'}://127.0.0.1:{number}"
        command = [str(home / "bin" / "elasticsearch")]
        with served(command, place, lambda: _answers(url, ca), **_environment(java, place)):
            yield Server(url, ca)


def _environment(java: Path, folder: Path) -> dict[str, str]:
    return {
        "ES_JAVA_HOME": str(java),
        "ES_PATH_CONF": str(folder / "config"),
        "ES_JAVA_OPTS": "-Xms512m -Xmx512m",
        "ES_TMPDIR": str(folder / "tmp"),
    }


def _configure(home: Path, folder: Path, port: int, java: Path, roles: Mapping[str, object] | None) -> None:
    for name in ("data", "logs", "tmp"):
        (folder / name).mkdir(exist_ok=True)
    shutil.copytree(home / "config", folder / "config", dirs_exist_ok=True)
    (folder / "config" / "elasticsearch.keystore").unlink(missing_ok=True)
    settings = SETTINGS.format(port=port, transport=free_port(), folder=folder, secured=str(roles is not None).lower())
    (folder / "config" / "elasticsearch.yml").write_text(settings + (TLS if roles else ""))
    if roles is not None:
        make_certificates(folder / "config")
        written = "".join(f"{name}: {json.dumps(role)}\n" for name, role in roles.items())
        (folder / "config" / "roles.yml").write_text(written)
    give(folder, unprivileged())
    if roles is not None:
        add = [str(home / "bin" / "elasticsearch-users"), "useradd", USER, "-p", PASSWORD, "-r", "superuser"]
        run_unprivileged(add, folder, **_environment(java, folder))
        _add_users(folder / "config", roles)


def _add_users(config: Path, roles: Iterable[str]) -> None:
    """One user for each role, all with the password of the first: making a hash takes a process of Java."""
    known = (config / "users").read_text()
    secret = known.strip().partition(":")[2]
    (config / "users").write_text(known + "".join(f"{role}:{secret}\n" for role in roles))
    with (config / "users_roles").open("a") as file:
        file.writelines(f"{role}:{role}\n" for role in roles)


def _answers(url: str, ca: Path | None) -> bool:
    context = ssl.create_default_context(cafile=str(ca)) if ca else None
    try:
        with urllib.request.urlopen(f"{url}/_cluster/health", timeout=2, context=context) as answer:
            return answer.status == 200
    except urllib.error.HTTPError as error:
        return error.code == 401
    except OSError:
        return False

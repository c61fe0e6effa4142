"""A real Elasticsearch: one that runs already, or the distribution from its Maven artifact on a JDK of this machine.

`DEALWIRE_TEST_ELASTICSEARCH=http://host:9200` names one that runs; each test has a prefix of its own there.
"""

import json
import os
import re
import shutil
import ssl
import subprocess
import tempfile
import urllib.error
import urllib.request
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from certificates import make_certificates
from server_parts import MissingError, free_port, give_to_nobody, own_folder, served, unprivileged

VERSION = "9.5.3"
ARTIFACT = f"org.elasticsearch.distribution.integ-test-zip:elasticsearch:{VERSION}:zip"
CACHE = Path(tempfile.gettempdir()) / f"dealwire-elasticsearch-{VERSION}"
OLDEST_JAVA = 21
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
    process: subprocess.Popen[bytes] | None = None


def java_home() -> Path:
    """A JDK that Elasticsearch runs on; raises MissingError."""
    homes = [*Path("/usr/lib/jvm").glob("*"), *(Path(p) for p in [os.environ.get("JAVA_HOME", "")] if p)]
    for home in homes:
        release = home / "release"
        found = re.search(r'JAVA_VERSION="(\d+)', release.read_text()) if release.is_file() else None
        if found and int(found[1]) >= OLDEST_JAVA:
            return home
    raise MissingError(f"no JDK of version {OLDEST_JAVA} or newer in /usr/lib/jvm or JAVA_HOME")


def distribution() -> Path:
    """The unpacked distribution, fetched once; raises MissingError."""
    home = CACHE / f"elasticsearch-{VERSION}"
    if (home / "bin" / "elasticsearch").is_file():
        return home
    if not shutil.which("mvn"):
        raise MissingError(f"no Maven to fetch {ARTIFACT} with")
    CACHE.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=CACHE) as scratch:
        copy = ["mvn", "-q", "-B", "dependency:copy", f"-Dartifact={ARTIFACT}", f"-DoutputDirectory={scratch}"]
        fetched = subprocess.run(copy, capture_output=True, text=True, cwd=scratch, check=False)
        if fetched.returncode:
            raise MissingError(f"Maven cannot fetch {ARTIFACT}: {fetched.stdout[-300:]}")
        shutil.unpack_archive(next(Path(scratch).glob("*.zip")), scratch)
        unpacked = Path(scratch) / home.name
        for program in (unpacked / "bin").iterdir():
            program.chmod(0o755)
        Path(scratch).chmod(0o755)
        CACHE.chmod(0o755)
        if not home.exists():
            unpacked.rename(home)
    return home


@contextmanager
def elasticsearch(
    *, roles: Mapping[str, object] | None = None, port: int | None = None, folder: Path | None = None
) -> Iterator[Server]:
    """A node of its own until the end of the block, secured where roles are given; raises MissingError.

    With a folder of an earlier node it has that one's data.
    """
    java, home = java_home(), distribution()
    with own_folder() as scratch:
        place = folder or scratch
        number = port or free_port()
        _configure(home, place, number, java, roles)
        ca = place / "ca.crt" if roles else None
        url = f"{'https' if roles else 'http'}://127.0.0.1:{number}"
        command = [str(home / "bin" / "elasticsearch")]
        with served(command, place, lambda: _answers(url, ca), **_environment(java, place)) as process:
            yield Server(url, ca, process)


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
        make_certificates(folder / "ca.crt", folder / "config" / "node.crt", folder / "config" / "node.key")
        written = "".join(f"{name}: {json.dumps(role)}\n" for name, role in roles.items())
        (folder / "config" / "roles.yml").write_text(written)
    give_to_nobody(folder)
    if roles is not None:
        add = [str(home / "bin" / "elasticsearch-users"), "useradd", USER, "-p", PASSWORD, "-r", "superuser"]
        command, environment = unprivileged(add, folder, **_environment(java, folder))
        subprocess.run(command, env=environment, cwd=folder, check=True, capture_output=True)
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

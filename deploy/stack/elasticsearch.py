"""Elasticsearch from its Maven artifact, on a JDK of this machine."""

import os
import re
import shutil
import ssl
import subprocess
import tempfile
import urllib.error
import urllib.request
from pathlib import Path

import yaml

from deploy.stack.compose import Service
from deploy.stack.places import LOOPBACK, Places
from deploy.stack.process import Launch, give, unprivileged
from pipeline.errors import Misconfigured

ARTIFACT = "org.elasticsearch.distribution.integ-test-zip:elasticsearch"
OLDEST_JAVA = 21
DATA = "/usr/share/elasticsearch/data"
UNAUTHORIZED = 401


def launch_elasticsearch(service: Service, places: Places, process: str) -> Launch:
    """A node on loopback with the settings, users and certificates of the compose file."""
    version = service.image.rpartition(":")[2]
    java, program = java_home(), distribution(places.home, version)
    user, own = unprivileged(), places.own(process)
    secrets = places.folder("/run/dealwire/elasticsearch")
    _configure(service, places, process, program)
    shutil.copytree(secrets, own / "config", dirs_exist_ok=True)
    (own / "tmp").mkdir(exist_ok=True)
    give(places.folder(DATA), user)
    give(own, user)
    address = f"https://{LOOPBACK}:{places.ports['elasticsearch']}"
    options = {name: value for name, value in service.environment.items() if "." not in name}
    places_of = {"ES_JAVA_HOME": java, "ES_PATH_CONF": own / "config", "ES_TMPDIR": own / "tmp", "HOME": own}
    return Launch(
        command=(str(program / "bin" / "elasticsearch"),),
        healthy=lambda: _asks_who(address, secrets / "ca.crt"),
        environment={**options, **{name: str(path) for name, path in places_of.items()}},
        user=user,
    )


def _configure(service: Service, places: Places, process: str, program: Path) -> None:
    config = places.own(process) / "config"
    shutil.copytree(program / "config", config, dirs_exist_ok=True)
    settings = {name: value for name, value in places.environment(service, process).items() if "." in name}
    settings["http.port"] = str(places.ports["elasticsearch"])
    settings["transport.port"] = str(places.ports["transport"])
    settings["path.data"] = str(places.folder(DATA))
    settings["path.logs"] = str(places.own(process) / "logs")
    (config / "elasticsearch.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")


def java_home() -> Path:
    """A JDK that Elasticsearch runs on; raises Misconfigured."""
    homes = [*Path("/usr/lib/jvm").glob("*"), *map(Path, filter(None, [os.environ.get("JAVA_HOME")]))]
    for home in homes:
        release = home / "release"
        found = re.search(r'JAVA_VERSION="(\d+)', release.read_text(encoding="utf-8")) if release.is_file() else None
        if found and int(found[1]) >= OLDEST_JAVA:
            return home
    raise Misconfigured(f"Elasticsearch needs a JDK of version {OLDEST_JAVA} or newer in /usr/lib/jvm or JAVA_HOME")


def distribution(folder: Path, version: str) -> Path:
    """The unpacked distribution in that folder, fetched once; raises Misconfigured."""
    home = folder / f"elasticsearch-{version}"
    if home.exists():
        return home
    if not shutil.which("mvn"):
        raise Misconfigured("no Maven to fetch Elasticsearch with. On Debian: sudo apt-get install maven")
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        artifact = [f"-Dartifact={ARTIFACT}:{version}:zip", f"-DoutputDirectory={scratch}"]
        fetch = ["mvn", "-q", "-B", "dependency:copy", *artifact]
        fetched = subprocess.run(fetch, capture_output=True, text=True, cwd=scratch, check=False)  # noqa: S603 - Maven
        if fetched.returncode:
            raise Misconfigured(f"Maven cannot fetch {ARTIFACT}:{version}: {fetched.stdout[-300:]}")
        shutil.unpack_archive(next(Path(scratch).glob("*.zip")), scratch)
        for program in (Path(scratch) / home.name / "bin").iterdir():
            program.chmod(0o755)
        if not home.exists():  # somebody else may have been quicker
            (Path(scratch) / home.name).rename(home)
    return home


def _asks_who(address: str, authority: Path) -> bool:
    """Whether it answers, and refuses a caller without a name."""
    tls = urllib.request.HTTPSHandler(context=ssl.create_default_context(cafile=str(authority)))
    try:
        urllib.request.build_opener(urllib.request.ProxyHandler({}), tls).open(f"{address}/_cluster/health", timeout=5)
    except urllib.error.HTTPError as error:
        return error.code == UNAUTHORIZED
    except OSError:
        return False
    return False

"""Processes of the stack start in order, come back when they die, and leave nothing behind."""

import json
import os
import signal
import subprocess
import time

import psutil
import pytest

from deploy.stack import stack as stack_module
from deploy.stack.compose import Service
from deploy.stack.leftovers import NOTE, alone
from deploy.stack.places import PORTS, Places
from deploy.stack.process import Launch
from deploy.stack.stack import Stack
from pipeline.errors import Misconfigured, Unavailable

CHILD = "sleep 600 & exec sleep 600"


def service(name: str, **given) -> Service:
    """A service that says nothing but its name."""
    blank = {"image": f"{name}:1", "ours": True, "command": (), "environment": {}, "mounts": {}, "ports": ()}
    blank |= {"after": {}, "check": (), "replicas": 1, "restarts": True}
    return Service(name=name, **(blank | given))


@pytest.fixture
def make(tmp_path, monkeypatch):
    """Stacks whose services are shell commands; they end with the test."""
    made, commands = [], {}
    monkeypatch.setattr(stack_module, "PAUSE", 0.01)
    monkeypatch.setattr(stack_module, "launch", lambda one, *_: commands[one.name])

    def stack(**services: tuple[str, Service]) -> Stack:
        commands.update({name: Launch(("sh", "-c", text), lambda: True) for name, (text, _) in services.items()})
        parts = {name: one for name, (_, one) in services.items()}
        made.append(Stack(parts, Places(tmp_path, {}, PORTS), lambda _: None))
        return made[-1]

    yield stack
    for one in made:
        one.stop()


def members(session: int) -> list[int]:
    """The living processes of a session."""
    found = [p.pid for p in psutil.process_iter() if p.status() != psutil.STATUS_ZOMBIE]
    return [pid for pid in found if psutil.pid_exists(pid) and os.getsid(pid) == session]


def gone(session: int) -> bool:
    """Whether a session has ended within a second."""
    until = time.monotonic() + 1
    while members(session) and time.monotonic() < until:
        time.sleep(0.01)
    return not members(session)


def test_a_service_starts_when_the_one_before_it_is_done(make, tmp_path):
    """The setup service ends before Airflow starts."""
    first = service("first", restarts=False)
    then = service("then", after={"first": "service_completed_successfully"})
    stack = make(first=(f"sleep 0.2; touch {tmp_path}/done", first), then=(f"test -e {tmp_path}/done && {CHILD}", then))
    stack.start()
    assert stack.processes["first"].code == 0
    assert stack.processes["then"].code is None


def test_a_setup_that_fails_says_why(make):
    """Nothing after it starts, and its log is shown."""
    first = service("first", restarts=False)
    then = service("then", after={"first": "service_completed_successfully"})
    stack = make(first=("echo no room; exit 3", first), then=(CHILD, then))
    with pytest.raises(Unavailable, match=r"(?s)first ended with 3.*no room"):
        stack.start()
    assert "then" not in stack.processes


def test_what_dies_comes_back_and_its_orphans_do_not_stay(make):
    """A worker killed with -9 leaves children, which end before it starts again."""
    stack = make(worker=(CHILD, service("worker")))
    stack.start()
    old = stack.processes["worker"].pid
    os.kill(old, signal.SIGKILL)
    while stack.processes["worker"].code is None:
        time.sleep(0.01)
    stack.look()
    assert gone(old)
    assert stack.processes["worker"].pid != old
    assert stack.processes["worker"].code is None


def test_stop_ends_every_process(make, tmp_path):
    """Those that services started as well, and the note of them."""
    stack = make(one=(CHILD, service("one", replicas=2)), two=(CHILD, service("two", ours=False)))
    stack.start()
    sessions = [process.pid for process in stack.processes.values()]
    assert len(sessions) == 3
    stack.stop()
    assert all(gone(session) for session in sessions)
    assert not (tmp_path / NOTE).exists()


def test_leftovers_of_a_killed_stack_are_ended(tmp_path):
    """A stack that starts in the same folder finds its ports free."""
    left = subprocess.Popen(["sleep", "600"], start_new_session=True)
    other = subprocess.Popen(["sleep", "600"], start_new_session=True)
    born = psutil.Process(left.pid).create_time()
    (tmp_path / NOTE).write_text(json.dumps({str(left.pid): born, str(other.pid): born - 100}))
    try:
        with alone(tmp_path):
            assert gone(left.pid)
            assert other.poll() is None
    finally:
        other.kill()
        for one in (left, other):
            one.wait()


def test_two_stacks_do_not_share_a_folder(tmp_path):
    """The second says how to go on."""
    with alone(tmp_path), pytest.raises(Misconfigured, match="DEALWIRE_HOME"), alone(tmp_path):
        pass

"""Processes that read files, forked from a server that has loaded all that reading needs."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import forkserver, get_context

_PRELOAD = "pipeline.preload"


def start_server(workers: int) -> None:
    """Start the server where several processes will read; it loads while the caller goes on."""
    if workers > 1:
        forkserver.set_forkserver_preload([_PRELOAD])
        forkserver.ensure_running()


def executor_of(workers: int) -> ProcessPoolExecutor:
    """That many processes; the first submission waits until the server can fork them."""
    return ProcessPoolExecutor(workers, mp_context=get_context("forkserver"))

"""Processes for documents that need not load Python and its modules anew."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.forkserver import ensure_running, set_forkserver_preload
from unittest.mock import patch

from corpus.paths import SCRIPTS


@contextmanager
def warm_readers() -> Iterator[None]:
    """Give them to every desk in this process; the program itself has its own."""
    set_forkserver_preload(["corpus.desk.documents.incoming"])
    with patch.dict(os.environ, PYTHONPATH=str(SCRIPTS)):
        ensure_running()
    with patch("corpus.desk.documents.incoming.get_context", lambda _: get_context("forkserver")):
        yield

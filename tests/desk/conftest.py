"""A clerk at a desk."""

import os
from collections.abc import Iterator
from multiprocessing import get_context
from multiprocessing.forkserver import ensure_running, set_forkserver_preload
from pathlib import Path
from unittest.mock import patch

import pytest

from clerks import Clerk, at_desk
from corpus.paths import SCRIPTS


@pytest.fixture(scope="session", autouse=True)
def readers() -> Iterator[None]:
    """Processes for documents that need not load Python and its modules anew.

    `test_run.py` runs the program itself, whose processes are its own.
    """
    set_forkserver_preload(["corpus.desk.documents.incoming"])
    with patch.dict(os.environ, PYTHONPATH=str(SCRIPTS)):
        ensure_running()
    with patch("corpus.desk.documents.incoming.get_context", lambda _: get_context("forkserver")):
        yield


@pytest.fixture
def clerk(tmp_path: Path) -> Iterator[Clerk]:
    """A clerk at a desk with the corpus without findings."""
    with at_desk(tmp_path) as clerk:
        yield clerk

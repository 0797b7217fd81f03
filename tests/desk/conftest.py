"""A clerk at a desk."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from clerks import Clerk, at_desk
from warm_readers import warm_readers


@pytest.fixture(scope="session", autouse=True)
def readers() -> Iterator[None]:
    """Documents are read in warm processes, except by the program that `test_run.py` runs."""
    with warm_readers():
        yield


@pytest.fixture
def clerk(tmp_path: Path) -> Iterator[Clerk]:
    """A clerk at a desk with the corpus without findings."""
    with at_desk(tmp_path) as clerk:
        yield clerk

"""A clerk at a desk."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from clerks import Clerk, at_desk


@pytest.fixture
def clerk(tmp_path: Path) -> Iterator[Clerk]:
    """A clerk at a desk with the corpus without findings."""
    with at_desk(tmp_path) as clerk:
        yield clerk

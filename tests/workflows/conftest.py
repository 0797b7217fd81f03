"""A repository for each test, copied from one that is made once."""

from pathlib import Path

import pytest

from local_github import LocalGithub
from once import made_once


@pytest.fixture(scope="session")
def new_repository(shared: Path) -> Path:
    """A repository with a valid corpus that was never sealed."""
    return made_once(shared / "new-repository", LocalGithub)


@pytest.fixture
def github(tmp_path: Path, new_repository: Path) -> LocalGithub:
    """A copy of the new repository for one test."""
    return LocalGithub.copied(new_repository, tmp_path)

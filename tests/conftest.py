"""Sites that several tests share, each built once, and the mark of slow tests."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

import factories
from attacked_corpus import files_with_attacks
from attacks import HARMLESS_ATTACKS
from corpus.library.corpus import ValidCorpus
from devtools.fictional_collection import write_collection
from factories import ATTACKED_FILES, write_corpus
from golden_files import REWRITTEN
from once import built_once, copy_of_this_collection

if LINKS := [str(path) for path in Path(__file__).parent.rglob("*") if path.is_symlink()]:
    # Else pytest would run what the link of a `conftest.py` leads to, such as a kept document.
    raise pytest.UsageError(f"These are links; put the files themselves there: {LINKS}")

settings.register_profile("without a clock", deadline=None)
settings.load_profile("without a clock")


def pytest_collection() -> None:
    """Let the programs that the tests start find their modules, as they do anywhere else."""
    os.environ.pop("PYTHONSAFEPATH", None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test as slow that needs a built site or a browser."""
    for item in items:
        fixtures: list[str] = getattr(item, "fixturenames", [])
        if item.path.parent.name == "browser" or any(name.endswith("site") for name in fixtures):
            item.add_marker(pytest.mark.slow)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """List the files that `make golden` rewrote."""
    for path in sorted(REWRITTEN):
        terminalreporter.write_line(f"rewritten: {path}")


@pytest.fixture
def small_corpus(tmp_path: Path) -> ValidCorpus:
    """The fictional corpus without findings."""
    return factories.read_valid_corpus(tmp_path)


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that all processes of this run share."""
    folder = tmp_path_factory.getbasetemp()
    return folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder


@pytest.fixture(scope="session")
def small_site(shared: Path) -> Path:
    """The site of the fictional corpus without findings."""
    return built_once(shared / "small", write_corpus)


@pytest.fixture(scope="session")
def small_attacked_site(shared: Path) -> Path:
    """The site of one record in which every text is an attack."""
    return built_once(shared / "small-attacked", lambda root: write_corpus(root, ATTACKED_FILES))


@pytest.fixture(scope="session")
def attacked_site(shared: Path) -> Path:
    """The site of a corpus with every attack that no rule refuses."""
    files = files_with_attacks(HARMLESS_ATTACKS)
    return built_once(shared / "attacked", lambda root: write_corpus(root, files))


@pytest.fixture(scope="session")
def real_site(shared: Path) -> Path:
    """The site of this repository, built from a copy of its records and pages."""
    return built_once(shared / "real", copy_of_this_collection)


@pytest.fixture(scope="session")
def fictional_site(shared: Path) -> Path:
    """The site of fifty opinions of a fictional body, with everything that a corpus can have."""
    return built_once(shared / "fictional", lambda root: write_collection(50, root))

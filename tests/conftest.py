"""Sites that several tests share, each built once, and the mark of slow tests."""

import shutil
from pathlib import Path

import pytest
from hypothesis import settings

import factories
from attacked_corpus import files_with_attacks
from attacks import HARMLESS_ATTACKS
from corpus.build.publish import publish
from corpus.library.corpus import ValidCorpus
from corpus.paths import REPOSITORY, CorpusPaths
from devtools.fictional_collection import write_collection
from factories import ATTACKED_FILES, write_corpus

settings.register_profile("without a clock", deadline=None)
settings.load_profile("without a clock")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test as slow that needs a built site or a browser."""
    for item in items:
        fixtures: list[str] = getattr(item, "fixturenames", [])
        if item.path.parent.name == "browser" or any(name.endswith("site") for name in fixtures):
            item.add_marker(pytest.mark.slow)


@pytest.fixture
def small_corpus(tmp_path: Path) -> ValidCorpus:
    """The fictional corpus without findings."""
    return factories.read_valid_corpus(tmp_path)


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the fictional corpus without findings."""
    return _site(write_corpus(tmp_path_factory.mktemp("small")))


@pytest.fixture(scope="session")
def small_attacked_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of one record in which every text is an attack."""
    return _site(write_corpus(tmp_path_factory.mktemp("small_attacked"), ATTACKED_FILES))


@pytest.fixture(scope="session")
def attacked_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a corpus with every attack that no rule refuses."""
    files = files_with_attacks(HARMLESS_ATTACKS)
    return _site(write_corpus(tmp_path_factory.mktemp("attacked"), files))


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of this repository, built from a copy of its records and pages."""
    root = tmp_path_factory.mktemp("real")
    for folder in ("opinions", "standards", "pages"):
        shutil.copytree(REPOSITORY / folder, root / folder)
    return _site(CorpusPaths(root))


@pytest.fixture(scope="session")
def fictional_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of fifty opinions of a fictional body, with everything that a corpus can have."""
    return _site(write_collection(50, tmp_path_factory.mktemp("fictional")))


def _site(paths: CorpusPaths) -> Path:
    publish(paths, paths.site, print)
    return paths.site

"""What several tests share: one fictional corpus and one real one, each built once."""

import shutil
from pathlib import Path

import pytest

import factories
from attacks import ATTACKS
from corpus.build.publish import publish
from corpus.library.corpus import ValidCorpus
from corpus.paths import REPOSITORY, CorpusPaths
from devtools.fictional_collection import write_collection
from factories import HOSTILE, corpus
from siege import besieged


@pytest.fixture
def sound(tmp_path: Path) -> ValidCorpus:
    """The sound fictional corpus."""
    return factories.sound(tmp_path)


@pytest.fixture(scope="session")
def fictional_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of the sound fictional corpus."""
    paths = corpus(tmp_path_factory.mktemp("fictional"))
    publish(paths, paths.site, print)
    return paths.site


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of a corpus in which every word is an attack."""
    paths = corpus(tmp_path_factory.mktemp("hostile"), HOSTILE)
    publish(paths, paths.site, print)
    return paths.site


@pytest.fixture(scope="session")
def besieged_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of a corpus in which every attack stands that no rule refuses."""
    files = besieged(one for one in ATTACKS if not one.refused)
    paths = corpus(tmp_path_factory.mktemp("besieged"), files)
    publish(paths, paths.site, print)
    return paths.site


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of this repository, made from a copy of its records and pages."""
    root = tmp_path_factory.mktemp("real")
    for folder in ("opinions", "standards", "pages"):
        shutil.copytree(REPOSITORY / folder, root / folder)
    paths = CorpusPaths(root)
    publish(paths, paths.site, print)
    return paths.site


@pytest.fixture(scope="session")
def council_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of a fictional body with fifty opinions, in which all is at work."""
    paths = write_collection(50, tmp_path_factory.mktemp("council"))
    publish(paths, paths.site, print)
    return paths.site

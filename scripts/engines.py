"""Build the staged folder with other engines too, and tell how their sites differ."""

from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from corpus import cli
from corpus.build import mkdocs
from corpus.build.contents import tasks_by_key
from corpus.build.lock import folder_lock
from corpus.build.shared_files import link_files
from corpus.build.stage import stage
from corpus.build.subprocesses import SubprocessError
from corpus.paths import CorpusPaths
from devtools.engines import ENGINES, differences

_MOST = 20


def main() -> int:
    """Print a report, engine by engine; that one differs or fails is no error."""
    paths = cli.corpus_paths(cli.parser(__doc__).parse_args())
    corpus = cli.load_valid_corpus(paths)
    paths.build.mkdir(exist_ok=True)
    with (
        folder_lock(paths.build, lambda: print("a build is at work; waiting for it")),
        TemporaryDirectory(dir=paths.build) as folder,
    ):
        stage(tasks_by_key(corpus), paths.staged)
        built = Path(folder) / "site"
        link_files(mkdocs.build(paths, corpus.references.commission, Path(folder)), built)
        for name in ENGINES:
            print(f"{name}: {report(name, paths, built)}")
    return cli.OK


def report(name: str, paths: CorpusPaths, built: Path) -> str:
    """How the site of one engine differs, or why there is none."""
    try:
        found = list(islice(differences(name, paths, built), _MOST))
    except SubprocessError as error:
        return str(error)
    return "\n".join(["", *found]) if found else "the same addresses, the same texts"


if __name__ == "__main__":
    cli.run(main)

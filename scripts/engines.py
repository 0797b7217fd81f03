"""Build the staged folder with other engines, and report how their sites differ."""

from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from corpus import cli
from corpus.build.contents import site_tasks
from corpus.build.lock import folder_lock
from corpus.build.mkdocs import build_site
from corpus.build.stage import stage
from corpus.build.subprocesses import SubprocessError
from corpus.paths import CorpusPaths
from devtools.engines import ENGINES, differences

_MAX_DIFFERENCES = 20


def main() -> int:
    """Print a report for each engine; a difference or a failure is not an error."""
    paths = cli.corpus_paths(cli.parser(__doc__).parse_args())
    corpus = cli.load_valid_corpus(paths)
    paths.build.mkdir(exist_ok=True)
    with (
        folder_lock(paths.build, lambda: print("a build is running; waiting until it ends")),
        TemporaryDirectory(dir=paths.build) as folder,
    ):
        built = Path(folder) / "site"
        stage(site_tasks(corpus), paths.staged)
        build_site(paths.staged, corpus.references.commission, built, paths.mkdocs_log)
        for name in ENGINES:
            print(f"{name}: {report(name, paths, built)}")
    return cli.OK


def report(name: str, paths: CorpusPaths, built: Path) -> str:
    """Return how the site of one engine differs, or why it cannot be built."""
    try:
        lines = list(islice(differences(name, paths, built), _MAX_DIFFERENCES))
    except SubprocessError as error:
        return str(error)
    return "\n".join(["", *lines]) if lines else "the same addresses, the same texts"


if __name__ == "__main__":
    cli.run(main)

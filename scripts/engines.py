"""Build the staged folder with other engines too, and tell how their sites differ."""

from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from corpus import cli
from corpus.build import mkdocs
from corpus.build.contents import keyed
from corpus.build.lock import turn
from corpus.build.shared_files import lay
from corpus.build.stage import stage
from corpus.build.subprocesses import SubprocessError
from corpus.paths import CorpusPaths
from devtools.engines import ENGINES, differences

_MOST = 20


def main() -> int:
    """Print a report, engine by engine; that one differs or fails is no error."""
    paths = cli.paths(cli.parser(__doc__).parse_args())
    corpus = cli.load_valid(paths)
    paths.build.mkdir(exist_ok=True)
    with (
        turn(paths.build, lambda: print("a build is at work; waiting for it")),
        TemporaryDirectory(dir=paths.build) as folder,
    ):
        stage(keyed(corpus), paths.staged)
        built = Path(folder) / "site"
        lay(mkdocs.build(paths, corpus.references.commission, Path(folder)), built)
        for name in ENGINES:
            print(f"{name}: {report(name, paths, built)}")
    return cli.CLEAN


def report(name: str, paths: CorpusPaths, built: Path) -> str:
    """How the site of one engine differs, or why there is none."""
    try:
        found = list(islice(differences(name, paths, built), _MOST))
    except SubprocessError as error:
        return str(error)
    return "\n".join(["", *found]) if found else "the same addresses, the same texts"


if __name__ == "__main__":
    cli.run(main)

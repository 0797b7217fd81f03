"""Build the staged folder with other engines, and report how their sites differ."""

from itertools import islice
from pathlib import Path

from corpus import cli
from corpus.build.contents import site_tasks
from corpus.build.mkdocs import build_all_pages
from corpus.build.site import SiteNotBuiltError, build_guard
from corpus.build.stage import stage
from corpus.build.subprocesses import SubprocessError
from corpus.build.swap import scratch
from corpus.paths import CorpusPaths
from devtools.engines import ENGINES, differences

_MAX_DIFFERENCES = 20


def main() -> int:
    """Print a report for each engine; a difference or a failure is not an error."""
    paths = cli.corpus_paths(cli.parser(__doc__).parse_args())
    corpus = cli.load_valid_corpus(paths)
    site = paths.build / "mkdocs"
    try:
        with build_guard(paths, site, print), scratch(site) as folder:
            built = folder / "site"
            stage(site_tasks(corpus), paths.staged)
            build_all_pages(paths.staged, corpus.references.commission, built, paths.mkdocs_log)
            for name in ENGINES:
                print(f"{name}: {report(name, paths, built)}")
    except SiteNotBuiltError as error:
        print(error)
        return cli.FINDINGS
    return cli.OK


def report(name: str, paths: CorpusPaths, built: Path) -> str:
    """How the site of one engine differs, or why it cannot be built."""
    try:
        lines = list(islice(differences(name, paths, built), _MAX_DIFFERENCES))
    except SubprocessError as error:
        return str(error)
    return "\n".join(["", *lines]) if lines else "the same addresses, the same texts"


if __name__ == "__main__":
    cli.run(main)

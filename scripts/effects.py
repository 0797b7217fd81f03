"""Show what a change does for readers: texts, statuses, lists, addresses and feeds."""

import io
import subprocess
import tarfile
from argparse import Namespace
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from corpus import cli
from corpus.build.effects import as_json, as_markdown, effects
from corpus.library.corpus import ValidCorpus
from corpus.paths import CorpusPaths


def main() -> int:
    """Compare two folders, or two revisions of the repository in --root."""
    parser = cli.parser(__doc__)
    parser.add_argument("base", metavar="BASE", help="a folder or a revision")
    parser.add_argument("head", metavar="HEAD", nargs="?", help="the same (default: --root)")
    parser.add_argument("--format", choices=("md", "json"), default="md")
    arguments = parser.parse_args()
    with ExitStack() as scratch:
        before = corpus_at(arguments.base, arguments, scratch)
        after = corpus_at(arguments.head or str(arguments.root), arguments, scratch)
        differences = effects(before, after)
    print(as_json(differences) if arguments.format == "json" else as_markdown(differences))
    return cli.OK


def corpus_at(name: str, arguments: Namespace, scratch: ExitStack) -> ValidCorpus:
    """Load the corpus in a folder or at a revision; exit with 2 if there is neither."""
    if Path(name).is_dir():
        return cli.load_valid_corpus(CorpusPaths(Path(name).resolve()))
    folder = Path(scratch.enter_context(TemporaryDirectory()))
    git = ["git", "-C", str(arguments.root), "archive", "--format=tar", f"{name}^{{tree}}"]
    run = subprocess.run(git, capture_output=True, check=False)
    if run.returncode:
        message = (
            f"`{name}` is neither a folder nor a revision; type a folder, a branch or a commit"
        )
        if is_shallow(arguments.root):
            message = (
                f"this clone is shallow and lacks `{name}`; type `git fetch --unshallow` first"
            )
        raise SystemExit(cli.fail(message))
    with tarfile.open(fileobj=io.BytesIO(run.stdout)) as archive:
        archive.extractall(folder, filter="data")
    return cli.load_valid_corpus(CorpusPaths(folder))


def is_shallow(folder: Path) -> bool:
    """Whether a folder is in a clone that has only the newest commits."""
    git = ["git", "-C", str(folder), "rev-parse", "--is-shallow-repository"]
    return subprocess.run(git, capture_output=True, check=False).stdout.strip() == b"true"


if __name__ == "__main__":
    cli.run(main)

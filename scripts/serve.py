"""Serve the site, and build it again when a record, a page or a program changes."""

import logging
import os
import sys
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from corpus import cli
from corpus.build.fingerprint import fingerprint
from corpus.build.preview import BackgroundCommand, preview
from corpus.build.publish import NotPublishedError
from corpus.library.corpus import Corpus
from corpus.paths import REPOSITORY, SETTINGS, CorpusPaths, files_below

_PROGRAMS = REPOSITORY / "scripts"


class _Desk:
    """The place of one who writes: what was read last, and what is still to be done."""

    def __init__(self, paths: CorpusPaths) -> None:
        """A build that follows on a preview searches and verifies, and leaves the same pages."""
        build: list[str | Path] = [sys.executable, _PROGRAMS / "build.py", "--root", paths.root]
        self._paths = paths
        self._afterwards = BackgroundCommand(build, print)
        self._read: Corpus | None = None
        self._programs = _programs()

    def show(self) -> None:
        """Show what is written now, or say why that cannot be built; then the last site stays."""
        self.leave()
        if _programs() != self._programs:  # and this one knows only the old
            os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])
        try:
            self._read = preview(self._paths, self._paths.site, print, self._read)
        except NotPublishedError as error:
            print(error)
        else:
            self._afterwards.start()

    def leave(self) -> None:
        """Stop what is still at work."""
        self._afterwards.stop()


def _programs() -> bytes:
    return fingerprint("", *(_PROGRAMS / name for name in files_below(_PROGRAMS, ".py")))


def main() -> int:
    """Serve until interrupted."""
    parser = cli.parser(__doc__)
    parser.add_argument("--port", type=int, default=8000, choices=range(1, 65536), metavar="N")
    arguments = parser.parse_args()
    paths = cli.corpus_paths(arguments)
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    desk = _Desk(paths)
    desk.show()
    server = LiveReloadServer(
        desk.show, "127.0.0.1", arguments.port, str(paths.site), polling_interval=0.2
    )
    watched = (paths.opinions, paths.standards, paths.pages, _PROGRAMS, SETTINGS)
    for path in filter(Path.exists, watched):
        server.watch(str(path))
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except OSError as error:
        return cli.fail(f"port {arguments.port} cannot be used: {error.strerror}")
    except KeyboardInterrupt:
        server.shutdown()
    finally:
        desk.leave()
    return cli.OK


if __name__ == "__main__":
    cli.run(main)

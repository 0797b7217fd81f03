"""Serve the site, and update it when a record, a page or a program changes."""

import logging
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from corpus import cli
from corpus.build.live_preview import LivePreview
from corpus.paths import SCRIPTS, SETTINGS


def main() -> int:
    """Serve until interrupted."""
    parser = cli.parser(__doc__)
    parser.add_argument("--port", type=int, default=8000, choices=range(1, 65536), metavar="N")
    arguments = parser.parse_args()
    paths = cli.corpus_paths(arguments)
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    preview = LivePreview(paths, print)
    preview.update()
    server = LiveReloadServer(
        preview.update, "127.0.0.1", arguments.port, str(paths.site), polling_interval=0.2
    )
    watched = (paths.opinions, paths.standards, paths.pages, SCRIPTS, SETTINGS)
    for path in filter(Path.exists, watched):
        server.watch(str(path))
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except OSError as error:
        return cli.fail(f"port {arguments.port} cannot be used: {error.strerror}")
    except KeyboardInterrupt:
        server.shutdown()
    finally:
        preview.stop()
    return cli.OK


if __name__ == "__main__":
    cli.run(main)

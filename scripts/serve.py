"""Serve the site, and build it again when a record, a page or a script changes."""

import logging
import subprocess
import sys
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from corpus import command
from corpus.places import REPOSITORY, SETTINGS


def main() -> int:
    """Serve until interrupted; a build that fails is told, and the last good site stays."""
    parser = command.parser(__doc__)
    parser.add_argument("--port", type=int, default=8000, choices=range(1, 65536), metavar="N")
    arguments = parser.parse_args()
    places = command.places(arguments)
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    script = REPOSITORY / "scripts" / "build.py"

    def build() -> None:
        subprocess.run([sys.executable, script, "--root", places.root], check=False)

    build()
    server = LiveReloadServer(build, "127.0.0.1", arguments.port, str(places.site))
    watched = (places.opinions, places.standards, places.pages, REPOSITORY / "scripts", SETTINGS)
    for path in filter(Path.exists, watched):
        server.watch(str(path))
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except OSError as error:
        return command.refused(f"port {arguments.port} cannot be used: {error.strerror}")
    except KeyboardInterrupt:
        server.shutdown()
    return command.CLEAN


if __name__ == "__main__":
    command.run(main)

"""Serve the site, and update it when a record, a page or a program changes."""

import errno
import logging
import socket
from argparse import ArgumentTypeError

from corpus import cli
from corpus.build.serve.server import SiteServer


def main() -> int:
    """Serve until interrupted."""
    parser = cli.parser(__doc__)
    parser.add_argument("--port", type=parse_port, default=8000, metavar="N")
    arguments = parser.parse_args()
    paths = cli.corpus_paths(arguments)
    if refusal := why_unusable(arguments.port):
        return cli.fail(refusal)
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    server = SiteServer(paths, arguments.port, print)
    server.live_site.update()
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except OSError as error:
        return cli.fail(refusal_of(arguments.port, error))
    except KeyboardInterrupt:
        server.shutdown()
    finally:
        server.live_site.stop()
    return cli.OK


def parse_port(typed: str) -> int:
    """Parse the number of a port; raises `ArgumentTypeError` for anything else."""
    expected = "a port such as 8000; type a number from 1 to 65535"
    port = cli.parse_whole_number(typed, "[0-9]{1,5}", expected)
    if port not in range(1, 65536):
        raise ArgumentTypeError(f"`{typed}` is not {expected}")
    return port


def why_unusable(port: int) -> str:
    """Why no site can be served at a port, before a site is built; "" if it can."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            return refusal_of(port, error)
    return ""


def refusal_of(port: int, error: OSError) -> str:
    """Why a port cannot be used, and which to type instead."""
    other = port + 1 if 1024 <= port < 65535 else 8000  # noqa: PLR2004 - the ports for everyone
    if error.errno == errno.EADDRINUSE:
        return f"another program uses port {port}; close it, or type --port {other}"
    return f"port {port} cannot be used ({error.strerror}); type --port {other}"


if __name__ == "__main__":
    cli.run(main)

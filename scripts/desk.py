"""Open the desk: a browser page where a document becomes a finished record."""

import os
import webbrowser
from argparse import ArgumentTypeError

from corpus import cli
from corpus.desk.run import open_port, serve

LAST_PORT = 65535


def main() -> int:
    """Serve the desk on this computer until Ctrl-C."""
    parser = cli.parser(__doc__)
    parser.add_argument(
        "--port", type=parse_port, default=8765, metavar="NUMBER", help="default: 8765"
    )
    parser.add_argument("--no-browser", action="store_true", help="only print the address")
    arguments = parser.parse_args()
    paths = cli.corpus_paths(arguments)
    try:
        sock = open_port(arguments.port)
    except OSError:
        message = (
            f"Port {arguments.port} is used by another program. Type --port and another number."
        )
        return cli.fail(message)
    with sock:
        serve(paths, sock, lambda address: greet(address, opens=not arguments.no_browser))
    return cli.OK


def greet(address: str, *, opens: bool) -> None:
    """Print the address of the desk, and open it."""
    print(f"The desk is open at {address}", "Press Ctrl-C to close it.", sep="\n", flush=True)
    if opens:
        webbrowser.open(address)


def parse_port(typed: str) -> int:
    """Parse the number of a port; raise `ArgumentTypeError` for anything else."""
    port = cli.parse_whole_number(typed, "[0-9]{1,5}", "a port such as 8765")
    if port > LAST_PORT:
        raise ArgumentTypeError(f"`{typed}` is not a port; ports end at {LAST_PORT}")
    return port


if __name__ == "__main__":
    # Processes that read documents import no module from the folder where the desk was started.
    os.environ["PYTHONSAFEPATH"] = "1"
    cli.run(main)

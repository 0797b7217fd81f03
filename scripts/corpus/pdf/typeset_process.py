"""Typeset one document in a separate process, which gives back the memory that Typst keeps."""

import subprocess
import sys

from corpus.paths import SCRIPTS
from corpus.pdf.typesetting import TypesettingError, typeset


def typeset_in_process(template: str, data: str) -> bytes:
    """The PDF file of a document, as `typeset` makes it; raises `TypesettingError`."""
    command = [sys.executable, "-m", "corpus.pdf.typeset_process", template]
    done = subprocess.run(
        command, input=data.encode(), capture_output=True, check=False, cwd=SCRIPTS
    )
    if done.returncode:
        *_, reason = done.stderr.decode(errors="replace").strip().splitlines() or ["it was stopped"]
        raise TypesettingError(reason)
    return done.stdout


def main() -> str | None:
    """Read the data, and write the PDF file; return why it cannot be made."""
    try:
        sys.stdout.buffer.write(typeset(sys.argv[1], sys.stdin.buffer.read().decode()))
    except TypesettingError as error:
        return str(error)
    return None


if __name__ == "__main__":
    sys.exit(main())

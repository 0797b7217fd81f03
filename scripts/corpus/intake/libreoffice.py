"""Files of other word processors, converted to Word by LibreOffice if it is installed."""

import os
import shutil
import signal
import subprocess
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from corpus.intake.document import RefusedError, SourceDocument
from corpus.intake.remarks import Remark, RemarkKind
from corpus.intake.word import reader as word
from corpus.model.commission import Commission

_PROGRAMS = ("soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice")
_SECONDS = 120
"""How long LibreOffice may take for one file."""

_SAVE_AS_WORD = {
    ".doc": "This is an old Word file. Open it in Word and save it as .docx",
    ".rtf": "This is a rich text file. Open it in Word and save it as .docx",
    ".odt": "This is an OpenDocument file. Open it in its program and save it as .docx",
    ".wpd": "This is a WordPerfect file. Open it in WordPerfect or Word and save it as .docx",
}
ENDINGS = frozenset(_SAVE_AS_WORD)
"""The endings of the files that LibreOffice converts."""


def read(ending: str, data: bytes, commission: Commission) -> SourceDocument:
    """Read a file with one of `ENDINGS`; raise `RefusedError` if it cannot be converted."""
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        advice = f"{_SAVE_AS_WORD[ending]}, or install LibreOffice, which then converts it here."
        raise RefusedError(advice)
    with TemporaryDirectory() as folder:
        source = Path(folder, f"document{ending}")
        source.write_bytes(data)
        _convert(program, source)
        converted = source.with_suffix(".docx")
        if not converted.is_file():
            raise RefusedError(f"LibreOffice cannot convert this file. {_SAVE_AS_WORD[ending]}.")
        document = word.read(converted.read_bytes(), commission)
    return replace(document, remarks=(Remark(RemarkKind.CONVERTED), *document.remarks))


def _convert(program: str, source: Path) -> None:
    """Write the Word file beside the source, with a profile that nothing else uses."""
    folder = source.parent
    profile = f"-env:UserInstallation={folder.joinpath('profile').as_uri()}"
    options = ("--headless", "--norestore", "--convert-to", "docx", "--outdir", str(folder))
    with subprocess.Popen(
        [program, profile, *options, str(source)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        try:
            process.wait(_SECONDS)
        except subprocess.TimeoutExpired:
            message = f"LibreOffice did not convert this file within {_SECONDS} seconds."
            raise RefusedError(f"{message} {_SAVE_AS_WORD[source.suffix]}.") from None
        finally:
            _end_group(process.pid)


def _end_group(leader: int) -> None:
    """End a process with all that it started; LibreOffice runs as a child of its own script."""
    try:
        os.killpg(leader, signal.SIGKILL)
    except ProcessLookupError:
        return

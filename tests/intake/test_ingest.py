"""The command writes a new file, or says in one line why not."""

import subprocess
import sys
from pathlib import Path

from corpus.library.loader import load
from corpus.paths import REPOSITORY, CorpusPaths
from factories import write_corpus
from intake.sample_documents import save, typed


def ingest(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, REPOSITORY / "scripts/ingest.py", *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


def test_the_command_writes_the_draft_and_overwrites_no_file(tmp_path: Path) -> None:
    root = write_corpus(tmp_path / "corpus").root
    document = save(tmp_path, typed)
    first = ingest(document, "--root", root)
    assert first.returncode == 0
    assert first.stdout.startswith("The draft of opinion 2004/09 is `opinions/2004/09.md`.")
    assert "Nothing: another program read the same words" in first.stdout
    assert load(CorpusPaths(root)).records
    before = (root / "opinions/2004/09.md").read_bytes()
    again = ingest(document, "--root", root)
    assert again.returncode == 2
    assert "is not overwritten" in again.stderr
    assert (root / "opinions/2004/09.md").read_bytes() == before


def test_the_command_refuses_in_one_line(tmp_path: Path) -> None:
    refused = ingest(tmp_path / "memo.doc", "--root", write_corpus(tmp_path / "corpus").root)
    assert refused.returncode == 2
    assert refused.stderr.count("\n") == 1
    assert "Traceback" not in refused.stderr

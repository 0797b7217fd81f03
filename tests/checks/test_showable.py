"""What pages can show of a corpus with errors."""

import shutil
from pathlib import Path

import pytest

from corpus.build.contents import site_tasks
from corpus.checks.runner import check
from corpus.checks.showable import showable_corpus
from corpus.library.corpus import Corpus, ValidCorpus
from corpus.library.loader import load
from corpus.output.task import files_of
from factories import RECORD, Files, full_record, read_corpus, write_corpus

FIXTURES = Path(__file__).parent / "rules"
FOLLOWS = "opinions: [{cites: 2003/05, effect: follows}]"
LATER = full_record(6, 2004, FOLLOWS, "See AO 5 (2003).")
LATEST = full_record(7, 2005, "opinions: [{cites: 2004/06, effect: follows}]", "See AO 6 (2004).")
ALL = {"opinions/2003/05.md": RECORD, "opinions/2004/06.md": LATER, "opinions/2005/07.md": LATEST}


def showable(corpus: Corpus) -> ValidCorpus | None:
    return showable_corpus(corpus, check(corpus))


@pytest.mark.parametrize(
    ("changes", "shown"),
    [
        ({}, [5, 6, 7]),
        (
            {"opinions/2003/05.md": RECORD.replace("(see Standard 3(c))", "")},
            [5, 6, 7],
        ),
        ({"opinions/2003/05.md": RECORD.replace("at: [2], cites", "at: [99], cites")}, [5, 6, 7]),
        ({"opinions/notes.txt": "A stray file."}, [5, 6, 7]),
        ({"opinions/2005/07.md": LATEST.replace("title: Opinion 7", "title:")}, [5, 6]),
        ({"opinions/2005/07.md": LATEST.replace("[confidentiality]", "[nothing]")}, [5, 6]),
        ({"opinions/2005/07.md": LATEST.replace("follows", "obeys")}, [5, 6]),
        ({"opinions/2004/06.md": LATER.replace("approved: 2004", "approved: x")}, [5]),
        ({"opinions/2003/05.md": RECORD.replace("title: Naming a speaker", "title:")}, []),
        ({"opinions/topics.yml": "confidentiality: x\n"}, None),
        ({"standards/commission.yml": "name:\n"}, None),
        ({"standards/3.md": "---\nid: 3\n"}, None),
        ({"pages/about.md": "No fields."}, None),
    ],
)
def test_a_record_is_left_out_only_if_no_page_can_show_it(
    tmp_path: Path, changes: Files, shown: list[int] | None
) -> None:
    valid = showable(read_corpus(tmp_path, {**ALL, **changes}))
    assert shown == (valid and sorted(record.id.number for record in valid.records))


@pytest.mark.parametrize("code", sorted(path.name for path in FIXTURES.iterdir()))
def test_every_page_can_be_made_whatever_rule_is_broken(tmp_path: Path, code: str) -> None:
    paths = write_corpus(tmp_path)
    shutil.copytree(FIXTURES / code, tmp_path, symlinks=True, dirs_exist_ok=True)
    valid = showable(load(paths))
    assert valid is None or dict(files_of(site_tasks(valid)))["index.md"]

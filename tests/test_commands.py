"""The commands as a person types them."""

import hashlib
import json
import os
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import docx
import pytest
import yaml

import joint_committee
from commands import run
from corpus.output.exports.formats import CITATION_FORMATS, OPINION_FORMATS, ExportFormat
from corpus.paths import REPOSITORY, SCRIPTS, files_below
from factories import (
    COMMISSION,
    Files,
    catalog_record,
    full_record,
    index_of,
    read_valid_corpus,
    record_text,
    write_corpus,
)
from serving import serving

pytestmark = pytest.mark.slow

BAD: Files = {"opinions/2003/05.md": record_text("approved: soon"), "standards/3.md": b"\xff"}


def test_check_passes_a_valid_corpus(tmp_path: Path) -> None:
    done = run("check", "--root", write_corpus(tmp_path).root)
    assert (done.returncode, done.stdout, done.stderr) == (0, "0 errors, 0 warnings\n", "")


def test_check_refuses_a_wrong_one_with_place_and_hint(tmp_path: Path) -> None:
    done = run("check", "--root", write_corpus(tmp_path, BAD).root)
    assert done.returncode == 1
    assert "opinions/2003/05.md:15:11: error OP105" in done.stdout
    assert "Write the date as year-month-day" in done.stdout


def test_check_speaks_json(tmp_path: Path) -> None:
    done = run("check", "--root", write_corpus(tmp_path, BAD).root, "--format", "json")
    assert [(entry["path"], entry["code"]) for entry in json.loads(done.stdout)] == [
        ("opinions/2003/05.md", "OP105"),
        ("standards/3.md", "OP001"),
    ]


def test_check_speaks_to_github(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    done = run("check", "--root", write_corpus(tmp_path / "x", BAD).root, "--format", "github")
    assert done.returncode == 1
    assert done.stdout.startswith("::error file=opinions/2003/05.md,line=15,col=11,")
    assert summary.read_text().startswith("before\n## 2 errors, 0 warnings\n")


def test_check_can_be_asked_about_one_file(tmp_path: Path) -> None:
    root = write_corpus(tmp_path, BAD).root
    done = run("check", "--root", root, root / "standards")
    assert "OP001" in done.stdout
    assert "OP105" not in done.stdout


def test_check_can_be_asked_about_a_file_that_is_not_read(tmp_path: Path) -> None:
    root = write_corpus(tmp_path, {"opinions/05.md": "x"}).root
    assert "OP404" in run("check", "--root", root, root / "opinions" / "05.md").stdout


def test_check_explains_a_rule() -> None:
    done = run("check", "--explain", "op105")
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, "OP105 not-a-day (error)")
    assert run("check", "--list").stdout.count("\n") > 12


@pytest.mark.parametrize(
    ("verb", "arguments"),
    [
        ("check", ["--root", "/nowhere"]),
        ("check", ["--explain", "OP999"]),
        ("check", ["--format", "poem"]),
        ("check", ["/etc/passwd"]),
        ("check", ["opinions/2003/99.md"]),
        ("check", ["README.md"]),
        ("build", ["--root", "/nowhere"]),
        ("build", ["--nonsense"]),
        ("serve", ["--root", "/nowhere"]),
        ("serve", ["--port", "99999"]),
    ],
)
def test_wrong_arguments_end_with_2_and_a_sentence(verb: str, arguments: list[str]) -> None:
    done = run(verb, *arguments)
    assert done.returncode == 2
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr


def test_build_puts_the_site_in_the_given_folder(tmp_path: Path) -> None:
    paths = write_corpus(tmp_path)
    done = run("build", "--root", paths.root, "--out", tmp_path / "out")
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "out" / "opinions/2003/05/index.html").is_file()


def test_engines_says_in_a_line_why_nothing_is_built(tmp_path: Path) -> None:
    paths = write_corpus(tmp_path)
    paths.build.touch()
    done = run("engines", "--root", paths.root)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("the site cannot be written: ")


def test_build_publishes_no_site_without_its_address(tmp_path: Path) -> None:
    paths = write_corpus(tmp_path)
    done = run("build", "--root", paths.root, "--publish")
    assert done.returncode == 1
    assert "standards/commission.yml: error the address of the site is missing" in done.stdout
    assert "site: https://example.org/opinions/" in done.stdout
    assert not paths.site.exists()


def test_build_publishes_a_site_with_its_address(tmp_path: Path) -> None:
    commission = COMMISSION + "site: https://board.example.org/opinions/\n"
    paths = write_corpus(tmp_path, {"standards/commission.yml": commission})
    done = run("build", "--root", paths.root, "--publish")
    assert done.returncode == 0, done.stdout + done.stderr
    assert (
        "https://board.example.org/opinions/opinions/2003/05/"
        in (paths.site / "feed.xml").read_text()
    )


@pytest.mark.parametrize("workflow", ["publish", "release"])
def test_what_is_published_is_built_with_its_address(workflow: str) -> None:
    text = (REPOSITORY / f".github/workflows/{workflow}.yml").read_text(encoding="utf-8")
    commands = [step.get("run", "") for step in yaml.safe_load(text)["jobs"]["build"]["steps"]]
    builds = [line for line in commands if "make site" in line or "build.py" in line]
    assert builds == [".venv/bin/python scripts/build.py --publish"]


def test_build_refuses_a_wrong_corpus(tmp_path: Path) -> None:
    paths = write_corpus(tmp_path, BAD)
    done = run("build", "--root", paths.root)
    assert done.returncode == 1
    assert "OP105" in done.stdout
    assert not paths.site.exists()


def test_check_of_the_root_is_the_check_of_everything(tmp_path: Path) -> None:
    root = write_corpus(tmp_path, BAD).root
    assert run("check", "--root", root, root).returncode == 1


def test_check_whose_reader_has_gone_ends_quietly(tmp_path: Path) -> None:
    root = write_corpus(tmp_path, BAD).root
    script = SCRIPTS / "check.py"
    command = f"{sys.executable} {script} --root {root} --list | true"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)  # noqa: S602
    assert done.stderr == ""


def test_findings_are_told_in_utf_8_wherever_they_are_read(tmp_path: Path) -> None:
    root = write_corpus(tmp_path, {"opinions/2003/05.md": record_text("approved: “soon”")}).root
    command: list[str | Path] = [sys.executable, SCRIPTS / "check.py", "--root", root]
    environment = os.environ | {"PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    done = subprocess.run(command, capture_output=True, check=False, env=environment)
    assert "“soon”" in done.stdout.decode()


def test_build_replaces_nothing_that_it_did_not_make(tmp_path: Path) -> None:
    paths = write_corpus(tmp_path)
    done = run("build", "--root", paths.root, "--out", paths.opinions)
    assert done.returncode == 1
    assert "no build made it" in done.stdout
    assert (paths.opinions / "2003/05.md").is_file()


def test_seal_seals_once_and_then_refuses_a_changed_word(tmp_path: Path) -> None:
    root = write_corpus(tmp_path).root
    first = run("seal", "--root", root)
    assert first.returncode == 0
    assert first.stdout.splitlines() == [
        "sealed opinion 2003/05",
        "1 of 1 opinions are sealed",
        (
            "not compared with a document: opinion 2003/05. No document is kept:"
            " `source` has no `file`. Compare every word yourself."
        ),
    ]
    assert run("seal", "--root", root).stdout.splitlines() == first.stdout.splitlines()[1:]
    path = root / "opinions/2003/05.md"
    path.write_text(path.read_text().replace("It may (", "It must ("))
    refused = run("seal", "--root", root)
    assert refused.returncode == 1
    assert "error OP502 paragraph 2 has changed" in refused.stdout


def test_seal_refuses_a_text_that_a_machine_read_until_a_person_has_compared_it(
    tmp_path: Path,
) -> None:
    root = write_corpus(tmp_path).root
    path = root / "opinions/2003/05.md"
    compared = path.read_text()
    waiver = "waivers: [{code: OP508, about: machine, reason: It is right.}]\n"
    path.write_text(compared.replace("of the Board}", "of the Board, read: machine}"))
    for text in (path.read_text(), path.read_text().replace("source:", f"{waiver}source:")):
        path.write_text(text)
        refused = run("seal", "--root", root)
        assert refused.returncode == 1
        assert "error OP508 a machine read this text" in refused.stdout
        assert not (root / "opinions/ledger/2003/05.txt").exists()
    path.write_text(compared)
    assert run("seal", "--root", root).returncode == 0


def test_seal_can_be_asked_for_some_records(tmp_path: Path) -> None:
    root = write_corpus(tmp_path, {"opinions/2004/06.md": catalog_record(6, 2004)}).root
    done = run("seal", "--root", root, root / "opinions/2004")
    assert done.stdout == "sealed opinion 2004/06\n1 of 2 opinions are sealed\n"
    assert run("seal", "--root", root, root / "elsewhere").returncode == 2


def test_impact_prints_a_checklist(tmp_path: Path) -> None:
    root = write_corpus(tmp_path).root
    done = run("impact", "--root", root, root / "standards/3.md")
    assert done.returncode == 0
    assert "- [ ] AO 5 (2003) cites Standard 3(c) (¶ 2; answer 1)" in done.stdout
    later = run("impact", "--root", root, root / "standards/3.md", "--since", "2021-01-01")
    assert later.stdout == "No change is recorded in this period.\n"


def test_impact_says_which_file_a_typed_citation_means(tmp_path: Path) -> None:
    root = write_corpus(tmp_path / "corpus").root
    for typed, file in (
        ("Harbor Stat. § 7A-38.2(b)", "Type standards/statutes/7A-38.2.md"),
        ("Rule 99", "Type a file such as standards/3.md"),
    ):
        done = run("impact", "--root", root, typed)
        assert (done.returncode, done.stderr.strip()) == (2, f"{typed} is not a file. {file}")


def test_impact_refuses_an_unknown_authority_and_an_invalid_corpus(tmp_path: Path) -> None:
    root = write_corpus(tmp_path / "a").root
    done = run("impact", "--root", root, root / "opinions/2003/05.md")
    assert done.returncode == 2
    assert "is not an authority. Type a file such as standards/3.md" in done.stderr
    root = write_corpus(tmp_path / "b", BAD).root
    done = run("impact", "--root", root, root / "standards/3.md")
    assert (done.returncode, "OP105" in done.stdout) == (1, True)


def test_cite_finds_what_a_text_cites(tmp_path: Path) -> None:
    root = write_corpus(tmp_path / "a").root
    text = tmp_path / "letter.md"
    text.write_text("See `Standard 9`, Standards 3(c)\nand 4, and AO 5.", encoding="utf-8")
    done = run("cite", "--root", root, "find", text)
    assert done.stdout == (
        "1: Standards 3(c): standard 3(c)\n2: 4: standard 4\n2: AO 5: opinion 2003/05\n"
    )
    citations = json.loads(run("cite", "--root", root, "find", text, "--format", "json").stdout)
    assert citations[0] == {
        "text": "Standards 3(c)",
        "start": 18,
        "end": 32,
        "kind": "standard",
        "id": "3",
        "pinpoint": "(c)",
    }
    assert [citation["id"] for citation in citations] == ["3", "4", "2003/05"]


@pytest.mark.parametrize(
    ("data", "citations"),
    [
        (b"See AO 5.", [("AO 5", 4, "2003/05")]),
        (b"\xef\xbb\xbfSee AO 5.", [("AO 5", 4, "2003/05")]),
        ("See § AO 5.".encode("utf-16"), [("AO 5", 6, "2003/05")]),
        ("See § AO 5.".encode("utf-16")[:-1], [("AO 5", 6, "2003/05")]),
        ("See \u2019 AO 5.".encode("cp1252"), [("AO 5", 6, "2003/05")]),
        (b"one\r\ntwo\fSee AO\r\n5.", [("AO\n5", 12, "2003/05")]),
        (b"> under Standard\n> **3**(c)", [("Standard\n> **3**(c)", 8, "3")]),
        (b"See Standard 3(a)-(c).", [("Standard 3(a)", 4, "3"), ("-", 17, "3"), ("(c)", 18, "3")]),
        (b"the Standard\n\n3(c) applies", []),
        (b"1. the Standard\n2. of conduct\n3(c)", []),
    ],
)
def test_cite_finds_citations_in_any_text_from_standard_input(
    tmp_path: Path, data: bytes, citations: list[tuple[str, int, str]]
) -> None:
    root = write_corpus(tmp_path).root
    done = run("cite", "find", "--format", "json", "--root", root, data=data)
    found = json.loads(done.stdout)
    assert [(entry["text"], entry["start"], entry["id"]) for entry in found] == citations


def test_cite_find_tells_what_it_does_not_resolve(tmp_path: Path) -> None:
    root = write_corpus(tmp_path).root
    done = run("cite", "find", "--root", root, data=b"See AO 5.\nSee Stand-\nard 3.")
    assert done.stdout == "1: AO 5: opinion 2003/05\n"
    assert "standard input:2: Stand- ard 3: This is damaged" in done.stderr


def test_cite_find_tells_the_year_of_a_number_with_another_one(tmp_path: Path) -> None:
    run_on = {"standards/commission.yml": f"{COMMISSION}first_number: 5\n"}
    root = write_corpus(tmp_path, run_on).root
    done = run("cite", "find", "--root", root, data=b"See AO 5 (2003) and\nAO 5 (2004).")
    assert done.stdout == "1: AO 5 (2003): opinion 2003/05\n"
    told = "standard input:2: AO 5 (2004): The year may be wrong: Opinion 5 is from 2003\n"
    assert done.stderr == told


LETTERS = {
    "memo.md": "See **Standard 3(c)**.\n",
    "memo.html": "<!doctype html><p>See <b>Standard\u00a03</b>(c).</p>",
    "memo.eml": "Subject: AO 5\nContent-Type: text/plain\n\nSee Standard 3(c).\n",
}


@pytest.mark.parametrize("name", ["memo.docx", "memo.pdf", *LETTERS])
def test_cite_checks_a_letter_in_any_format(tmp_path: Path, name: str) -> None:
    root = write_corpus(tmp_path).root
    path = REPOSITORY / "tests/intake/documents" / name
    if name in LETTERS:
        path = tmp_path / name
        path.write_text(LETTERS[name], encoding="utf-8")
    done = run("cite", "check", path, "--root", root, "--format", "json")
    assert done.returncode == 0, done.stderr
    standings = {(entry["id"], entry["standing"]) for entry in json.loads(done.stdout)}
    assert ("3", "compare_the_day") in standings
    text = run("cite", "check", path, "--root", root, "--written", "2004-05-06")
    assert "Later changed (March 1, 2020)." in text.stdout
    assert ", for a document dated May 6, 2004, from records whose latest" in text.stdout
    assert "This collection is not complete." in text.stdout


@pytest.mark.parametrize("verb", ["cite", "impact", "engines"])
def test_a_command_runs_in_a_process_of_its_own(verb: str) -> None:
    """Other tests start the other commands as programs."""
    command = [sys.executable, str(SCRIPTS / f"{verb}.py"), "--help"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert f"usage: {verb}.py" in done.stdout


def test_cite_checks_page_headers_too(tmp_path: Path) -> None:
    letter = docx.Document()
    letter.add_paragraph("See Standard 3(c).")
    letter.sections[0].header.paragraphs[0].text = "In re AO 5 (2003)"
    letter.save(str(tmp_path / "letter.docx"))
    root = write_corpus(tmp_path / "corpus").root
    done = run("cite", "check", tmp_path / "letter.docx", "--root", root, "--format", "json")
    assert {entry["id"] for entry in json.loads(done.stdout)} == {"3", "2003/05"}


def test_cite_says_that_lines_are_those_of_the_text_of_a_message(tmp_path: Path) -> None:
    root = write_corpus(tmp_path).root
    message = "From: a@example.org\nSubject: x\nContent-Type: text/plain\n\nSee AO 5 (2003).\n"
    (tmp_path / "letter.eml").write_text(message)
    (tmp_path / "letter.txt").write_text("See AO 5 (2003).\n")
    note = "lines are counted in the text of the document, not in its file"
    assert note in run("cite", "check", tmp_path / "letter.eml", "--root", root).stderr
    assert note not in run("cite", "check", tmp_path / "letter.txt", "--root", root).stderr


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("x.docx", b"See AO 5.", "This is a .txt file, although its name ends with .docx."),
        ("x.pdf", b"", "The file is empty."),
        ("x.txt", "See AO 5.".encode("utf-32"), "is not a text"),
        ("x.txt", b"\x01\x02\x03\x04", "is not a text"),
        ("x.txt", b"A" * (20 * 1024 * 1024 + 1), "divide it, and give one part at a time"),
    ],
)
def test_cite_says_what_a_file_is_that_it_cannot_read(
    tmp_path: Path, name: str, data: bytes, message: str
) -> None:
    (tmp_path / name).write_bytes(data)
    root = write_corpus(tmp_path / "corpus").root
    done = run("cite", "find", tmp_path / name, "--root", root)
    assert (done.returncode, message in done.stderr) == (2, True), done.stderr


def test_cite_refuses_a_file_that_is_not_there(tmp_path: Path) -> None:
    done = run("cite", "--root", write_corpus(tmp_path).root, "find", tmp_path / "none.md")
    assert (done.returncode, "none.md: the file cannot be read" in done.stderr) == (2, True)


@pytest.mark.parametrize(
    "words", ["5", "2003/05", "05 (2003)", "AO 5", "03-5", "Advisory Opinion 5 (2003)"]
)
def test_cite_shows_the_citation_of_an_opinion_by_any_spelling(tmp_path: Path, words: str) -> None:
    done = run("cite", "--root", write_corpus(tmp_path).root, "show", words, "--at", "2")
    assert done.stdout == (
        "Harbor Bd., Advisory Op. 5, ¶ 2 (2003) (later history not checked; "
        "Standard 3(c) changed in 2020)\n"
    )


NAMED_FORMATS = [file for file in (*CITATION_FORMATS, *OPINION_FORMATS) if file.name]


@pytest.mark.parametrize("file", NAMED_FORMATS, ids=lambda file: file.name)
def test_cite_prints_every_named_format_as_the_site_publishes_it(
    tmp_path: Path, file: ExportFormat
) -> None:
    done = run("cite", "--root", write_corpus(tmp_path).root, "show", "5", "--format", file.name)
    index = index_of(read_valid_corpus(tmp_path))
    assert done.stdout
    assert file.write
    assert done.stdout.rstrip() == "".join(file.write(index.records, index)).rstrip()


def test_the_names_of_formats_stay() -> None:
    assert {file.name for file in NAMED_FORMATS} >= {"bib", "ris", "csl", "akn"}


def test_cite_prints_no_text_that_is_not_held(tmp_path: Path) -> None:
    root = write_corpus(tmp_path, {"opinions/2010/12.md": catalog_record(12, 2010)}).root
    done = run("cite", "--root", root, "show", "12", "--format", "akn")
    assert (done.returncode, done.stdout) == (2, "")
    assert "the full text of AO 12 (2010) is not available here" in done.stderr


@pytest.mark.parametrize("words", [["6"], ["nonsense"], ["5", "--at", "9"]])
def test_cite_refuses_what_is_not_there(tmp_path: Path, words: list[str]) -> None:
    done = run("cite", "--root", write_corpus(tmp_path).root, "show", *words)
    assert (done.returncode, done.stdout) == (2, "")


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("2003/99", "of 2003, the collection has 2003/05"),
        ("AO 5 (2003) and 12 (2010)", "of 2003 and 2010, the collection has 2003/05, 2010/12"),
        ("AO 99", "the collection goes from 2003/05 to 2010/12"),
    ],
)
def test_cite_says_which_opinions_there_are(tmp_path: Path, words: str, answer: str) -> None:
    root = write_corpus(tmp_path, {"opinions/2010/12.md": catalog_record(12, 2010)}).root
    done = run("cite", "--root", root, "show", words)
    assert answer in done.stderr


def git(folder: Path, *arguments: str) -> str:
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    command = [shutil.which("git") or "git", "-C", str(folder), *identity, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def test_effects_compares_folders_and_revisions(tmp_path: Path) -> None:
    root = write_corpus(tmp_path / "a").root
    git(root, "init", "--quiet")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "First")
    path = root / "opinions/2003/05.md"
    path.write_text(path.read_text().replace("It may (", "It must ("))
    other = write_corpus(tmp_path / "b").root
    for base in ("HEAD", other):
        done = run("effects", "--root", root, base)
        assert done.stdout.startswith("## The approved text changes"), done.stderr
    done = run("effects", "--root", root, "HEAD", "HEAD", "--format", "json")
    assert json.loads(done.stdout)["words"] == []


@pytest.mark.parametrize(("kept", "is_against"), [("may", True), ("must", False)])
def test_effects_warns_of_a_change_that_the_kept_document_does_not_have(
    tmp_path: Path, kept: str, *, is_against: bool
) -> None:
    document = f"It {kept} (see Standard 3(c))."
    digest = hashlib.sha256(document.encode()).hexdigest()
    path = "opinions/sources/5.txt"
    record = record_text(f"source: {{title: Minutes, file: {path}, sha256: {digest}}}")
    files = {"opinions/2003/05.md": record, path: document}
    before = write_corpus(tmp_path / "a", files).root
    changed = {**files, "opinions/2003/05.md": record.replace("It may (", "It must (")}
    done = run("effects", "--root", write_corpus(tmp_path / "b", changed).root, before)
    assert done.stdout.startswith("**First read “The document has the old words") is is_against
    assert ("> [!CAUTION]\n> **The document has the old words" in done.stdout) is is_against


def test_a_clone_on_windows_has_the_same_files_and_builds(tmp_path: Path) -> None:
    root, clone = tmp_path / "a", tmp_path / "b"
    for folder in ("opinions", "standards", "pages"):
        shutil.copytree(REPOSITORY / folder, root / folder)
    shutil.copy(REPOSITORY / ".gitattributes", root)
    (root / "opinions/sources/2003/notes.txt").write_bytes(b"one\ntwo\r\n")
    (root / "Makefile").write_bytes(b"check:\n")
    git(root, "init", "--quiet")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "First")
    git(root, "-c", "core.autocrlf=true", "clone", "--quiet", ".", str(clone))
    files = [path for path in files_below(root) if not path.startswith(".git/")]
    assert [path for path in files_below(clone) if not path.startswith(".git/")] == files
    for path in files:
        assert (clone / path).read_bytes() == (root / path).read_bytes(), path
    (clone / "opinions/sources/2003/notes.txt").unlink()
    done = run("build", "--root", clone)
    assert done.returncode == 0, done.stdout + done.stderr


def test_effects_refuses_what_is_no_state_of_the_corpus(tmp_path: Path) -> None:
    root = write_corpus(tmp_path / "a").root
    done = run("effects", "--root", root, "nowhere")
    assert (done.returncode, "neither a folder nor a revision" in done.stderr) == (2, True)
    other = write_corpus(tmp_path / "b", BAD).root
    done = run("effects", "--root", root, other, "--format", "json")
    assert (done.returncode, "OP105" in done.stdout) == (1, True)


def test_effects_calls_an_unfinished_opinion_not_compared_and_never_lost(tmp_path: Path) -> None:
    good = write_corpus(tmp_path / "a").root
    unfinished = full_record(5, 2003, "title: ''")
    bad = write_corpus(tmp_path / "b", {"opinions/2003/05.md": unfinished})
    done = run("effects", "--root", bad.root, good)
    assert "Not compared: opinions/2003/05.md." in done.stdout
    assert "no opinion changes" not in done.stdout
    assert "lost" not in done.stdout


@pytest.mark.parametrize("fields", ["title: ''", "title: a: b", "number: x", "corrections: x"])
@pytest.mark.parametrize(("word", "is_shown"), [("must", True), ("may", False)])
def test_effects_shows_a_changed_word_of_an_unfinished_opinion(
    tmp_path: Path, word: str, fields: str, *, is_shown: bool
) -> None:
    good = write_corpus(tmp_path / "a").root
    text = record_text(fields).replace("It may (", f"It {word} (")
    bad = write_corpus(tmp_path / "b", {"opinions/2003/05.md": text})
    done = run("effects", "--root", bad.root, good)
    assert ("It <del>may</del><ins>must</ins>" in done.stdout) is is_shown, done.stdout
    is_unread = fields in {"title: a: b", "corrections: x"}
    sentence = "cannot be read yet**, so" if is_unread else "**No new correction explains"
    assert (sentence in done.stdout) is is_shown


def test_effects_lists_what_is_still_to_do_before_what_can_be_compared(tmp_path: Path) -> None:
    good = write_corpus(tmp_path / "a").root
    bad = write_corpus(tmp_path / "b", {"opinions/2004/06.md": full_record(6, 2004, "title: ''")})
    options = ("--repository", "https://x.org/o", "--branch=b")
    done = run("effects", "--root", bad.root, good, *options)
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("## What is still to do\n")
    assert "https://x.org/o/edit/b/opinions/2004/06.md" in done.stdout
    assert "New, but not shown: opinions/2004/06.md. No page can be made of it yet." in done.stdout
    assert "## No other approved text changes" in done.stdout
    assert run("effects", "--root", good, bad.root).returncode == 0, (
        "a change may mend what is there"
    )


def test_new_starts_a_record_and_overwrites_none(tmp_path: Path) -> None:
    root = write_corpus(tmp_path).root
    given = ["--year", "2004", "--title", "Fees", "--elsewhere", "https://board.example.org/"]
    done = run("new", "--root", root, *given)
    assert done.stdout.startswith("opinions/2004/01.md is started.")
    assert run("check", "--root", root).returncode == 0
    again = run("new", "--root", root, *given, "--number", "1")
    assert (again.returncode, "is not overwritten" in again.stderr) == (2, True)


def test_new_takes_a_series_by_its_short_name_or_its_name(tmp_path: Path) -> None:
    root = write_corpus(tmp_path, joint_committee.FILES).root
    for named, path in {"Advisory Opinion": "2011/04", "la": "la/2011/04"}.items():
        done = run("new", "--root", root, "--series", named, "--year", "2011", "--number", "4")
        assert done.stdout.startswith(f"opinions/{path}.md is started."), done.stderr
    refused = run("new", "--root", root, "--series", "ec")
    assert "The series are: Advisory Opinion, la." in refused.stderr
    for options, sentence in {
        ("--number", "5"): "Type --series and one of these: Advisory Opinion, la.",
        ("--series", "Advisory Opinion", "--letter", "B"): "have no letter. Leave out --letter.",
    }.items():
        assert sentence in run("new", "--root", root, *options).stderr


def test_new_takes_an_approval_by_month(tmp_path: Path) -> None:
    root = write_corpus(tmp_path).root
    given = ["--approved", "2004-05", "--number", "6", "--title", "Fees"]
    assert run("new", "--root", root, *given).returncode == 0
    written = (root / "opinions/2004/06.md").read_text()
    assert "approved: 2004-05\n" in written
    assert "(Approved by the Board on May 2004.)" in written


def test_new_writes_what_is_typed_as_one_value_or_nothing(tmp_path: Path) -> None:
    root = write_corpus(tmp_path).root
    named = ["--root", str(root), "--year", "2004", "--approved", "2004-01-01"]
    typed = "a\n---\nnumber: 9\n::error::b"
    assert run("new", *named, "--number", "6", "--title", typed).returncode == 0
    output = run("check", "--root", root, root / "opinions/2004/06.md").stdout
    assert "OP004" not in output
    assert "OP402" not in output
    assert (root / "opinions/2004/06.md").read_text().count("\n---\n") == 1
    refused = run("new", *named, "--number", "7", "--title", "a\udcff")
    assert (refused.returncode, "Traceback" in refused.stderr) == (2, False)
    assert not (root / "opinions/2004/07.md").exists()


@pytest.mark.parametrize(
    ("verb", "option", "typed", "instead"),
    [
        ("new", "--year", "24", "is not a year such as 2004; type four digits"),
        ("new", "--number", "05A", "is not a number such as 5 or 05; type digits only"),
        (
            "new",
            "--approved",
            "11/08/2024",
            "is not a day such as 2004-05-06; type 2024-11-08, or only the month, as in 2004-05",
        ),
        ("serve", "--port", "99999", "is not a port such as 8000; type a number from 1 to 65535"),
    ],
)
def test_a_wrong_value_is_answered_with_what_to_type(
    verb: str, option: str, typed: str, instead: str
) -> None:
    done = run(verb, option, typed)
    message = f"{option}: `{typed}` {instead}. --help explains the options.\n"
    assert (done.returncode, done.stderr) == (2, message)


def test_serve_names_another_port_if_one_is_busy(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        done = run("serve", "--root", write_corpus(tmp_path).root, "--port", str(port))
    assert done.returncode == 2
    assert done.stderr.startswith(f"another program uses port {port}; close it, or type --port ")


def test_effects_says_how_a_shallow_clone_becomes_whole(tmp_path: Path) -> None:
    root, clone = write_corpus(tmp_path / "a").root, tmp_path / "b"
    git(root, "init", "--quiet")
    for message in ("First", "Second"):
        git(root, "add", ".")
        git(root, "commit", "--quiet", "--allow-empty", "--message", message)
    git(root, "clone", "--quiet", "--depth", "1", root.as_uri(), str(clone))
    done = run("effects", "--root", clone, "HEAD~1")
    expected = "this clone is shallow and lacks `HEAD~1`; type `git fetch --unshallow` first\n"
    assert (done.returncode, done.stderr) == (2, expected)


def test_effects_says_if_a_clone_lacks_contents_of_a_revision(tmp_path: Path) -> None:
    root = write_corpus(tmp_path).root
    git(root, "init", "--quiet")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "First")
    for name, what in (("opinions/2003/05.md", "file"), ("opinions/2003", "folder")):
        lose(root, name)
        done = run("effects", "--root", root, "HEAD")
        assert done.returncode == 2
        assert f"this clone lacks a {what} of `HEAD`" in done.stderr
        assert "clone it again" in done.stderr


def test_a_command_reads_only_the_seals_of_what_was_published(tmp_path: Path) -> None:
    root = write_corpus(tmp_path).root
    git(root, "init", "--quiet")
    assert run("seal", "--root", root).returncode == 0
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "First")
    lose(root, "opinions/2003")
    assert run("check", "--root", root, "--published", "HEAD").returncode == 0
    lose(root, "opinions/ledger/2003/05.txt")
    assert "this clone lacks a file" in run("check", "--root", root, "--published", "HEAD").stderr


def lose(root: Path, name: str) -> None:
    """Take a file or a folder of the last commit out of a repository."""
    lost = git(root, "rev-parse", f"HEAD:{name}")
    (root / ".git/objects" / lost[:2] / lost[2:]).unlink()


def test_serve_shows_a_change_and_what_is_wrong(tmp_path: Path) -> None:
    paths = write_corpus(tmp_path)
    path = paths.opinions / "2003/05.md"
    with serving(paths) as address:
        page = f"{address}opinions/2003/05/"
        for old, new, shown in (
            ("title: Naming", "title: Calling", "<h1>Calling a speaker</h1>"),
            ("[confidentiality]", "[a<b>]", 'aria-label="What is wrong"'),
            ("[a<b>]", "[confidentiality]", "<h1>Calling a speaker</h1>"),
        ):
            before = fetched(page)
            path.write_text(path.read_text().replace(old, new))
            epoch = re.search(r"livereload\(([0-9]+), ([0-9]+)\)", before)
            assert epoch
            fetched(f"{address}livereload/{epoch[1]}/{epoch[2]}")  # once it is built
            after = fetched(page)
            assert shown in after
            assert "<h1>Calling a speaker</h1>" in after, "the last pages stay"
            assert ("What is wrong" in after) is (new == "[a<b>]")
            assert "a<b>" not in after


def fetched(url: str) -> str:
    with urlopen(url, timeout=90) as answer:  # noqa: S310 - of our own making
        return str(answer.read().decode())


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ("corrections: [{on: 2010-01-01, at: [2], what: A word was left out.}]", "OP509"),
        ("corrections: [{on: 2999-01-01, at: [2], what: A word was left out.}]", "OP513"),
        ("withdrawn: {on: 2999-01-01, reason: It was taken back.}", "OP513"),
    ],
)
def test_every_command_that_knows_what_is_published_refuses_the_same_days(
    tmp_path: Path, fields: str, code: str
) -> None:
    published = write_corpus(tmp_path / "a")
    assert run("seal", "--root", published.root).returncode == 0
    seal = (published.ledger / "2003/05.txt").read_text()
    (published.ledger / "2003/05.txt").write_text(re.sub("sealed .*", "sealed 2009-01-01", seal))
    text = record_text(fields)
    text = text.replace("It may (", "It must (") if "corrections" in fields else text
    root = write_corpus(tmp_path / "b", {"opinions/2003/05.md": text}).root
    shutil.copytree(published.ledger, root / "opinions/ledger")
    judge: list[str | Path] = ["--root", root, "--published", published.root]
    commands: dict[str, list[str | Path]] = {
        "check": [],
        "seal": ["--check"],
        "build": ["--preview"],
        "effects": [published.root, root],
    }
    for verb, arguments in commands.items():
        done = run(verb, *arguments, *judge)
        assert (done.returncode, code in done.stdout) == (1, True), (verb, done.stdout)
    assert run("check", "--root", root).returncode == 0, "no clock without the published seals"

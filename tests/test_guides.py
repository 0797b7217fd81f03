"""The guides name what is there, and what they say to type is right."""

import re
import shlex
from argparse import ArgumentParser
from inspect import getfile
from pathlib import Path
from textwrap import dedent, indent

import pytest
import yaml

from corpus.analysis.citing import full_citation
from corpus.checks.report import as_text
from corpus.checks.runner import check
from corpus.library.corpus import Corpus
from corpus.library.loader import load
from corpus.model.opinion_id import OpinionId
from corpus.paths import REPOSITORY, CorpusPaths
from corpus.review.comment.headings import Heading
from corpus.starter.answers import Answers
from corpus.starter.example_citation import read_citation
from corpus.starter.example_line import read_line
from corpus.starter.example_number import read_number
from corpus.starter.files import collection_files
from factories import (
    RECORD,
    UNCHANGED_LAW,
    VALID_FILES,
    Files,
    full_record,
    index_of,
    read_corpus,
    read_valid_corpus,
    record_text,
    with_fields,
)

INIT = re.compile(r"^    \.venv/bin/python (scripts/init\.py .* --name .*)$", re.MULTILINE)
GITHUB = REPOSITORY / ".github"
FIVE, SIX = "opinions/2003/05.md", "opinions/2004/06.md"
LATER = full_record(6, 2004, text="See AO 5 (2003).")


def guide(name: str) -> str:
    return (REPOSITORY / f"pages/{name}.md").read_text(encoding="utf-8")


def to_type(name: str, field: str) -> str:
    """Return the lines that a guide says to type for a field, without their indent."""
    lines = re.search(rf"^( +){field}:\n(?:\1 +.*\n)+", guide(name), re.MULTILINE)
    assert lines, field
    return re.sub(f"^{lines[1]}", "", lines[0], flags=re.MULTILINE)


@pytest.mark.parametrize(
    ("field", "path", "text", "cited"),
    [
        ("corrections", FIVE, RECORD, "(as corrected March 3, 2024)"),
        ("withdrawn", FIVE, RECORD, "(withdrawn on March 3, 2024)"),
        ("opinions", SIX, LATER, "(modified as to ¶ 2 by AO 6 (2004); "),
    ],
)
def test_what_the_guide_on_corrections_says_to_type_has_its_effect(
    tmp_path: Path, field: str, path: str, text: str, cited: str
) -> None:
    _, fields, body = text.split("---\n", 2)
    typed = to_type("corrections", field).replace("YYYY-MM-DD", "2024-03-03")
    with_field = f"---\n{fields}{typed}---\n{body}".replace("MONTH DAY, YEAR", "March 3, 2024")
    with_field = with_field.replace("“…” was printed as “…”", "“may” was printed as “must”")
    index = index_of(read_valid_corpus(tmp_path, {**UNCHANGED_LAW, path: with_field}))
    assert (
        full_citation(index.by_id[OpinionId(2003, 5)], index)
        .partition(" (2003) ")[2]
        .startswith(cited)
    )


@pytest.mark.parametrize(("field", "code"), [("corrections", "OP514"), ("withdrawn", "OP128")])
def test_the_example_words_of_the_guide_on_corrections_are_refused(
    tmp_path: Path, field: str, code: str
) -> None:
    typed = to_type("corrections", field).replace("YYYY-MM-DD", "2024-03-03")
    findings = check(read_corpus(tmp_path, {FIVE: record_text(typed)}))
    assert code in {finding.code for finding in findings}


def with_edition(standard: str, lines: str) -> Files:
    """The file of a Standard with more lines at the end of its editions."""
    return {"standards/3.md": standard.replace("\n---\n", f"\n{lines}---\n")}


def test_what_the_guide_on_the_law_says_to_type_is_an_edition(tmp_path: Path) -> None:
    standard = VALID_FILES["standards/3.md"]
    added = to_type("law-changed", "editions").partition("\n")[2]
    findings = check(read_corpus(tmp_path / "a", with_edition(standard, added)))
    assert [finding.code for finding in findings] == ["OP128", "OP128"], "the source is an example"
    own = added.replace("Where you saw it", "Minutes").replace("//example", "//board.example")
    references = read_valid_corpus(tmp_path / "b", with_edition(standard, own)).references
    (authority,) = (found for found in references.authorities.values() if found.title)
    assert [str(edition.day) for edition in authority.editions] == ["2020-03-01", "2026-10-01"]


def test_the_new_wording_that_the_guide_on_the_law_leaves_open_is_refused(tmp_path: Path) -> None:
    (typed,) = re.findall(r'`(text: "…")`', guide("law-changed"))
    edition = to_type("law-changed", "editions").partition("\n")[2]
    own = edition.replace("Where you saw it", "Minutes").replace("//example", "//board.example")
    files = with_edition(VALID_FILES["standards/3.md"], f"{own}    {typed}\n")
    (finding,) = check(read_corpus(tmp_path, files))
    assert finding.code == "OP128"
    assert finding.hint.startswith("Type the new wording, word for word as in the source")


def test_the_note_that_the_guide_on_the_law_leaves_open_is_refused(tmp_path: Path) -> None:
    (typed,) = re.findall("`(note: …)`", guide("law-changed"))
    standard = VALID_FILES["standards/3.md"].replace("\ntitle:", f"\n{typed}\ntitle:")
    (finding,) = check(read_corpus(tmp_path, {"standards/3.md": standard}))
    assert finding.code == "OP128"
    assert finding.hint.startswith("Say in a sentence what will change and when")


def test_the_standard_that_the_guide_for_staff_shows_is_only_an_example(tmp_path: Path) -> None:
    standard, _ = whole_files_in("staff")
    findings = check(read_corpus(tmp_path, {"standards/5.md": standard}))
    assert [finding.code for finding in findings] == ["OP128", "OP128"]


def test_the_record_that_the_guide_for_staff_shows_needs_only_other_values(tmp_path: Path) -> None:
    _, record = whole_files_in("staff")
    findings = check(read_corpus(tmp_path / "a", {"opinions/2007/12.md": record}))
    assert [finding.code for finding in findings] == ["OP128", "OP128"]
    own = record.replace("What the opinion is about", "Fees").replace(
        "//example", "//board.example"
    )
    assert check(read_corpus(tmp_path / "b", {"opinions/2007/12.md": own})) == ()


def whole_files_in(name: str) -> list[str]:
    """The files that a guide shows from the first `---` to the second."""
    return [
        dedent(text) for text in re.findall(r"(?m)^    ---\n(?:    .*\n)+?    ---\n", guide(name))
    ]


def test_the_exception_that_the_guide_for_staff_says_to_type_is_one(tmp_path: Path) -> None:
    text = record_text('statutes: ["7A-38.2(b)"]\n')
    findings = check(read_corpus(tmp_path / "before", {FIVE: text}))
    assert [finding.code for finding in findings] == ["OP303"]
    _, fields, body = text.split("---\n", 2)
    with_exception = f"---\n{fields}{to_type('staff', 'waivers')}---\n{body}"
    assert check(read_corpus(tmp_path / "after", {FIVE: with_exception})) == ()


def test_the_form_and_the_guide_name_the_files_that_the_workflow_takes() -> None:
    workflow = (GITHUB / "workflows/intake.yml").read_text(encoding="utf-8")
    endings = re.findall(r"\w+", re.findall(r"\.\(([\w|]+)\)\$'", workflow)[0])
    form = (GITHUB / "ISSUE_TEMPLATE/opinion.yml").read_text(encoding="utf-8")
    for ending in endings:
        assert f".{ending}" in form
        assert f"{ending}" in guide("staff").lower()


def test_the_guides_name_the_form_the_labels_and_the_jobs_as_they_are() -> None:
    form = yaml.safe_load((GITHUB / "ISSUE_TEMPLATE/opinion.yml").read_text(encoding="utf-8"))
    staff, review = guide("staff"), guide("review")
    assert f"**{form['name']}**" in staff
    assert f"“{form['body'][1]['attributes']['label']}”" in staff
    jobs = {
        path.stem: yaml.safe_load(path.read_text(encoding="utf-8"))
        for path in (GITHUB / "workflows").glob("*.yml")
    }
    for workflow, label in (("intake", "ingest"), ("seal", "seal")):
        assert f"github.event.label.name == '{label}'" in str(jobs[workflow]["jobs"])
        assert f"choose `{label}`" in staff or f"choose the label `{label}`" in staff
        assert f"`{label}`" in review
    for job in ("records", "tests"):
        assert f"*{jobs['check']['jobs'][job]['name']}*" in review
    assert f"**{jobs['check']['jobs']['records']['name']}**" in staff
    assert f"*{jobs['seal']['name']}*" in review


def test_the_guide_for_reviewers_explains_every_heading_of_the_comment() -> None:
    rows = re.findall(r"^\| (“.*?) \| .{20,} \|$", guide("review"), re.MULTILINE)
    explained = {words for row in rows for words in re.findall("“([^”]*)”", row)}
    assert explained == {str(heading) for heading in Heading}


def test_the_comment_has_no_heading_that_the_guide_could_not_explain() -> None:
    review = Path(getfile(Heading)).parents[1]
    for path in (*review.rglob("*.py"), REPOSITORY / "scripts/effects.py"):
        typed = re.findall(r"[\"'\n]#{2,6} [A-Z].*", path.read_text(encoding="utf-8"))
        assert not typed, f"{path.name}: put this heading into headings.py"


def test_the_guide_on_the_law_quotes_the_heading_of_the_comment() -> None:
    assert f"“{Heading.REVIEWS}”" in guide("law-changed")


def answers_in_the_guide() -> Answers:
    """What the guide for another body types after `init.py`."""
    command = INIT.search(guide("another-body"))
    assert command
    parser = ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--number", type=read_number)
    parser.add_argument("--line", type=read_line)
    parser.add_argument("--cites", type=read_citation)
    for option in ("--name", "--opinion", "--reader"):
        parser.add_argument(option)
    typed = vars(parser.parse_args(shlex.split(command[1])[1:]))
    typed.pop("folder")
    return Answers(citation=typed.pop("cites"), **typed)


def corpus_of_the_guide(root: Path, fields: str) -> Corpus:
    """The new folder after all that the guide says to type, with these fields in the example."""
    text = guide("another-body")
    blocks = {
        block.partition(":")[0]: re.sub("^    ", "", f"    {block}", flags=re.MULTILINE)
        for block in re.findall(r"(?<=\n\n    )\w+:.*(?:\n    .*)*\n", text)
    }
    assert {"words", "series", "authorities", "separate_opinions", "conflicts"} <= set(blocks)
    blocks["authorities"] += indent(blocks["health"], "  ")
    files = dict(collection_files(answers_in_the_guide()))
    for key in ("words", "series", "authorities", "separate_opinions", "cited_bodies"):
        settings = with_fields(files["standards/commission.yml"], blocks[key])
        files["standards/commission.yml"] = settings
    files["opinions/topics.yml"] += blocks["conflicts"]
    files["opinions/thesaurus.yml"] = blocks["attorney"]
    whole_files = re.findall(r"(?<=\n\n)    ---\n(?:    .*\n|\n)+", text)
    for name in ("standards/rules/2.11.md", "opinions/2019/12.md", "pages/about.md"):
        assert f"`{name}`" in text
        files[name] = dedent(whole_files.pop(0))
    assert not whole_files
    (example,) = (name for name in files if name.startswith("opinions/2023/"))
    _, front, body = files[example].split("---\n", 2)
    if "stage" in fields:
        front = re.sub("approved:.*\n", "", front)
        body = re.sub("Adopted .*\n\n", "", body)
    files[example] = f"---\n{front}{blocks[fields]}---\n{body}"
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return load(CorpusPaths(root))


@pytest.mark.parametrize("fields", ["requester", "stage"])
def test_what_the_guide_for_another_body_says_to_type_is_right(tmp_path: Path, fields: str) -> None:
    corpus = corpus_of_the_guide(tmp_path, fields)
    assert as_text(check(corpus)) == "0 errors, 0 warnings"
    listed, record = sorted(corpus.records, key=lambda record: record.id)
    assert not listed.opinion.has_text
    assert record.opinion.is_draft == (fields == "stage")
    assert corpus.references
    assert corpus.references.commission.words.questions == "inquiries"
    kinds = corpus.references.commission.kinds
    assert [kind.plural for kind in kinds] == ["rules", "statutes", "health_code"]
    assert corpus.references.thesaurus
    assert {"pages/about.md", "pages/index.md"} == {page.path for page in corpus.pages}


def test_the_guide_for_another_body_names_what_is_there() -> None:
    text, makefile = guide("another-body"), (REPOSITORY / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"(?:`|^    )make (\w+)", text, re.MULTILINE):
        assert f"\n{target}:" in makefile, target
    for script in re.findall(r"scripts/(\w+)\.py", text):
        assert (REPOSITORY / f"scripts/{script}.py").is_file(), script
    asked = re.findall(r"^\| ([^|]+) \| [^|]+ \|$", text, re.MULTILINE)[1:]
    program = (REPOSITORY / "scripts/init.py").read_text(encoding="utf-8")
    assert len(asked) == program.count('ask("') == 6


def test_the_guide_on_changes_of_the_law_says_where_the_file_of_each_kind_is() -> None:
    text = guide("law-changed")
    files = [REPOSITORY / name for name in re.findall(r"`(standards/\S+\.md)`", text)]
    assert files
    assert all(file.is_file() for file in files)
    assert "The file of any other kind is in the folder with the name of its kind." in text

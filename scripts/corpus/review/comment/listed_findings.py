"""Findings in a comment on a pull request, by file and field, or by kind if many files have it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from pydantic import BaseModel

from corpus.checks.places import field_of, value_at
from corpus.checks.registry import RULES
from corpus.findings import Finding
from corpus.library.corpus import Corpus
from corpus.model.authority_kind import AuthorityKind
from corpus.model.record_models import record_models
from corpus.model.words import capitalized
from corpus.parsing.field_types import StrictModel
from corpus.parsing.front_matter import RawFile
from corpus.parsing.schema import model_at, model_within
from corpus.parsing.yaml_values import FieldPath
from corpus.paths import COMMISSION_SETTINGS
from corpus.review.comment.comment_links import Links
from corpus.text.markdown_escape import escape_but_code, escape_markdown

MOST_LISTED_PER_FILE = 50
"""How much is listed for one file."""
FEWEST_FILES = 6
"""A rule that at least this many files break stands once, with the files below it."""
MOST_OF_RULE = 100
"""How many places are listed below such a rule."""

_NOT_FILLED_IN = {"OP102": "This is missing.", "OP104": "This is still empty."}
"""What is said in the place of the message, before what the field says."""
_LINES = re.compile(r"`(?:\w+:|  - [^`]*)`(?:, `  [^`]*`)+")
"""Lines to type in a hint: a field or an entry of a list, and what stands indented below it."""
_SETTINGS_IN_WORDS = re.compile(rf"(?<![`\w/]){re.escape(COMMISSION_SETTINGS)}(?!`)")


def raw_files_of(corpus: Corpus) -> dict[str, RawFile]:
    """Every file as it was read, by its path."""
    others = {file.path: file.raw for file in corpus.files}
    return others | {file.parsed_file.path: file.parsed_file.raw for file in corpus.record_files}


def findings_as_markdown(
    corpus: Corpus, findings: Sequence[Finding], links: Links
) -> Iterator[str]:
    """The findings by file; if many files break a rule, its findings are folded below the rule."""
    of_many = _rules_in_many_files(findings)
    for code in of_many:
        of_rule = [finding for finding in findings if finding.code == code]
        yield from _of_one_rule(corpus, code, of_rule, links)
    others = [finding for finding in findings if finding.code not in of_many]
    yield from _by_file(corpus, others, links)


def _rules_in_many_files(findings: Iterable[Finding]) -> Sequence[str]:
    """The codes of the rules that many files break, in the order of the findings."""
    files = dict.fromkeys((finding.code, finding.location.path) for finding in findings)
    counts = Counter(code for code, _ in files)
    return [code for code, count in counts.items() if count >= FEWEST_FILES]


def _of_one_rule(
    corpus: Corpus, code: str, findings: Sequence[Finding], links: Links
) -> Iterator[str]:
    """A rule with the number of files that break it, and each place folded."""
    files = len({finding.location.path for finding in findings})
    requirement = escape_but_code(RULES[code].requirement)
    yield f"### {files} files: {requirement} ({links.rule(code)})"
    listed = _by_file(corpus, findings[:MOST_OF_RULE], links)
    yield f"<details><summary>Places: {len(findings)}</summary>"
    yield from listed
    if len(findings) > MOST_OF_RULE:
        yield f"… and {len(findings) - MOST_OF_RULE} more."
    yield "</details>"


def _by_file(corpus: Corpus, findings: Iterable[Finding], links: Links) -> Iterator[str]:
    raw_files = raw_files_of(corpus)
    kinds = corpus.kinds or ()
    model = record_models(kinds).full
    by_path: dict[str, list[Finding]] = {}
    for finding in findings:
        by_path.setdefault(finding.location.path, []).append(finding)
    for path, findings_of_file in by_path.items():
        yield f"### {links.file(path)}"
        about = model if path in corpus.record_paths else None
        items = list(_items(findings_of_file, raw_files.get(path), about, kinds, links))
        yield "\n".join(items[:MOST_LISTED_PER_FILE])
        if len(items) > MOST_LISTED_PER_FILE:
            yield f"… and {len(items) - MOST_LISTED_PER_FILE} more."


def _items(
    findings: Iterable[Finding],
    raw: RawFile | None,
    model: type[BaseModel] | None,
    kinds: Sequence[AuthorityKind],
    links: Links,
) -> Iterator[str]:
    for finding in findings:
        path = field_of(finding, raw) if raw else ()
        line = f"line {finding.location.line}"
        place = f"{_name(path, raw.fields, model)}, {line}" if raw and path else line
        what = f"{_sentence(finding.message)} {finding.hint}"
        if finding.code in _NOT_FILLED_IN and (about := _about(path, model)):
            what = f"{_NOT_FILLED_IN[finding.code]} {about}{_if_none(path, kinds)}"
        rule = links.rule(finding.code)
        lines = _LINES.search(what)
        shown = escape_but_code(_LINES.sub("the lines below", what))
        if finding.location.path != COMMISSION_SETTINGS:
            shown = _SETTINGS_IN_WORDS.sub(lambda _: links.file(COMMISSION_SETTINGS), shown)
        yield f"- **{escape_markdown(place)}**: {shown} ({rule}){_block(lines[0]) if lines else ''}"


def _if_none(path: FieldPath, kinds: Iterable[AuthorityKind]) -> str:
    """What to type if an opinion cites no authority of a kind; empty for other fields."""
    is_kind = len(path) == 1 and path[0] in {kind.plural for kind in kinds}
    return f" If there are none, type `{path[0]}: []`." if is_kind else ""


def _block(hint: str) -> str:
    """Lines that a hint has side by side, below each other, to be copied."""
    lines = hint.strip("`").split("`, `")
    return "".join(f"\n  {line}" for line in ("", "```yaml", *lines, "```"))


def _name(path: FieldPath, fields: Any, schema: type[BaseModel] | None) -> str:
    """A field as a clerk looks for it: `title`, or `answer 1, text`."""
    words = []
    for position, step in enumerate(path):
        if not isinstance(step, int):
            words.append(step)
            continue
        fields_above = value_at(fields, path[: position + 1])
        number = fields_above.get("id") if isinstance(fields_above, dict) else None
        model = model_at(path[:position], schema) if schema else None
        entry = model.entry if model and issubclass(model, StrictModel) else ""
        words[-1] = f"{entry or f'{path[position - 1]}, entry'} {number or step + 1}"
    return ", ".join(words)


def _about(path: FieldPath, model: type[BaseModel] | None) -> str:
    """What a field says, from the schema; empty for one that it does not describe."""
    about = ""
    for step in path:
        if isinstance(step, int):
            continue
        field = model.model_fields.get(step) if model else None
        about = (field.description or "") if field else ""
        model = model_within(field.annotation) if field else None
    return about


def _sentence(words: str) -> str:
    end = "" if words.endswith("?") else "."
    return f"{capitalized(words).rstrip('.')}{end}"

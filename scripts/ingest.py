"""Turn a Word, PDF or text file into a draft record, and list what a person must decide."""

from datetime import UTC, datetime
from pathlib import Path

from corpus import cli
from corpus.build.atomic import write_new_file
from corpus.intake.document import RefusedError
from corpus.intake.draft import Draft, make_draft


def main() -> int:
    """Write the draft to a new file; the document is only read."""
    parser = cli.parser(__doc__)
    parser.add_argument("file", type=Path, metavar="FILE", help="a .docx, .pdf or .txt file")
    parser.add_argument(
        "--out",
        type=Path,
        metavar="FILE",
        help="where to write the draft (default: opinions/YEAR/NUMBER.md)",
    )
    arguments = parser.parse_args()
    paths = cli.corpus_paths(arguments)
    corpus, commission = cli.load_settings(paths)
    today = datetime.now(UTC).date()
    try:
        draft = make_draft(arguments.file, corpus.filed_ids, commission, today)
    except RefusedError as error:
        return cli.fail(f"{arguments.file}: {error}")
    path = arguments.out or paths.opinions / f"{draft.id}.md"
    try:
        write_new_file(path, draft.text)
    except FileExistsError:
        return cli.fail(f"{path} already exists and is not overwritten. Use --out FILE instead.")
    except OSError as error:
        return cli.fail(f"The draft could not be written: {error}")
    print(as_markdown(draft, path.name if arguments.out else paths.relative(path)))
    return cli.OK


def as_markdown(draft: Draft, path: str) -> str:
    """Return what a person must know about the draft, ready for a pull request."""
    decisions = "\n".join(f"{number}. {text}" for number, text in enumerate(draft.decisions, 1))
    return (
        f"The draft of opinion {draft.id} is `{path}`. `make check` says what it still needs.\n\n"
        f"## To decide\n\n{decisions}\n\n## To compare with the document\n\n{comparison(draft)}"
    )


def comparison(draft: Draft) -> str:
    """Return every place to compare; that there is none only if a second reading agrees."""
    differences = draft.differences
    if differences is None:
        differences = ("No other program could read the document. Compare every word.",)
    if places := (*draft.remarks, *differences):
        return "\n".join(f"- {text}" for text in places)
    return "Nothing: another program read the same words in the document, in the same order."


if __name__ == "__main__":
    cli.run(main)

"""Make the draft of a record of a Word, PDF or text file, and list what a person must decide."""

from datetime import UTC, datetime
from pathlib import Path

from corpus import cli
from corpus.build.atomic import write_new
from corpus.intake.document import RefusedError
from corpus.intake.draft import Drafted, drafted


def main() -> int:
    """Write the draft, never over a file that is there; the document is only read."""
    parser = cli.parser(__doc__)
    parser.add_argument("file", type=Path, metavar="FILE", help="a .docx, .pdf or .txt")
    parser.add_argument("--out", type=Path, metavar="FILE", help="where the draft is written")
    arguments = parser.parse_args()
    paths = cli.paths(arguments)
    corpus, commission = cli.load_settings(paths)
    today = datetime.now(UTC).date()
    try:
        draft = drafted(arguments.file, corpus.filed_ids, commission, today)
    except RefusedError as error:
        return cli.refused(f"{arguments.file}: {error}")
    path = arguments.out or paths.opinions / f"{draft.id}.md"
    try:
        write_new(path, draft.text)
    except FileExistsError:
        return cli.refused(f"{path} is there already, and is not overwritten; give --out")
    except OSError as error:
        return cli.refused(f"nothing was written: {error}")
    print(as_markdown(draft, path.name if arguments.out else paths.relative(path)))
    return cli.CLEAN


def as_markdown(draft: Drafted, path: str) -> str:
    """What a person reads of it, in Markdown, which can stand in a pull request."""
    decisions = "\n".join(f"{place}. {one}" for place, one in enumerate(draft.decisions, start=1))
    words = "\n".join(f"- {one}" for one in draft.differences)
    words = words or "None: every word of the document is in the draft, in its order."
    return (
        f"The draft of opinion {draft.id} is `{path}`. `make check` says what it still needs.\n\n"
        f"## To decide\n\n{decisions}\n\n## Words that differ\n\n{words}"
    )


if __name__ == "__main__":
    cli.run(main)

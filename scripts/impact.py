"""List the earlier opinions to review after each change of an authority."""

from datetime import date
from pathlib import Path

from corpus import cli
from corpus.analysis.impact import as_checklist, edition_impacts
from corpus.analysis.index import build_index
from corpus.library.corpus import ValidCorpus
from corpus.model.authority import Citation
from corpus.paths import CorpusPaths


def main() -> int:
    """Print a checklist for each edition of one authority since a day."""
    parser = cli.parser(__doc__)
    parser.add_argument("path", type=Path, metavar="FILE", help="such as standards/3.md")
    parser.add_argument("--since", type=cli.parse_day, default=date.min, metavar="YYYY-MM-DD")
    arguments = parser.parse_args()
    paths = cli.corpus_paths(arguments)
    corpus = cli.load_valid_corpus(paths)
    authority = find_authority(paths, corpus, arguments.path)
    if authority is None:
        wanted = file_to_type(arguments.path, corpus)
        return cli.fail(f"{arguments.path} is not an authority. Type {wanted}")
    index = build_index(corpus.references, corpus.records)
    newest_first = reversed(edition_impacts(authority, index))
    impacts = (impact for impact in newest_first if impact.edition.day >= arguments.since)
    checklists = [as_checklist(impact, index.names) for impact in impacts]
    print("\n\n".join(checklists or ["No change is recorded in this period."]))
    return cli.OK


def find_authority(paths: CorpusPaths, corpus: ValidCorpus, path: Path) -> Citation | None:
    """The authority that a file describes; None for any other file of the corpus."""
    if not (path.exists() or (paths.root / path).exists()):
        advice = f"Type {file_to_type(path, corpus)}"
        raise SystemExit(cli.fail(f"{path} is not a file. {advice}"))
    (name,) = cli.relative_paths([path], paths)
    cli.refuse_unknown_paths([name], paths, corpus.paths)
    for kind, key in corpus.references.authorities:
        citation = Citation(kind, key)
        if name == citation.file:
            return citation
    return None


def file_to_type(typed: Path, corpus: ValidCorpus) -> str:
    """The file of the authority whose number was typed, or else one as an example."""
    numbers = {word.partition("(")[0] for word in str(typed).split()}
    files = {key: Citation(kind, key).file for kind, key in corpus.references.authorities}
    meant = [file for key, file in files.items() if key in numbers]
    return " or ".join(meant) or f"a file such as {next(iter(files.values()), 'standards/3.md')}"


if __name__ == "__main__":
    cli.run(main)

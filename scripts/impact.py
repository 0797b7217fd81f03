"""List the earlier opinions that each new edition of an authority touches, to be looked at."""

from datetime import date
from pathlib import Path

from corpus import cli
from corpus.analysis.impact import as_checklist, edition_impacts
from corpus.analysis.index import build_index
from corpus.library.corpus import ValidCorpus
from corpus.model.authority import Citation, slug
from corpus.paths import CorpusPaths


def main() -> int:
    """Print a checklist for every edition of one authority since a day."""
    parser = cli.parser(__doc__)
    parser.add_argument("path", type=Path, metavar="FILE", help="as in standards/3.md")
    parser.add_argument("--since", type=date.fromisoformat, default=date.min, metavar="YYYY-MM-DD")
    arguments = parser.parse_args()
    paths = cli.corpus_paths(arguments)
    corpus = cli.load_valid_corpus(paths)
    found = authority(paths, corpus, arguments.path)
    if found is None:
        return cli.fail(f"{arguments.path} is no authority; give one as standards/3.md")
    index = build_index(corpus.references, corpus.records)
    every = reversed(edition_impacts(found, index))
    asked = [one for one in every if one.edition.day >= arguments.since]
    told = [as_checklist(one, index.names) for one in asked]
    print("\n\n".join(told or ["No change of it is recorded in this time."]))
    return cli.OK


def authority(paths: CorpusPaths, corpus: ValidCorpus, path: Path) -> Citation | None:
    """The authority whose file this is."""
    (name,) = cli.relative_paths([path], paths)
    cli.refuse_unknown_paths([name], paths, corpus.paths)
    for kind, key in corpus.references.authorities:
        if name == paths.relative(paths.authority_folder(kind) / f"{slug(kind, key)}.md"):
            return Citation(kind, key)
    return None


if __name__ == "__main__":
    cli.run(main)

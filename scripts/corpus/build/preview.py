"""Update the pages of a site quickly, without verification and with the previous search index."""

from pathlib import Path

from corpus.build.manifest import add_records, record_path
from corpus.build.pagefind import is_index_file
from corpus.build.publish import Report, build_lock, build_pages, require_valid
from corpus.build.shared_files import update_folder
from corpus.build.swap import MARK, mark, scratch
from corpus.library.corpus import Corpus
from corpus.library.loader import load
from corpus.paths import CorpusPaths


def preview(
    paths: CorpusPaths, site: Path, report: Report, previous: Corpus | None = None
) -> Corpus:
    """Show the pages of a corpus in `site`; raises `NotPublishedError`.

    Only files that changed are replaced. Pass the returned corpus to the next preview as
    `previous`, so that unchanged records are not read again.
    """
    with build_lock(paths, site, report):
        corpus = load(paths, previous)
        valid = require_valid(corpus, report)
        with scratch(site) as folder:
            files = build_pages(paths, valid, folder, report)
            mark(site)
            kept = {MARK, *map(record_path, valid.records)}
            update_folder(site, files, lambda name: name in kept or is_index_file(name))
            add_records(site, valid.records)
    return corpus

"""Which files are in a corpus, and a pattern for the files of opinions."""

import os
import re
from pathlib import Path

from corpus.model.commission import Commission
from corpus.paths import CorpusPaths, walk

OF_A_PROGRAM = re.compile(r"\.DS_Store|\._.+|\.#.+|\..+\.(?:sw[a-z]|[0-9]+\.new)", re.DOTALL)
"""The names of files that macOS, Emacs, Vim and this program make beside others."""


def files_in_corpus(paths: CorpusPaths) -> set[str]:
    """The files in the folders of records, authorities and pages, relative to the root."""
    folders = (paths.opinions, paths.standards, paths.pages)
    files = {
        f"{paths.relative(folder)}/{path}"
        for folder in folders
        for path, entry in (walk(folder) if folder.is_dir() else ())
        if is_listed(entry)
    }
    return files | _misspelled_folders(paths.root, {folder.name for folder in folders})


def _misspelled_folders(root: Path, names: set[str]) -> set[str]:
    """Entries that differ from these names by case alone, and are the same on some systems."""
    entries = {entry.name for entry in os.scandir(root)} - names
    return {entry for entry in entries if entry.casefold() in names}


def is_listed(entry: os.DirEntry[str]) -> bool:
    """Whether an entry has the name of a file to read, even if it is a folder or a link.

    Other hidden files are listed too: git reads some of them, and such a file could hide a seal.
    """
    is_file = not entry.is_dir(follow_symlinks=False)
    return (is_file or entry.name.endswith(".md")) and not OF_A_PROGRAM.fullmatch(entry.name)


def paths_of(folder: str, ending: str, commission: Commission | None) -> re.Pattern[str]:
    """A pattern for the files of opinions in a folder: by series and by year, as in addresses."""
    all_series = commission.all_series if commission else ()
    forms = {series.url.replace("{year}", "[^/]+") for series in all_series} or {"[^/]+/{number}"}
    files = "|".join(form.replace("{number}", "[^/]+") for form in sorted(forms))
    return re.compile(rf"{folder}/(?:{files}){re.escape(ending)}")

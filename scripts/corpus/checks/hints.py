"""What a clerk can type instead: for the number of an opinion, its seal, and lists of fields."""

import re
from collections.abc import Sequence
from pathlib import PurePosixPath

from corpus.library.corpus import Corpus
from corpus.library.ledger import seal_path
from corpus.model.commission import Commission
from corpus.model.opinion_id import OpinionId
from corpus.model.words import capitalized, listed
from corpus.paths import REVISION_ENDING


def series_of_folder(path: str, commission: Commission) -> str | None:
    """The series whose folder a record is in: `rpc` of `opinions/rpc/179.md`; None if of none."""
    folder = PurePosixPath(path).parts[1]
    names = {series.id for series in commission.series if series.id}
    return folder if folder in names else None


def hint_on_series(opinion: OpinionId, series: str, commission: Commission) -> str:
    """What to type in a record that belongs to a series; empty if its fields fit the series."""
    steps = []
    if opinion.series != series:
        steps.append(_step(opinion.series, series))
    meant = commission.series_of(opinion._replace(series=series))
    if opinion.year and meant and not meant.has_year:
        steps.append("delete `year`")
    return f"{capitalized(', and '.join(steps))}." if steps else ""


def _step(typed: str, series: str) -> str:
    """How to give a record a series in place of the typed one; either may be empty."""
    if not series:
        return f"delete the line `series: {typed}`"
    return f"correct `series` to `{series}`" if typed else f"add the line `series: {series}`"


def hint_on_letter(opinion: OpinionId, meant: OpinionId | None) -> str:
    """What to type in a record whose letter is wrong or missing; empty if more differs."""
    if meant in {None, opinion} or meant._replace(letter=opinion.letter) != opinion:
        return ""
    if not meant.letter:
        return f"Delete the line `letter: {opinion.letter}` if the number has no letter."
    if opinion.letter:
        return f"Correct `letter` to `{meant.letter}` if that is the letter of the number."
    return f"Add the line `letter: {meant.letter}` if the number has this letter."


def hint_on_revision(path: str) -> str:
    """What to do with the words of a document beside its record; empty for any other file."""
    if not path.endswith(REVISION_ENDING):
        return ""
    return (
        f"{path} is the document’s text beside the record. "
        "Copy what is right into the record, then delete that file."
    )


def hint_for_new_text(opinion: OpinionId, corpus: Corpus) -> str:
    """How to seal a text again that readers do not have; empty if they may have it."""
    if corpus.has_readers(opinion):
        return ""
    path = seal_path(opinion)
    is_listed = opinion in corpus.published_seals
    remove = f"put `{path}` back as it is on `main`" if is_listed else f"delete `{path}`"
    return (
        "Readers do not have this text yet, so it needs no entry in `corrections`. If the change "
        f"is right, {remove}, and set the label `seal` again. If it is wrong, undo it."
    )


def how_to_add(entries: Sequence[str], field: str, yaml: str, old: Sequence[str] = ()) -> str:
    """How to add entries to a field, replacing old ones, as lines that are ready to paste."""
    delete = f", and delete {', '.join(f'`{entry}`' for entry in old)}" if old else ""
    effect = " If it does more than cite, change `effect`." if field == "opinions" else ""
    typed = re.search(
        rf"^{field}:[ \t]*(?:\[(?P<inline>.*)\][ \t]*)?$(?:\n(?P<indent>[ ]*)- )?",
        yaml,
        re.MULTILINE,
    )
    if typed and typed["inline"] is not None:
        present = [entry for entry in _entries_in(typed["inline"]) if _in_quotes(entry) not in old]
        line = f"{field}: [{', '.join([*present, *entries])}]"
        return f"Replace the line `{field}: …` with `{line}`.{effect}"
    if typed and typed["indent"] is not None:
        lines = listed([f"`{typed['indent']}- {entry}`" for entry in entries])
        return f"Below the line `{field}:`, add {lines}{delete}.{effect}"
    if re.search(rf"^{field}:", yaml, re.MULTILINE):
        return f"To the list at `{field}:`, add `{', '.join(entries)}`{delete}.{effect}"
    return f"Add the line `{field}: [{', '.join(entries)}]`.{effect}"


def _entries_in(inline: str) -> list[str]:
    """The entries of a list in brackets, as typed; entries with fields stay together."""
    if "{" in inline:
        return [inline.strip()]
    return [entry.strip() for entry in inline.split(",") if entry.strip()]


def _in_quotes(entry: str) -> str:
    return '"' + entry.strip("\"'") + '"'

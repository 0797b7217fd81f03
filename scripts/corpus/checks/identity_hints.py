"""What to do about a record whose path or fields give it the number of another opinion."""

from pathlib import PurePosixPath

from corpus.model.commission import Commission
from corpus.model.opinion_id import OpinionId
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
    words = ", and ".join(steps)
    return f"{words[0].upper()}{words[1:]}." if words else ""


def hint_on_letter(opinion: OpinionId, meant: OpinionId | None) -> str:
    """What to type in a record whose letter is wrong or missing; empty if more differs."""
    if (
        meant is None
        or meant.letter == opinion.letter
        or meant._replace(letter="") != (opinion._replace(letter=""))
    ):
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


def _step(typed: str, series: str) -> str:
    if not series:
        return f"delete the line `series: {typed}`"
    return f"correct `series` to `{series}`" if typed else f"add the line `series: {series}`"

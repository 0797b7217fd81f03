"""Read the files of a corpus except its records: settings, authorities, pages and ledgers."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple, TypeAlias, TypeVar

from pydantic import BaseModel

from corpus.findings import Fault
from corpus.library.ledger import Seal, read_seal
from corpus.library.present_files import OF_A_PROGRAM, is_listed, paths_of
from corpus.library.references import References
from corpus.model.authority import Authority, authority_model
from corpus.model.authority_kind import AuthorityKind
from corpus.model.commission import Commission
from corpus.model.opinion_id import OpinionId
from corpus.model.static_page import StaticPage
from corpus.model.vocabularies import Programs, Thesaurus, Topics
from corpus.parsing.field_types import UnreadFieldError
from corpus.parsing.files import read_text
from corpus.parsing.front_matter import RawFile, read_markdown, read_yaml
from corpus.parsing.parsed_file import ParsedFile, parse_file
from corpus.parsing.yaml_text import YamlText
from corpus.paths import COMMISSION_SETTINGS, LEDGER, CorpusPaths, walk

Schema = TypeVar("Schema", bound=BaseModel)
Ledger: TypeAlias = Mapping[str, Seal | tuple[Fault, ...]]
"""Each file of a ledger by its path: a seal, or its faults."""

_THESAURUS = "opinions/thesaurus.yml"


class Settings(NamedTuple):
    """The files of a corpus except its records, by what they hold."""

    commission: ParsedFile[Commission]
    topics: ParsedFile[Topics]
    programs: ParsedFile[Programs]
    thesaurus: ParsedFile[Thesaurus] | None
    """None if there is no such file."""
    authorities: Mapping[AuthorityKind, tuple[ParsedFile[Authority], ...]]
    pages: tuple[ParsedFile[StaticPage], ...]
    ledger: Ledger


def read_settings(paths: CorpusPaths, present: set[str]) -> Settings:
    """Read every file except the records; `present` has the paths of all files of the corpus."""
    commission = _read_yaml(paths, paths.root / COMMISSION_SETTINGS, Commission)
    kinds = kinds_of(commission) or ()
    is_seal = paths_of(LEDGER, ".txt", commission.value).fullmatch
    seal_paths = filter(is_seal, sorted(present))
    has_thesaurus = _THESAURUS in present
    thesaurus = _read_yaml(paths, paths.root / _THESAURUS, Thesaurus) if has_thesaurus else None
    return Settings(
        commission=commission,
        topics=_read_yaml(paths, paths.opinions / "topics.yml", Topics),
        programs=_read_yaml(paths, paths.opinions / "programs.yml", Programs),
        thesaurus=thesaurus,
        authorities={kind: _read_authorities(paths, kind) for kind in kinds},
        pages=_read_folder(paths, paths.pages, StaticPage),
        ledger={path: _read_seal(paths.root / path, path) for path in seal_paths},
    )


def kinds_of(commission: ParsedFile[Commission]) -> tuple[AuthorityKind, ...] | None:
    """The kinds of authority in the settings of a body; None if not all of them can be read."""
    if commission.partial is None or not isinstance(commission.raw.fields, dict):
        return None
    with suppress(UnreadFieldError):
        kinds = commission.partial.kinds
        is_misspelled = commission.faults and "authorities" not in commission.raw.fields
        if not is_misspelled and len(kinds) == len(commission.partial.authorities):
            return kinds
    return None


def _read_authorities(paths: CorpusPaths, kind: AuthorityKind) -> tuple[ParsedFile[Authority], ...]:
    return _read_folder(paths, paths.authority_folder(kind.plural), authority_model(kind))


def _read_yaml(paths: CorpusPaths, path: Path, schema: type[Schema]) -> ParsedFile[Schema]:
    return parse_file(read_yaml(path, paths.relative(path)), schema)


def _read_folder(
    paths: CorpusPaths, folder: Path, schema: type[Schema]
) -> tuple[ParsedFile[Schema], ...]:
    """The Markdown files of a folder by name; a link to a folder is not followed."""
    files = () if folder.is_symlink() else sorted(folder.glob("*.md"))
    return tuple(
        parse_file(read_markdown(path, paths.relative(path)), schema)
        for path in files
        if not OF_A_PROGRAM.fullmatch(path.name)
    )


def _read_seal(path: Path, name: str) -> Seal | tuple[Fault, ...]:
    read = read_text(path, name)
    if read.faults:
        return read.faults
    seal = read_seal(read.text, name)
    return seal if isinstance(seal, Seal) else (seal,)


def read_published_ledger(ledger: Path | None) -> Ledger:
    """The published ledger, whatever the settings now say of the series.

    A seal in it that cannot be read is a fault, so that it hides no change.
    """
    return {
        path: _read_seal(Path(entry.path), path)
        for below, entry in (walk(ledger) if ledger and ledger.is_dir() else ())
        if (path := f"{LEDGER}/{below}").endswith(".txt") and is_listed(entry)
    }


def seals_in(ledger: Ledger) -> dict[OpinionId, Seal]:
    """The seals of a ledger that could be read."""
    return {seal.id: seal for seal in ledger.values() if isinstance(seal, Seal)}


def files_in(settings: Settings, published: Ledger) -> Iterator[ParsedFile[Any]]:
    """The files that were read, including files of both ledgers that are not valid seals."""
    yield from (settings.commission, settings.topics, settings.programs)
    yield from filter(None, [settings.thesaurus])
    for path, faults in chain(settings.ledger.items(), published.items()):
        if not isinstance(faults, Seal):
            yield ParsedFile(RawFile(YamlText(path), ""), None, faults)
    yield from chain(*settings.authorities.values(), settings.pages)


def references_in(settings: Settings) -> References | None:
    """What records refer to; None if a file that all of them need could not be read."""
    commission = settings.commission.value
    topics = settings.topics.value
    programs = settings.programs.value
    if commission is None or topics is None or programs is None:
        return None
    files = [(kind, file) for kind, group in settings.authorities.items() for file in group]
    authorities = {(kind, file.value.id): file.value for kind, file in files if file.value}
    stems = frozenset((kind, PurePosixPath(file.path).stem) for kind, file in files)
    thesaurus = settings.thesaurus and settings.thesaurus.value
    synonyms = thesaurus.root if thesaurus else {}
    return References(commission, topics.root, programs.root, authorities, stems, synonyms)

"""The effects of a change to the corpus: what readers will find different on the site."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus.library.corpus import ValidCorpus
from corpus.model.field_labels import field_label
from corpus.review.changes.description_changes import (
    Description,
    description_changes,
    new_subjects,
    removed_subjects,
)
from corpus.review.changes.field_changes import FieldChange
from corpus.review.changes.page_changes import page_changes
from corpus.review.changes.printed_changes import PrintedChange, printed_changes
from corpus.review.changes.record_changes import RecordChanges, changes_in_valid_records
from corpus.review.changes.setting_changes import setting_changes
from corpus.review.law_effects import LawEffects, law_effects
from corpus.review.opinion_effects import OpinionEffects, opinion_effects, withdrawal_with_effects
from corpus.review.site_effects import SiteEffects, site_effects
from corpus.review.site_state import SiteState, site_state


@dataclass(frozen=True, slots=True, kw_only=True)
class Effects:
    """Every difference that readers will find."""

    records: RecordChanges
    """What changes in the files of opinions: texts, corrections, days, withdrawals, details."""
    opinions: OpinionEffects
    law: LawEffects
    site: SiteEffects
    descriptions: tuple[FieldChange, ...]
    """What is said of topics, programs and authorities, if it changes."""
    added: tuple[Description, ...]
    """Each topic, program, authority and opinion without its text that is new."""
    removed: tuple[str, ...]
    """Each opinion, topic, program and authority that is gone."""
    settings: tuple[FieldChange, ...]
    printed: tuple[PrintedChange, ...]
    """What these settings change of opinions that both states have."""
    written: tuple[FieldChange, ...]
    """What changes in pages that are written by hand."""
    has_other_settings: bool
    """Whether a file other than a record differs, even if no page shows it."""


def effects(
    before: ValidCorpus, after: ValidCorpus, changes: RecordChanges | None = None
) -> Effects:
    """Compare two states of a corpus; `changes` may cover more opinions than these have."""
    old, new = site_state(before), site_state(after)
    return Effects(
        records=_on_pages(changes or changes_in_valid_records(before, after), old, new),
        opinions=opinion_effects(old, new),
        law=law_effects(old, new),
        site=site_effects(old, new),
        descriptions=tuple(description_changes(old.references, new.references)),
        added=(*new_subjects(old.references, new.references), *_newly_listed(old, new)),
        removed=(*_removed_opinions(old, new), *removed_subjects(old.references, new.references)),
        settings=tuple(setting_changes(old.references.commission, new.references.commission)),
        printed=tuple(printed_changes(old, new)),
        written=tuple(page_changes(before, after)),
        has_other_settings=before.digest != after.digest,
    )


def _newly_listed(old: SiteState, new: SiteState) -> Iterator[Description]:
    """Each opinion without its text that only the new state has."""
    for key, opinion in new.opinions.items():
        if key not in old.opinions and not opinion.paragraphs:
            source = new.records[key].opinion.source
            words = {
                "title": opinion.title,
                field_label("approved"): opinion.approved or "",
                field_label("aliases"): ", ".join(opinion.aliases),
                "topics": ", ".join(opinion.topics),
                "programs": ", ".join(opinion.programs),
            }
            yield Description(opinion.label, words, source)


def _removed_opinions(old: SiteState, new: SiteState) -> Iterator[str]:
    """Each opinion and draft that only the old state has, with its title."""
    for key, opinion in {**old.opinions, **old.drafts}.items():
        if key not in new.records:
            stage = " (a draft for comment)" if key in old.drafts else ""
            yield f"{opinion.label}{stage}: {opinion.title}"


def _on_pages(changes: RecordChanges, old: SiteState, new: SiteState) -> RecordChanges:
    """The changes of records, with what each withdrawal changes for the opinions on pages."""
    withdrawals = (withdrawal_with_effects(change, old, new) for change in changes.withdrawals)
    return replace(changes, withdrawals=tuple(withdrawals))

"""Kinds of remarks that a report puts together."""

from corpus.intake.remarks import RemarkKind

RUNNING = frozenset({RemarkKind.HEADER, RemarkKind.PERHAPS_PAGE_NUMBER})
"""What stands at the edge of page after page."""

UNREAD = frozenset(
    {
        RemarkKind.SCANNED_PAGE,
        RemarkKind.DYNAMIC_FORM,
        RemarkKind.EMBEDDED,
        RemarkKind.MAIL_CUT,
    }
)
"""What shows that a part of the document was not read, so that all of its words are missing."""

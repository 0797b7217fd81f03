"""The work on each record: every version on disk, so that nothing is lost."""

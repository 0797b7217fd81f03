"""The work on each record: its last versions are on disk, so that no work is lost."""

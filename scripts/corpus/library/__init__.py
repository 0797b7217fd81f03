"""A corpus as read from files: records, what they refer to, and the ledger."""

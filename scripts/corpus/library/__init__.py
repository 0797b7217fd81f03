"""The corpus as read: records, the ledger and the loader."""

"""Keep a site up to date while somebody edits its records: `make serve`."""

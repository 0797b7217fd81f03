"""A corpus of advisory opinions, from files to a verified site.

The folders are layers. A module imports from its own folder and from the folders above it in
this list, never from those below; `tests/test_layers.py` checks that.

    findings    what can be wrong, where, and how it is reported
    paths       where the files of a corpus and of this project are
    parallel    work spread over the processors of the machine
    parsing     bytes to values that know their place in the file
    model       opinions, authorities, the commission and the vocabularies
    text        inline marks, blocks and the numbered paragraphs of the approved text
    citations   citations in running text, and names in print
    library     records, the corpus, the ledger, and the loader that reads them
    checks      the rules, and what runs and reports them
    analysis    indexes, status, history, related opinions and the impact of a new edition
    output      pages and export files as values
    pages       every page of the site, with its template
    intake      documents to draft records
    build       staging, MkDocs, Pagefind, verification and the swap
    cli         what all commands have in common

Only `parsing`, `library`, `intake` and `build` touch files. Only the commands in `scripts/` print
and exit. Values are frozen, and whatever follows from the records is computed, never stored.
"""

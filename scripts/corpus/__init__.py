"""A corpus of advisory opinions, from files to a verified site.

The folders are layers. A module imports from its own folder and from the folders above it in
this list, never from those below; `tests/test_layers.py` checks that.

    findings    what can be wrong, where, and how it is reported
    paths       where the files of a corpus and of this project are, and the URL of a page
    parallel    work spread over the processors of the machine
    parsing     bytes to values: files, front matter, YAML values and mistakes, field types
    model       opinion, authority, commission, vocabularies, JSON Schema
    text        inline marks, blocks, and the approved text with its numbered paragraphs
    citations   how texts cite: patterns, ranges, finder; names in print
    library     record, references, corpus, loader; ledger and seals
    checks      registry, runner, waivers, report; rules/, where the code of a rule tells the module
    analysis    index, status, citing, history, timeline, charts, related opinions, impact
    output      page and task; exports/: formats, data, bibliography, feeds, redirects, metadata
    pages       one module for each family of pages, its views, and templates/
    intake      Word, PDF and text files to draft records
    build       staging, MkDocs, Pagefind, verification, locks, and the swap of the finished site
    cli         what all commands have in common

Only `parsing`, `library`, `intake` and `build` touch files. Only the commands in `scripts/` print
and exit. Values are frozen, and whatever follows from the records is computed, never stored.
"""

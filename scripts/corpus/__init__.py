"""A corpus of advisory opinions, from files to a site, in one direction.

Each module imports only from those before it:

    places        where things are
    findings      what is wrong, where, and what to type instead
    read          bytes to values, each with its place
    scalars       how single values are written
    documents     a file with the value that its schema found in it
    vocabulary    topics, programs, and what is particular to the Commission
    model         opinions and the authorities that they cite
    text          the approved text as numbered paragraphs
    citations     the citations in running text
    library       everything that was read
    rules         the laws of the corpus, one small function each
    check         every rule over everything
    report        findings for people and for programs
    relate        who cites what, and what still stands
    names         how opinions, authorities and dates are called
    typeset       the approved text as HTML
    render        the pages as Markdown files
    stage         the folder that the engine reads
    finish        verify the built site, and swap it in
    publish       all of this, from records to site
    command       what the verbs have in common

Only `read`, `library`, `stage`, `finish` and `publish` touch files; only the verbs print and exit.
Values are frozen; whatever follows from the records is computed, never stored.
"""

"""A corpus of advisory opinions, from files to a site, in one direction.

Each module imports only from those before it.

Reading
    places        where things are
    findings      what is wrong, where, and what to type instead
    read          bytes to text, whatever the bytes
    slips         what people get wrong in YAML, in words of its own
    values        the text of YAML to values, each with its place
    scalars       how single values are written
    sources       a file with its values, its body and its faults
    documents     a file with the value that its schema found in it

What is said
    authorities   what opinions cite, part by part, and how it changed
    vocabulary    topics, programs, and what is particular to the Commission
    model         opinions: their issues, holdings and relations
    schema        the JSON Schema of a record, for editors

The text
    inline        words, and which of them are emphasised
    blocks        the body of a record block by block
    text          the approved text as numbered paragraphs
    spellings     how citations are written
    lists         the authorities of a list or a range
    citations     the citations in running text

All together
    ledger        what was published once, hash by hash
    records       a record, and what records refer to
    collection    all of a corpus, in the form that each step needs
    load          everything that is read

Checking
    waive         findings that are right to ignore in one record
    rules         the laws of the corpus, one small function each
    parallel      work on many things spread over the processors of the machine
    check         every rule over everything
    sealing       the seals that a sound corpus should have
    whole         a file or a folder put in its place at once, or not at all
    unmarked      words as Markdown in which no sign means anything
    report        findings for people and for programs

What follows from all of it
    relate        every index, and who cites what
    standing      what became of each opinion and each holding
    history       what a cited provision was then, what it is now, and what happened between
    timeline      changes and opinions on one line of years
    pictures      how many opinions on which topic when, and which speak of which
    related       what to read next, and why

For people and for programs
    page          what the staged folder is made of: pages, and files beside them
    names         how opinions, authorities and days are called
    citing        how an opinion is cited, in full, in short and in plain words
    drafts        the beginning of a record
    bibliography  opinions for reference managers
    datasets      what the site tells programs, with its documentation
    exports       the files that stand beside the pages
    redirects     short addresses, and what the search field needs to know
    feeds         new opinions, and what became of old ones
    head          what the head of a page tells other programs

Pages
    facets        what the search knows of an opinion beside its words
    impact        the earlier opinions that a new edition touches
    typeset       the approved text as HTML
    render        the pages as Markdown files
    shape         what shapes whatever is made here
    parts         every file of the staged folder, in parts that are made side by side

The site
    shared        files that lie in more than one folder, and are there once
    stage         the folder that the engine reads
    outside       programs that others wrote, run to their end
    hook          what MkDocs asks on its way
    kept          pages that were built before from the very same input
    engine        MkDocs, which builds the site from it
    bundle        the files of Pagefind, the same bytes for the same pages
    search        Pagefind, which makes the index of the search
    finish        what an engine cannot carry
    seen          a built page as a browser gets it
    looked        what was seen of every built page
    verify        the built site as its readers will see it
    turns         one build after the other
    swap          put it in the place of the old one
    publish       all of this, from records to site
    preview       the pages at once, what takes longer afterwards

Beside it
    intake        from a Word, PDF or text file to the draft of a record
    effects       what a change of the corpus does to its readers
    specimen      a fictional body and its opinions, as many as are wanted
    engines       other engines over the same staged folder
    bench         how long each step takes, beside the least that it could take
    command       what the verbs have in common

Files of a corpus are read by `read` and `load`. `stage`, `kept`, `engine`, `search`, `bundle`,
`finish`, `looked`, `shared` and `swap` write the site; `whole` writes what a person asks for, and
`outside` the words of a program that failed.
Values are frozen; whatever follows from the records is computed, never stored.
"""

"""A corpus of advisory opinions, from files to a verified site.

This is the map. Each entry is a layer, which is a folder or a single module. A module imports only
from its own layer and from those above it; `tests/test_layers.py` checks that. The first line of
each module says what it is for.

    findings    what can be wrong with a file, and where
    paths       where the files of a collection are, and the URL of each page
    today       today's date, read in one place
    parallel    work spread over the processors of the machine
    parsing     files become values that know their line and column
    model       the fields of a record, of an authority and of the settings
    text        an approved text: its blocks, numbered paragraphs and inline marks
    citations   finds citations in a text; names opinions and authorities in print
    library     reads the whole corpus, and the ledger with the hashes of sealed texts
    checks      runs the rules and formats their findings
                  rules/: the rules, one module for each subject
    analysis    what follows from all records together, such as the status of each opinion
    output      what a task of the site is, and the page or the files that it makes
                  exports/: the tasks for data files, feeds and metadata
    pages       the tasks for pages, one module for each family; `templates/`
    pdf         the PDF of an opinion and the bound volume; `templates/`
    intake      turns a document into the draft of a record
                  page_edges/: headers, footers and page numbers
                  pdf/, word/: one file format each
                  volume/: one document with many opinions
    build       writes the pages, runs MkDocs, verifies the site and swaps it into place
                  serve/: `make serve`
    filing      writes drafts and their documents into the collection
    review      shows reviewers what a change means for readers
                  changes/: what a pull request changes
                  comment/: the comment on the pull request
                  documents/: compares a text with the document that it comes from
    desk        a page in the browser where a document becomes a finished record
                  documents/: the documents that arrive
                  handover/: the finished work leaves the desk as a branch or a download
                  in_progress/: the work as it is kept on disk
                  text/: how the text is edited
    starter     makes a new collection from the answers to `init.py`; `templates/`
    cli         what all commands share

The modules of `checks/rules/` begin with the first digit of their rules: `op3_citations` has rules
such as OP301. OP0 is about the file and its characters; OP1 the fields and the settings; OP2 the
text; OP3 citations, authorities and sources; OP4 files and relations between opinions; OP5 seals,
corrections and days in the future.

`scripts/devtools/` is outside these layers: the benchmark, fictional collections, archives, and
previews in a folder.

Names that look alike:

- `approval_line` in `model`: whether a line fits a pattern of the settings. In `desk/text`: what
  happens when a person says that a line is the approval line.
- `approval_words`: whether a line looks like an approval line even if it fits no pattern.
- `approval_day`: which line of a text gives the date of approval, and which other lines near the
  beginning or the end of the text look as if they did. `approval_dates`: other dates in approval
  lines, such as days of revision.
- `approved_text` in `text`: the text with its numbered paragraphs. In `pdf`: as a PDF shows it.
- `changes`: what later opinions changed in an earlier one. The folder `review/changes` has what a
  pull request changes.
- `document` in `intake`: a document as read. In `citations`: a letter or memo with its citations.
  In `pdf`: the values that a PDF shows.
- `draft`, `draft_files`, `filed_drafts`: unfinished records, made from documents. `drafts`: texts
  that are open for comment.
- `fields`: those that the form of the desk may change. `field_labels`: their names in reports and
  lists.
- `files` in `parsing`: how a file is read. In `pdf`: which PDF files there are. In `starter`: the
  files of a new collection.
- `headings` in `intake`: which lines are headings. In `review/comment`: the headings of the
  comment.
- `numbers_in_words`: how texts write numbers, as in `Canon Three`. `effects_in_words` and
  `remarks_in_words`: what the desk shows.
- `opinion_lists` in `citations`: several opinions cited at once. In `pages`: the lists of opinions.
- `opinions` in `pages`: the page of an opinion. In `pdf`: its PDF.
- `page` in `output`: a page of the site. In `intake/pdf`: a page of a PDF file.
- `paragraphs` in `intake`: joins the lines of any document into paragraphs. In `intake/word`: the
  paragraphs of a Word file.
- `place`: where something is in a document. `places`: the field that a finding is about.
- `preview` in `build`: the site of a pull request. In `desk`: the page that readers will see.
- `reader` in `intake`: opens any file. In `intake/word` and `intake/pdf`: reads one format.
- `remarks` in `intake`: every kind of remark. In `intake/word` and `intake/volume`: remarks on
  Word files and on volumes.
- `report` in `checks`: findings as text. In `intake`: what to compare in a draft.
- `second_reading` in `intake`: compares two readings. In `intake/word` and `intake/pdf`: makes the
  second one.
- `sections` in `citations`: sections of a code. In `intake/volume`: what is below each heading.
- `status`: what became of an opinion or an answer, as a value. `status_labels`: the same in words.
  `standing`: the possible results of a cite check. `opinion_standing` and `authority_standing`:
  which result a cited opinion or authority gets.
- `words` in `model`: the body's own words. In `intake/pdf`: the words on a page.

Layers and files:

- Only `parsing`, `library`, `intake`, `build`, `filing`, `review`, `desk` and `starter` read or
  write files. `pages` and `pdf` read no files but their own templates.
- Only the commands in `scripts/` and the module `cli` print and exit. Three other modules may do
  part of it: `parallel` shows the progress bar and ends its own processes, `pdf/typeset_process`
  writes its PDF to standard output, and `desk/run` ends the program of the desk.
- Values are frozen. Whatever follows from the records is computed; nobody types it into a file. A
  `Memo` or a `cached_property` keeps what was computed.

Scripts of the browser are in `scripts/theme/assets/js/`: one for each page that needs one, and the
folders `citations/`, `cite-check/` and `search/` with what they use. Those of the desk are in
`desk/assets/`.
"""

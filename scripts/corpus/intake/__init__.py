"""A Word, PDF or text file becomes the drafts of records.

From the document to lines and blocks:
    reader             opens the file, checks what it is, and sends it to the reader of its format
    word/              Word: text, notes and headers as Word shows them; a second reading
    pdf/               PDF: words by PDFium; columns, lines and notes; a second reading by pdfminer
    plain_text         text files as lines
    quoted_mail        mail that a text quotes: its marks, its headers and where it is
    mail               a saved e-mail: its text without its own header
    web_page           HTML
    web_page_left_out  the elements that it leaves out: hidden, struck out, or around the text
    web_page_marks     the marks that a browser shows before the items of lists
    web_page_remarks   what to look at in a web page
    libreoffice        has other files converted to Word
    document           characters, lines and blocks: what the readers have in common
    doubtful_words     words in a wrong encoding, or with a space or a sign within
    typed_columns      lines in which tabs or wide spaces make columns
    hidden_signs       invisible characters that change how letters are shown
    number_words       numbers in words, at the edge of pages and before the items of Word's lists

From lines to the text of each opinion:
    page_edges/        removes what is at the edge of pages, each kind in its own module
      headers_footers    all of it in order: what is on most pages
      repeated_texts     texts that are equally near the edge on most pages
      running_heads      heads that change from chapter to chapter, or differ on left and right
      opinion_titles     lines that only name an opinion, and begin it or repeat its name
      numbered_titles    the title of an opinion on one line with the page number
      two_page_heads     lines that only two pages have
      page_numbers       numbers that go up by one from page to page
      edge_lines         which lines are at the edge
    hyphens            joins words that are divided at the end of a line
    lone_marks         list marks at the end of a page, without their item
    layout             where lines stand: at the margin, indented, centered or right
    headings           whether a line reads like a heading
    block_headings     which lines are headings of what is below them
    paragraphs         joins lines to blocks
    typed_line_numbers the numbers of lines at a margin of a text file
    typed_notes        notes that someone typed at the end, with their marks in the text
    volume/            splits the blocks at the headings of opinions; notes and remarks of each

From the text to a draft:
    markdown           blocks as the body of a record
    opening_number     the number in the first lines, even if they fit no pattern in the settings
    source_fields      the source, from what a person says of where a document comes from
    metadata           number, date, questions and citations in the body, whether it is a draft for
                       comment, and what to decide
    draft              all of this in order
    in_no_draft        what is between the opinions, at the edge of pages, or was not read
    draft_places       where in a draft an editor finds what a remark is about
    existing_record    compares a draft with a file that is already there; finds earlier drafts
    filled_record      puts the text into a record that lists its opinion without it
    outcome            what became of a draft
    kept_copy          what readers find in the kept document and in no draft

What a person must compare:
    remarks            each kind of remark
    place              the place of a remark in the document
    remark_sentences   remarks as sentences, one for each kind
    second_reading     compares drafts with what another program reads in the document
    woven_reading      puts words that only our own reader can know into that program's reading
    unordered_words    compares the words of two readings of a page, in any order
    long_text_diff     compares two wordings in order, word by word
    report             what an editor must know about all drafts, as Markdown
    record_report      what it says of a record that is already there
    quoted_words       words of the document, as it quotes them

Only `reader`, `libreoffice`, `existing_record` and `kept_copy` touch files; `pdf/ocr` starts
Tesseract.
"""

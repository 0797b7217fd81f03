"""A Word, PDF or text file becomes the drafts of records.

    reader            opens the file, checks what it is, and sends it to the reader of its format
    word, word_*      Word: text, notes and headers as Word shows them; a second reading
    pdf, pdf_*        PDF: words by PDFium; columns, lines and notes; a second reading by pdfminer
    plain_text        text files as lines
    quoted_mail       the marks and headers of mail that a text quotes
    web_page, mail    HTML and saved e-mail; what to look at in a page is in web_page_remarks
    libreoffice       has other files converted to Word
    woven_reading     puts words that only our own reader can know into another program's reading
    headers_footers   removes what stands at the edge of most pages
    page_edges        the lines at the edge of a page
    page_numbers      numbers there that count with the pages
    running_heads     lines there that change from chapter to chapter
    two_page_heads    lines there that only two pages have
    number_words      numbers in words, there and before the items of Word's lists
    running_titles    divides the title of an opinion from the page number beside it
    hyphens           joins words that are divided at the end of a line
    paragraphs        joins lines to blocks
    remarks           what an editor must look at, and its place in the document
    remark_sentences  remarks as sentences, one for each kind
    document          characters, lines and blocks: what the readers have in common
    markdown          blocks as the body of a record
    metadata          number, date, questions and citations in the body, and what to decide
    word_comparison   compares two readings of a page
    volume, volume_*  splits the blocks at the headings of opinions; notes and remarks of each
    text_diff         compares two wordings, word by word
    second_reading    compares drafts with what another program reads in the document
    draft             all of this in order
    existing_record   compares a draft with a file that is already there
    filled_record     puts the text into a record that lists its opinion without it
    report            what an editor must know about all drafts, as Markdown

Only `reader` and `libreoffice` touch files.
"""

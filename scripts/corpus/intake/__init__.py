"""A Word, PDF or text file becomes the draft of a record.

    reader            opens the file, checks what it is, and sends it to the reader of its format
    word, word_*      Word: text, notes and headers as Word shows them; a second reading
    pdf, pdf_*        PDF: words by PDFium; columns, lines and notes; a second reading by pdfminer
    plain_text        text files as lines
    headers_footers   removes what stands at the edge of most pages
    hyphens           joins words that are divided at the end of a line
    paragraphs        joins lines to blocks
    remarks           what a person must look at, and its place in the document
    document          characters, lines and blocks: what the readers have in common
    markdown          blocks as the body of a record
    metadata          number, date, questions and citations in the body, and what to decide
    word_comparison   compares two readings of a page
    text_diff         compares the body with the document
    draft             all of this in order

Only `reader` touches files.
"""

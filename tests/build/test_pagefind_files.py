import gzip
import json
from pathlib import Path

import cbor2
import pytest

from corpus.build.pagefind_files import normalize


def bundle(root: Path, filters: dict[str, list[tuple[str, list[int]]]]) -> Path:
    """A bundle as Pagefind writes it, with filters and values in this order."""
    (root / "filter").mkdir(parents=True)
    keys = [[name, f"en_{place}"] for place, name in enumerate(filters)]
    for name, key in keys:
        written(root / f"filter/{key}.pf_filter", [name, [[*one] for one in filters[name]]])
    written(root / "pagefind.en_x.pf_meta", ["1.5.2", [], [], keys, [], []])
    entry = {"languages": {"en": {"hash": "en_x"}}}
    (root / "pagefind-entry.json").write_text(json.dumps(entry))
    return root


def written(path: Path, value: object) -> None:
    path.write_bytes(gzip.compress(b"pagefind_dcd" + cbor2.dumps(value)))


ONE = {"Year": [("2003", [1]), ("2001", [0])], "Topic": [("Fees", [0])]}
OTHER = {"Topic": [("Fees", [0])], "Year": [("2001", [0]), ("2003", [1])]}


def test_the_order_of_filters_and_values_makes_no_difference(tmp_path: Path) -> None:
    made = []
    for name, filters in (("a", ONE), ("b", OTHER)):
        root = bundle(tmp_path / name, filters)
        normalize(root)
        files = (path for path in sorted(root.rglob("*")) if path.is_file())
        made.append({path.relative_to(root): path.read_bytes() for path in files})
    assert made[0] == made[1]


@pytest.mark.parametrize("filters", [ONE, {}])
def test_the_entry_leads_to_the_meta_file_and_this_to_every_filter(
    tmp_path: Path, filters: dict[str, list[tuple[str, list[int]]]]
) -> None:
    root = bundle(tmp_path / "a", filters)
    normalize(root)
    key = json.loads((root / "pagefind-entry.json").read_text())["languages"]["en"]["hash"]
    data = gzip.decompress((root / f"pagefind.{key}.pf_meta").read_bytes())
    told = cbor2.loads(data.removeprefix(b"pagefind_dcd"))[3]
    assert [name for name, _ in told] == sorted(filters)
    names = {path.stem for path in (root / "filter").iterdir()}
    assert {key for _, key in told} == names

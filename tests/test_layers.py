"""The folders of the package are layers: imports go one way, and tests follow the folders."""

import ast
import re
from collections import defaultdict
from pathlib import Path

import corpus
from corpus.paths import REPOSITORY

PACKAGE = REPOSITORY / "scripts" / "corpus"
LAYERS = re.findall(r"^    (\w+)  ", corpus.__doc__ or "", re.MULTILINE)


def layer_of(path: Path) -> str:
    """The folder, or the single module, directly below the package."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def modules() -> list[Path]:
    return [path for path in PACKAGE.rglob("*.py") if path.name != "__init__.py"]


def imported_layers(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "corpus":
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("corpus."):
            names.add(str(node.module).split(".")[1])
        elif isinstance(node, ast.Import):
            names |= {a.name.split(".")[1] for a in node.names if a.name.startswith("corpus.")}
    return names


def test_the_map_names_every_folder() -> None:
    assert sorted(LAYERS) == sorted({layer_of(path) for path in modules()})


def test_the_map_names_every_folder_of_a_layer_and_no_other() -> None:
    entries = re.findall(r"^    (\w+) .*\n((?: {18}.*\n)+)", corpus.__doc__ or "", re.MULTILINE)
    named = {f"{layer}/{name}" for layer, lines in entries for name in re.findall(r"(\w+)/", lines)}
    folders = {path.parent.relative_to(PACKAGE) for path in modules()}
    assert named == {folder.as_posix() for folder in folders if len(folder.parts) > 1}


def test_the_map_tells_modules_of_one_name_apart() -> None:
    folders: dict[str, set[str]] = defaultdict(set)
    for path in modules():
        folders[path.stem].add(path.parent.relative_to(PACKAGE).as_posix())
    clauses = re.findall(r"^- `(\w+)` (in (?:.|\n  )*)", corpus.__doc__ or "", re.MULTILINE)
    told_apart = {
        name: set(re.findall(r"(?:[Ii]n|and) `([\w/]+)`", text)) for name, text in clauses
    }
    assert told_apart == {name: where for name, where in folders.items() if len(where) > 1}


def test_imports_go_one_way() -> None:
    wrong = [
        f"{path.relative_to(PACKAGE)} imports {layer}"
        for path in modules()
        for layer in imported_layers(path)
        if LAYERS.index(layer) > LAYERS.index(layer_of(path))
    ]
    assert wrong == []


def test_the_product_does_not_need_the_tools_of_developers() -> None:
    for path in modules():
        assert "devtools" not in path.read_text(encoding="utf-8"), path


def test_every_folder_has_its_tests() -> None:
    tests = REPOSITORY / "tests"
    for layer in LAYERS:
        assert (tests / layer).is_dir() or (tests / f"test_{layer}.py").is_file(), layer

"""Every module imports only from those before it in the list that the package's page gives."""

import ast
import re

import corpus
from corpus.places import REPOSITORY

PACKAGE = REPOSITORY / "scripts" / "corpus"
ORDER = re.findall(r"^    (\w+)  ", corpus.__doc__ or "", re.MULTILINE)


def module_of(name: str) -> str:
    return name.split(".")[1]


def test_the_list_names_every_module() -> None:
    modules = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py"}
    folders = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert sorted(ORDER) == sorted((modules | folders) - {"__init__"})


def imported(tree: ast.AST) -> set[str]:
    """The modules of the package that are imported, by either form of import."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "corpus":
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("corpus."):
            names.add(module_of(node.module or ""))
        elif isinstance(node, ast.Import):
            names |= {module_of(a.name) for a in node.names if a.name.startswith("corpus.")}
    return names


def test_imports_go_one_way() -> None:
    wrong = []
    for path in PACKAGE.rglob("*.py"):
        here = module_of(".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts))
        if here == "__init__":
            continue
        for there in imported(ast.parse(path.read_text(encoding="utf-8"))) - {here}:
            if ORDER.index(there) > ORDER.index(here):
                wrong.append(f"{here} imports {there}")  # noqa: PERF401 - the loop reads better
    assert wrong == []


def test_every_module_has_its_tests() -> None:
    tests = {path.stem.removeprefix("test_") for path in (REPOSITORY / "tests").glob("test_*.py")}
    assert set(ORDER) <= tests

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


def test_imports_go_one_way() -> None:
    wrong = []
    for path in PACKAGE.rglob("*.py"):
        here = module_of(".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts))
        if here == "__init__":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("corpus."):
                there = module_of(node.module or "")
                if there != here and ORDER.index(there) > ORDER.index(here):
                    wrong.append(f"{here} imports {there}")
    assert wrong == []

from pathlib import Path

import pytest

from corpus.build.script_bundles import BundleError, bundle
from corpus.paths import THEME

ENTRIES = sorted((THEME / "assets/js").glob("*.js"))


def write(folder: Path, **modules: str) -> Path:
    """Write the modules into a folder of their own, beside the script that imports them."""
    (folder / "parts").mkdir()
    for name, text in modules.items():
        path = folder / ("page.js" if name == "page" else f"parts/{name}.js")
        path.write_text(text)
    return folder / "page.js"


def test_a_bundle_has_each_module_once_before_those_that_import_it(tmp_path: Path) -> None:
    page = write(
        tmp_path,
        page='import { b } from "./parts/b.js";\nimport { a } from "./parts/a.js";\n\nb(a);\n',
        b='import { a } from "./a.js";\n\nexport const b = (x) => a + x;\n',
        a="export const a = 1;\n",
    )
    assert bundle(page) == (
        "const { a } = (() => {\nconst a = 1;\nreturn { a };\n})();\n\n"
        "const { b } = (() => {\nconst b = (x) => a + x;\nreturn { b };\n})();\n\n"
        "b(a);\n"
    )


def test_a_bundle_keeps_what_the_script_itself_exports(tmp_path: Path) -> None:
    page = write(
        tmp_path,
        page='import { a } from "./parts/a.js";\n\nexport function whole() {}\n',
        a="export class Part {}\n",
    )
    assert bundle(page).endswith("\n\nexport function whole() {}\n")


def test_what_a_module_exports_and_changes_later_changes_for_all(tmp_path: Path) -> None:
    page = write(
        tmp_path,
        page='import { a, set } from "./parts/a.js";\n\nset();\nuse(a);\n',
        a="export let a = 1;\nexport const set = () => (a = 2);\n",
    )
    assert bundle(page) == "let a = 1;\nconst set = () => (a = 2);\n\nset();\nuse(a);\n"


def test_what_a_module_keeps_to_itself_may_have_the_name_of_something_else(tmp_path: Path) -> None:
    page = write(
        tmp_path,
        page='import { a } from "./parts/a.js";\n\nconst own = a;\n',
        a="const own = 1;\nexport const a = own;\n",
    )
    assert "return { a };" in bundle(page)


def test_what_a_module_imports_later_is_found_from_the_bundle(tmp_path: Path) -> None:
    page = write(
        tmp_path,
        page='import { later } from "./parts/later.js";\n\nlater();\n',
        later='export const later = () => [import("../large.js"), import("./small.js")];\n',
    )
    assert 'import("./large.js"), import("./parts/small.js")' in bundle(page)


def test_a_bundle_has_no_comments_but_all_else_that_looks_like_one(tmp_path: Path) -> None:
    kept = 'const url = "https://example.org/"; // said of it\n'
    page = write(tmp_path, page=f"// About.\n/**\n * Longer.\n */\n{kept}")
    assert bundle(page) == kept


@pytest.mark.parametrize(
    ("page", "module"),
    [
        ("const twice = 2;", "export const a = 1;\nexport class twice {}"),
        ("async function twice() {}", "export const a = 1;\nexport function* twice() {}"),
        ("const twice = 2;", "export let a = 1;\nconst twice = 1;"),
    ],
)
def test_two_modules_that_share_a_name_are_refused(tmp_path: Path, page: str, module: str) -> None:
    text = f'import {{ a }} from "./parts/a.js";\n\n{page}\n'
    with pytest.raises(BundleError, match="twice"):
        bundle(write(tmp_path, page=text, a=f"{module}\n"))


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda path: path.stem)
def test_every_script_of_the_theme_becomes_one_without_imports(entry: Path) -> None:
    assert "\nimport " not in f"\n{bundle(entry)}"

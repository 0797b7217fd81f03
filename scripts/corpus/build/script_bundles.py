"""One script made from a script and the modules that it imports, so that a phone asks only once.

The modules are put one after the other in one scope. So no two of them may declare the same name,
an import may not rename what it imports, and each `import` is one line at the start of a module.
"""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from posixpath import relpath

_IMPORT = re.compile(r'^import \{[^}]*\} from "(.+?)";\n', re.MULTILINE)
_LATER_IMPORT = re.compile(r'\bimport\("(.+?)"\)')
_EXPORT = re.compile(r"^export (?=(?:async |const|let|function|class))", re.MULTILINE)
_DECLARED = re.compile(
    r"^(?:async )?(?:const|let|function\*?|class) (\w+|[\[{][^=]*[\]}])", re.MULTILINE
)
_COMMENT = re.compile(r"^[ \t]*(?://[^\n]*|/\*\*.*?\*/[ \t]*)\n", re.MULTILINE | re.DOTALL)


class BundleError(Exception):
    """Modules that cannot be put into one scope."""


def bundle(script: Path) -> str:
    """A script with all that it imports, without comments; its own exports stay."""
    *modules, own = _with_imported(script)
    texts = [_EXPORT.sub("", _alone(module, script.parent)) for module in modules]
    whole = [*texts, _alone(own, script.parent)]
    _require_different_names(_EXPORT.sub("", text) for text in whole)
    return "\n".join(whole)


def _with_imported(script: Path) -> list[Path]:
    """The script, after all that it needs."""
    before = (
        module
        for name in _IMPORT.findall(script.read_text(encoding="utf-8"))
        for module in _with_imported((script.parent / name).resolve())
    )
    return list(dict.fromkeys((*before, script.resolve())))


def _alone(module: Path, folder: Path) -> str:
    """The text of a module without imports; what it imports later is found from `folder`."""

    def from_folder(match: re.Match[str]) -> str:
        path = relpath((module.parent / match[1]).resolve(), folder.resolve())
        return f'import("./{path}")'

    text = _COMMENT.sub("", module.read_text(encoding="utf-8"))
    return _LATER_IMPORT.sub(from_folder, _IMPORT.sub("", text)).strip() + "\n"


def _require_different_names(texts: Iterator[str]) -> None:
    declared = (re.findall(r"\w+", names) for text in texts for names in _DECLARED.findall(text))
    counts = Counter(name for names in declared for name in names)
    if twice := sorted(name for name, count in counts.items() if count > 1):
        raise BundleError(f"two modules of one page declare {', '.join(twice)}; rename one of them")

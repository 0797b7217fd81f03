"""One script made from a script and the modules that it imports, so that a phone asks only once.

Each module becomes a function that returns what the module exports. So no two modules may export
the same name, an import may not rename what it imports, and each `import` is one line at the start
of a module.
"""

import re
from collections import Counter
from pathlib import Path
from posixpath import relpath

_IMPORT = re.compile(r'^import \{[^}]*\} from "(.+?)";\n', re.MULTILINE)
_LATER_IMPORT = re.compile(r'\bimport\("(.+?)"\)')
_DECLARATION = r"(?:async )?(const|let|function\*?|class) (\w+)"
_DECLARED = re.compile(rf"^(?:export )?{_DECLARATION}", re.MULTILINE)
_EXPORTED = re.compile(rf"^export (?={_DECLARATION})", re.MULTILINE)
_COMMENT = re.compile(r"^[ \t]*(?://[^\n]*|/\*\*.*?\*/[ \t]*)\n", re.MULTILINE | re.DOTALL)


class BundleError(Exception):
    """Modules that cannot be put into one script."""


def bundle(script: Path) -> str:
    """A script with all that it imports, without comments; its own exports stay."""
    *imported, own = (_alone(module, script.parent) for module in _with_imported(script))
    names = [name for text in imported for name in _shared_names(text)]
    _require_different([*names, *_declared_names(own)])
    return "\n".join([*map(_enclosed, imported), own])


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


def _enclosed(text: str) -> str:
    """A module as a function; one that exports what changes later shares its scope with all."""
    body = _EXPORTED.sub("", text)
    if _exports_variable(text):
        return body
    names = f"{{ {', '.join(_shared_names(text))} }}"
    return f"const {names} = (() => {{\n{body}return {names};\n}})();\n"


def _shared_names(text: str) -> list[str]:
    """The names of a module that no other may use."""
    if _exports_variable(text):
        return _declared_names(text)
    return [match[2] for match in _EXPORTED.finditer(text)]


def _exports_variable(text: str) -> bool:
    return any(match[1] == "let" for match in _EXPORTED.finditer(text))


def _declared_names(text: str) -> list[str]:
    return [match[2] for match in _DECLARED.finditer(text)]


def _require_different(names: list[str]) -> None:
    if twice := sorted(name for name, count in Counter(names).items() if count > 1):
        raise BundleError(f"two modules of one page declare {', '.join(twice)}; rename one of them")

from runpy import run_path

import pytest
import yaml

from corpus.parsing.yaml_text import YamlText
from corpus.parsing.yaml_values import parse_yaml
from corpus.paths import REPOSITORY


def test_an_alias_bomb_is_not_followed() -> None:
    text = "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(50))
    value, faults = parse_yaml(YamlText("a.md", text))
    assert value is None
    assert faults[0].message == "`a` is read as an anchor, alias or tag of YAML"


def test_at_most_a_hundred_faults_are_reported() -> None:
    value, faults = parse_yaml(YamlText("a.md", "".join(f"a: {n}\n" for n in range(300))))
    assert value is not None
    assert len(faults) == 100


@pytest.mark.parametrize("code", [r"\U00110000", r"\UFFFFFFFF", r"\uD800", r"\x00"])
@pytest.mark.parametrize("missing", ["", "CBaseLoader"])
def test_the_code_of_no_character_is_a_fault_at_its_place(
    code: str, missing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(yaml, missing, raising=False)
    parse = run_path(str(REPOSITORY / "scripts/corpus/parsing/yaml_values.py"))["parse_yaml"]
    _, (fault,) = parse(YamlText("a.md", f'number: 5\ntitle: "{code} Fees"\n', first_line=2))
    assert fault.location.line == 3
    assert "code" in fault.message

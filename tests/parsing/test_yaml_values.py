from corpus.parsing.yaml_text import YamlText
from corpus.parsing.yaml_values import parse_yaml


def test_an_alias_bomb_is_not_followed() -> None:
    text = "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(50))
    value, faults = parse_yaml(YamlText("a.md", text))
    assert value is None
    assert faults[0].message == "`a` is read as an anchor, alias or tag of YAML"


def test_at_most_a_hundred_faults_are_reported() -> None:
    value, faults = parse_yaml(YamlText("a.md", "".join(f"a: {n}\n" for n in range(300))))
    assert value is not None
    assert len(faults) == 100

from corpus.parsing.yaml_values import values


def test_an_alias_bomb_is_not_followed() -> None:
    text = "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(50))
    value, faults = values(text, "a.md", 2)
    assert value is None
    assert faults[0].message == "`a` is an anchor, alias or tag of YAML"


def test_many_faults_are_told_a_hundred_times() -> None:
    value, faults = values("".join(f"a: {n}\n" for n in range(300)), "a.md", 1)
    assert value is not None
    assert len(faults) == 100

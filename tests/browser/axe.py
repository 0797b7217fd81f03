"""What axe-core finds on a page: wide and narrow, light and dark."""

from typing import Any

from axe_playwright_python.base import AxeResults
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from browser.windows import NARROW, WIDE

COLORS, COLORS_OF_LINKS = (
    {"resultTypes": ["violations"], "runOnly": {"type": "rule", "values": [rule]}}
    for rule in ("color-contrast", "link-in-text-block")
)
"""The rules that the scheme of colors decides. The first takes longer than all others."""

OTHER_RULES = {
    "resultTypes": ["violations"],
    "rules": {"color-contrast": {"enabled": False}, "target-size": {"enabled": True}},
}
"""With the rule of WCAG 2.2 that a target has 24 pixels, which axe-core leaves out by default."""

LOOKS = """
(() => {
  const CLEAR = "rgba(0, 0, 0, 0),none,1";
  const behind = new Map([[document.body, ""]]);
  const ownWords = ({ childNodes }) => [...childNodes]
    .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
    .map(({ data }) => data.trim()).join("");
  const found = new Map();
  for (const element of document.querySelectorAll("body *")) {
    const style = getComputedStyle(element);
    const { backgroundColor, backgroundImage, opacity, color, fontSize, fontWeight } = style;
    const ground = [backgroundColor, backgroundImage, opacity].join();
    const below = behind.get(element.parentElement);
    behind.set(element, ground === CLEAR ? below : below + ground);
    const isField = element.matches("input, select, textarea");
    const { length } = isField ? "a field" : ownWords(element);
    if (!length || !element.checkVisibility()) continue;
    const { localName, disabled } = element;
    const look = [localName, disabled, length > 1, color, fontSize, fontWeight];
    const key = [...look, behind.get(element)].join();
    found.set(key, [...(found.get(key) ?? []), element].slice(0, 2));
  }
  return { include: [...found.values()].flat() };
})()
"""
"""Two of all elements that look alike, since axe-core passes over what something covers."""


def assert_no_violation(page: Page) -> None:
    """Let axe-core judge a page, wide and light, then narrow and dark, and leave it as it was."""
    page.evaluate(Axe().axe_script)
    for width, scheme in ((WIDE, "light"), (NARROW, "dark")):
        _show(page, width, scheme)
        _judge(page, LOOKS, COLORS)
        _judge(page, "document", OTHER_RULES)
    _show(page, WIDE, "light")


def assert_no_violation_of_colors(page: Page) -> None:
    """Let axe-core judge the colors in the two other combinations, and leave it as it was."""
    page.evaluate(Axe().axe_script)
    for width, scheme in ((WIDE, "dark"), (NARROW, "light")):
        _show(page, width, scheme)
        _judge(page, LOOKS, COLORS)
        _judge(page, "document", COLORS_OF_LINKS)
    _show(page, WIDE, "light")


def _show(page: Page, width: int, scheme: Any) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.evaluate("scrollTo(0, 0)")  # elsewhere, the bar of the status may cover part of a link
    page.emulate_media(color_scheme=scheme)


def _judge(page: Page, context: str, options: dict[str, Any]) -> None:
    script = f"async (options) => (await axe.run({context}, options)).violations"
    violations = page.evaluate(script, options)
    report = AxeResults({"violations": violations}).generate_report()
    assert not violations, (page.viewport_size, report)

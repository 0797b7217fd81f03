"""Chromium opens every page of a site full of attacks, with the policy and without it.

Without it, since the words themselves must be harmless, whatever the policy would forbid.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import ConsoleMessage, Dialog, Page, Request

from attacked_corpus import FIRST_NUMBER
from attacks import ATTACKS
from browser.conftest import Visitor

TRAP = """
window.__hits = [];
const hit = name => { window.__hits.push(name) };
for (const name of ['__hit', 'alert', 'confirm', 'prompt', 'print', 'open']) {
  window[name] = (...told) => hit(`${name} ${told}`);
}
document.addEventListener('securitypolicyviolation', event => hit(event.blockedURI));
"""

SEEN = """
() => {
  const faults = [...window.__hits];
  const tags = new Set(('html head meta title link script body header footer nav main article '
    + 'section aside div span p h1 h2 h3 h4 h5 h6 ol ul li a em strong blockquote time form input '
    + 'label button svg path line rect circle table caption thead tbody tr th td code pre dl dt dd '
    + 'noscript details summary fieldset legend select option output hr br g text template b mark '
    + 'desc figure figcaption datalist textarea').split(' '));
  const known = new Set('id class href role data-number aria-label'.split(' '));
  const words = new Set('p h3 h4 h5 h6 ol li span a em strong blockquote'.split(' '));
  for (const one of document.querySelectorAll('*')) {
    const tag = one.localName;
    if (!tags.has(tag)) faults.push(`an element ${tag}`);
    if (tag === 'script' && !one.src && one.type !== 'application/ld+json') faults.push('a script');
    if (tag === 'title' && !one.closest('head, svg')) faults.push('a title');
    for (const {name} of one.attributes) {
      if (/^on|^style$|^srcdoc$|^formaction$/.test(name)) faults.push(`${tag} ${name}`);
      if (one.closest('#text *') && !known.has(name)) faults.push(`text ${name}`);
    }
    if (one.closest('#text *') && !words.has(tag)) faults.push(`text: ${tag}`);
    for (const name of ['href', 'src', 'action']) {
      const value = one.getAttribute(name);
      if (value === null) continue;
      const {protocol, origin} = new URL(value, document.baseURI);
      if (!['http:', 'https:', 'mailto:'].includes(protocol)) faults.push(`${tag} ${value}`);
      if (tag !== 'a' && one.rel !== 'canonical' && tag !== 'link' && origin !== location.origin) {
        faults.push(`${tag} ${value}`);
      }
    }
  }
  const ids = [...document.querySelectorAll('[id]')].map(one => one.id);
  if (new Set(ids).size !== ids.length) faults.push('an id twice');
  const first = document.querySelectorAll('h1');
  if (first.length !== 1 || first[0].childElementCount) faults.push('another first heading');
  return faults;
}
"""

HEADER = """
() => [...document.querySelectorAll('.opinion-header :is(.official-name, .status)')]
  .map(one => one.textContent.trim())
"""


def pages(site: Path) -> Iterator[str]:
    """The addresses of all pages but those that only lead on, and those of the rules."""
    for path in sorted(site.rglob("index.html")):
        url = path.parent.relative_to(site).as_posix()
        if 'http-equiv="refresh"' not in path.read_text() and not url.startswith("checks"):
            yield "" if url == "." else f"{url}/"


@pytest.mark.parametrize("bypassed", [False, True], ids=["policy", "no policy"])
def test_no_attack_does_anything(
    visitor_of_attacked_site: Visitor,
    attacked_site: Path,
    bypassed: bool,  # noqa: FBT001 - a row of the table
) -> None:
    found: dict[str, object] = {}
    with visitor_of_attacked_site.at("", bypass_csp=bypassed) as page:
        foreign = watched(page, visitor_of_attacked_site.home)
        page.add_init_script(TRAP)
        for url in pages(attacked_site):
            page.goto(visitor_of_attacked_site.home + url, wait_until="load")
            assert page.url == visitor_of_attacked_site.home + url
            if faults := page.evaluate(SEEN):
                found[url] = faults
    assert found == {}
    assert foreign == []


def test_the_trap_springs(visitor_of_attacked_site: Visitor) -> None:
    """An attack that got through would be seen."""
    with visitor_of_attacked_site.at("", bypass_csp=True) as page:
        heard = watched(page, visitor_of_attacked_site.home)
        page.evaluate(TRAP)
        page.set_content(
            "<h1>x</h1><div id=text><p onclick=x>x</p><iframe></iframe></div>"
            "<a href='javascript:x'>x</a><img src='http://127.0.0.1:9/x.png' onerror=alert(1)>"
            "<script>confirm(2)</script>"
        )
        page.wait_for_function("window.__hits.length > 1")
        told = page.evaluate(SEEN)
    assert {"alert 1", "confirm 2", "an element iframe", "an element img", "a script"} <= set(told)
    assert {"p onclick", "text onclick", "text: iframe", "a javascript:x"} <= set(told)
    assert "http://127.0.0.1:9/x.png" in heard


def watched(page: Page, home: str) -> list[str]:
    """What the pages ask other hosts for, tell the console as an error, or ask a reader."""
    heard: list[str] = []

    def requested(request: Request) -> None:
        if not request.url.startswith(home):
            heard.append(request.url)

    def told(message: ConsoleMessage) -> None:
        if message.type == "error":
            heard.append(message.text)

    def asked(dialog: Dialog) -> None:
        heard.append(dialog.message)
        dialog.dismiss()

    page.on("request", requested)
    page.on("console", told)
    page.on("dialog", asked)
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("popup", lambda opened: heard.append(opened.url))
    return heard


def test_number_and_status_are_told_by_the_site_alone(
    visitor_of_attacked_site: Visitor, attacked_site: Path
) -> None:
    own = html.document_fromstring((attacked_site / "opinions/2003/05/index.html").read_text())
    printed = own.find_class("official-name")[0].text_content()
    withdrawn = [attack for attack in ATTACKS if attack.place == "withdrawn"]
    with visitor_of_attacked_site.at("") as page:
        for path in sorted((attacked_site / "opinions/2003").glob("*/index.html")):
            number = path.parent.name
            page.goto(f"{visitor_of_attacked_site.home}opinions/2003/{number}/")
            header, *statuses = page.evaluate(HEADER)
            assert header == printed.replace("05 (2003)", f"{number} (2003)")
            is_withdrawn = FIRST_NUMBER <= int(number) < FIRST_NUMBER + len(withdrawn)
            told = "Withdrawn" if is_withdrawn else "No later change recorded"
            assert set(statuses) == {told}


def test_every_opinion_has_one_row_with_its_own_number(
    visitor_of_attacked_site: Visitor, attacked_site: Path
) -> None:
    numbers = [path.parent.name for path in attacked_site.glob("opinions/2003/*/index.html")]
    with visitor_of_attacked_site.at("opinions/2003/") as page:
        linked = page.locator(".rows > li .row-title > a").evaluate_all(
            "links => links.map(one => one.pathname.split('/').at(-2))"
        )
    assert sorted(linked) == sorted(numbers)

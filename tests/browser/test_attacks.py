"""Chromium opens every page of a site with many attacks.

It does so without the content security policy: attacks must be harmless even then. With the
policy, it opens a page of each kind.
"""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from lxml import html
from playwright.sync_api import ConsoleMessage, Dialog, Page, Request

from attacked_corpus import FIRST_NUMBER
from attacks import ATTACKS
from browser.conftest import Visitor

TRAP = """
window.__hits = [];
const hit = name => { window.__hits.push(name) };
for (const name of ['__hit', 'alert', 'confirm', 'prompt', 'print', 'open']) {
  window[name] = (...values) => hit(`${name} ${values}`);
}
document.addEventListener('securitypolicyviolation', event => hit(event.blockedURI));
"""

FAULTS_ON_PAGE = """
() => {
  const faults = [...window.__hits];
  const tags = new Set(('html head meta title link script body header footer nav main article '
    + 'section aside div span p h1 h2 h3 h4 h5 h6 ol ul li a em strong blockquote time form input '
    + 'label button svg path line rect circle table caption thead tbody tr th td code pre dl dt dd '
    + 'noscript details summary fieldset legend select option output hr br g text template b mark '
    + 'desc figure figcaption datalist textarea wbr').split(' '));
  const textAttributes = new Set(
    'id class href role data-number data-mark aria-label'.split(' '));
  const textTags = new Set('p h3 h4 h5 h6 ol li span a em strong blockquote'.split(' '));
  for (const element of document.querySelectorAll('*')) {
    const tag = element.localName;
    if (!tags.has(tag)) faults.push(`an element ${tag}`);
    if (tag === 'script' && !element.src && element.type !== 'application/ld+json') {
      faults.push('a script');
    }
    if (tag === 'title' && !element.closest('head, svg')) faults.push('a title');
    for (const {name} of element.attributes) {
      if (/^on|^style$|^srcdoc$|^formaction$/.test(name)) faults.push(`${tag} ${name}`);
      if (element.closest('#text *') && !textAttributes.has(name)) faults.push(`text ${name}`);
    }
    if (element.closest('#text *') && !textTags.has(tag)) faults.push(`text: ${tag}`);
    for (const name of ['href', 'src', 'action']) {
      const value = element.getAttribute(name);
      if (value === null) continue;
      const {protocol, origin} = new URL(value, document.baseURI);
      if (!['http:', 'https:', 'mailto:'].includes(protocol)) faults.push(`${tag} ${value}`);
      const mayBeForeign = tag === 'a' || tag === 'link' || element.rel === 'canonical';
      if (!mayBeForeign && origin !== location.origin) {
        faults.push(`${tag} ${value}`);
      }
    }
  }
  const ids = [...document.querySelectorAll('[id]')].map(element => element.id);
  if (new Set(ids).size !== ids.length) faults.push('a duplicate id');
  const headings = document.querySelectorAll('h1');
  const markup = headings[0]?.querySelector(':scope *:not(span.unbroken)');
  if (headings.length !== 1 || markup) faults.push('another main heading');
  return faults;
}
"""

HEADER = """
() => ['.opinion-header .official-name', '.opinion-header .status, .still-holds .status']
  .flatMap(names => [...document.querySelectorAll(names)])
  .map(element => element.textContent.trim())
"""


def pages(site: Path) -> Iterator[str]:
    """Yield the URLs of all pages except redirects and the pages of rules."""
    for path in sorted(site.rglob("index.html")):
        url = path.parent.relative_to(site).as_posix()
        if 'http-equiv="refresh"' not in path.read_text() and not url.startswith("checks"):
            yield "" if url == "." else f"{url}/"


def test_no_attack_does_anything_or_changes_the_shown_number_or_status(
    visitor_of_attacked_site: Visitor, attacked_site: Path
) -> None:
    with visitor_of_attacked_site.in_new_window(TRAP, bypass_csp=True) as page:
        events, faults, headers = open_each(
            page, visitor_of_attacked_site.home, pages(attacked_site)
        )
    assert faults == {}
    assert events == []
    assert_own_number_and_status(headers, attacked_site)


def test_no_page_breaks_the_policy(visitor_of_attacked_site: Visitor, attacked_site: Path) -> None:
    with visitor_of_attacked_site.in_new_window(TRAP) as page:
        urls = one_of_each_kind(pages(attacked_site))
        events, faults, _ = open_each(page, visitor_of_attacked_site.home, urls)
    assert (events, faults) == ([], {})


def test_a_successful_attack_is_noticed(visitor_of_attacked_site: Visitor) -> None:
    with visitor_of_attacked_site.in_new_window(TRAP, bypass_csp=True) as page:
        page.goto(visitor_of_attacked_site.home)
        events = watch(page, visitor_of_attacked_site.home)
        page.set_content(
            "<h1>x</h1><div id=text><p onclick=x>x</p><iframe></iframe></div>"
            "<a href='javascript:x'>x</a><img src='http://127.0.0.1:9/x.png' onerror=alert(1)>"
            "<script>confirm(2)</script>"
        )
        page.wait_for_function("window.__hits.length > 1")
        faults = set(page.evaluate(FAULTS_ON_PAGE))
    assert {"alert 1", "confirm 2", "an element iframe", "an element img", "a script"} <= faults
    assert {"p onclick", "text onclick", "text: iframe", "a javascript:x"} <= faults
    assert "http://127.0.0.1:9/x.png" in events


def one_of_each_kind(urls: Iterable[str]) -> list[str]:
    """Return one page of each folder; the pages at the top differ by more than a number."""
    return list({re.sub("(?<=/)[^/]+/$|[0-9]+", "*", url): url for url in urls}.values())


def open_each(
    page: Page, home: str, urls: Iterable[str]
) -> tuple[list[str], dict[str, object], dict[str, list[str]]]:
    """Open pages, and return what happened, the faults of each, and what each shows on top."""
    faults: dict[str, object] = {}
    headers: dict[str, list[str]] = {}
    events = watch(page, home)
    for url in urls:
        page.goto(home + url, wait_until="load")
        assert page.url == home + url
        headers[url] = page.evaluate(HEADER)
        if page_faults := page.evaluate(FAULTS_ON_PAGE):
            faults[url] = page_faults
    return events, faults, headers


def watch(page: Page, home: str) -> list[str]:
    """Return a list that collects requests to other hosts, errors, dialogs and windows."""
    events: list[str] = []

    def on_request(request: Request) -> None:
        if not request.url.startswith(home):
            events.append(request.url)

    def on_console(message: ConsoleMessage) -> None:
        if message.type == "error":
            events.append(message.text)

    def on_dialog(dialog: Dialog) -> None:
        events.append(dialog.message)
        dialog.dismiss()

    page.on("request", on_request)
    page.on("console", on_console)
    page.on("dialog", on_dialog)
    page.on("pageerror", lambda error: events.append(str(error)))
    page.on("popup", lambda window: events.append(window.url))
    return events


def assert_own_number_and_status(headers: dict[str, list[str]], site: Path) -> None:
    """Compare what the page of each opinion shows with its data."""
    valid = html.document_fromstring((site / "opinions/2003/05/index.html").read_text())
    official_name = valid.find_class("official-name")[0].text_content()
    withdrawn = [attack for attack in ATTACKS if attack.place == "withdrawn"]
    for path in sorted((site / "opinions/2003").glob("*/index.html")):
        number = path.parent.name
        name, *statuses = headers[f"opinions/2003/{number}/"]
        assert name == official_name.replace("05 (2003)", f"{number} (2003)")
        is_withdrawn = FIRST_NUMBER <= int(number) < FIRST_NUMBER + len(withdrawn)
        data = json.loads((path.parent / "opinion.json").read_text(encoding="utf-8"))
        assert set(statuses) == {data["status_label"]}
        assert (data["status"] == "withdrawn") == is_withdrawn


def test_every_opinion_has_one_row_with_its_own_number(
    visitor_of_attacked_site: Visitor, attacked_site: Path
) -> None:
    numbers = [path.parent.name for path in attacked_site.glob("opinions/2003/*/index.html")]
    with visitor_of_attacked_site.at("opinions/2003/") as page:
        numbers_of_rows = page.locator(".rows > li .row-title > a").evaluate_all(
            "links => links.map(link => link.pathname.split('/').at(-2))"
        )
    assert sorted(numbers_of_rows) == sorted(numbers)

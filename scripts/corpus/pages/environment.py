"""The Jinja environment: it turns a template and a view into HTML and escapes every value."""

import json
import re
from functools import cache, lru_cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from corpus.model.words import Words, capitalized
from corpus.pages.unbroken import unbroken
from corpus.paths import TEMPLATES

_INSIDE_AN_ADDRESS = re.compile(r"(?<=[^\s/:]/)(?=\w)")


def render(template: str, words: Words, **values: object) -> str:
    """Fill in a template, in the words of a body."""
    return environment(words).get_template(template).render(values)


@cache
def environment(words: Words) -> Environment:
    """The environment with every template compiled, so that forked processes share them."""
    jinja = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
    jinja.filters["backticks_as_code"] = _backticks_as_code
    jinja.filters["json_in_script"] = _json_in_script
    jinja.filters["unbroken"] = _unbroken
    jinja.filters["breaking_at_slashes"] = _breaking_at_slashes
    jinja.filters["capitalized"] = capitalized
    jinja.filters["in_own_words"] = words.said
    jinja.globals["words"] = words
    for name in jinja.list_templates():
        jinja.get_template(name)
    return jinja


def _backticks_as_code(words: str) -> Markup:
    """Escaped words in which text between backticks is marked as code."""
    return Markup(re.sub(r"`([^`]+)`", r"<code>\1</code>", str(escape(words))))  # noqa: S704 - escaped


@lru_cache(maxsize=10_000, typed=True)  # many pages name the same authority
def _unbroken(words: str) -> Markup:
    """Escaped words, in which no line ends within the name of an opinion or authority."""
    return Markup(unbroken(str(escape(words))))  # noqa: S704 - escaped


def _breaking_at_slashes(words: str) -> Markup:
    """Escaped words that break in an address, before parts such as `05/`, but in no number."""
    breaking = _INSIDE_AN_ADDRESS.sub("<wbr>", str(escape(words)))
    return Markup(unbroken(breaking))  # noqa: S704 - escaped


def _json_in_script(data: object) -> Markup:
    """JSON that a `<script>` can hold: no value in it ends the element."""
    text = json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")
    return Markup(text)  # noqa: S704 - no tag is left

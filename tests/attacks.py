"""Hostile values: how an author might attack the site and its readers, and where.

Either the named rule refuses an attack, or the built site shows it as harmless text.
"""

from collections.abc import Iterator
from itertools import cycle
from typing import NamedTuple


class Attack(NamedTuple):
    """A text at a place in the corpus, and the code of the rule that refuses it, if any."""

    name: str
    place: str
    text: str
    refused_by: str = ""


TAGS = {
    "script": "<script>__hit('a')</script>",
    "script from another host": "<script src=https://evil.example/x.js></script>",
    "script in capitals": "<SCRIPT>__hit('a')</SCRIPT>",
    "script with a slash": "<script/x>__hit('a')</script>",
    "script in a script": "<scr<script>ipt>__hit('a')</scr</script>ipt>",
    "module": "<script type=module>__hit('a')</script>",
    "end of linked data": "</script><script>__hit('a')</script>",
    "image that fails to load": "<img src=x onerror=__hit('a')>",
    "image from another host": "<img src=https://evil.example/x.png>",
    "image in several sizes": "<img srcset='https://evil.example/x.png 1x' onerror=__hit('a')>",
    "image with slashes": "<img/src=x/onerror=__hit('a')>",
    "SVG with a load event": "<svg onload=__hit('a')>",
    "SVG with a script": "<svg><script>__hit('a')</script></svg>",
    "SVG with an animation": "<svg><animate onbegin=__hit('a') attributeName=x dur=1s>",
    "SVG that uses another file": "<svg><use href=https://evil.example/x.svg#a></svg>",
    "SVG with a link": "<svg><a xlink:href=javascript:__hit('a')><text>x</text></a></svg>",
    "MathML": "<math><mtext><table><mglyph><style><img src=x onerror=__hit('a')>",
    "frame": "<iframe src=javascript:__hit('a')></iframe>",
    "frame with its own document": "<iframe srcdoc='<script>parent.__hit(1)</script>'></iframe>",
    "object replacement character": "<object data=javascript:__hit('a')></object>",
    "embedded": "<embed src=https://evil.example/x.swf>",
    "video": "<video><source onerror=__hit('a')></video>",
    "audio": "<audio src=x onerror=__hit('a')>",
    "open details": "<details open ontoggle=__hit('a')>x</details>",
    "input with focus": "<input autofocus onfocus=__hit('a')>",
    "button of a form": "<button formaction=javascript:__hit('a')>x</button>",
    "form to another host": "<form action=https://evil.example/><input name=a></form>",
    "select with focus": "<select autofocus onfocus=__hit('a')></select>",
    "text area with focus": "<textarea autofocus onfocus=__hit('a')>",
    "anchor with a script": "<a href=javascript:__hit('a')>x</a>",
    "anchor with a data URL": "<a href='data:text/html,<script>__hit(1)</script>'>x</a>",
    "anchor with an event": "<a onmouseover=__hit('a')>x</a>",
    "body with a load event": "<body onload=__hit('a')>",
    "body with a page event": "<body onpageshow=__hit('a')>",
    "marquee": "<marquee onstart=__hit('a')>x</marquee>",
    "style": "<style>@import 'https://evil.example/x.css';</style>",
    "style that hides": "<style>*{display:none}</style>",
    "inline style": "<p style='background:url(https://evil.example/)'>x</p>",
    "element that covers the page": "<div style='position:fixed;inset:0'>x</div>",
    "animation": "<p style='animation:x' onanimationstart=__hit('a')>x</p>",
    "base": "<base href=https://evil.example/>",
    "refresh": "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "content security policy": '<meta http-equiv=Content-Security-Policy content="script-src *">',
    "style sheet": "<link rel=stylesheet href=https://evil.example/x.css>",
    "manifest": "<link rel=manifest href=https://evil.example/x>",
    "preload": "<link rel=preload as=image href=https://evil.example/x.png>",
    "template": "<template><img src=x onerror=__hit('a')></template>",
    "shadow root": "<div><template shadowrootmode=open><script>__hit(1)</script></template></div>",
    "noscript": "<noscript><p title='</noscript><img src=x onerror=__hit(1)>'></noscript>",
    "end of the title": "</title><script>__hit('a')</script>",
    "end of the page": "</body></html><script>__hit('a')</script>",
    "end of the text": "</div></section></article><h1>Superseded</h1>",
    "end of a paragraph": "</p></li></ol><p class=status>Withdrawn</p>",
    "end of the head": "</head><body><h1>Withdrawn</h1>",
    "status": '<span class="status withdrawn">Withdrawn</span>',
    "heading": "<h1>Advisory Opinion 06 (2003)</h1>",
    "id that is already used": "<a id=p1 name=text>x</a>",
    "comment without an end": "<!-- ",
    "comment that ends at once": "<!--><script>__hit('a')</script>-->",
    "conditional comment": "<!--[if IE]><script>__hit('a')</script><![endif]-->",
    "CDATA section": "<a><![CDATA[><script>__hit('a')</script>]]>",
    "plaintext element": "<plaintext>",
    "raw text element": "<xmp><script>__hit('a')</script>",
    "custom element": "<x-a onclick=__hit('a') tabindex=1 id=x>x</x-a>",
}
"""Attacks with a tag: rules refuse them in approved texts and pages; fields show them as text."""

OTHER_SYNTAX = {
    "end of an attribute": "\" onmouseover=__hit('a') x=\"",
    "end of another attribute": "' onfocus=__hit('a') autofocus tabindex=1 x='",
    "end of an unquoted attribute": "x onclick=__hit('a')",
    "backticks": "`` onmouseover=__hit('a')",
    "entities": "&lt;script&gt;__hit('a')&lt;/script&gt;",
    "decimal entities": "&#60;img src=x onerror=__hit('a')&#62;",
    "hexadecimal entities": "&#x3c;svg onload=__hit('a')&#x3e;",
    "entity without an end": "&ltimg src=x onerror=__hit('a')&gt",
    "entities of entities": "&amp;lt;script&amp;gt;__hit('a')",
    "entity for a quotation mark": "&quot; onclick=__hit('a') &quot;",
    "link with a script": "[x](javascript:__hit('a'))",
    "link with an entity": "[x](javascript&colon;__hit('a'))",
    "link with a decimal entity": "[x](&#106;avascript:__hit('a'))",
    "link with a title": "[x](https://example.org/ \"a' onclick=__hit('a')\")",
    "link with a data URL": "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "link with vbscript": "[x](vbscript:x)",
    "reference link": "[x][y] [y]: javascript:__hit('a')",
    "link without a scheme": "[x](//evil.example/)",
    "image": "![x](https://evil.example/x.png)",
    "image that ends its title": "![x\" onerror=__hit('a') y=\"](x.png)",
    "image with a data URL": "![x](data:image/svg+xml;base64,PHN2Zz4=)",
    "attribute list": "x {: onclick=__hit('a') }",
    "attribute list of a block": "{: #text .status onclick=__hit('a') }",
    "attribute list of a heading": "x {#content onclick=__hit('a')}",
    "template variables": "{{ config.site_name }} {{ 7 * 7 }}",
    "template statements": "{% include '/etc/passwd' %}{% for a in b %}",
    "template comments": "{# x #}",
    "end of a raw block": "{% endraw %}{{ 7 * 7 }}",
    "Python objects in a template": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "format strings": "{number} {0.__class__} %(name)s ${HOME} $(id) `id`",
    "snippet": "--8<-- 'README.md'",
    "snippet in brackets": '--8<-- "/etc/passwd"',
    "include": "!include /etc/passwd",
    "table of contents": "[TOC]",
    "footnote": "x[^1] [^1]: y",
    "abbreviation": "*[HTML]: <x",
    "admonition": '!!! danger "Withdrawn"',
    "emoji": ":material-script: :smile:",
    "keys": "++ctrl+alt+del++ ^^x^^ ==y== ~~z~~",
    "TeX formula": "$\\href{javascript:__hit(1)}{x}$ \\(x\\)",
    "code": "`<script>__hit('a')</script>`".replace("<", "&lt;"),
    "fenced code": "``` { .x onclick=__hit('a') }",
    "horizontal rule": "* * *",
    "emphasis without an end": "**x and no end",
    "backslashes": "\\\\ \\* \\",
    "placeholder of Markdown": "wzxhzdk:0 klzzwxh:0001",
    "end of JSON": '"}]}',
    "JSON escapes": "\\u003c/script\\u003e\\u003cimg src=x onerror=__hit(1)\\u003e",
    "end of linked data": "\\\"}; __hit('a'); //",
    "BibTeX": "}, url={https://evil.example/}} @misc{x,",
    "TeX": "\\input{/etc/passwd} \\write18{id} % $ # & _ ^ ~",
    "number of another opinion": "Advisory Opinion 06 (2003)",
    "false status": "Withdrawn. Superseded by AO 6 (2003).",
    "mention": "@someone #1 GH-1 https://evil.example/ www.evil.example",
    "workflow command": "::error file=a,line=1::x ##[error]x ::set-output name=a::b",
    "shell characters": "; rm -rf / | cat && $(id) > /tmp/x",
    "path to a parent folder": "../../../etc/passwd",
    "all punctuation": "!\"#$%&'()*+,-./:;=?@[\\]^_`{|}~",
}
"""Attacks without a tag: shown as text almost everywhere."""

_REFUSED_TEXTS = {"number of another opinion": "OP302", "false status": "OP302"}
_REFUSED_PAGES = {"image with a data URL": "OP210", "abbreviation": "OP210"}

FIELD_PLACES = (
    "title",
    "summary",
    "question",
    "answer",
    "withdrawn",
    "source",
    "edition",
    "standard",
)
MORE_FIELD_PLACES = (
    *("topic", "about", "program", "note", "roman"),
    *("edition", "wording", "correction", "alias"),
)
MULTILINE_PLACES = ("title", "summary", "topic", "edition", "question")
TEXT_PLACES = ("paragraph", "heading", "item", "quote")

FORMULAS = {
    "spreadsheet formula": "=1+1",
    "formula with a command": "=cmd|' /C calc'!A0",
    "formula with plus": "+1+1",
    "formula with minus": "-1+1",
    "formula with at": "@SUM(A1)",
    "formula with a link": '=HYPERLINK("https://evil.example/","x")',
    "formula after a quotation mark": '"=1+1',
    "end of a cell": 'x","=1+1","',
    "end of a row": 'x"\n=1+1,2003/99,"',
    "separator": "x;=1+1;y",
    "formula after spaces": "  =1+1",
}

MULTILINE_TEXTS = {
    "lines of RIS": "x\nER  - \nTY  - RPRT\nTI  - y",
    "entry of BibTeX": "x\n}\n@techreport{ao-2003-06,\ntitle={y}}",
    "front matter": "x\n---\ntitle: y\n---\n",
    "paragraph": "x\n\n# Opinion Number 06 (2003)\n\n- y",
    "workflow command": "x\n::error::y\n%0A::warning::z",
    "table row": "x\n| a | b |\n|---|---|\n| <img src=x onerror=__hit(1)> | d |",
    "HTML block": "x\n\n<div markdown='1'>\n\n<script>__hit('a')</script>\n\n</div>\n",
    "end of an entry": "x]]></title></entry><entry><title>y",
    "mail header": "x\nContent-Type: text/html\n\ny",
}
"""Attacks of several lines."""

URLS = {
    "javascript": ("javascript:__hit('a')", "OP109"),
    "javascript in capitals": ("JaVaScRiPt:__hit('a')", "OP109"),
    "javascript after a space": (" javascript:__hit('a')", "OP109"),
    "javascript with a tab": ("java\tscript:__hit('a')", "OP109"),
    "javascript with a line break": ("java\nscript:__hit('a')", "OP109"),
    "javascript with a host": ("javascript://example.org/%0a__hit('a')", "OP109"),
    "data": ("data:text/html,<script>__hit('a')</script>", "OP109"),
    "vbscript": ("vbscript:x", "OP109"),
    "file": ("file:///etc/passwd", "OP109"),
    "blob": ("blob:https://example.org/x", "OP109"),
    "without a scheme": ("//evil.example/", "OP109"),
    "relative path": ("../../../", "OP109"),
    "without a host": ("https:///x", "OP109"),
    "broken host": ("https://[x", "OP109"),
    "quotation mark": ('https://example.org/" onclick=__hit(1) x="', "OP109"),
    "apostrophe": ("https://example.org/'onclick=__hit(1)", "OP109"),
    "tag": ("https://example.org/<script>__hit(1)</script>", "OP109"),
    "user name before the host": ("https://harbor.example@evil.example/", "OP109"),
    "backslash": ("https:\\\\evil.example", "OP109"),
    "Cyrillic letter": ("https://ex\u0430mple.org/", "OP015"),
    "reversed text": ("https://example.org/\u202egpj.exe", "OP007"),
    "punctuation": ("https://board.example.org/?a=b&c={{7*7}}&lt;#`x`|y", ""),
    "script as a query": ("https://board.example.org/?javascript:__hit(1)", ""),
}

CHARACTERS = {
    "reversed text": ("title", "Opinion \u202e60\u202c", "OP007"),
    "reversed text in the opinion": ("paragraph", "It may \u202eton\u202c.", "OP007"),
    "isolated direction": ("summary", "a\u2066b\u2069", "OP007"),
    "direction mark": ("title", "a\u200fb", "OP007"),
    "Arabic letter mark": ("title", "a\u061cb", "OP007"),
    "zero-width space": ("paragraph", "It may\u200b not.", "OP007"),
    "zero-width joiner": ("alias", "01\u200d-03", "OP007"),
    "soft hyphen": ("paragraph", "con\u00adfidential", "OP007"),
    "byte order mark": ("title", "a\ufeffb", "OP007"),
    "tag characters": ("title", "a\U000e0041b", "OP007"),
    "variation selector": ("title", "a\ufe0fb", "OP007"),
    "Hangul filler": ("title", "a\u3164b", "OP007"),
    "object replacement character": ("title", "a\ufffcb", "OP007"),
    "line separator": ("title", "a\u2028b", "OP007"),
    "next line": ("title", "a\x85b", "OP007"),
    "null": ("title", "a\x00b", "OP007"),
    "escape": ("title", "\x1b[2Jx", "OP007"),
    "bell": ("title", "a\x07b", "OP007"),
    "Cyrillic": ("title", "\u0410dvisory Opinion", "OP015"),
    "Cyrillic in the text": ("paragraph", "It m\u0430y.", "OP015"),
    "all Cyrillic": ("alias", "\u0410\u041e 5", "OP015"),
    "Greek": ("program", "Superi\u03bfr court", "OP015"),
    "Armenian": ("topic", "C\u0585nfidentiality", "OP015"),
    "Cherokee": ("title", "\u13aa", "OP015"),
    "full-width letters": ("title", "\uff33tandard", "OP015"),
    "mathematical letters": ("title", "\U0001d5e6tandard", "OP015"),
    "Roman numeral character": ("roman", "\u2162", "OP015"),
    "Kelvin": ("title", "\u212aeeping", "OP015"),
    "dotless i": ("title", "F\u0131les", "OP015"),
    "ligature": ("paragraph", "con\ufb01dential", "OP015"),
    "strikethrough characters": ("paragraph", "It m\u0336a\u0336y\u0336.", "OP015"),
    "many accents": ("title", "a" + "\u0301" * 40, "OP015"),
    "Arabic digits": ("title", "Opinion \u0665", "OP015"),
    "full-width digits": ("alias", "\uff10\uff15", "OP015"),
    "Hebrew": ("title", "\u05d0\u05d1", "OP015"),
}

FIELD_VALUES = {
    "number in Arabic digits": ("number", "\u0665", "OP106"),
    "number in full-width digits": ("number", "\uff15", "OP106"),
    "number with a parent folder": ("number", "../5", "OP106"),
    "number with a sign": ("number", "-5", "OP106"),
    "very long number": ("number", "9" * 5000, "OP106"),
    "number in scientific notation": ("number", "5e3", "OP106"),
    "year in Arabic digits": ("year", "\u0662\u0660\u0660\u0663", "OP107"),
    "year with a parent folder": ("year", "../2003", "OP107"),
    "date with a tag": ("approved", "2003-06-01<script>", "OP105"),
    "date in full-width digits": ("approved", "\uff12003-06-01", "OP105"),
    "id with a parent folder": ("id", "../../x", "OP108"),
    "id with a tag": ("id", "1><script>", "OP108"),
    "id with a quotation mark": ("id", '1" onclick="x', "OP108"),
    "id in Cyrillic": ("id", "\u0430", "OP108"),
    "id with a line break": ("id", "1\n", "OP108"),
    "topic with a parent folder": ("topics", "../../etc", "OP112"),
    "topic with a null": ("topics", "a\x00", "OP007"),
    "unknown topic": ("topics", "constructor", "OP112"),
    "Standard with a parent folder": ("standards", "../3", "OP110"),
    "Standard with a tag": ("standards", "3(<b>)", "OP110"),
    "Standard in full-width brackets": ("standards", "3\uff08c\uff09", "OP110"),
    "statute with a parent folder": ("statutes", "../../7A", "OP110"),
    "rule with a parent folder": ("rules", "../PR 1", "OP110"),
    "opinion with a parent folder": ("opinions", "2003/../01", "OP123"),
    "unknown effect": ("effect", "withdraws", "OP122"),
    "file with a parent folder": ("source file", "../../../etc/passwd", "OP111"),
    "file with an absolute path": ("source file", "/etc/passwd", "OP111"),
    "file with a parent folder inside": ("source file", "a/../../b", "OP111"),
    "file with a line break": ("source file", "a\nb", "OP111"),
    "hash with a tag": ("sha256", "<script>", "OP111"),
    "Python class": ("extra", "!!python/object/apply:os.system [id]", "OP005"),
    "YAML anchor": ("extra", "&a [*a]", "OP005"),
    "YAML merge": ("extra", "{<<: {number: 6}}", "OP101"),
    "special field names": ("extra", "{__class__: x, __proto__: y}", "OP101"),
}

PAGE_TEXTS = {
    "link with a script": "[x](javascript:__hit('a'))",
    "link with a tab": "[x](java\tscript:__hit('a'))",
    "link with a tab in angle brackets": "[x](<java\tscript:__hit('a')>)",
    "link with a script in angle brackets": "[x](<javascript:__hit('a')>)",
    "link after spaces": "[x](   javascript:__hit('a'))",
    "reference link": "[x][1]\n\n[1]: javascript:__hit('a')",
    "reference link in angle brackets": "[x][1]\n\n[1]: <javascript:__hit('a')>",
    "autolink": "<javascript:__hit('a')>",
    "link with a data URL": "[x](data:text/html,x)",
    "link with vbscript": "[x](VBScript:x)",
    "link to a file": "[x](file:///etc/passwd)",
    "image": "![x](https://evil.example/x.png)",
    "reference image": "![x][1]\n\n[1]: https://evil.example/x.png",
    "image without a scheme": "![x](//evil.example/x.png)",
    "entity in a scheme": "[x](&#106;avascript:__hit('a'))",
    "entity for a colon": "[x](javascript&colon;__hit('a'))",
    "escaped letter in a scheme": "[x](\\javascript:__hit('a'))",
}
"""Markdown that only hand-written pages may contain."""

MISPLACED_FILES = {
    "page with the name of a generated page": "pages/search.md",
    "page with the name of the assets": "pages/assets.md",
    "page with the name of the error page": "pages/404.md",
    "page in capitals": "pages/About.md",
    "page with a space": "pages/a b.md",
    "page with a line break": "pages/a\nb.md",
    "page with a quotation mark": 'pages/a"b.md',
    "page with a tag": "pages/<img src=x>.md",
    "page in Cyrillic": "pages/\u0430bout.md",
    "page with a percent sign": "pages/%2e%2e.md",
    "record in capitals": "opinions/2003/07.MD",
    "record of another number": "opinions/2003/08.md",
    "record without a zero": "opinions/2003/7.md",
    "record in full-width digits": "opinions/\uff12003/07.md",
    "record with a line break": "opinions/2003/07\n.md",
    "record with a workflow command": "opinions/2003/\n::error::x.md",
    "record in a folder too deep": "opinions/2003/07/07.md",
    "record outside the year folders": "opinions/07.md",
    "folder that differs only in case": "Opinions/2003/07.md",
    "Standard of another number": "standards/4.md",
    "settings": "opinions/mkdocs.yml",
    "script": "pages/x.js",
    "HTML page": "pages/x.html",
}
"""Files that no corpus may contain; a rule on the whole collection refuses each."""

COMMISSION_PLACES = (
    *("name", "short name", "opinion", "short opinion", "author", "document"),
    "part",
)


def _attacks() -> Iterator[Attack]:
    for (name, text), place in zip(TAGS.items(), cycle(FIELD_PLACES), strict=False):
        yield Attack(name, place, text)
    for (name, text), place in zip(TAGS.items(), cycle(TEXT_PLACES), strict=False):
        yield Attack(name, place, text, "OP204")
    for (name, text), place in zip(OTHER_SYNTAX.items(), cycle(MORE_FIELD_PLACES), strict=False):
        yield Attack(name, place, text)
    for (name, text), place in zip(OTHER_SYNTAX.items(), cycle(TEXT_PLACES), strict=False):
        yield Attack(name, place, text, _REFUSED_TEXTS.get(name, ""))
    yield from (Attack(name, "title", text) for name, text in FORMULAS.items())
    for (name, text), place in zip(MULTILINE_TEXTS.items(), cycle(MULTILINE_PLACES), strict=False):
        yield Attack(name, place, text)
    yield from (Attack(name, "paragraph", text) for name, text in list(MULTILINE_TEXTS.items())[:5])
    yield from (Attack(name, "url", url, code) for name, (url, code) in URLS.items())
    yield from (Attack(name, *attack) for name, attack in CHARACTERS.items())
    yield from (Attack(name, *attack) for name, attack in FIELD_VALUES.items())
    yield from (Attack(name, "page", text, "OP210") for name, text in PAGE_TEXTS.items())
    yield from (Attack(name, "page", TAGS[name], "OP210") for name in list(TAGS)[::4])
    for name, text in list(OTHER_SYNTAX.items())[20:40]:
        yield Attack(name, "page", text, _REFUSED_PAGES.get(name, ""))
    yield from (Attack(name, "file", path, "OP4") for name, path in MISPLACED_FILES.items())
    for (name, text), place in zip(list(TAGS.items())[::10], COMMISSION_PLACES, strict=False):
        yield Attack(name, place, text)


ATTACKS = tuple(_attacks())

HARMLESS_ATTACKS = tuple(attack for attack in ATTACKS if not attack.refused_by)
"""Attacks that the built site shows as text."""

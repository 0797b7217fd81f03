"""Attacks on the site and its readers: what an author might type, and where.

Each is refused by the rule that is named, or stands in the built site and does nothing there.
"""

from collections.abc import Iterator
from itertools import cycle
from typing import NamedTuple


class Attack(NamedTuple):
    """A text at a place of the corpus, and the code of the rule that refuses it, if one does."""

    name: str
    where: str
    text: str
    refused: str = ""


TAGS = {
    "script": "<script>__hit('a')</script>",
    "script of another host": "<script src=https://evil.example/x.js></script>",
    "script in capitals": "<SCRIPT>__hit('a')</SCRIPT>",
    "script cut by a slash": "<script/x>__hit('a')</script>",
    "script in a script": "<scr<script>ipt>__hit('a')</scr</script>ipt>",
    "module": "<script type=module>__hit('a')</script>",
    "linked data ended": "</script><script>__hit('a')</script>",
    "picture that fails": "<img src=x onerror=__hit('a')>",
    "picture of another host": "<img src=https://evil.example/x.png>",
    "picture in sizes": "<img srcset='https://evil.example/x.png 1x' onerror=__hit('a')>",
    "picture with slashes": "<img/src=x/onerror=__hit('a')>",
    "drawing that loads": "<svg onload=__hit('a')>",
    "drawing with script": "<svg><script>__hit('a')</script></svg>",
    "drawing that animates": "<svg><animate onbegin=__hit('a') attributeName=x dur=1s>",
    "drawing that uses": "<svg><use href=https://evil.example/x.svg#a></svg>",
    "drawing that links": "<svg><a xlink:href=javascript:__hit('a')><text>x</text></a></svg>",
    "formula": "<math><mtext><table><mglyph><style><img src=x onerror=__hit('a')>",
    "frame": "<iframe src=javascript:__hit('a')></iframe>",
    "frame with a page": "<iframe srcdoc='<script>parent.__hit(1)</script>'></iframe>",
    "object": "<object data=javascript:__hit('a')></object>",
    "embedded": "<embed src=https://evil.example/x.swf>",
    "video": "<video><source onerror=__hit('a')></video>",
    "sound": "<audio src=x onerror=__hit('a')>",
    "open details": "<details open ontoggle=__hit('a')>x</details>",
    "field with focus": "<input autofocus onfocus=__hit('a')>",
    "button of a form": "<button formaction=javascript:__hit('a')>x</button>",
    "form of another host": "<form action=https://evil.example/><input name=a></form>",
    "select with focus": "<select autofocus onfocus=__hit('a')></select>",
    "text field with focus": "<textarea autofocus onfocus=__hit('a')>",
    "anchor that runs": "<a href=javascript:__hit('a')>x</a>",
    "anchor with data": "<a href='data:text/html,<script>__hit(1)</script>'>x</a>",
    "anchor with an event": "<a onmouseover=__hit('a')>x</a>",
    "body that loads": "<body onload=__hit('a')>",
    "body that shows": "<body onpageshow=__hit('a')>",
    "marquee": "<marquee onstart=__hit('a')>x</marquee>",
    "style": "<style>@import 'https://evil.example/x.css';</style>",
    "style that hides": "<style>*{display:none}</style>",
    "style of an element": "<p style='background:url(https://evil.example/)'>x</p>",
    "element over all": "<div style='position:fixed;inset:0'>x</div>",
    "animation": "<p style='animation:x' onanimationstart=__hit('a')>x</p>",
    "base": "<base href=https://evil.example/>",
    "refresh": "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "policy": '<meta http-equiv=Content-Security-Policy content="script-src *">',
    "style sheet": "<link rel=stylesheet href=https://evil.example/x.css>",
    "manifest": "<link rel=manifest href=https://evil.example/x>",
    "link before loading": "<link rel=preload as=image href=https://evil.example/x.png>",
    "template": "<template><img src=x onerror=__hit('a')></template>",
    "shadow": "<div><template shadowrootmode=open><script>__hit(1)</script></template></div>",
    "without script": "<noscript><p title='</noscript><img src=x onerror=__hit(1)>'></noscript>",
    "end of the title": "</title><script>__hit('a')</script>",
    "end of the page": "</body></html><script>__hit('a')</script>",
    "end of the text": "</div></section></article><h1>Superseded</h1>",
    "end of a paragraph": "</p></li></ol><p class=status>Withdrawn</p>",
    "end of the head": "</head><body><h1>Withdrawn</h1>",
    "status": '<span class="status withdrawn">Withdrawn</span>',
    "heading": "<h1>Advisory Opinion 06 (2003)</h1>",
    "anchor that is taken": "<a id=p1 name=text>x</a>",
    "comment left open": "<!-- ",
    "comment that ends": "<!--><script>__hit('a')</script>-->",
    "comment for Explorer": "<!--[if IE]><script>__hit('a')</script><![endif]-->",
    "character data": "<a><![CDATA[><script>__hit('a')</script>]]>",
    "plain text": "<plaintext>",
    "raw text": "<xmp><script>__hit('a')</script>",
    "element of one's own": "<x-a onclick=__hit('a') tabindex=1 id=x>x</x-a>",
}
"""Attacks with a tag: the rules refuse them in a text or a page, and a field shows them."""

SIGNS = {
    "end of an attribute": "\" onmouseover=__hit('a') x=\"",
    "end of another attribute": "' onfocus=__hit('a') autofocus tabindex=1 x='",
    "end of an unquoted attribute": "x onclick=__hit('a')",
    "grave accents": "`` onmouseover=__hit('a')",
    "entities": "&lt;script&gt;__hit('a')&lt;/script&gt;",
    "entities by number": "&#60;img src=x onerror=__hit('a')&#62;",
    "entities in hexadecimal": "&#x3c;svg onload=__hit('a')&#x3e;",
    "entity without an end": "&ltimg src=x onerror=__hit('a')&gt",
    "entities of entities": "&amp;lt;script&amp;gt;__hit('a')",
    "entity for a quotation mark": "&quot; onclick=__hit('a') &quot;",
    "link that runs": "[x](javascript:__hit('a'))",
    "link with an entity": "[x](javascript&colon;__hit('a'))",
    "link with numbers": "[x](&#106;avascript:__hit('a'))",
    "link with a title": "[x](https://example.org/ \"a' onclick=__hit('a')\")",
    "link with data": "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "link with vbscript": "[x](vbscript:x)",
    "link by reference": "[x][y] [y]: javascript:__hit('a')",
    "link of the host": "[x](//evil.example/)",
    "picture": "![x](https://evil.example/x.png)",
    "picture that ends its title": "![x\" onerror=__hit('a') y=\"](x.png)",
    "picture of data": "![x](data:image/svg+xml;base64,PHN2Zz4=)",
    "list of attributes": "x {: onclick=__hit('a') }",
    "list of attributes of a block": "{: #text .status onclick=__hit('a') }",
    "list of attributes of a heading": "x {#content onclick=__hit('a')}",
    "variables": "{{ config.site_name }} {{ 7 * 7 }}",
    "statements": "{% include '/etc/passwd' %}{% for a in b %}",
    "remarks": "{# x #}",
    "raw": "{% endraw %}{{ 7 * 7 }}",
    "objects": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "forms": "{number} {0.__class__} %(name)s ${HOME} $(id) `id`",
    "snippet": "--8<-- 'README.md'",
    "snippet in brackets": '--8<-- "/etc/passwd"',
    "include": "!include /etc/passwd",
    "table of contents": "[TOC]",
    "footnote": "x[^1] [^1]: y",
    "abbreviation": "*[HTML]: <x",
    "admonition": '!!! danger "Withdrawn"',
    "emoji": ":material-script: :smile:",
    "keys": "++ctrl+alt+del++ ^^x^^ ==y== ~~z~~",
    "formula of TeX": "$\\href{javascript:__hit(1)}{x}$ \\(x\\)",
    "code": "`<script>__hit('a')</script>`".replace("<", "&lt;"),
    "fence of code": "``` { .x onclick=__hit('a') }",
    "rule": "* * *",
    "star without an end": "**x",
    "backslashes": "\\\\ \\* \\",
    "stash of Markdown": "wzxhzdk:0 klzzwxh:0001",
    "end of JSON": '"}]}',
    "escape of JSON": "\\u003c/script\\u003e\\u003cimg src=x onerror=__hit(1)\\u003e",
    "end of linked data": "\\\"}; __hit('a'); //",
    "BibTeX": "}, url={https://evil.example/}} @misc{x,",
    "TeX": "\\input{/etc/passwd} \\write18{id} % $ # & _ ^ ~",
    "number that is another": "Advisory Opinion 06 (2003)",
    "status that is another": "Withdrawn. Superseded by AO 6 (2003).",
    "mention": "@someone #1 GH-1 https://evil.example/ www.evil.example",
    "command of a workflow": "::error file=a,line=1::x ##[error]x ::set-output name=a::b",
    "characters of the shell": "; rm -rf / | cat && $(id) > /tmp/x",
    "address that goes up": "../../../etc/passwd",
    "signs of all kinds": "!\"#$%&'()*+,-./:;=?@[\\]^_`{|}~",
}
"""Attacks without a tag: shown wherever they stand."""

_IN_TEXTS = {"number that is another": "OP302", "status that is another": "OP302"}
_IN_PAGES = {"picture of data": "OP210", "abbreviation": "OP210"}

FIELDS = ("title", "summary", "question", "answer", "withdrawn", "source", "edition", "standard")
MORE_FIELDS = (
    *("topic", "about", "program", "note", "roman"),
    *("part", "wording", "correction", "alias"),
)
LINE_FIELDS = ("title", "summary", "topic", "edition", "question")
TEXTS = ("paragraph", "heading", "item", "quote")

FORMULAS = {
    "formula of a sheet": "=1+1",
    "formula that runs": "=cmd|' /C calc'!A0",
    "formula with plus": "+1+1",
    "formula with minus": "-1+1",
    "formula with at": "@SUM(A1)",
    "formula that links": '=HYPERLINK("https://evil.example/","x")',
    "formula after a quotation mark": '"=1+1',
    "end of a cell": 'x","=1+1","',
    "end of a row": 'x"\n=1+1,2003/99,"',
    "separator": "x;=1+1;y",
    "formula after spaces": "  =1+1",
}

LINES = {
    "line of RIS": "x\nER  - \nTY  - RPRT\nTI  - y",
    "entry of BibTeX": "x\n}\n@techreport{ao-2003-06,\ntitle={y}}",
    "front matter": "x\n---\ntitle: y\n---\n",
    "paragraph": "x\n\n# Opinion Number 06 (2003)\n\n- y",
    "command": "x\n::error::y\n%0A::warning::z",
    "row of a table": "x\n| a | b |\n|---|---|\n| <img src=x onerror=__hit(1)> | d |",
    "block of HTML": "x\n\n<div markdown='1'>\n\n<script>__hit('a')</script>\n\n</div>\n",
    "end of an entry": "x]]></title></entry><entry><title>y",
    "header of mail": "x\nContent-Type: text/html\n\ny",
}
"""Texts of several lines."""

ADDRESSES = {
    "javascript": ("javascript:__hit('a')", "OP109"),
    "javascript in capitals": ("JaVaScRiPt:__hit('a')", "OP109"),
    "javascript after a space": (" javascript:__hit('a')", "OP109"),
    "javascript with a tab": ("java\tscript:__hit('a')", "OP109"),
    "javascript with a line end": ("java\nscript:__hit('a')", "OP109"),
    "javascript with a host": ("javascript://example.org/%0a__hit('a')", "OP109"),
    "data": ("data:text/html,<script>__hit('a')</script>", "OP109"),
    "vbscript": ("vbscript:x", "OP109"),
    "file": ("file:///etc/passwd", "OP109"),
    "blob": ("blob:https://example.org/x", "OP109"),
    "without a scheme": ("//evil.example/", "OP109"),
    "within the site": ("../../../", "OP109"),
    "without a host": ("https:///x", "OP109"),
    "broken host": ("https://[x", "OP109"),
    "quotation mark": ('https://example.org/" onclick=__hit(1) x="', "OP109"),
    "apostrophe": ("https://example.org/'onclick=__hit(1)", "OP109"),
    "tag": ("https://example.org/<script>__hit(1)</script>", "OP109"),
    "name before the host": ("https://harbor.example@evil.example/", "OP109"),
    "backslash": ("https:\\\\evil.example", "OP109"),
    "other letters": ("https://ex\u0430mple.org/", "OP015"),
    "order turned": ("https://example.org/\u202egpj.exe", "OP007"),
    "signs": ("https://example.org/?a=b&c={{7*7}}&lt;#`x`|y", ""),
    "script as a query": ("https://example.org/?javascript:__hit(1)", ""),
}

LETTERS = {
    "order turned": ("title", "Opinion \u202e60\u202c", "OP007"),
    "order turned in the text": ("paragraph", "It may \u202eton\u202c.", "OP007"),
    "order isolated": ("summary", "a\u2066b\u2069", "OP007"),
    "mark of direction": ("title", "a\u200fb", "OP007"),
    "mark of Arabic": ("title", "a\u061cb", "OP007"),
    "nothing": ("paragraph", "It may\u200b not.", "OP007"),
    "joiner": ("alias", "01\u200d-03", "OP007"),
    "soft hyphen": ("paragraph", "con\u00adfidential", "OP007"),
    "byte order mark": ("title", "a\ufeffb", "OP007"),
    "tag characters": ("title", "a\U000e0041b", "OP007"),
    "selector": ("title", "a\ufe0fb", "OP007"),
    "filler": ("title", "a\u3164b", "OP007"),
    "object": ("title", "a\ufffcb", "OP007"),
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
    "wide letters": ("title", "\uff33tandard", "OP015"),
    "letters of mathematics": ("title", "\U0001d5e6tandard", "OP015"),
    "Roman number": ("roman", "\u2162", "OP015"),
    "Kelvin": ("title", "\u212aeeping", "OP015"),
    "dotless": ("title", "F\u0131les", "OP015"),
    "ligature": ("paragraph", "con\ufb01dential", "OP015"),
    "struck out": ("paragraph", "It m\u0336a\u0336y\u0336.", "OP015"),
    "heap of accents": ("title", "a" + "\u0301" * 40, "OP015"),
    "Arabic digits": ("title", "Opinion \u0665", "OP015"),
    "wide digits": ("alias", "\uff10\uff15", "OP015"),
    "Hebrew": ("title", "\u05d0\u05d1", "OP015"),
}

VALUES = {
    "number of Arabic digits": ("number", "\u0665", "OP106"),
    "wide number": ("number", "\uff15", "OP106"),
    "number that goes up": ("number", "../5", "OP106"),
    "number with a sign": ("number", "-5", "OP106"),
    "number as long as a page": ("number", "9" * 5000, "OP106"),
    "number of a float": ("number", "5e3", "OP106"),
    "year of Arabic digits": ("year", "\u0662\u0660\u0660\u0663", "OP107"),
    "year that goes up": ("year", "../2003", "OP107"),
    "day with a tag": ("approved", "2003-06-01<script>", "OP105"),
    "day in wide digits": ("approved", "\uff12003-06-01", "OP105"),
    "id that goes up": ("id", "../../x", "OP108"),
    "id with a tag": ("id", "1><script>", "OP108"),
    "id with a quotation mark": ("id", '1" onclick="x', "OP108"),
    "id in Cyrillic": ("id", "\u0430", "OP108"),
    "id with a line end": ("id", "1\n", "OP108"),
    "topic that goes up": ("topics", "../../etc", "OP108"),
    "topic with a null": ("topics", "a\x00", "OP108"),
    "topic of nobody": ("topics", "constructor", "OP112"),
    "Standard that goes up": ("standards", "../3", "OP110"),
    "Standard with a tag": ("standards", "3(<b>)", "OP110"),
    "Standard in wide brackets": ("standards", "3\uff08c\uff09", "OP110"),
    "statute that goes up": ("statutes", "../../7A", "OP110"),
    "rule that goes up": ("rules", "../PR 1", "OP110"),
    "opinion that goes up": ("opinions", "2003/../01", "OP123"),
    "effect of one's own": ("effect", "withdraws", "OP122"),
    "file that goes up": ("source file", "../../../etc/passwd", "OP111"),
    "file from the root": ("source file", "/etc/passwd", "OP111"),
    "file that goes up inside": ("source file", "a/../../b", "OP111"),
    "file with a line end": ("source file", "a\nb", "OP111"),
    "hash with a tag": ("sha256", "<script>", "OP111"),
    "class of Python": ("extra", "!!python/object/apply:os.system [id]", "OP005"),
    "anchor of YAML": ("extra", "&a [*a]", "OP005"),
    "merged fields": ("extra", "{<<: {number: 6}}", "OP101"),
    "field of the object": ("extra", "{__class__: x, __proto__: y}", "OP101"),
}

PAGES = {
    "link that runs": "[x](javascript:__hit('a'))",
    "link with a tab": "[x](java\tscript:__hit('a'))",
    "link with a tab in brackets": "[x](<java\tscript:__hit('a')>)",
    "link that runs in brackets": "[x](<javascript:__hit('a')>)",
    "link after spaces": "[x](   javascript:__hit('a'))",
    "link by reference": "[x][1]\n\n[1]: javascript:__hit('a')",
    "link in brackets by reference": "[x][1]\n\n[1]: <javascript:__hit('a')>",
    "link by itself": "<javascript:__hit('a')>",
    "link with data": "[x](data:text/html,x)",
    "link with vbscript": "[x](VBScript:x)",
    "link to a file": "[x](file:///etc/passwd)",
    "picture": "![x](https://evil.example/x.png)",
    "picture by reference": "![x][1]\n\n[1]: https://evil.example/x.png",
    "picture of the host": "![x](//evil.example/x.png)",
    "entity in a scheme": "[x](&#106;avascript:__hit('a'))",
    "entity for a colon": "[x](javascript&colon;__hit('a'))",
    "letter by a backslash": "[x](\\javascript:__hit('a'))",
}
"""Markdown that only a hand-written page reads."""

FILES = {
    "page that goes by another's name": "pages/search.md",
    "page in the place of the search": "pages/pagefind.md",
    "page in the place of the style": "pages/assets.md",
    "page for what is not there": "pages/404.md",
    "page in capitals": "pages/About.md",
    "page with a space": "pages/a b.md",
    "page with a line end": "pages/a\nb.md",
    "page with a quotation mark": 'pages/a"b.md',
    "page with a tag": "pages/<img src=x>.md",
    "page in Cyrillic": "pages/\u0430bout.md",
    "page with a percent sign": "pages/%2e%2e.md",
    "record in capitals": "opinions/2003/07.MD",
    "record of another number": "opinions/2003/08.md",
    "record without a zero": "opinions/2003/7.md",
    "record in wide digits": "opinions/\uff12003/07.md",
    "record with a line end": "opinions/2003/07\n.md",
    "record with a command": "opinions/2003/\n::error::x.md",
    "record in a folder too deep": "opinions/2003/07/07.md",
    "record beside the years": "opinions/07.md",
    "twin of the folder": "Opinions/2003/07.md",
    "Standard of another number": "standards/4.md",
    "settings": "opinions/mkdocs.yml",
    "script": "pages/x.js",
    "page of HTML": "pages/x.html",
}
"""Files that no corpus has; each is refused by a rule on the collection."""

COMMISSIONS = ("name", "short name", "opinion", "short opinion", "author", "document")


def _attacks() -> Iterator[Attack]:
    for (name, text), where in zip(TAGS.items(), cycle(FIELDS), strict=False):
        yield Attack(name, where, text)
    for (name, text), where in zip(TAGS.items(), cycle(TEXTS), strict=False):
        yield Attack(name, where, text, "OP204")
    for (name, text), where in zip(SIGNS.items(), cycle(MORE_FIELDS), strict=False):
        yield Attack(name, where, text)
    for (name, text), where in zip(SIGNS.items(), cycle(TEXTS), strict=False):
        yield Attack(name, where, text, _IN_TEXTS.get(name, ""))
    yield from (Attack(name, "title", text) for name, text in FORMULAS.items())
    for (name, text), where in zip(LINES.items(), cycle(LINE_FIELDS), strict=False):
        yield Attack(name, where, text)
    yield from (Attack(name, "paragraph", text) for name, text in list(LINES.items())[:5])
    yield from (Attack(name, "url", *told) for name, told in ADDRESSES.items())
    yield from (Attack(name, *told) for name, told in LETTERS.items())
    yield from (Attack(name, *told) for name, told in VALUES.items())
    yield from (Attack(name, "page", text, "OP210") for name, text in PAGES.items())
    yield from (Attack(name, "page", TAGS[name], "OP210") for name in list(TAGS)[::4])
    for name, text in list(SIGNS.items())[20:40]:
        yield Attack(name, "page", text, _IN_PAGES.get(name, ""))
    yield from (Attack(name, "file", path, "OP4") for name, path in FILES.items())
    for (name, text), where in zip(list(TAGS.items())[::10], COMMISSIONS, strict=False):
        yield Attack(name, where, text)


ATTACKS = tuple(_attacks())

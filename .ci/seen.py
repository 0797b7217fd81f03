"""Print what a reader of an issue sees of its Markdown in BODY: no comment or tag of HTML."""

import os
import re
import sys

HIDDEN = re.compile(
    r"""<!--.*?(?:-->|$)
    | <(script|style|template)\b.*?(?:</\1|$)
    | <[?!].*?(?:>|$)
    | </?[a-z][a-z0-9-]*(?=[\s/>])(?:"[^"]*"|'[^']*'|[^"'>])*(?:>|$)""",
    re.DOTALL | re.IGNORECASE | re.VERBOSE,
)

sys.stdout.write(HIDDEN.sub("", os.environ["BODY"]) + "\n")

"""Print the Markdown of an issue, from BODY, without the HTML that its readers do not see."""

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

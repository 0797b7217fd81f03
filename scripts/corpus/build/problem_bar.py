"""A bar at the top of a page: why the site cannot be published, and what to type instead."""

import re
from pathlib import Path

from corpus.build.site import SiteNotBuiltError
from corpus.checks.report import total
from corpus.findings import Level
from corpus.model.words import Words
from corpus.pages.environment import render

STYLE = Path(__file__).with_suffix(".css")
STYLE_PATH = "assets/css/preview.css"
"""Where pages look for the style, below the root of the site."""

MAX_FINDINGS = 100
"""How many findings the bar shows, errors first."""

_BODY = re.compile(r"<body[^>]*>")


def add_problem_bar(page: str, root: str, problem: SiteNotBuiltError, note: str) -> str:
    """A page with the bar; `root` leads to the root of the site.

    `note` says what the page shows in spite of the problem.
    """
    findings = [
        finding for level in Level for finding in problem.findings if finding.level is level
    ]
    bar = render(
        "problem_bar.html",
        Words(),
        style=f"{root}{STYLE_PATH}",
        title=total(findings) if findings else "The site cannot be published",
        note=note,
        findings=findings[:MAX_FINDINGS],
        hidden=len(findings[MAX_FINDINGS:]),
        message=problem.message,
    )
    return _BODY.sub(lambda body: f"{body[0]}\n{bar}", page, count=1)

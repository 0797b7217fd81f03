"""The settings and one record of a body with two series, two kinds and a body that it cites."""

from factories import Files

SETTINGS = """\
name: Joint Legislative Ethics Committee of Jefferson
short_name: Joint Ethics Committee
opinion: Advisory Opinion
opinion_short: EC
approval_lines: ["Approved by the Committee, {date}"]
date_format: "%B %d, %Y"
series:
  - name: Advisory Opinion
    printed: "EC-{yy}-{number}"
    url: "{year}/{number}"
  - name: Letter of Advice
    printed: "LA {year}-{number}{letter}"
    url: "la/{year}/{number}"
authorities:
  statute:
    title: Jefferson Statutes Annotated
    label: "J.S.A. {id}{part}"
    numbering: code
    example: 46-237(b)
  rule:
    title: Joint Rules
    label: "Joint Rule {rule}, § {section}{part}"
    numbering: "{rule}.{section}"
    example: 12.3(a)
citation: {author: Joint Legislative Ethics Committee of Jefferson}
cited_bodies:
  - name: Attorney General of Jefferson
    printed: ["Att’y Gen. Op. No. {year}-{number:03}"]
    url: "https://ag.example.org/{year}-{number:03}"
source: {title: The opinions of the body}
"""
LETTER = """\
---
series: la
number: 3
letter: A
year: 2004
title: Leave for a campaign
approved: 2004-10-01
topics: [confidentiality]
summary: A staff member asked about leave. The letter allows it.
issues: [{id: 1, question: May I take leave?, at: [1]}]
holdings: [{id: 1, answers: 1, text: It may., at: [2]}]
statutes: ["46-237(b)"]
rules: ["12.3(a)"]
source: {title: Minutes}
---

# LA 2004-3A

Approved by the Committee, October 1, 2004

May I take leave?

It may. Joint Rule 12, § 3(a). See J.S.A. 46-237(b).
"""
_LAW = '---\nid: "{id}"\ntitle: Duty\nsource: {title: Minutes}\n---\n'
FILES: Files = {
    "standards/commission.yml": SETTINGS,
    "opinions/2003/05.md": None,
    "opinions/la/2004/03a.md": LETTER,
    "standards/3.md": None,
    "standards/statutes/7A-38.2.md": None,
    "standards/statutes/46-237.md": _LAW.replace("{id}", "46-237"),
    "standards/rules/12.3.md": _LAW.replace("{id}", "12.3"),
}

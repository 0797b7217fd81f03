"""Bodies that cite other kinds of authority than the small corpus, and the corpora of each."""

from typing import NamedTuple

import yaml

from corpus.model.commission import Commission
from factories import COMMISSION, Files, record_text, with_fields


class Body(NamedTuple):
    """The kinds of authority of a body, and a text that cites two of them."""

    authorities: str
    text: str
    """Each citation is marked with what it means: `«Rule 4-1.7(b)=4-1.7(b)»`."""
    fields: str
    """The fields of a record with that text."""
    files: dict[str, str]
    """The id of the authority in each file that the body has for what it cites."""
    pages: dict[str, str]
    """The printed name of each provision that the text cites, by the URL of its place."""

    @property
    def commission(self) -> Commission:
        """The settings of the body."""
        return Commission.model_validate(yaml.safe_load(self.settings))

    @property
    def settings(self) -> str:
        """The text of its settings."""
        return with_fields(COMMISSION, f"authorities:\n{self.authorities}")

    @property
    def corpus(self) -> Files:
        """The files of a corpus with one record, which has the text of the body."""
        words = self.text.replace("«", "").replace("»", "|")
        text = "".join(piece.partition("=")[0] for piece in words.split("|"))
        holding = "holdings:\n  - {id: 1, answers: 1, text: It may., at: [2]}\n"
        record = record_text(f"standards: []\nstatutes: []\n{holding}", None)
        record = record.replace("standards: []\nstatutes: []\n", self.fields)
        record = record.replace("It may (see Standard 3(c)).", text)
        source = "source: {title: Minutes of the Board}"
        return {
            "standards/commission.yml": self.settings,
            "standards/3.md": None,
            "standards/statutes/7A-38.2.md": None,
            "opinions/2003/05.md": record,
            **{
                f"standards/{name}.md": f'---\nid: "{number}"\ntitle: A duty\n{source}\n---\n'
                for name, number in self.files.items()
            },
        }


BAR = Body(
    """\
  rule:
    title: Rules of Professional Conduct
    label: "Rule {id}"
    numbering: "{chapter}-{rule}.{section}"
""",
    "It may (see «Rule 4-1.7(b)=4-1.7(b)» and «4-1.10=4-1.10»; «Rules 4-1.7(a)=4-1.7(a)» and"
    " «(b)=4-1.7(b)», but not Model Rule 1.7).",
    'rules: ["4-1.7(b)", "4-1.10", "4-1.7(a)"]\n',
    {"rules/4-1.7": "4-1.7", "rules/4-1.10": "4-1.10"},
    {"rules/4-1.7/#b": "Rule 4-1.7(b)", "rules/4-1.10/": "Rule 4-1.10"},
)
"""A bar with one kind of authority, whose rules are numbered by chapter."""

FEDERAL = Body(
    """\
  statute:
    title: United States Code
    label: "{title} U.S.C. § {section}{part}"
    numbering: "{title}-{section}"
    cited_as: [USC]
  regulation:
    title: Code of Federal Regulations
    label: "{title} CFR {chapter}.{section}{part}"
    numbering: "{title}-{chapter}.{section}"
    cited_as: [C.F.R.]
""",
    "It may. See «52 U.S.C. § 30101(8)(A)=52-30101(8)(A)»; «11 CFR 100.52(a)=11-100.52(a)» and"
    " «109.20=11-109.20»; «52 USC §§ 30101(8)=52-30101(8)» and «30102=52-30102».",
    'statutes: ["52-30101(8)(A)", "52-30101(8)", "52-30102"]\n'
    'regulations: ["11-100.52(a)", "11-109.20"]\n',
    {
        "statutes/52-30101": "52-30101",
        "statutes/52-30102": "52-30102",
        "regulations/11-100.52": "11-100.52",
        "regulations/11-109.20": "11-109.20",
    },
    {
        "statutes/52-30101/#8-A": "52 U.S.C. § 30101(8)(A)",
        "statutes/52-30102/": "52 U.S.C. § 30102",
        "regulations/11-100.52/#a": "11 CFR 100.52(a)",
    },
)
"""A federal commission, whose statutes and regulations have a number before the words."""

JUDICIAL = Body(
    """\
  article:
    title: Constitution
    label: "Const. art. {article}, § {section}"
    numbering: "{article}-{section}"
    numerals: roman
    cited_as: [Article]
  canon:
    title: Code of Judicial Conduct
    label: "Canon {id}"
    first_part: A
    cited_as: [Judicial-Code Canon]
""",
    "It may (see «Canon 3B(5)=3B(5)», «Canon 3(B)(6)=3B(6)» and «Canon 2=2»; «Canons 4A=4A» and"
    " «B=4B»). See also «Const. art. XVI, § 40(a)=XVI-40(a)» and «Article V, § 3=V-3».",
    'articles: ["XVI-40(a)", "V-3"]\ncanons: ["3B(5)", "3B(6)", "2", "4A", "4B"]\n',
    {
        "articles/V-3": "V-3",
        "articles/XVI-40": "XVI-40",
        "canons/2": "2",
        "canons/3": "3",
        "canons/4": "4",
    },
    {
        "articles/XVI-40/#a": "Const. art. XVI, § 40(a)",
        "canons/3/#B-5": "Canon 3B(5)",
        "canons/4/#A": "Canon 4A",
        "canons/2/": "Canon 2",
    },
)
"""A judicial committee, which prints the first part without parentheses, and a constitution."""

MEDIATORS = Body(
    """\
  statute:
    title: Florida Statutes
    label: "§ {id}{part}, Fla. Stat."
    numbering: "{chapter}.{section}"
    cited_as: [Fla. Stat., Florida Statutes]
    common_words: [§, Section, section]
  rule:
    title: Rules for Mediators
    label: "Rule {id}"
    numbering: "{chapter}.{rule}"
    cited_as: [rule]
""",
    "It may. See «§ 44.405(4)(a), Fla. Stat.=44.405(4)(a)»;"
    " «section 44.403, Florida Statutes=44.403», and «rule 10.310(a)=10.310(a)», but not section"
    " 3.2 of the lease.",
    'statutes: ["44.405(4)(a)", "44.403"]\nrules: ["10.310(a)"]\n',
    {
        "statutes/44.405": "44.405",
        "statutes/44.403": "44.403",
        "rules/10.310": "10.310",
    },
    {
        "statutes/44.405/#4-a": "§ 44.405(4)(a), Fla. Stat.",
        "statutes/44.403/": "§ 44.403, Fla. Stat.",
        "rules/10.310/#a": "Rule 10.310(a)",
    },
)
"""A committee of mediators, which names its statutes after their number."""

STATE_OFFICE = Body(
    """\
  statute:
    title: General Statutes
    label: "Gen. Stat. § {id}"
    numbering: code
    letters: small
    common_words: [Section]
""",
    "It may (see «Gen. Stat. § 1-84b(c)=1-84b(c)» and «Gen. Stat. §§ 1-79=1-79» and «1-84=1-84»)."
    " «Gen. Stat. § 1-86E=1-86e» and «Section 85a of Chapter 1=1-85a» go on.",
    'statutes: ["1-84b(c)", "1-79", "1-84", "1-86e", "1-85a"]\n',
    {f"statutes/{number}": number for number in ("1-84b", "1-79", "1-84", "1-86e", "1-85a")},
    {
        "statutes/1-84b/#c": "Gen. Stat. § 1-84b(c)",
        "statutes/1-86e/": "Gen. Stat. § 1-86e",
    },
)
"""An office whose sections have lowercase letters."""

BODIES = {
    "bar": BAR,
    "federal": FEDERAL,
    "judicial": JUDICIAL,
    "mediators": MEDIATORS,
    "state office": STATE_OFFICE,
}

"""Fictional bodies whose opinions are numbered as those of real ones, each with a few opinions."""

from dataclasses import dataclass

from factories import COMMISSION, RECORD, UNCHANGED_LAW, Files, record_text, with_fields


@dataclass(frozen=True)
class NumberedOpinion:
    """An opinion of a body, with everything that its number decides."""

    fields: str
    """The lines of its record that give its number."""
    url: str
    long: str
    short: str
    citation: str
    """Its citation, with the year."""


@dataclass(frozen=True)
class NumberedBody:
    """A body and its opinions, oldest first."""

    settings: str
    """Its lines of `standards/commission.yml`."""
    opinions: tuple[NumberedOpinion, ...]

    @property
    def files(self) -> Files:
        """The files of its collection."""
        records = {opinion.url.rstrip("/") + ".md": _record(opinion) for opinion in self.opinions}
        commission = with_fields(COMMISSION, f"{self.settings}{_REPLACED}")
        return {
            **UNCHANGED_LAW,
            "standards/commission.yml": "".join(
                line
                for line in commission.splitlines(keepends=True)
                if not line.startswith(("heading_lines", "opinions:"))
            ),
            "opinions/2003/05.md": None,
            **records,
        }


_REPLACED = "citation: {author: Harbor Bd.}\n"


def _record(opinion: NumberedOpinion) -> str:
    numbers = f"{opinion.fields}\n"
    year = next(word for word in opinion.citation.strip(")").split("(")[::-1])
    day = f"approved: {year}-11-07\n"
    body = RECORD.split("---\n", 2)[2]
    body = body.replace("Opinion Number 05 (2003)", opinion.long).replace("2003", year)
    text = record_text(f"{numbers}{day}title: {opinion.long}\n", body)
    if "year:" not in opinion.fields:
        text = text.replace("year: 2003\n", "")
    return text


BODIES = {
    "committee": NumberedBody(
        """\
opinion: Ethics Opinion
opinion_short: MEAC
series:
  - name: Ethics Opinion
    printed: "MEAC {year}-{number:03}"
    cited: "Op. {year}-{number:03}"
    in_text: ["MEAC Opinion {year}-{number}"]
""",
        (
            NumberedOpinion(
                "number: 3\nyear: 2019",
                "opinions/2019/03/",
                "MEAC 2019-003",
                "MEAC 2019-003",
                "Harbor Bd., Op. 2019-003 (2019)",
            ),
            NumberedOpinion(
                "number: 012\nyear: 2019",
                "opinions/2019/12/",
                "MEAC 2019-012",
                "MEAC 2019-012",
                "Harbor Bd., Op. 2019-012 (2019)",
            ),
            NumberedOpinion(
                "number: 3\nyear: 2020",
                "opinions/2020/03/",
                "MEAC 2020-003",
                "MEAC 2020-003",
                "Harbor Bd., Op. 2020-003 (2020)",
            ),
        ),
    ),
    "federal commission": NumberedBody(
        """\
opinion: Advisory Opinion
opinion_short: AO
series:
  - name: Advisory Opinion
    printed: "Advisory Opinion {year}-{number:02}"
    short: "AO {year}-{number:02}"
""",
        (
            NumberedOpinion(
                "number: 05\nyear: 1999",
                "opinions/1999/05/",
                "Advisory Opinion 1999-05",
                "AO 1999-05",
                "Harbor Bd., Advisory Opinion 1999-05 (1999)",
            ),
            NumberedOpinion(
                "number: 05\nyear: 2024",
                "opinions/2024/05/",
                "Advisory Opinion 2024-05",
                "AO 2024-05",
                "Harbor Bd., Advisory Opinion 2024-05 (2024)",
            ),
        ),
    ),
    "three series": NumberedBody(
        """\
opinion: Ethics Opinion
opinion_short: Ethics Op.
series:
  - name: Ethics Decision
    printed: "Ethics Decision {year}-{number}"
    url: "ed/{year}/{number}"
  - name: RPC
    printed: "RPC {number}"
    url: "rpc/{number}"
    numbers: run on
  - name: Formal Ethics Opinion
    printed: "{year} Formal Ethics Opinion {number}"
    short: "{yy} FEO {number}"
    cited: "Formal Ethics Op. {year}-{number}"
    url: "feo/{year}/{number}"
""",
        (
            NumberedOpinion(
                "number: 178\nseries: rpc",
                "opinions/rpc/178/",
                "RPC 178",
                "RPC 178",
                "Harbor Bd., RPC 178 (1994)",
            ),
            NumberedOpinion(
                "number: 179\nseries: rpc",
                "opinions/rpc/179/",
                "RPC 179",
                "RPC 179",
                "Harbor Bd., RPC 179 (1994)",
            ),
            NumberedOpinion(
                "number: 2\nyear: 1998\nseries: ed",
                "opinions/ed/1998/02/",
                "Ethics Decision 1998-2",
                "Ethics Decision 1998-2",
                "Harbor Bd., Ethics Decision 1998-2 (1998)",
            ),
            NumberedOpinion(
                "number: 5\nyear: 1998\nseries: feo",
                "opinions/feo/1998/05/",
                "1998 Formal Ethics Opinion 5",
                "98 FEO 5",
                "Harbor Bd., Formal Ethics Op. 1998-5 (1998)",
            ),
            NumberedOpinion(
                "number: 3\nyear: 2023\nseries: feo",
                "opinions/feo/2023/03/",
                "2023 Formal Ethics Opinion 3",
                "23 FEO 3",
                "Harbor Bd., Formal Ethics Op. 2023-3 (2023)",
            ),
        ),
    ),
    "without years": NumberedBody(
        """\
opinion: Opinion
opinion_short: Op.
series:
  - name: Opinion
    printed: "Opinion {number}"
    cited: "Op. {number}"
    in_text: ["Opinion No. {number}"]
    url: "{number}"
    numbers: run on
""",
        (
            NumberedOpinion(
                "number: 699",
                "opinions/699/",
                "Opinion 699",
                "Opinion 699",
                "Harbor Bd., Op. 699 (2021)",
            ),
            NumberedOpinion(
                "number: 700",
                "opinions/700/",
                "Opinion 700",
                "Opinion 700",
                "Harbor Bd., Op. 700 (2021)",
            ),
        ),
    ),
    "letters": NumberedBody(
        """\
opinion: Ethics Opinion
opinion_short: EO
series:
  - name: Ethics Opinion
    printed: "Ethics Opinion {year}-{number}{letter}"
    short: "EO {year}-{number}{letter}"
""",
        (
            NumberedOpinion(
                "number: 30\nyear: 2014",
                "opinions/2014/30/",
                "Ethics Opinion 2014-30",
                "EO 2014-30",
                "Harbor Bd., Ethics Opinion 2014-30 (2014)",
            ),
            NumberedOpinion(
                "number: 30\nletter: A\nyear: 2014",
                "opinions/2014/30a/",
                "Ethics Opinion 2014-30A",
                "EO 2014-30A",
                "Harbor Bd., Ethics Opinion 2014-30A (2014)",
            ),
            NumberedOpinion(
                "number: 31\nyear: 2014",
                "opinions/2014/31/",
                "Ethics Opinion 2014-31",
                "EO 2014-31",
                "Harbor Bd., Ethics Opinion 2014-31 (2014)",
            ),
        ),
    ),
    "years of two digits": NumberedBody(
        """\
opinion: Informal Opinion
opinion_short: Inf. Op.
series:
  - name: Informal Opinion
    printed: "Informal Opinion {yy}-{number}"
    short: "Inf. Op. {yy}-{number}"
    url: "informal/{year}/{number}"
""",
        (
            NumberedOpinion(
                "number: 2\nyear: 1988\nseries: informal",
                "opinions/informal/1988/02/",
                "Informal Opinion 88-2",
                "Inf. Op. 88-2",
                "Harbor Bd., Informal Opinion 88-2 (1988)",
            ),
            NumberedOpinion(
                "number: 1\nyear: 2001\nseries: informal",
                "opinions/informal/2001/01/",
                "Informal Opinion 01-1",
                "Inf. Op. 01-1",
                "Harbor Bd., Informal Opinion 01-1 (2001)",
            ),
        ),
    ),
}
"""The bodies by what is particular to them."""

"""Ordinary English around a citation: words that only join, words that are counted, months."""

import re

from corpus.citations.pinpoints import DASH

_JOINING_WORDS = """
    a about above according accord after against all also although among an and another any applies
    apply applying are as at be because been before below between both but by cf citing
    compare consider considering consult contra does during each either eg even every except few
    following for former from generally had has have he her hence here his however i ibid id ie if
    in including into is it its likewise may moreover must my neither no nor not note now of on once
    one only or our over per previous prior pursuant quoting read said same see shall she should
    similarly since so some such than that the their then there therefore these they this those
    though through thus to under unless unlike until upon violates violating was we were what when
    where whereas whether which while who with within without you your
"""
JOINING_WORDS = frozenset(_JOINING_WORDS.split())
"""Words that may begin a sentence or stand before a name, and are not part of a name."""

_BEFORE_A_CITATION = """
    add adopted adopts affirmed affirms again albeit already always amended amends amid another
    applied around attach attached besides beyond cannot check cited cites clarified clarifies
    concerns confer contrast contrasted contrasts could current despite did didn't discuss
    discussed discusses distinguish distinguished distinguishes do doesn't don't draft earlier
    examine explained explains extended extends final find first followed follows further
    furthermore give given had has have how
    include included includes indeed inside instead interpreted interprets is isn't last let like
    likewise limited limits look many maybe meanwhile mention mentioned mentions might modified
    modifies modify more most near never nevertheless new next nonetheless observe often old open
    original other others otherwise outside overruled overrules past perhaps please print proposed
    provided published put quote quoted quotes rather re-read reaffirmed reaffirms recall recent
    refer regardless reinstates related relevant relies remember remove replace replaced replaces
    rescinded rescinds review revised revises revisit search second send several sometimes soon
    still study supersede superseded supersedes take tentative third thereafter throughout till
    today together too toward towards twice unpublished use used uses via wasn't whatever whenever
    wherever whichever whom whose why will withdraw withdrawn withdraws withdrew won't would yes
    yet
    january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday
"""
BEFORE_A_CITATION = JOINING_WORDS | {*_BEFORE_A_CITATION.split()}
"""Words that may begin a sentence right before a citation, and say nothing of whose it is."""

_OCCUPATIONS = """
    accounting auditing banking building counseling engineering housing licensing nursing plumbing
    policing sentencing surveying
"""
ADVERB_OR_PARTICIPLE = re.compile(
    rf"(?!(?:{'|'.join(_OCCUPATIONS.split())})$)[a-z]{{3,}}(?:ing|ly)"
)
"""`recently`, `interpreting`; not `auditing`, an occupation that has rules of its own."""

_MEASURES = """
    angle bit cent credit day decade degree dollar factor feet foot gallon hour hundred
    inch(?:es)? meter mile million minute month night percent pound quart quarter second
    semester thousand time ton volt watt week weekday yard year
"""
_PERSONS = """
    attorney client defendant employee judge juror kid lawyer litigant mediator member neutral
    nominee observer part(?:y|ies) participant people person plaintiff reader speaker staff
    user voter witness(?:es)? worker
"""
_PLACES = """
    answer example exhibit inquir(?:y|ies) item line page paragraph point question reason
    request sentence
"""
_THINGS = """
    apartment appointment bed bedroom box call camera case chair column complaints computer
    cop(?:y|ies) copy count counties county couple course cup cycle door edition exam field
    form grade group invoice laptop letter level mail meeting motion national occasion offer
    option paper pay phone piece plan plus position printer product projector room round rung
    seat seminar session sheet size slide slot space star step stor(?:y|ies) table team term
    thing topic trial type unit version visit vote wa(?:y|ys) wheel window word
"""


def _any_noun(*lists: str) -> str:
    return "(?:" + "|".join(f"{noun}s?" for nouns in lists for noun in nouns.split()) + ")"


MEASURE = _any_noun(_MEASURES)
"""What no opinion or law names after its number: `Opinion 30 minutes`."""
PERSON = _any_noun(_PERSONS)
"""Those who may follow a cited rule: `AO 5 brokers may`."""
PLACE_IN_A_TEXT = _any_noun(_PLACES)
"""What may name a place in what is cited: `AO 5 page 2`."""
COUNTED = _any_noun(_MEASURES, _PERSONS, _PLACES, _THINGS)
"""Nouns that are counted: `Opinion 30 minutes`, `Canon 2 hour conference`."""

_VERB_WITH_OBJECT = (
    r"(?:(?:answers|counts|forms|offers|points|questions|tables)\s+"
    r"(?:an?|any|every|her|him|his|it|its|no|that|the|their|them|these|this|those|what|whether)"
    r"|answers\s+both|calls\s+(?:for|it|that|the|this)|points\s+(?:out|to))\b"
)
"""What a provision does, though the verb is also a counted noun: `Canon 4 points the other way`."""

MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|"
    r"Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)

_COUNTS_SOMETHING = re.compile(
    rf"""
    \s*(?:%|°|[ap]\.m\.|[AP]\.M\.(?!\s+[A-Z]))                              # 30%, 9 a.m.
  | :[0-9]{{2}}(?!\w)                                                       # 9:30
  | (?:/[0-9]{{1,2}}){{1,4}}(?![\w/-])                                      # 9/11
  | \s+[x×]\s+[0-9]                                                         # 8 x 10
  | \s?{DASH}\s?[0-9]{{1,4}}\s+{COUNTED}\b                                  # 5-7 days
  | \s+of\s+[0-9]{{1,2}}(?=[.,;)\n]|$)                                      # 3 of 12
  | \s+to\s+[0-9]{{1,4}}\s+(?:(?:business|calendar|full|school|working)\s+)?
    (?:minute|hour|day|week|month|year)s?\b                                 # 9 to 5 working days
  | \s+(?:\([a-z-]{{3,15}}\)\s+)?
    (?:
        (?!{_VERB_WITH_OBJECT}){COUNTED}\b                                  # 30 (thirty) minutes
      | [0-9]+/[0-9]                                                        # 8 1/2
      | (?:[A-Z][\w']{{0,4}}\.[\w.]*\s?){{1,3}}(?:Laws\s)?\s*[0-9]          # 12 N.C. App. 43
    )
    """,
    re.VERBOSE,
)


def counts_something(text: str, end: int) -> bool:
    """Whether the number that ends here counts what follows, or is the volume of a reporter.

    It can begin a range, as in `9 to 5 hours`.
    """
    return _COUNTS_SOMETHING.match(text, end) is not None


_NEXT_WORD = re.compile(r"\s+(?:(?:also|only|not|\w+ly)\s+)?(?P<word>[a-z]+)\b")
_JOINING_A_NUMERAL = """
    after although and are as at because before but by does during for from has if in is of on or
    since than though through thru to under unless until upon when where whereas whether which while
    who with within without
"""
_AFTER_A_NUMERAL = frozenset(_JOINING_A_NUMERAL.split())
_AFTER_EITHER = frozenset(("was", "can", "cannot", "may", "must", "shall", "should", "will"))
_DETERMINER = re.compile(
    r"\b(?:the|this|that|an?|any|each|every|no|which|what|same)\s+$", re.IGNORECASE
)
_NOUN = re.compile(
    r"[a-z]+(?:aint|ance|ation|ction|cy|ence|ision|ition|[iu]ty|ship|ssion)"
    r"|[a-z]{4,}(?:ing|ment|ness)"
)
"""`violation` or `requirement`, but not `mention` or `comment`, which are verbs too."""


def is_pronoun(text: str, start: int, end: int) -> bool:
    """Whether the `I` after a name from `start` to `end` is a person: `this Canon I would hold`.

    Verbs in the third person follow a numeral: `Canon I requires`.
    """
    match = _NEXT_WORD.match(text, end)
    if match is None or match["word"] in _AFTER_A_NUMERAL:
        return False
    word = match["word"]
    if word in _AFTER_EITHER or word.endswith("ed"):
        return _DETERMINER.search(text, max(start - 10, 0), start) is not None
    return not (word.endswith("s") or _NOUN.fullmatch(word))


_VERBS_OF_THE_LAW = """
    allows applies binds bars forbids governs permits prohibits provides regulates requires says
    states
"""
AFTER_A_PROVISION = JOINING_WORDS | {*_VERBS_OF_THE_LAW.split()}
"""What may follow a number in a sentence: `standard 3 requires`, `rule 4 of`."""

_ENDS_LIKE_A_PLURAL = sorted(word for word in AFTER_A_PROVISION if word.endswith("s"))
_BEFORE_THINGS = re.compile(
    rf"\s+(?:of\s+(?!(?:the\s+|this\s+)?[A-Z])"
    rf"|(?!(?:{'|'.join(_ENDS_LIKE_A_PLURAL)})(?!\w))[a-z]+s(?![\w'\u2019]))"
    rf"|{DASH}[a-z]|\s*[ap]\.?m(?!\w)"
)


def is_before_things(text: str, end: int) -> bool:
    """Whether the number that ends here counts what follows, as in `5.3 acres`, or is part of it.

    After several laws stands a verb without an s: `1.7 and 5.3 ask`.
    """
    return _BEFORE_THINGS.match(text, end) is not None


DOCUMENT = (
    "(?:agreement|application|bill|book|bylaws|contract|course|curriculum|deed|form|guide|handbook|lease|manual"
    "|petition|plan|policy|report|will)s?"
)
_OF_A_DOCUMENT = re.compile(
    r"\s+(?:of|in)\s+(?:an?|the|this|that|any|each|every|her|his|its|my|our|their|your)\s+"
    rf"(?:\w+\s+)?{DOCUMENT}\b"
)
"""` of the lease`: what a number in lowercase may belong to."""
_OF_SOMETHING = re.compile(r"\s+of\s+(?:the|this|that|a|an|your|his|her|their|our|any)\s+[a-z]+")
"""` of the lease`."""
_AFTER_A_DOCUMENT = re.compile(rf"\b(?i:{DOCUMENT})(?:,\s+|\s*\(|\s+)$")
"""`the lease, ` or `the lease (` before a section."""
_LONGEST_DOCUMENT = 20


def is_of_a_document(text: str, end: int) -> bool:
    """Whether the number that ends here is of a document that is not a law: `3.2 of a deed`."""
    return _OF_A_DOCUMENT.match(text, end) is not None


def is_of_something(words: str, end: int) -> bool:
    """Whether `of the` and a common noun follow: ` of the lease`."""
    return _OF_SOMETHING.match(words, end) is not None


def is_after_a_document(text: str, start: int) -> bool:
    """Whether a document that is not a law is named right before: `the lease, `."""
    return _AFTER_A_DOCUMENT.search(text, max(start - _LONGEST_DOCUMENT, 0), start) is not None


def is_ordinary(text: str, start: int, end: int) -> bool:
    """Whether a name in lowercase with a whole number is not a citation: `the standard 3 meals`."""
    is_after_determiner = _DETERMINER.search(text, max(start - 10, 0), start) is not None
    return is_after_determiner or is_before_a_noun(text, end)


def is_before_a_noun(text: str, end: int) -> bool:
    """Whether a word in lowercase follows that would not continue a sentence about a law."""
    match = _NEXT_WORD.match(text, end)
    return match is not None and match["word"] not in AFTER_A_PROVISION

"""A sentence taken apart: its words, clauses and values, and what the later steps ask of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from reconcile.extract.clauses import Clause, Kind
from reconcile.extract.figures.reading import BEFORE
from reconcile.extract.grammar import BREAKS, Tag, closed, persons, third, words
from reconcile.extract.groups import Group, forms, says
from reconcile.extract.headlines import mark_verbs
from reconcile.extract.mining import Mined
from reconcile.extract.split import split
from reconcile.extract.words import Token, read_words
from reconcile.lexicon import entries
from reconcile.model import Flow, Mention, Part, Quantity, Sentence, units

_NOTHING: Final[Mapping[int, str]] = {}
_LEADING: Final = frozenset({Tag.ADV, Tag.NOT, Tag.DATE, Tag.COORD})
_ASIDE: Final = frozenset({Tag.PREP, Tag.TO, Tag.OPENER, Tag.ING, Tag.ED, Tag.PART})
_VERBAL: Final = frozenset({Tag.ING, Tag.ED, Tag.PART})
_IN_NOUN: Final = frozenset({Tag.NOUN, Tag.NAME, Tag.DET, Tag.POSS, Tag.FIGURE})
_BESIDE: Final = frozenset({Kind.MAIN, Kind.TELLING, Kind.ACCORDING})  # what hangs on no other clause as a part of it
_EMPTY: Final = frozenset({"the", "a", "an", "of"})
_NAMED: Final = frozenset({Tag.NOUN, Tag.NAME, Tag.FIGURE, Tag.PRON, Tag.ING})


@dataclass(frozen=True, slots=True)
class Scan:
    """A sentence with its words and clauses.

    Attributes:
        sentence: its place and running text; the tokens' offsets are those of the block's running text.
        mentions: by the number in `Token.value`.
        owners: for each token the number of the clause it falls to; marks fall to none (-1).
    """

    sentence: Sentence
    flow: Flow
    mentions: Sequence[Mention]
    tokens: list[Token]
    clauses: list[Clause]
    owners: list[int]
    _own: dict[int, list[int]] = field(default_factory=dict)
    _subjects: dict[int, list[int]] = field(default_factory=dict)
    _inside: dict[int, list[int]] = field(default_factory=dict)
    _told: dict[tuple[int, ...], str] = field(default_factory=dict)

    def words(self, numbers: Iterable[int], counted: Mapping[int, str] = _NOTHING) -> str:
        """The words of tokens as running text.

        Args:
            numbers: of the tokens, ascending.
            counted: words to say instead of a token.
        """
        text, last = "", -1
        for number in numbers:
            token = self.tokens[number]
            tight = last >= 0 and last + 1 == number and self.tokens[last].end == token.start
            word = counted.get(number, token.text).removeprefix("-" if len(token.text) > 1 else " ")
            text += word if tight or not text else f" {word}"
            last = number
        return text

    def counted(self, number: int) -> str:
        """What a figure without its noun counts ("all seven", "26,000 had returned"), as far as is known."""
        mention = self.mentions[self.tokens[number].value]
        named = mention.counts and not self.stated(number)
        told = named or mention.rule.endswith(BEFORE)
        unit = mention.value.unit if isinstance(mention.value, Quantity) and not told else None
        if unit is None or unit == "time" or units.kind(unit) != "count":
            return ""
        return "people" if unit == "person" else third(unit)  # "districts": the plural is spelt like the verb form

    def stated(self, number: int) -> bool:
        """Whether a figure counts people only by what became of them: "31 dead", "12 injured", "At least 9 killed"."""
        return self.mentions[self.tokens[number].value].counts.lower() in entries("people")["said_of_people"]

    def telling_words(self, numbers: Iterable[int]) -> str:
        """The words of tokens without figures and dates, and without what only leads to these ("on", "of", "the").

        "was ceded on Nov. 25" is "was ceded"; "Tens of thousands of Azerbaijanis" is "Azerbaijanis".
        """
        asked = tuple(numbers)
        if asked not in self._told:
            self._told[asked] = self._telling_words(asked) if asked else ""
        return self._told[asked]

    def _telling_words(self, numbers: Sequence[int]) -> str:
        kept: list[int] = []
        counted = {n: noun for n in numbers if self.tokens[n].value >= 0 and (noun := self.counted(n))}
        for place, number in enumerate(numbers):
            owning = number > 0 and self.tokens[number].low in ("'s", "'") and self.tokens[number - 1].value >= 0
            stands_in = place > 0 and numbers[place - 1] in counted and self.tokens[number].low in ("others", "other")
            if self.tokens[number].value < 0 or number in counted:
                kept += [] if owning or stands_in else [number]
            elif not self._goes_on(numbers[place + 1 : place + 2], number):
                while kept and self.tokens[kept[-1]].tag in (Tag.DET, Tag.COORD):
                    kept.pop()
                tied = closed().get(self.tokens[number].low.split()[0]) in (Tag.PREP, Tag.OPENER)
                leads = bool(kept) and self.tokens[kept[-1]].tag in (Tag.PREP, Tag.TO)
                if leads and not tied and self.tokens[kept[-1]].low not in words("particles"):
                    kept.pop()
                    if kept and self.tokens[kept[-1]].low == "as":  # "as of Thursday"
                        kept.pop()
            elif kept and kept[-1] == number - 1 and self.tokens[kept[-1]].low in ("a", "an"):  # "an eight-year deal"
                kept.pop()
        while kept and self.tokens[kept[-1]].tag is Tag.COORD:
            kept.pop()
        while kept and (self.tokens[kept[0]].low in _EMPTY or self.tokens[kept[0]].tag is Tag.COORD):
            del kept[0]
        return self.words(kept, counted)

    def _goes_on(self, behind: Sequence[int], value: int) -> bool:
        """Whether a noun that belongs to a value stands behind it: "three districts", "the November deal"."""
        near = self.tokens[behind[0]].tag if behind and behind[0] == value + 1 else Tag.STOP
        if near is Tag.ED and any(c.group and c.group.start == value + 1 for c in self.clauses):
            return False
        if (
            near is Tag.PREP and self.tokens[behind[0]].low == self.tokens[value - 1].low == "of"
        ):  # "of 6 litres of oil"
            return False
        return near in (Tag.NOUN, Tag.NAME, Tag.ED) or (near is Tag.PREP and self.tokens[behind[0]].low == "of")

    def own(self, number: int) -> list[int]:
        """The token numbers of a clause, its opening word left out; one list for all who ask, not to be changed."""
        found = self._own.get(number)
        if found is None:
            clause = self.clauses[number]
            found = [n for start, end in clause.pieces for n in range(max(start, clause.body), end)]
            self._own[number] = found
        return found

    def values(self, number: int) -> list[int]:
        """The token numbers of the figures and dates of a clause."""
        return [n for n in self.own(number) if self.tokens[n].value >= 0]

    def subject(self, number: int) -> list[int]:
        """The token numbers of a clause's own subject: what stands before its verb, without what leads up to it.

        One list for all who ask, not to be changed.
        """
        found = self._subjects.get(number)
        if found is None:
            found = self._subjects[number] = self._subject(number)
        return found

    def _subject(self, number: int) -> list[int]:
        clause = self.clauses[number]
        if clause.group is None:
            return []
        pieces: list[list[int]] = []
        for start, end in clause.pieces:
            piece = list(range(max(start, clause.body), min(end, clause.group.start)))
            while piece and self.tokens[piece[0]].tag in _LEADING and not self._not_all(piece):
                del piece[0]
            if piece and self.tokens[piece[-1]].tag is Tag.PRON:  # "At this point it …"
                piece = piece[-1:]
            if any(self.tokens[n].tag in _NAMED or self.tokens[n].tag is Tag.DET for n in piece):
                pieces.append(piece)
        joined = bool(pieces) and any(self.tokens[n].tag is Tag.COORD for n in pieces[-1])
        if len(pieces) > 1 and pieces[-1][-1] + 1 == clause.group.start and not joined:
            return pieces[-1]  # "In Lund, an island town, Ada Voss said": what stands before is beside her
        lead = (p for p in pieces if self.tokens[p[0]].tag in _ASIDE and len(clause.pieces) > 1)
        aside = [n for p in lead if p[-1] + 1 < clause.group.start or self.tokens[p[0]].tag not in _VERBAL for n in p]
        return [n for piece in pieces for n in piece if n not in aside]

    def _not_all(self, piece: list[int]) -> bool:
        """Whether "not" belongs to the noun behind it: "Not much was left", "Not one bridge held"."""
        noun = len(piece) > 1 and self.tokens[piece[1]].tag in (Tag.DET, Tag.FIGURE, Tag.NOUN)
        return noun and self.tokens[piece[0]].tag is Tag.NOT

    def antecedent(self, number: int) -> list[int]:
        """The token numbers of the noun phrase that a clause is about: the one right before it."""
        clause = self.clauses[number]
        near = self.noun_before(clause.start, wide=not clause.marked)
        opening = {token.low for token in self.tokens[clause.start : clause.start + 3]}
        if opening & {"who", "whom"}:
            return self._people_before(clause, near)
        return self._thing_of(near) if "which" in opening else near

    def _thing_of(self, near: list[int]) -> list[int]:
        """What "which" is about where people stand first: "survivors of the ferry, which had 841 on board"."""
        last = next((at for at in range(len(near) - 1, 0, -1) if self.tokens[near[at]].tag is Tag.PREP), 0)
        people = any(self.tokens[n].low in persons() for n in near[:last])
        return near[last + 1 :] if people else near

    def _people_before(self, clause: Clause, near: list[int]) -> list[int]:
        """Whom "three of whom", "who" is about: the nearest people, where what stands right before is no person.

        "Rescuers pulled nine miners from the shaft, three of whom died": the miners, as they stand behind the verb.
        """
        nouns = persons()
        first = near[0] if near else 0
        person = any(self.tokens[n].low in nouns for n in near)
        verb = self.clauses[clause.parent].group if clause.parent >= 0 else None
        if person or verb is None or self.tokens[first - 1].tag is not Tag.PREP:
            return near
        before = [n for n in self.own(clause.parent) if verb.end <= n < first]
        found = next((n for n in reversed(before) if self.tokens[n].low in nouns or self._is_counted(n)), -1)
        return self.noun_before(found + 1) if found >= 0 else near

    def _is_counted(self, number: int) -> bool:
        """Whether a word is the noun of a count: "20 | bodies"."""
        figure = self.tokens[number - 1].value if number else -1
        value = self.mentions[figure].value if figure >= 0 else None
        unit = value.unit if isinstance(value, Quantity) else None
        return unit is not None and units.kind(unit) == "count"

    def noun_before(self, at: int, *, wide: bool = False) -> list[int]:
        """The token numbers of the noun phrase that ends before a token, marks left out.

        Args:
            at: number of the token.
            wide: whether it reaches over prepositions to a figure: "all seven around the lake that …".
        """
        at -= 1
        while at >= 0 and self.tokens[at].tag in (Tag.DATE, *BREAKS):
            at -= 2 if self.tokens[at].tag is Tag.DATE and self.tokens[at - 1].tag is Tag.PREP else 1
        owner = max(self.owners[at], 0) if at >= 0 else 0
        verb = self.clauses[owner].group
        end = at
        while at >= 0 and not (verb and verb.start <= at < verb.end) and self._of_noun(at, end):
            at -= 1
        counted = at
        while wide and counted >= 0 and self.owners[counted] == owner and self._of_counted(counted, verb):
            counted -= 1
        figure = next((n for n in range(counted + 1, at + 1) if self.tokens[n].tag is Tag.FIGURE), -1)
        if figure >= 0:
            at = figure - 2 if self.tokens[figure - 1].tag is Tag.DET else figure - 1
        return [n for n in range(at + 1, end + 1) if self.tokens[n].tag not in BREAKS]

    def _of_counted(self, at: int, verb: Group | None) -> bool:
        """Whether a token still belongs to a longer noun phrase: "all seven around Karabakh that …"."""
        if self.tokens[at].tag in BREAKS or (verb and verb.start <= at < verb.end):
            return False
        return self.tokens[at].tag in _IN_NOUN or self.tokens[at].tag is Tag.PREP

    def _of_noun(self, at: int, end: int) -> bool:
        """Whether a token still belongs to the noun phrase that ends at `end`."""
        token = self.tokens[at]
        if token.tag in _IN_NOUN or token.low == "of":
            return True
        if token.tag in (Tag.DATE, Tag.ED, Tag.ING, Tag.ADV) and at < end:  # "the 1990s war", "a newly built dam"
            return at > 0 and self.tokens[at - 1].tag in (Tag.DET, Tag.POSS, Tag.ADV)
        return False

    def tells(self, number: int) -> bool:
        """Whether a clause hands on what somebody says."""
        clause = self.clauses[number]
        if clause.group is not None:
            return says(self.tokens, clause.group)
        first = next(iter(self.own(number)), -1)
        return clause.kind is Kind.PARTICIPLE and first >= 0 and self.tokens[first].low in forms("telling")

    def around(self, number: int) -> Iterable[int]:
        """The clauses that a clause stands in, from the inside out, itself first."""
        while number >= 0:
            yield number
            number = self.clauses[number].parent

    def inside(self, number: int) -> list[int]:
        """The clauses that hang on a clause as a part of it; one list for all who ask, not to be changed."""
        if number not in self._inside:
            found = {number}
            for n, clause in enumerate(self.clauses):
                if clause.parent in found and clause.kind not in _BESIDE:
                    found.add(n)
            self._inside[number] = sorted(found)
        return self._inside[number]


def scan(sentence: Sentence, bounds: tuple[int, int], mined: Mined, names: frozenset[str]) -> Scan:
    """Take a sentence apart.

    Args:
        sentence: its place.
        bounds: its offsets in the running text of its block.
        mined: the block.
        names: words of the article known to be names.
    """
    tokens = read_words(mined.flow.text, *bounds, mined.values, names)
    headline = sentence.part in (Part.TITLE, Part.HEADING)
    if not any(token.tag is Tag.STOP for token in tokens[-2:]):
        mark_verbs(tokens)
    clauses = split(tokens, headline=headline)
    owners = [-1] * len(tokens)
    for number, clause in enumerate(clauses):
        for first, last in clause.pieces:
            owners[first:last] = [number] * (last - first)
    return Scan(sentence, mined.flow, mined.told, tokens, clauses, owners)

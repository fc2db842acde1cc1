"""What a claim is about, as far as its words show it: the ground on which the gate decides.

What comes in: a claim and its source. What goes out: a Subject. Nothing is compared here but subjects with subjects.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from reconcile.compare import around
from reconcile.compare.marks import marks
from reconcile.compare.names import NAME, names, plain_in
from reconcile.compare.times import governing, times
from reconcile.compare.words import WORD, known, read, stem
from reconcile.model import Claim, Modality, Role, Source
from reconcile.model.once import once

PLACE: Final = re.compile(  # "in Oma", "near the mines of Oma", "in the inland district of Oma", "in eastern Oma"
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Aa]cross|[Aa]round) (?:the )?(?:(?:[a-z-]+ ){1,3}of (?:the )?)?"
    r"(?:(?:(?:north|south|east|west|central)[a-z-]*|nearby|downtown) )?"
    rf"({NAME.pattern})"
)
_TOLD_TO: Final = re.compile(rf"\b(?:told|tells?|telling) (?:the )?({NAME.pattern})")
_POINTS_BACK: Final = re.compile(  # "It killed 600 people", "In that match 54 were hurt"; not "It is said that …"
    r"(?:It|They|That|This|(?:In|On|At|During) that)\b(?! (?:was|is) (?:the|a|not) )"
    r"(?! (?:was|is|has been) (?:\w+ly )?(?:reported|said|believed|feared|thought|estimated|known|clear|unclear) )"
)
SUPERLATIVE: Final = re.compile(  # "no work has ever cost more", "nobody has ever been faster": it has, and they were
    r"\b(?:no|none|nobody|nothing|never)\b[^.;,]*?\b(?:more|less|fewer|worse|better|\w{3,}er)\b(?=[^.;,]* than\b)",
    re.IGNORECASE,
)
_AFTER_NOUN: Final = re.compile(r" (?:of|in|who|that|which|from|around|at|on|to|for) ")


@dataclass(frozen=True, eq=False)  # no slots: each thing of it is worked out once it is asked for, few of most claims
class Subject:
    """What a claim is about."""

    claim: Claim
    source: Source

    @once
    def stems(self) -> frozenset[str]:
        """Stems of its words that say something; no figure, name, or general word, nothing of what is counted."""
        told = self.claim.quantity or self.claim.when
        skipped = frozenset(word.lower() for word in WORD.findall(told.text)) if told else frozenset[str]()
        found = _content(self._about, self._named | skipped)
        if not self.claim.quantity:
            return found
        # the noun and the unit are compared for themselves, and "killed" is the measure
        unit = self.claim.figure.unit if self.claim.figure else None
        units = map(stem, (unit or "").lower().split())
        return found.difference(known().people, self.counted, units, found & known().measures.keys())

    @once
    def keys(self) -> frozenset[str | int]:
        """The same with the rows of synonyms they stand in."""
        return keyed(self.stems)

    @once
    def rows(self) -> Sequence[tuple[str, frozenset[int]]]:
        """Its words that stand in rows of synonyms, each with these."""
        rows = known().rows
        return [(word, rows[word]) for word in self.stems if word in rows]

    @once
    def names(self) -> frozenset[str]:
        """Every name, those of the sentence where the claim has none."""
        return self._named or self.context

    @once
    def here(self) -> frozenset[str]:
        """The same without those of the sentence before, whom "it" may or may not stand for."""
        return self._named or (names(self._sentence, self._plain) - names(self.claim.speaker, self._plain))

    @once
    def context(self) -> frozenset[str]:
        """All names of the sentence."""
        told = names(self._sentence, self._plain) - names(self.claim.speaker, self._plain)
        return told | self._named | names(self._before, self._plain)

    @once
    def numbers(self) -> frozenset[str]:
        """The other numbers of the sentence, as written."""
        told = self.claim.quantity or self.claim.when
        return around.numbers(self._sentence, told.text if told else "")

    @once
    def places(self) -> frozenset[str]:
        """The names of where it was."""
        told = (names(m[1], self._plain) for m in PLACE.finditer(f"{self._about}. {self._before}"))
        return names(self.claim.where, self._plain).union(*told)

    @once
    def counted(self) -> frozenset[str]:
        """Stems of the noun phrase that is counted."""
        stop = known().stop
        return frozenset(stem(low) for word in WORD.findall(self._counts) if (low := word.lower()) not in stop)

    @once
    def heads(self) -> frozenset[str | int]:
        """Those of its last word, or of the unit."""
        return keyed(_head(self._counts) or around.unit_words(self.claim, self.source))

    @once
    def owners(self) -> frozenset[str]:
        """Names inside the noun phrase that is counted ("Russian soldiers"); for an age, whose it is."""
        return around.owners(self.claim, self.source, self._plain, self._named)

    @once
    def won(self) -> frozenset[str]:
        """The names of who won the votes that a figure counts."""
        return names(around.winner(self.claim, self.source), self._plain)

    @once
    def groups(self) -> frozenset[str]:
        """The kinds of people it is narrowed to."""
        return _groups(self.claim, self.source, self.counted)

    @once
    def measure(self) -> str:
        """What became of the things counted, by the word nearest to the figure; "" if none is near."""
        return around.measure(self.claim, self.source, self.measures) if self.claim.quantity else ""

    @once
    def measures(self) -> frozenset[str]:
        """All that its words name."""
        own = around.deeds(f"{self._counts} {self.claim.quote}") if self.claim.quantity else []
        measures = known().measures
        return frozenset(measures[s] for s in {*around.deeds(self._about), *own} if s in measures)

    @once
    def sides(self) -> frozenset[tuple[int, int]]:
        """The sides its deeds take, see `words.Lexicon`."""
        sides = known().sides
        return frozenset().union(*[sides[s] for s in self._said if s in sides])

    @once
    def deed(self) -> frozenset[str | int]:
        """For a date, the word it hangs on, under all its keys."""
        return keyed(around.deed(self.claim, self.source, self._plain))

    @once
    def marks(self) -> frozenset[str]:
        """How its value is narrowed.

        "other", "separate", "all", "total", "ordinal", "daily", "part", "whole", "offset" ("two days after"),
        "fraction", "best" ("two of its largest mills"), "former" ("the last quake"), "another" ("another quake"),
        "was" ("up from 84"), "where" ("the hotels, where sales rose by 15 percent"), "rival" ("Rival Arden lost 40
        million"), "norm" ("the limit of 80"), "toll" ("the number of deaths"), "lasting" ("ran for 18 months"),
        "capacity" ("four seasons as the coach"), "stretch" ("nine games before coming back"), "tellers" ("one
        survivor recalled"), "aboard" ("831 were on board"), "net" ("400 million, without the fees"), "turnout" ("37
        percent of voters turned out"), "asked" ("in a poll 47 percent said"), "everybody" ("of the 400 residents"),
        the grades of `words.Lexicon`, and those of `forms.FORMS`; for a date that is part of a name ("the June 20
        vote") "named".
        """
        return marks(self.claim, self.source, [word.lower() for word in WORD.findall(self._about)])

    @once
    def times(self) -> frozenset[str]:
        """Years, months without a day, times long ago and stretches of a match or a career that its sentence names.

        They are seldom of the news itself.
        """
        told = self.claim.quantity or self.claim.when
        words = governing(self.claim, self._sentence, befell=bool(self.measure))
        return frozenset(times(words, told.text if told else "", self._year))

    @once
    def borrowed(self) -> frozenset[str]:
        """The years and months of the sentence before, where its own points back to it ("It killed 600")."""
        return frozenset(time for time in times(self._before, "", self._year) if not time[0].islower())

    @once
    def wide(self) -> frozenset[str | int]:
        """The same as keys for all of the sentence."""
        return keyed(_content(self._sentence, self._named))

    @once
    def setting(self) -> frozenset[str]:
        """The words of its sentence, without the rows of synonyms, the noun that is counted and a sum's currency."""
        told, figure = self.claim.quantity, self.claim.figure
        sum_told = told.text if told and figure and figure.kind == "money" else ""
        currency = frozenset(stem(word.lower()) for word in WORD.findall(sum_told))
        return frozenset(key for key in self.wide if isinstance(key, str)) - self.heads - self.counted - currency

    @once
    def negated(self) -> bool:
        """Whether a word turns a deed round."""
        words = SUPERLATIVE.sub(" ", self._about)
        return known().negation.search(words) is not None and not _awaited(self.claim)

    @property
    def _year(self) -> int | None:
        """That of publication."""
        return self.source.published.year if self.source.published else None

    @once
    def _sentence(self) -> str:
        """Its sentence on one line."""
        return " ".join(self.source.text[self.claim.sentence.start : self.claim.sentence.end].split())

    @once
    def _before(self) -> str:
        """The sentence before, where its own points back to it; else ""."""
        return around.sentence_before(self.claim, self.source) if _POINTS_BACK.match(self._sentence) else ""

    @once
    def _about(self) -> str:
        return self.claim.about or " ".join(self.claim.quote.split())

    @once
    def _counts(self) -> str:
        return self.claim.quantity.counts if self.claim.quantity else ""

    @once
    def _plain(self) -> frozenset[str]:
        """The words that name nobody in its sentence, with those of its outlet's name ("she told the Gazette")."""
        plain = plain_in(self.source.text, self._sentence)
        outlet = frozenset(self.source.publisher.lower().split())
        told = (match[1].lower().split() for match in _TOLD_TO.finditer(self._sentence)) if outlet else ()
        own = [words for words in told if outlet.issuperset(words)]
        return plain.union(*own) if own else plain  # one set for all of an article: `names` is asked of it again

    @once
    def _named(self) -> frozenset[str]:
        """The names that the claim itself has."""
        return names(self._about, self._plain) | names(self._counts, self._plain)

    @once
    def _said(self) -> Sequence[str]:
        """The stems of its words, the small ones left out."""
        stop = known().stop
        return [key for word, key in read(self._about) if word not in stop]


def _awaited(claim: Claim) -> bool:
    """Whether what is not is only that it comes before its day: "will not open until Saturday", "before Saturday"."""
    role = claim.date.role if claim.date else None
    return role is Role.BEFORE or (role is Role.FROM and claim.modality is not Modality.DENIED)


def shared(a: Subject, b: Subject) -> int:
    """How many words of the two say the same, synonyms counted."""
    if a.keys.isdisjoint(b.keys):
        return 0
    return len(a.stems & b.stems) + _stood_for(a, b)


def _stood_for(a: Subject, b: Subject) -> int:
    """How many words of the first the other has only in other words."""
    words, keys = b.stems, b.keys
    return sum([word not in words and not rows.isdisjoint(keys) for word, rows in a.rows])


def alike(a: Subject, b: Subject) -> float:
    """Which part of the shorter one's words the other has too, 0 to 1."""
    if a.keys.isdisjoint(b.keys):
        return 0.0
    other = _stood_for(a, b)
    other = other and min(other, _stood_for(b, a))
    return (len(a.stems & b.stems) + other) / min(len(a.stems), len(b.stems))


def _groups(claim: Claim, source: Source, counted: frozenset[str]) -> frozenset[str]:
    if claim.figure is None or claim.figure.unit not in (None, "person"):  # "108 reports" are no reporters
        return frozenset()
    table = known().groups
    told = {*(counted or around.following(claim, source)), *around.counted_too(claim, source)}
    return frozenset(table[s] for s in told if s in table)


@lru_cache(maxsize=4096)
def _content(text: str, skipped: frozenset[str]) -> frozenset[str]:
    """The stems of the words that say something: no stop word, no general word, none of the skipped."""
    lexicon = known()
    stop, general = lexicon.stop, lexicon.general
    return frozenset([key for word, key in read(text) if not (word in stop or key in general or key in skipped)
                      and (skipped.isdisjoint(word.split()) if " " in word else word not in skipped)])  # fmt: skip


def keyed(stems: frozenset[str]) -> frozenset[str | int]:
    """Stems with the rows of synonyms they stand in."""
    rows = known().rows
    return frozenset(stems).union(*[rows[s] for s in stems if s in rows])


def _head(counts: str) -> frozenset[str]:
    """The noun of a noun phrase: the last word before "of", "in", "who" ("districts" of "districts around Vell")."""
    words = [word.lower() for word in WORD.findall(_AFTER_NOUN.split(counts)[0])]
    return frozenset({dict(read(counts)).get(words[-1], stem(words[-1]))}) if words else frozenset()

"""Claims: one for each figure and each date of an article, and for each statement without one.

What comes in: a Source. What goes out: its Claims, by place.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from reconcile.extract.about import attribute, proposition
from reconcile.extract.clauses import Kind
from reconcile.extract.grammar import BREAKS, Tag, words
from reconcile.extract.groups import passive
from reconcile.extract.kept import SHORTEST, Proposition, told_apart
from reconcile.extract.memory import Memory
from reconcile.extract.mining import Mined, mine
from reconcile.extract.modality import modality
from reconcile.extract.places import attached, place, row_of
from reconcile.extract.scan import Scan, scan
from reconcile.extract.sentences import read_sentences
from reconcile.extract.speakers import in_relative, open_quotation, quoted, speaker, teller
from reconcile.extract.stated import as_of
from reconcile.extract.subjects import affirmed, one_person, person, several, ship, subject
from reconcile.extract.words import names_in
from reconcile.model import Claim, Mention, Modality, Part, Quantity, Role, Sentence, Source

_STATEMENTS: Final = frozenset({Kind.MAIN, Kind.COMPLEMENT})


def claims(source: Source) -> tuple[Claim, ...]:
    """The claims of an article, by place."""
    memory = Memory(names_in(source.text), afloat=not words("ships").isdisjoint(source.text.lower().split()))
    every = list(mine(source))
    found = [claim for mined in every for claim in _block(source, mined, memory)] or list(_line(source, every, memory))
    return _numbered(sorted(found, key=lambda c: (c.span.start, c.span.end, c.quantity is None, c.when is None)))


def _block(source: Source, mined: Mined, memory: Memory) -> Iterator[Claim]:
    memory.open = False
    for start, end in read_sentences(mined.flow.text, [(f.start, f.end) for f in mined.found]):
        sentence = Sentence(mined.flow.span(start, end), mined.block.part)
        taken = scan(sentence, (start, end), mined, memory.names)
        if any(token.value >= 0 or token.text[:1].isalnum() for token in taken.tokens):
            yield from _sentence(source, taken, memory)
            _remember(taken, memory)


def _line(source: Source, every: Sequence[Mined], memory: Memory) -> Iterator[Claim]:
    """All that a text without a statement says, where it is no longer than a line: "Islands of the Tarn estuary"."""
    for mined in every if len(every) == 1 else ():
        bounds = list(read_sentences(mined.flow.text, []))
        for start, end in bounds if len(bounds) == 1 else ():
            taken = scan(Sentence(mined.flow.span(start, end), mined.block.part), (start, end), mined, memory.names)
            told = [token for token in taken.tokens if token.text[:1].isalpha()]
            if len(told) > 1 and taken.tokens[-1].text != "?":
                yield _claim(source, taken, 0, -1, memory)


def _sentence(source: Source, taken: Scan, memory: Memory) -> Iterator[Claim]:
    numbers = range(len(taken.clauses))
    values = [at for at, token in enumerate(taken.tokens) if token.value >= 0]
    for at in values:
        yield _claim(source, taken, max(taken.owners[at], 0), at, memory)
    if taken.tokens[-1].text == "?":
        return
    stated = [number for number in numbers if _states(taken, number)]
    if not stated and not values and _is_sentence(taken):
        stated = [0]
    for number in stated:
        yield _claim(source, taken, number, -1, memory)


def _is_sentence(taken: Scan) -> bool:
    """Whether words without a known verb are a sentence all the same: long enough, and closed by a full stop."""
    if any(clause.group for clause in taken.clauses) or not any(token.text == "." for token in taken.tokens[-2:]):
        return False
    return sum(token.text[:1].isalnum() for token in taken.tokens) >= SHORTEST


def _states(taken: Scan, number: int) -> bool:
    """Whether a clause is a statement without a value: a claim of wording."""
    clause = taken.clauses[number]
    inside = taken.inside(number)
    apart = told_apart(taken, number)
    if clause.kind not in _STATEMENTS and not apart:
        return False
    if not all(_aside(taken, number, value) for value in taken.values(number)):
        return False
    if clause.group is None and not apart and taken.sentence.part not in (Part.TITLE, Part.STANDFIRST):
        return False
    lead = taken.subject(number)
    empty = len(lead) == 1 and taken.tokens[lead[0]].low == "it"
    colon = taken.tells(number) and taken.tokens[-1].text == ":"  # "Ada Voss said:"
    handing_on = colon or (
        (taken.tells(number) or empty) and any(taken.clauses[n].kind is Kind.COMPLEMENT for n in inside[1:])
    )
    size = sum(taken.tokens[at].text[:1].isalnum() for n in inside for at in taken.own(n))
    titled = taken.sentence.part in (Part.TITLE, Part.STANDFIRST) and clause.group is not None
    least = SHORTEST - titled - (titled and clause.shares >= 0)  # "Storm batters coast, | fells trees"
    return not handing_on and size >= least


def _aside(taken: Scan, number: int, value: int) -> bool:
    """Whether a value is no part of what its clause says: "none of the 12 ships", "to guard them | on Tuesday"."""
    if taken.tokens[value].tag is Tag.FIGURE:
        return bool(attribute(taken, number, value))
    return taken.clauses[number].kind is Kind.PURPOSE


def _claim(source: Source, taken: Scan, number: int, value: int, memory: Memory) -> Claim:
    made = proposition(taken, number, value, memory)
    start, end = max(0, made.start), made.end  # "'s:WHO/TUESDAY/" leans on a word before its first
    if start == end:
        start = max(value, taken.clauses[number].start)
    if value < 0:
        end = max(end, start + 1, *(taken.clauses[n].end for n in _told_with(taken, number)))
    else:
        start, end = min(start, value), max(end, value + 1)
    end = _closed(taken, start, end)
    span = taken.flow.span(taken.tokens[start].start, taken.tokens[end - 1].end)
    quote = source.text[span.start : span.end]
    mention = taken.mentions[taken.tokens[value].value] if value >= 0 else None
    counted = mention is not None and isinstance(mention.value, Quantity)
    aside = bool(attribute(taken, number, value))
    how = Modality.HAPPENED if aside else modality(taken, number, value)
    if how is Modality.HAPPENED and mention is not None and _to_come(taken, number, value, source.published):
        how = Modality.PLANNED
    return Claim(
        id=_id(source.slug, quote, mention),
        source=source.slug,
        span=span,
        quote=quote,
        sentence=taken.sentence.span,
        about=f"{_about(taken, made)}{_hours(taken, number) if counted else ''}",
        quantity=mention if counted else None,
        when=None if counted else mention,
        speaker=speaker(taken, number, value, memory),
        modality=how,
        as_of=as_of(taken, number, value, how, source.published) if counted and not aside else None,
        where=attached(taken, range(start, end), number)
        if aside
        else place(taken, number, value, range(start, end)) or row_of(taken, mention),
        headline=taken.sentence.part in (Part.TITLE, Part.STANDFIRST),
    )


def _to_come(taken: Scan, number: int, value: int, published: date | None) -> bool:
    """Whether it is of a day still to come: "The ban takes effect on Friday", "called a strike for 5 May"."""
    when = taken.mentions[taken.tokens[value].value].value
    if isinstance(when, Quantity) or when.earliest is None or published is None or when.earliest <= published:
        return False
    if taken.tokens[value - 1].low != "for" and _in_the_past(taken, number):
        return False
    return when.role is not Role.UNTIL or _in_the_present(taken, number)


def _in_the_past(taken: Scan, number: int) -> bool:
    """Whether a verb tells of a deed as done, whatever its day: "the dam broke", "the council approved the plan"."""
    clause = taken.clauses[number]
    if clause.group is None or clause.kind is Kind.PARTICIPLE or passive(taken.tokens, clause.group):
        return False
    first, head = taken.tokens[clause.group.start], taken.tokens[clause.group.head]
    return head.tag in (Tag.PAST, Tag.ED) or first.low in ("was", "were", "had")


def _in_the_present(taken: Scan, number: int) -> bool:
    group = taken.clauses[number].group
    first = None if group is None else taken.tokens[group.start]
    return first is not None and (first.tag is Tag.FIN or first.low in ("is", "are", "'s", "'re"))


def _told_with(taken: Scan, number: int) -> Iterator[int]:
    """A clause and those inside it but for what is told in claims of their own."""
    apart = {n for n in taken.inside(number) if n != number and told_apart(taken, n)}
    return (n for n in taken.inside(number) if apart.isdisjoint(taken.around(n)))


def _closed(taken: Scan, start: int, end: int) -> int:
    """The end of a quote, a bracket or quotation mark that closes what it opened included."""
    if end >= len(taken.tokens):
        return end
    tags = [token.tag for token in taken.tokens[start:end]]
    bracket = tags.count(Tag.OPEN) > tags.count(Tag.CLOSE) and taken.tokens[end].tag is Tag.CLOSE
    quotation = tags.count(Tag.QUOTE) % 2 == 1 and taken.tokens[end].tag is Tag.QUOTE
    return end + 1 if bracket or quotation else end


def _hours(taken: Scan, number: int) -> str:
    """The hours of a clause, which are words of what its figures tell: "the 24-hour stoppage is to end at midnight"."""
    told = ((at, taken.mentions[taken.tokens[at].value]) for at in taken.values(number))
    return "".join(
        f"{' at' if taken.tokens[at - 1].low == 'at' else ''} {' '.join(mention.text.split())}"
        for at, mention in told
        if mention.hour
    )


def _about(taken: Scan, made: Proposition) -> str:
    """The proposition; where nothing is left of it without the value, the words of the sentence."""
    every = range(len(taken.tokens))
    numbers = [n for n in every if taken.tokens[n].tag not in BREAKS]
    told = [n for n in numbers if taken.tokens[n].value < 0]
    return made.text or taken.words(told or numbers or every)


def _remember(taken: Scan, memory: Memory) -> None:
    """Keep what later pronouns and quotations may stand for."""
    said = ""
    for number, clause in enumerate(taken.clauses):
        telling = clause.kind is Kind.TELLING and not in_relative(taken, clause)
        if telling or (clause.kind is Kind.MAIN and taken.tells(number)):
            said = teller(taken, number, memory) or said
    kinds = [clause.kind for clause in taken.clauses]
    number = kinds.index(Kind.COMPLEMENT) if said and Kind.COMPLEMENT in kinds else 0
    own, text = taken.subject(number), subject(taken, number, memory)
    if (named := affirmed(taken, own)) != own:
        text = taken.telling_words(named)
    told_of = not (said and number == 0 and taken.clauses[0].group is not None and taken.tells(0))
    stands_in = not own or taken.tokens[own[0]].tag is Tag.PRON
    stands_in = stands_in or taken.tokens[own[0]].low in words("stand_ins") | words("anybody")
    if text and told_of and not stands_in:
        if several(taken, own):
            memory.many = text
        elif not person(taken, own):
            memory.thing = text  # "The service said the fire was out. It began …"
            memory.ship = text if ship(taken, own, afloat=memory.afloat) else ""
        elif not (said and one_person(said, memory.names)):
            memory.person, memory.ship = text, ""  # "Ada Voss fled, police said. She …"
    if said and one_person(said, memory.names):
        memory.person, memory.ship = said, ""
    memory.speaker = said or (memory.speaker if quoted(taken) or memory.open else "")
    memory.open = open_quotation(taken, before=memory.open)
    for token in taken.tokens:
        if token.tag is Tag.FIGURE:
            memory.counted = taken.mentions[token.value].counts or memory.counted


def _id(slug: str, quote: str, mention: Mention | None) -> str:
    """A claim's id: from its words, so that it stays the same wherever they move to."""
    key = " ".join(quote.split()).lower() + "\x1f" + (" ".join(mention.text.split()) if mention else "")
    return f"{slug}.{hashlib.sha256(key.encode()).hexdigest()[:6]}"


def _numbered(found: Sequence[Claim]) -> tuple[Claim, ...]:
    """The same, those of the same words with a number from the second on."""
    seen: Counter[str] = Counter()
    numbered = []
    for claim in found:
        seen[claim.id] += 1
        count = seen[claim.id]
        numbered.append(claim if count == 1 else replace(claim, id=f"{claim.id}-{count}"))
    return tuple(numbered)

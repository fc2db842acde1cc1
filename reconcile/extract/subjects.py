"""Who or what a clause is about: its subject, shared with the clause before, or what a pronoun stands for.

What comes in: a sentence taken apart, and the Memory of what was spoken of before. What goes out: the subject's words.
"""

import re
from functools import cache
from itertools import takewhile
from typing import Final

from reconcile.extract.clauses import Kind
from reconcile.extract.grammar import BREAKS, PLURALS, Tag, persons, plural, words
from reconcile.extract.memory import Memory
from reconcile.extract.scan import Scan
from reconcile.lexicon import entries
from reconcile.model import Quantity

_PHRASE: Final = re.compile(r"(?<=\w) (?:of|for|from|in|at|with|to|on) ")


def subject(scan: Scan, number: int, memory: Memory) -> str:
    """The subject of a clause in words, shared or carried over where it has none of its own."""
    clause = scan.clauses[number]
    own = scan.subject(number)
    if own:
        return (
            _stood_for(scan, number, own, memory) or _of_them(scan, own, memory) or scan.telling_words(bare(scan, own))
        )
    if clause.shares >= 0:
        return subject(scan, clause.shares, memory)
    if clause.kind is Kind.RELATIVE:
        return scan.telling_words(scan.antecedent(number))
    if clause.kind is Kind.PURPOSE:
        return subject(scan, clause.parent, memory)
    if clause.kind is Kind.PARTICIPLE and clause.parent >= 0:
        around = scan.clauses[clause.parent]
        if around.group is not None and clause.start > around.group.start:
            return subject(scan, clause.parent, memory)
        return scan.telling_words(scan.antecedent(number)) or subject(scan, clause.parent, memory)
    return ""


def _of_them(scan: Scan, own: list[int], memory: Memory) -> str:
    """What was counted before "75 of them fled"."""
    if len(own) < 2 or scan.tokens[own[-1]].tag is not Tag.OBJ or scan.tokens[own[-2]].low != "of":
        return ""
    before = [scan.mentions[t.value].counts for t in scan.tokens[: own[0]] if t.tag is Tag.FIGURE]
    return next((counts for counts in reversed(before) if counts), memory.counted)


def _stood_for(scan: Scan, number: int, own: list[int], memory: Memory) -> str:
    """Who or what a pronoun is: the speaker ("the navy said it had …"), or who was spoken of before.

    "It was raining", "this is the fifth": before a bare "be" such a word stands for nothing that was named; nor does it
    in "it took them nine hours".
    """
    clause, low = scan.clauses[number], scan.tokens[own[0]].low
    if len(own) > 1 or clause.group is None or low not in words("stand_ins"):
        return ""
    if low in ("it", "this") and scan.tokens[clause.group.head].tag is Tag.BE:
        return ""
    if low == "it" and _took_time(scan, clause.group.head):
        return ""
    told = clause.kind is Kind.COMPLEMENT and clause.parent >= 0 and scan.tells(clause.parent)
    if told and low == "they" and (teller := _named(scan, clause.parent)):  # "The firm says they have 80 orders"
        return scan.telling_words(teller)
    for earlier in range(number - 1, -1, -1):
        named = _named(scan, earlier)
        anybody = bool(named) and scan.tokens[named[0]].low in words("anybody")
        if named and not anybody and fits(scan, named, low, told=told and earlier == clause.parent):
            return scan.telling_words(named)
    return memory.stands_for(low)


def _took_time(scan: Scan, verb: int) -> bool:
    """Whether a verb tells how long something took: "it took the crew nine hours"."""
    if scan.tokens[verb].low not in ("take", "takes", "took", "taken"):
        return False
    told = (scan.mentions[t.value].value for t in scan.tokens[verb:] if t.tag is Tag.FIGURE)
    return any(isinstance(value, Quantity) and value.kind == "time" for value in told)


def _named(scan: Scan, number: int) -> list[int]:
    """The subject of a clause, unless it is a pronoun itself."""
    found = affirmed(scan, bare(scan, scan.subject(number)))
    return found if found and scan.tokens[found[0]].low not in words("stand_ins") else []


def fits(scan: Scan, named: list[int], pronoun: str, *, told: bool = False) -> bool:
    """Whether a noun phrase can be what a pronoun stands for.

    Args:
        scan: the sentence.
        named: the noun phrase.
        pronoun: "he", "she", "it", "they".
        told: whether it is who tells what the pronoun stands in ("the mayor said he").
    """
    many = several(scan, named)
    if pronoun == "they":
        return many or len(named) > 1
    if pronoun in ("he", "she"):
        return not many and (person(scan, named) or (told and not _body(scan, named)))
    return not many and not _somebody(scan, named)


def _somebody(scan: Scan, named: list[int]) -> bool:
    """Whether it is a person, by a title or an office: "Captain Jan Holt", "Jan Holt of the coast guard"."""
    tokens = [scan.tokens[n] for n in named]
    # the first word of a sentence may be a name that no list has
    name = [*tokens[:1], *takewhile(lambda token: token.tag is Tag.NAME, tokens[1:])]
    body = any(token.low in words("bodies") for token in name)  # "Central Bank of Oste"
    office = not body and name[0].tag is not Tag.DET and 1 < len(name) < len(tokens) and tokens[len(name)].low == "of"
    return office or any(token.low in persons() for token in takewhile(lambda token: token.tag is not Tag.PREP, tokens))


def head(scan: Scan, named: list[int]) -> int:
    """The token number of the word a noun phrase is built on: the last before any "of" or "in"."""
    found = named[0]
    for number in named:
        if scan.tokens[number].tag is Tag.PREP:
            break
        found = number
    return found


def person(scan: Scan, named: list[int]) -> bool:
    """Whether a noun phrase is one person: a name without an article, or a noun for a person ("a firefighter")."""
    word = scan.tokens[head(scan, named)]
    if word.low in persons():
        return True
    titles = [n for n in named if scan.tokens[n].tag is not Tag.NAME]
    if word.tag is Tag.NAME and titles and scan.tokens[titles[-1]].low in persons():
        return True  # "The owner, Jan Holt, 52, refused"
    letters = word.text.isupper() and len(word.text) > 1  # "PSG", "the UN": no person
    return word.tag is Tag.NAME and scan.tokens[named[0]].tag is not Tag.DET and not letters and not _body(scan, named)


def ship(scan: Scan, named: list[int], *, afloat: bool) -> bool:
    """Whether a noun phrase is a ship, which "she" may stand for: "the ferry", "the Lady Ann".

    Args:
        scan: the sentence.
        named: the noun phrase.
        afloat: whether the article tells of ships, so that a name behind "the" may be one.
    """
    tokens = [scan.tokens[n] for n in named]
    by_name = afloat and tokens[0].tag is Tag.DET and all(token.tag is Tag.NAME for token in tokens[1:])
    return by_name or any(token.low in words("ships") for token in tokens)


def _body(scan: Scan, named: list[int]) -> bool:
    """Whether a noun phrase is a body of people: "the jury heard that he …" is not about the jury."""
    return scan.tokens[head(scan, named)].low in words("bodies")


def one_person(said: str, names: frozenset[str]) -> bool:
    """Whether a speaker in words is one person: "the mayor of Lund", not "lawyers for Ada Voss", not "the court"."""
    lead = _PHRASE.split(said)[0].split()[-1]
    low = lead.lower()
    return low not in PLURALS and low not in words("bodies") and (lead in names or not plural(low))


def several(scan: Scan, named: list[int]) -> bool:
    """Whether a noun phrase means several: "and" in it, or a head that ends in "s"."""
    if any(scan.tokens[n].tag is Tag.COORD for n in named):
        return True
    word = scan.tokens[head(scan, named)]
    if word.tag is Tag.NAME and scan.tokens[named[0]].tag is not Tag.DET and word.low not in _peoples():
        return False  # "Brian Nichols", "Paris"
    return plural(word.low)


@cache
def _peoples() -> frozenset[str]:
    """Names in the plural that are people: "israelis", "democrats"."""
    nations = (of for _, of, _ in entries("places")["countries"])
    found = {f"{name.strip().lower()}s" for names in nations for name in names.split("|")}
    return frozenset(found) | persons() | PLURALS


def bare(scan: Scan, numbers: list[int]) -> list[int]:
    """A noun phrase without adverbs and dates behind it: "the bureau later"."""
    end = len(numbers)
    while end > 1 and scan.tokens[numbers[end - 1]].tag in (Tag.ADV, Tag.DATE):
        end -= 1
    return numbers[:end]


def _alike(scan: Scan, value: int, numbers: list[int]) -> list[int]:
    """The values that "respectively" shares out with a value, itself among them; none without that word."""
    if value < 0 or not any(scan.tokens[n].low == "respectively" for n in numbers):
        return []
    return [n for n in numbers if scan.tokens[n].tag is scan.tokens[value].tag]


def shared_out(scan: Scan, number: int, value: int) -> list[int]:
    """The values that "respectively" shares out, but for the last with its noun, and what parts them."""
    alike = _alike(scan, value, scan.own(number))
    parts = (Tag.COORD, Tag.PREP, *BREAKS)
    return [n for n in range(alike[0], alike[-1]) if n in alike or scan.tokens[n].tag in parts] if alike else []


def affirmed(scan: Scan, numbers: list[int]) -> list[int]:
    """A noun phrase without a "never" behind it, which belongs to the verb: "the senate never voted"."""
    return numbers[:-1] if len(numbers) > 1 and scan.tokens[numbers[-1]].tag is Tag.NOT else numbers


def listed(scan: Scan, own: list[int], value: int, everything: list[int]) -> list[int]:
    """Of a list as subject, the item that a value belongs to; none where it belongs to all.

    "Six rifles, 12 belts and 300 rounds were found"; "The school and the mill were shut on Monday and Tuesday,
    respectively": `everything` is the clause's words.
    """
    items: list[list[int]] = [[]]
    for place, number in enumerate(own):
        if scan.tokens[number].tag is Tag.COORD or (place and own[place - 1] + 1 < number):
            items.append([])
        if scan.tokens[number].tag is not Tag.COORD:
            items[-1].append(number)
    alike = _alike(scan, value, everything)
    if value in alike and len(alike) == len(items) > 1:
        return items[alike.index(value)]
    counted = [item for item in items if any(scan.tokens[n].tag is Tag.FIGURE for n in item)]
    mine = next((item for item in counted if value in item), [])
    return mine if len(counted) > 1 else []

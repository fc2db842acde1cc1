"""How `en/links.txt`, `en/prior.txt` and `en/irregular.txt` were made of WordNet.

What comes in: the folder of WordNet 3.0's files. What goes out: the tables. Nothing else in the program reads
WordNet; run this only to make the tables anew:

    apt-get install wordnet-base
    python -m reconcile.lexicon.wordnet /usr/share/wordnet

Words stand for each other where one of their two commonest senses is the same (8), where one is derived from the other
(7), where a verb is a way of doing the other ("sprint", "run"), or a noun names a kind of person the other names (5).
How common a word is, is counted in WordNet's example sentences, with the words of news raised by hand: corpora of
news may not be copied freely.
"""

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import Stemmer

OFTEN = 25  # words met more seldom take no part: they are seldom in two outlets' news
SENSES = 2
SHARE = 0.2
SAME, DERIVED, KIND = 8, 7, 5
HUB = 30  # a word with more links than this ("get", "make") says nothing
PERSON = 18  # the number of the file of nouns for people
SENTENCE = 20  # the words of a news sentence, for the share of sentences that hold a word
PRIOR = 1500  # how many of the commonest stems the prior holds
TYPES = {"1": "noun", "2": "verb", "3": "adj", "4": "adv", "5": "adj"}
POS = {"n": "noun", "v": "verb", "a": "adj", "s": "adj", "r": "adv"}
THEMSELVES = frozenset(
    {
        "found", "saw", "felt", "wound", "bound", "ground", "bore", "lay", "leaves", "fed", "bases", "axes", "data",
        "media", "better", "best", "last", "is", "was", "were", "am", "are", "been", "has", "had", "did", "done",
        "does", "cola", "gan", "reis", "senti", "pence",
    }
)  # fmt: skip
# What news says far oftener than a dictionary's examples do (of 1,000 sentences; judged by hand, in bands).
NEWS = {
    **dict.fromkeys(("said", "say"), 250),
    **dict.fromkeys(("that", "it", "be", "was", "on", "for", "with", "by", "at", "from", "as", "is"), 250),
    **dict.fromkeys(("has", "have", "had", "been", "were", "are", "will", "who", "after", "mr", "more", "not"), 120),
    **dict.fromkeys(("which", "their", "its", "would", "also", "than", "about", "accord", "told"), 80),
    **dict.fromkeys(
        ("offici", "report", "state", "govern", "presid", "countri", "citi", "week", "month", "includ"), 60
    ),
    **dict.fromkeys(("minist", "nation", "polic", "spokesman", "spokeswoman", "statement", "news", "ad", "peopl"), 40),
    **dict.fromkeys(
        ("local", "public", "leader", "area", "region", "group", "agenc", "announc", "author", "percent"), 30
    ),
}
_stem = Stemmer.Stemmer("english").stemWord

NOTICE = """\
# {what}
# Made by reconcile/lexicon/wordnet.py of WordNet 3.0, under this licence:
# This software and database is being provided to you, the LICENSEE, by Princeton University under the following
# license. By obtaining, using and/or copying this software and database, you agree that you have read, understood,
# and will comply with these terms and conditions: Permission to use, copy, modify and distribute this software and
# database and its documentation for any purpose and without fee or royalty is hereby granted, provided that you agree
# to comply with the following copyright notice and statements, including the disclaimer, and that the same appear on
# ALL copies of the software, database and documentation, including modifications that you make for internal use or
# for distribution. WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved. THIS SOFTWARE AND
# DATABASE IS PROVIDED "AS IS" AND PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES, EXPRESS OR IMPLIED. BY
# WAY OF EXAMPLE, BUT NOT LIMITATION, PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES OF MERCHANTABILITY
# OR FITNESS FOR ANY PARTICULAR PURPOSE OR THAT THE USE OF THE LICENSED SOFTWARE, DATABASE OR DOCUMENTATION WILL NOT
# INFRINGE ANY THIRD PARTY PATENTS, COPYRIGHTS, TRADEMARKS OR OTHER RIGHTS. The name of Princeton University or
# Princeton may not be used in advertising or publicity pertaining to distribution of the software and/or database.
# Title to copyright in this software, database and any associated documentation shall at all times remain with
# Princeton University and LICENSEE agrees to preserve same.
"""


@dataclass(frozen=True, slots=True)
class Synset:
    """One meaning: its words, the file it stands in, its pointers (sign, target, our word, its word), its gloss."""

    words: tuple[str, ...]
    lexfile: int
    pointers: tuple[tuple[str, str, int, int], ...]
    gloss: str


def synsets(folder: Path) -> dict[str, Synset]:
    """Every meaning by "<part of speech>:<offset>"."""
    return {key: synset for pos in ("noun", "verb", "adj", "adv") for key, synset in _data(folder / f"data.{pos}", pos)}


def _data(path: Path, pos: str) -> Iterator[tuple[str, Synset]]:
    for line in path.read_text(encoding="latin-1").splitlines():
        if line.startswith(" "):
            continue
        facts, _, gloss = line.partition(" | ")
        parts = facts.split()
        count = int(parts[3], 16)
        words = tuple(re.sub(r"\(\w+\)$", "", word) for word in parts[4 : 4 + 2 * count : 2])
        rest = parts[5 + 2 * count :]
        pointers = tuple(
            (sign, f"{POS[kind]}:{offset}", *divmod(int(place, 16), 256))
            for sign, offset, kind, place in zip(
                *(rest[i : 4 * int(parts[4 + 2 * count]) : 4] for i in range(4)), strict=True
            )
        )
        yield f"{pos}:{parts[0]}", Synset(words, int(parts[1]), pointers, gloss)


def senses(folder: Path) -> dict[tuple[str, str], list[str]]:
    """The meanings of each (word, part of speech), the commonest first."""
    found = {}
    for pos in ("noun", "verb", "adj", "adv"):
        for line in (folder / f"index.{pos}").read_text(encoding="latin-1").splitlines():
            if not line.startswith(" "):
                parts = line.split()
                found[parts[0], pos] = [f"{pos}:{offset}" for offset in parts[-int(parts[2]) :]]
    return found


def tagged(folder: Path) -> dict[tuple[str, str], Counter[int]]:
    """How often each sense of a (word, part of speech) was met in running text; senses count from 1."""
    found: dict[tuple[str, str], Counter[int]] = defaultdict(Counter)
    for line in (folder / "cntlist.rev").read_text(encoding="latin-1").splitlines():
        key, sense, count = line.split()
        word, _, place = key.partition("%")
        found[word, TYPES[place[0]]][int(sense)] += int(count)
    return found


def common(folder: Path, meanings: dict[str, Synset]) -> Counter[str]:
    """How often each word stands in the definitions and examples, or was met as a sense in running text."""
    met = Counter(word for synset in meanings.values() for word in re.findall(r"[a-z]+", synset.gloss.lower()))
    for (word, _), counts in tagged(folder).items():
        met[word] += 5 * counts.total()
    return met


def main_senses(folder: Path, frequent: set[str]) -> set[tuple[str, str]]:
    """The (word, meaning) that a reader thinks of: met at least SHARE as often as the word's commonest meaning."""
    met = tagged(folder)
    most = Counter[str]()
    for (word, _), counts in met.items():
        most[word] = max(most[word], *counts.values())
    return {
        (word, key)
        for (word, pos), keys in senses(folder).items()
        if word in frequent
        for rank, key in enumerate(keys[:SENSES], 1)
        if met[word, pos][rank] >= SHARE * most[word] and (most[word] or rank == 1)
    }


def links(folder: Path) -> dict[str, dict[str, int]]:
    """Links by stem: stem → {stem: weight}, both ways."""
    meanings = synsets(folder)
    named = examples(meanings)[1]
    frequent = {w for w, met in common(folder, meanings).items() if met >= OFTEN and len(w) > 2 and w not in named}
    main = main_senses(folder, frequent)
    found: dict[str, dict[str, int]] = defaultdict(dict)

    def link(one: str, other: str, weight: int) -> None:
        a, b = _stem(one), _stem(other.lower())
        if a.isalpha() and b.isalpha() and a != b and weight > found[a].get(b, 0):
            found[a][b] = found[b][a] = weight

    for word, key in sorted(main):
        here = meanings[key]
        for other in here.words:
            if (other.lower(), key) in main:
                link(word, other, SAME)
        for sign, target, ours, theirs in here.pointers:
            there = meanings[target]
            if sign == "+" and here.words[ours - 1].lower() == word and there.words[theirs - 1].lower() in frequent:
                link(word, there.words[theirs - 1], DERIVED)
            elif sign == "@" and (key.startswith("verb") or here.lexfile == there.lexfile == PERSON):
                for other in there.words:
                    if (other.lower(), target) in main:
                        link(word, other, KIND)
    hubs = {stem for stem, others in found.items() if len(others) > HUB}
    return {a: {b: w for b, w in o.items() if b not in hubs} for a, o in found.items() if a not in hubs}


def examples(meanings: dict[str, Synset]) -> tuple[list[str], frozenset[str]]:
    """The words of all example sentences as written, and those that are names: "John" is seldom "john"."""
    told = [e for synset in meanings.values() for e in re.findall(r'"([^"]+)"', synset.gloss)]
    words = [word for example in told for word in re.findall("[A-Za-z]+", example)]
    written = Counter(words)
    named = (w.lower() for w in written if len(w) > 1 and w[0].isupper() and written[w] > 2 * written[w.lower()])
    return words, frozenset(named) - {"the", "they", "this", "he", "she"}


def prior(folder: Path) -> dict[str, int]:
    """How many of a thousand sentences of SENTENCE words hold a stem, the commonest first."""
    words, named = examples(synsets(folder))
    met = Counter(_stem(word.lower()) for word in words if word.lower() not in named)
    total = met.total()
    share = {stem: 1000 * (1 - (1 - count / total) ** SENTENCE) for stem, count in met.most_common(PRIOR)}
    share = {stem: max(permille, NEWS.get(stem, 0)) for stem, permille in {**NEWS, **share}.items()}
    return {
        stem: round(share[stem]) for stem in sorted(share, key=lambda s: (-round(share[s]), s)) if round(share[stem])
    }


def irregular(folder: Path) -> dict[str, str]:
    """Forms of common words that no stemmer finds: "fled" is of "flee". Forms that are words themselves stay."""
    often = common(folder, synsets(folder))
    lines = [line for pos in ("verb", "noun") for line in (folder / f"{pos}.exc").read_text().splitlines()]
    forms = {form: plain for form, plain, *_ in reversed([line.split() for line in lines])}
    return {
        form: plain
        for form, plain in sorted(forms.items())
        if form.isalpha() and plain.isalpha() and often[plain] >= OFTEN and form not in THEMSELVES
        if _stem(form) != _stem(plain)
    }


def main(folder: Path, target: Path) -> None:
    """Write the tables."""
    found = links(folder)
    rows = [
        " ".join([a, *(f"{b}{w}" for b, w in sorted(others.items()))]) for a, others in sorted(found.items()) if others
    ]
    head = "Words that stand for each other, as stems: a word, then others each with its weight in tenths, both ways."
    (target / "links.txt").write_text(NOTICE.format(what=head) + "\n".join(rows) + "\n", encoding="utf-8")
    head = f"How many of 1,000 sentences of {SENTENCE} words hold a stem."
    rows = [f"{stem} {permille}" for stem, permille in prior(folder).items()]
    (target / "prior.txt").write_text(NOTICE.format(what=head) + "\n".join(rows) + "\n", encoding="utf-8")
    head = "Forms of words that no stemmer finds, each with the plain word."
    rows = [f"{form} {plain}" for form, plain in irregular(folder).items()]
    (target / "irregular.txt").write_text(NOTICE.format(what=head) + "\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(__file__).parent / "en")

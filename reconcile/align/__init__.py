"""Claims → Topics: which claims of several articles are about the same thing.

What comes in: the sources, their claims, the settings, and what a person pinned. What goes out: Topics. On the way:
candidates by an inverted index, likeness in words, reasons against, groups, names.

words, vocabulary   text → stems, with countries, phrases and names
reading             a claim as alignment reads it
naming              whom and where a sentence names
similarity          how alike two claims are in words
narrowing, slots    which figures are the only one of their kind in an article
parts               what the names, the places and the kinds of value change in it
stories, telling    which articles tell one story, and why
candidates          which pairs are looked at
values              whether two values may be the same, and how far apart they are
vetoes              why two claims are not about the same thing
aligner             all of these of any two claims
cluster             pairs → groups
mates               what is left of two articles, and has nothing nearer
settling            every value where it is nearest
kinds               mates once more, of one kind of value each
topics              groups → labels, ids and reasons
way                 all of it, in its order
attach              the same for a draft beside a desk
explain             why two claims came together, or did not
"""

from reconcile.align.attach import Attached, Beside, attach
from reconcile.align.explain import explain
from reconcile.align.telling import Story, counted, group, look_like_two, told
from reconcile.align.way import align

__all__ = ["Attached", "Beside", "Story", "align", "attach", "counted", "explain", "group", "look_like_two", "told"]

"""Piles of invented articles with planted differences: any size, and what is true of them is known.

    plan       kinds of stories → Stories: who, where, when, and the true value of each fact
    say        a value → words, and the interval that these words mean
    write      a Story → Articles: what each outlet tells of it, in its own words, and where it stands
    score      a Dossier beside what is known: precision and recall

The same seed and sizes give the same bytes. A kind of story is a file in `kinds/`: its titles, and its facts. A fact
has an `id`, wordings (`say`) and at most one value:

    figure: [low, high]   an integer between the two, with `step: 100` a round one
    decimal: [low, high]  tenths of what is written here: [51, 79] is 5.1 to 7.9
    date: [first, last]   days after the story's own day; with `year: true` only the year is told
    part_of: fact         some of that fact's number

`grows: true` marks a toll that later articles give higher. In the wordings {n} is the figure, {on} the date with its
preposition, {whole} the number of which it is a part; {place}, {region}, {firm}, {firm2}, {person} and {person2} are
the story's own. Two stories of one kind tell look-alike events in other places.
"""

"""A: drafts held against the desk.

read       a file → Draft: its claims, and the `claim:` links that pin some of them
twins      Draft and Dossier → the claims that stand in a source's own words
strays     Draft and Dossier → figures and dates that nothing on the desk bears out, beside what the desk has
ages       the same for the ages of people whom both name
match      Draft and Dossier → Statements: each figure and date beside the claims of the topic it speaks of
quotations Draft and sources → the quotations that a source has otherwise
denied     Draft and Dossier → what one of them denies and the other tells
wholes     Draft and sources → "all" of a draft where the sources have "most"
judged     Statements with what reviewers made of their topics → what excludes what stands there
said       the rules about figures and dates (A601 to A605, A609)
quoted     the rules about quotations, coverage, links and denials (A606 to A608, A610)

What is not on the desk is not judged: on a draft of another story all rules are silent.
"""

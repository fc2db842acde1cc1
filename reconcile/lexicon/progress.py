"""How much of a vote is counted so far: "with 96 percent of the polling stations counted", "68% of precincts in".

What goes out: the pattern of what stands behind such a share. Both the alignment and the comparison look for it. To add
a word: `so_far` in `en/scope.yaml`.
"""

from typing import Final

from reconcile.lexicon import entries

_COUNTED: Final = "|".join(entries("scope")["so_far"])
SO_FAR: Final = rf"of (?:the |all )?(?:[\w-]+\s+){{1,2}}(?:{_COUNTED}|in(?=[,.;]|$))"

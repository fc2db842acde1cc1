"""A desk on a ferry, a draft that retells it, and what is told of drafts."""

from pathlib import Path

from reconcile.desk import dossier, load
from reconcile.lint import check_drafts, read_draft

FERRY = {
    "harbour": """\
---
publisher: Harbour Post
published: 2021-06-09
---

The ferry Marit ran aground off Sandholm on Monday with 214 passengers on board, the coast guard said.

Up to 40 passengers were treated for bruises in the clinic of Sandholm.

The owner, Tolk Lines, bought the ferry in May 2014 and spent 6 million crowns on its engines.

Divers found three cracks in the hull, the longest of them over a stretch of 18 metres.

The crew waited a couple of hours for the tide before the tugs could come near.

The mate of the ferry raised the alarm by radio at 4:17 a.m., and the first tug left the port.
""",
    "valley": """\
---
publisher: Valley News
published: 2021-06-10
---

The ferry Marit, which ran aground off Sandholm on Monday, had 214 passengers on board.

The ferry was towed to the yard of Brann on Wednesday, and 12 welders began to work on its hull.

An inspector had looked at the ferry on 19 March and found its lifeboats in order.

The island of Sandholm has 1,850 inhabitants.

Her captain steered at a speed of 17.5 knots in the fog, and did not slow down.

Some 31 people were taken ashore by helicopter after midnight. The yard has between 60 and 70 employees.

Marit was built in 1978 at Tarn, and nine of the passengers were pupils of the school there.

More than 2,000 people watched from the quay of Brann as she was towed in.

It was the worst accident in the sound since 1937, when a storm took 46 lives.

The tugs hauled for 20 kilometres. Mira Holt, 52, asks the questions, and her brother Per Holt, 47, writes them down.

The two engines still gave 80 percent of the power that the ferry needs.

The yard of Brann earned Nkr655mn in the year before.

Five of the thirty lifeboats were sent back to their maker.
""",
}
DRAFT = """\
---
date: 2021-06-11
---

Four days after the ferry Marit ran aground off the island of Sandholm, she lies in a dock. There were 214 passengers
on board when it happened.

In the clinic of Sandholm up to 40 passengers were treated for bruises.

Divers found three cracks in the hull. The crew had waited a couple of hours for the tide before the tugs came near.

Tolk Lines bought the ferry in May 2014, and spent 6 million crowns on its engines.

The mate rang the coast guard at 4:17 a.m. to raise the alarm.

On Wednesday the ferry was towed to the yard of Brann. An inspector had looked at the ferry on 19 March.

She was built in Tarn in 1978. Nine of the passengers went to the school of Tarn.

From the quay of Brann more than 2,000 people watched as she was towed in.

The sound has seen no worse accident since 1937, when 46 people died in a storm.

Sandholm is an island of 1,850 inhabitants. The yard of Brann has between 60 and 70 employees.

The two engines still gave 80 percent of the power that the ferry needs.

The captain is said to have made 17.5 knots that night. Mira Holt, 52, of Brann, leads the inquiry into how it happened.
"""


def told(root: Path, text: str) -> list[tuple[str, str]]:
    """The codes of what a desk says of a draft, each with the rest of the line from its place on."""
    found = load(root)
    problems = check_drafts(found, dossier(found), [read_draft(text.encode(), "draft.md")]).problems
    lines = text.split("\n")
    return [(p.code, lines[p.where.line - 1][p.where.column - 1 :]) for p in problems]

"""A: what a draft quotes, its links, what of it no claim stands behind, and what it denies (A606 to A608, A610)."""

from collections.abc import Iterator

from reconcile.lint.rule import Checked, place_in, problem
from reconcile.model import Edit, Level, Problem
from reconcile.model.claim import meant


def a606(checked: Checked) -> Iterator[Problem]:
    """What: a quotation is almost, but not quite, what a source has.

    Why: what stands between quotation marks is somebody's words; a slip puts others into their mouth.
    Bad: "we will never rebuild the dam" where the source has "we will not rebuild the dam"
    Good: the source's words; "..." where you leave some out, [brackets] where you put some in
    Fix: take the source's words, which are shown, or take the quotation marks away.
    """
    for each in checked.misquoted:
        where, related = each.draft.place(each.span.start), place_in(checked, each.source, each.origin.start)
        yield problem("A606", Level.ERROR, where, "the quotation is not what the source has",
                      f"the source has “{each.words}”", related, each.edits())  # fmt: skip


def a607(checked: Checked) -> Iterator[Problem]:
    """What: a figure or date of the draft that no claim of the desk stands behind (`--coverage` asks for it).

    Why: what is not on the desk nobody has compared.
    Bad: "some 400 houses were lost" where no source on the desk counts houses
    Good: the same, with the source that says so on the desk
    Fix: put the source on the desk, or leave it: this is a list to go through, not a fault.
    """
    told = {(said.draft.path, said.claim.id) for said in checked.statements if any(row.fits for row in said.beside)}
    told |= {(judged.said.draft.path, judged.said.claim.id) for judged, _ in (*checked.excluding, *checked.straying)}
    told |= checked.changed | {(each.draft.path, each.claim.id) for each in checked.denied}
    for draft in checked.drafts:
        for claim in draft.claims:
            words = claim.quantity or claim.when
            if words is not None and (draft.path, claim.id) not in told:
                yield problem("A607", Level.INFO, draft.place(words.span.start),
                              f"no claim of the desk stands behind “{' '.join(words.text.split())}”",
                              "put its source on the desk")  # fmt: skip


def a608(checked: Checked) -> Iterator[Problem]:
    """What: a `claim:` link names a claim that is not on the desk.

    Why: the link was to pin the words to their evidence; it pins them to nothing.
    Bad: `[31 people](claim:times.000000)` where no claim has that id
    Good: `[31 people](claim:times.d81305)`
    Fix: take the id from `claims/`; where the claim was struck, quote another or take the words out.
    """
    struck = {record.id for file in checked.desk.claim_files for record in file.records if record.struck}
    for draft in checked.drafts:
        for link in draft.links:
            if link.claim in checked.dossier.claim or link.claim.rpartition(".")[0] in checked.desk.unread:
                continue
            near = meant(link.claim, checked.dossier.claim)
            hint = f"did you mean {near}?" if near else "the ids stand in claims/"
            what = "was struck" if link.claim in struck else "is not on the desk"
            at = draft.text.find(link.claim, link.at)
            edits = (Edit(at, at + len(link.claim), near),) if near and at >= 0 else ()
            yield problem("A608", Level.ERROR, draft.place_of(link.at), f"the claim {link.claim!r} {what}", hint,
                          edits=edits)  # fmt: skip


def a610(checked: Checked) -> Iterator[Problem]:
    """What: the draft denies what a source tells, or tells what a source denies.

    Why: a "not" is lost or put in more easily than a figure is changed, and turns the sentence round.
    Bad: "the bridge was never inspected" where a source says that it was inspected in March
    Good: "the bridge was inspected in March"
    Fix: take what the source says, or say who denies it, with the source on the desk.
    """
    for each in checked.denied:
        source = checked.dossier.source[each.theirs.source]
        words, theirs = (" ".join(claim.quote.split()) for claim in (each.claim, each.theirs))
        outlet = source.publisher or source.slug
        yield problem("A610", Level.ERROR, each.draft.place(each.claim.span.start),
                      f"“{words}” is not what {outlet} says: “{theirs}”",
                      f"write what {outlet} says, or who denies it",
                      place_in(checked, source, each.theirs.span.start))  # fmt: skip

"""R: every conflict has a verdict, and every verdict still fits what it was given on."""

from collections.abc import Iterator
from operator import itemgetter

from reconcile.extract import extract
from reconcile.lint.rule import Checked, evidence, place_in, problem
from reconcile.model import (
    Decision,
    Level,
    Logged,
    Outcome,
    Problem,
    Record,
    Source,
    Status,
    Verdict,
    shared_origin,
)
from reconcile.model.decide import NEEDS_SOURCE
from reconcile.model.notation import written
from reconcile.model.verdict import REASONS

_NEED_REASON = frozenset([Decision.EXPLAINED, Decision.DEFERRED])  # where the desk does not say
_AGREED = frozenset([Decision.CORROBORATED, Decision.AGREED_ONE_ORIGIN])


def _standing(checked: Checked) -> Iterator[Logged]:
    """The log lines that stand: undone and replaced ones left out."""
    kept = {verdict.id for verdict in checked.dossier.standing.values()}
    return (logged for logged in checked.desk.log if logged.verdict.id in kept)


def _once(lines: Iterator[Logged]) -> Iterator[Logged]:
    """One line for each topic, reviewer and decision: a key press writes one a claim."""
    seen: set[tuple[str, str, str]] = set()
    for logged in lines:
        key = _decided(logged.verdict)
        if key not in seen:
            seen.add(key)
            yield logged


def r501(checked: Checked) -> Iterator[Problem]:
    """What: a conflict that nobody has decided.

    Why: it would be published as if it were settled.
    Bad: two outlets give two days for one event, and no verdict says what to report
    Good: the same with a verdict
    Fix: `reconcile review`, or `reconcile verdict set TOPIC DECISION`.
    """
    for topic in checked.dossier.topics:
        open_still = checked.dossier.status(topic.id) in (Status.OPEN, Status.DEFERRED)
        if open_still and checked.dossier.outcome(topic.id) is Outcome.CONFLICTS:
            found = next(f for f in checked.dossier.findings_of[topic.id] if f.outcome is Outcome.CONFLICTS)
            claim, record = checked.dossier.claim[found.left], checked.records_by_id.get(found.left)
            seat = place_in(checked, checked.sources[claim.source], (claim.quantity or claim.when or claim).span.start)
            where, related = (record.places[""], seat) if record else (seat, None)  # nobody has extracted it yet
            yield problem("R501", Level.ERROR, where, f"an open conflict without verdict, {topic.id}: {found.because}",
                          f"reconcile verdict set {topic.id} DECISION", related)  # fmt: skip


def r502(checked: Checked) -> Iterator[Problem]:
    """What: a verdict was given on a claim that says something else now.

    Why: the reviewer never saw what the claim says today.
    Bad: the article was corrected from 19 to 21 after the verdict
    Good: a verdict given on the claim as it is
    Fix: review the topic again; the old verdict stays in the log.
    """
    for logged in _standing(checked):
        verdict = logged.verdict
        if verdict.claim in checked.dossier.claim and checked.dossier.is_stale(verdict):
            yield problem("R502", Level.ERROR, logged.place, f"{verdict.claim} changed since {verdict.by} judged it",
                          f"look again, then: reconcile verdict set {verdict.topic} DECISION")  # fmt: skip


def r503(checked: Checked) -> Iterator[Problem]:
    """What: a verdict on claims that are not there.

    Why: the quote was edited away or the article deleted; what was decided rests on less than the reviewer saw.
    Bad: a log that names a claim of a deleted article
    Good: the same, and the topic decided anew since, by whomever: the log keeps both
    Fix: bring the claim back, or decide the topic anew. Where nothing is left of the topic this is a warning, which
        `reconcile lint --write-baseline` lets pass. What cannot be read is told where it stands, and not here.
    """
    struck = {record.id for file in checked.desk.claim_files for record in file.records if record.struck}
    broken = checked.records_by_id.keys() - checked.dossier.claim.keys()
    gone: dict[tuple[str, str, str], list[Logged]] = {}  # a decision writes a line for each claim
    whole: dict[tuple[str, str, str], list[Logged]] = {}
    for logged in _standing(checked):
        verdict = logged.verdict
        if verdict.claim not in struck | broken and verdict.claim.rpartition(".")[0] not in checked.desk.unread:
            found = whole if verdict.claim in checked.dossier.claim else gone
            found.setdefault((verdict.topic, verdict.by, verdict.at), []).append(logged)
    anew = {topic: at for topic, by, at in sorted(whole, key=itemgetter(2)) if (topic, by, at) not in gone}
    for (topic, _, at), lines in gone.items():
        if anew.get(topic, "") > at:
            continue
        told, *more = [logged.verdict.claim for logged in lines]
        what = f"{told} and {len(more)} more of {topic}, which are" if more else f"{told} of {topic}, which is"
        left = topic in checked.dossier.topic
        level, hint = Level.ERROR, f"bring it back, or decide {topic} anew"
        if not left:
            level, hint = Level.WARNING, "nothing is left of the topic: bring it back, or `lint --write-baseline`"
        yield problem("R503", level, lines[0].place, f"judges {what} not there any more", hint)


def r504(checked: Checked) -> Iterator[Problem]:
    """What: a claim stands twice in its file: the same words, read the same.

    Why: it counts twice in its topic, and a verdict on one leaves the other open.
    Bad: a claim copied under another id
    Good: one claim, corrected in place
    Fix: delete the one you added, or strike the other with `status: struck`.
    """
    seen: dict[tuple[object, ...], Record] = {}
    for file, record, source in checked.records:
        claim = record.claim
        if claim is None:
            continue
        key = (file.path, claim.span, claim.figure, claim.date and claim.date.moment, record.fields.get("value", ""))
        first = seen.setdefault(key, record)
        if first is not record and first.id != record.id and not {first.id, record.id} <= _read(checked, source):
            yield problem("R504", Level.WARNING, record.places[""],
                          f"says the same as {first.id} in line {first.places[''].line}",
                          "delete one, or strike it with `status: struck`",
                          evidence(checked, record, source))  # fmt: skip


def _read(checked: Checked, source: Source) -> set[str]:
    """The ids of the claims that are read in an article: where two of them are alike, nobody copied one."""
    return {claim.id for claim in checked.remember(source.slug, lambda: extract(source))}


def r505(checked: Checked) -> Iterator[Problem]:
    """What: a verdict that rests on a reason gives none.

    Why: "one source is right" without why cannot be defended later.
    Bad: `need_reason: [source_error, explained]`, an `explained` with no reason and no note, or a `source_error` that
        says which source is right and has no note
    Good: `explained` with the reason as_of; `source_error` with a note that says how it is known
    Fix: decide again with a reason or a note. Where the settings have no `need_reason`, this is a warning, and told of
        `explained` and `deferred` alone.
    """
    policy = checked.desk.settings.need_reason
    level, needing = (Level.ERROR, frozenset(policy)) if policy else (Level.WARNING, _NEED_REASON)
    for logged in _once(_standing(checked)):
        verdict = logged.verdict
        why = "a note" if verdict.decision in NEEDS_SOURCE else "a reason or a note"  # the reason is the source there
        reason = verdict.reason if verdict.decision not in NEEDS_SOURCE else ""
        if verdict.decision in needing and not reason and not verdict.note.strip():
            yield problem("R505", level, logged.place, f"{verdict.topic}: {verdict.decision} without {why}",
                          "decide again and say why")  # fmt: skip


def r506(checked: Checked) -> Iterator[Problem]:
    """What: the day by which a topic was to be looked at again has passed.

    Why: counts grow and inquiries end; who wrote the day knew that this verdict would age.
    Bad: `review_by: {people-died: 2021-03-01}` in `claims/topics.yaml`, read on March 5
    Good: a later day, once the topic was looked at
    Fix: look at the topic again, then write another day or delete the line.
    """
    for topic, (day, place) in sorted(checked.desk.pins.review_by.items()):
        if checked.today is not None and day < checked.today:
            yield problem("R506", Level.WARNING, place, f"{topic} was to be looked at again by {day}",
                          "look at it, then write another day or delete the line")  # fmt: skip


def r507(checked: Checked) -> Iterator[Problem]:
    """What: a verdict says the sources agree where they conflict, or rests on what stands nowhere in its topic.

    Why: the evidence says the opposite of the verdict, or nothing of the kind.
    Bad: `corroborated` on two days that exclude each other; `source_error` where the source that is right has no claim
        in the topic any more; a line of the log with a figure that no claim of the topic gives
    Good: `unresolved_conflict`, or `source_error` with the evidence
    Fix: look at the topic again.
    """
    lines = list(_standing(checked))
    there = checked.dossier.claim
    struck = {record.id for file in checked.desk.claim_files for record in file.records if record.struck}
    orphaned = {_decided(v) for v in (line.verdict for line in lines) if v.claim not in {*there, *struck}}  # R503's
    for logged in _once(line for line in lines if line.verdict.claim in checked.dossier.topic_of):
        verdict = logged.verdict
        topic = checked.dossier.topic_of[verdict.claim]
        claims = [there[name] for name in checked.dossier.topic[topic].claims]
        against = ""
        if verdict.decision in _AGREED and checked.dossier.outcome(topic) is Outcome.CONFLICTS:
            against = f"{verdict.decision}, but its sources conflict: {topic}"
        elif verdict.decision in NEEDS_SOURCE and verdict.reason not in {*REASONS, *(claim.source for claim in claims)}:
            against = f"{verdict.decision}, but {verdict.reason or 'no source'} has no claim in {topic}"
        if against and _decided(verdict) not in orphaned:
            yield problem("R507", Level.ERROR, logged.place, against,
                          f"look again, then: reconcile verdict set {topic} DECISION")  # fmt: skip
    for logged in lines:
        verdict = logged.verdict
        if verdict.claim in checked.dossier.topic_of and not checked.dossier.is_stale(verdict):  # else it is R502's
            topic = checked.dossier.topic_of[verdict.claim]
            given = [written(there[name]) for name in checked.dossier.topic[topic].claims]
            for told, what in ((verdict.figure, "figure"), (verdict.when, "when")):
                if told and told not in {each[what] for each in given}:
                    yield problem("R507", Level.ERROR, logged.place,
                                  f"judges “{told}”, which stands nowhere in {topic}",
                                  f"restore the line from git, or: reconcile verdict set {topic} DECISION")  # fmt: skip


def _decided(verdict: Verdict) -> tuple[str, str, str]:
    """What the lines of one decision share."""
    return verdict.topic, verdict.by, verdict.at


def r508(checked: Checked) -> Iterator[Problem]:
    """What: a claim of one source, or of one origin, is called corroborated.

    Why: outlets that print one agency's words are one voice.
    Bad: `corroborated` on two reprints of one wire story
    Good: `agreed_one_origin`
    Fix: decide again, or find a second origin.
    """
    for logged in _once(_standing(checked)):
        verdict = logged.verdict
        topic = checked.dossier.topic_of.get(verdict.claim)
        if topic is None or verdict.decision is not Decision.CORROBORATED:
            continue
        claims = [checked.dossier.claim[claim] for claim in checked.dossier.topic[topic].claims]
        if len({claim.source for claim in claims}) == 1 or shared_origin(checked.dossier.origins, claims):
            yield problem("R508", Level.WARNING, logged.place,
                          f"{topic} is called corroborated and goes back to one origin",
                          "decide agreed_one_origin, or put a second origin on the desk")  # fmt: skip


def r509(checked: Checked) -> Iterator[Problem]:
    """What: a decision that needs a second reviewer has none, or has the same person twice.

    Why: the desk says in `second_review` which decisions one person alone must not take.
    Bad: `second_review: [source_error]`, and a source_error by anna alone, or by anna and Anna
    Good: the same decision by anna and by ben
    Fix: have somebody else review the topic; they decide without seeing the first verdict.
    """
    told: set[str] = set()
    for logged in _standing(checked):
        verdict = logged.verdict
        topic = checked.dossier.topic_of.get(verdict.claim)
        if topic is None or topic in told or verdict.decision not in checked.desk.settings.second_review:
            continue
        alike = [v for v in checked.dossier.verdicts_of(verdict.claim) if v.decision is verdict.decision]
        if len({other.by.casefold().strip() for other in alike}) < 2:
            told.add(topic)
            yield problem("R509", Level.ERROR, logged.place, f"{verdict.decision} on {topic} has no second reviewer",
                          f"somebody else: reconcile verdict set {topic} DECISION --by NAME")  # fmt: skip


def r510(checked: Checked) -> Iterator[Problem]:
    """What: one reviewer says that the claims of a topic are not about one thing, another one decides it all the same.

    Why: a verdict on claims that do not belong together judges nothing. What the program itself doubts it never calls a
        conflict: it says that the two are not comparable, and why.
    Bad: `misaligned` by anna, `superseded` by ben
    Good: both say `misaligned`, or the claims are kept apart in `claims/topics.yaml`
    Fix: look at the two claims together; then one of the two decides anew.
    """
    told: set[str] = set()
    for logged in _standing(checked):
        verdict = logged.verdict
        topic = checked.dossier.topic_of.get(verdict.claim)
        others = {v.decision for v in checked.dossier.verdicts_of(verdict.claim)} - {Decision.MISALIGNED}
        if topic is not None and topic not in told and verdict.decision is Decision.MISALIGNED and others:
            told.add(topic)
            yield problem("R510", Level.WARNING, logged.place,
                          f"{verdict.by} says that {topic} is not one thing, and others decided it",
                          f"look at {topic} together")  # fmt: skip


def r511(checked: Checked) -> Iterator[Problem]:
    """What: a verdict by somebody whom the desk's settings do not name.

    Why: a misspelt name is a second person, who confirms what the first one decided.
    Bad: `reviewers: [anna, ben]`, and a verdict by ana
    Good: the same by anna
    Fix: add the name to `reviewers` in the settings, or have the topic decided again.
    """
    known = checked.desk.settings.reviewers
    told = set(known)
    for logged in _standing(checked):
        if known and logged.verdict.by not in told:
            told.add(logged.verdict.by)
            yield problem("R511", Level.WARNING, logged.place, f"{logged.verdict.by} is not among the reviewers",
                          f"the settings name {', '.join(known)}")  # fmt: skip

"""The nouns: frozen values of the standard library, one type a stage, complete when born.

source   Span, Block, Part, SetAside, Source, Flow, Sentence   an article and the places in it
values   Quantity, When, Hedge, Change, Role, Precision, Anchor    what a figure or date means
claim    Mention, Claim, Modality                              what an article says
finding  Member, Topic, Finding, Outcome, Dimension, EventDay, Origin, Passage, shared_origin    what comparing says
verdict  Verdict, Decision, Standing, Status                   what a person says
problem  Place, Problem, Level, Edit, Known                    what is wrong in a user's file
desk     Record, ClaimFile, Pins, Logged, Desk                 what lies on disk
dossier  Dossier                                               the whole truth at one moment
settings Settings                                              what may be tuned
units, clock, edtf, notation                                   how values are named, told apart and written
decide, agreement, nameless                                    what verdicts make of claims, how far they agree, whose
annotation, plain                                              names for other programs, text made harmless to look at
codec, work, once                                              nouns as plain data, work to be done, what is kept
"""

from reconcile.model.claim import Claim, Mention, Modality
from reconcile.model.desk import ClaimFile, Desk, Logged, Pins, Record
from reconcile.model.dossier import Dossier
from reconcile.model.finding import (
    Dimension,
    EventDay,
    Finding,
    Member,
    Origin,
    Outcome,
    Passage,
    Topic,
    shared_origin,
)
from reconcile.model.problem import Edit, Known, Level, Place, Problem
from reconcile.model.settings import Settings
from reconcile.model.source import Block, Flow, Part, Sentence, SetAside, Source, Span, flow
from reconcile.model.values import INFINITY, Anchor, Change, Hedge, Precision, Quantity, Role, When, between, quantity
from reconcile.model.verdict import Decision, Standing, Status, Verdict, seen

__all__ = [
    "INFINITY",
    "Anchor",
    "Block",
    "Change",
    "Claim",
    "ClaimFile",
    "Decision",
    "Desk",
    "Dimension",
    "Dossier",
    "Edit",
    "EventDay",
    "Finding",
    "Flow",
    "Hedge",
    "Known",
    "Level",
    "Logged",
    "Member",
    "Mention",
    "Modality",
    "Origin",
    "Outcome",
    "Part",
    "Passage",
    "Pins",
    "Place",
    "Precision",
    "Problem",
    "Quantity",
    "Record",
    "Role",
    "Sentence",
    "SetAside",
    "Settings",
    "Source",
    "Span",
    "Standing",
    "Status",
    "Topic",
    "Verdict",
    "When",
    "between",
    "flow",
    "quantity",
    "seen",
    "shared_origin",
]

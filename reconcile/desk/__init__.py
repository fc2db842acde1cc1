"""The desk on disk: the only room that writes.

    sources/<slug>.md            articles                      sources_dir
    claims/<slug>.yaml           claims a person may correct   claim_files
    claims/topics.yaml           topics a person named         topics_file
    claims/verdicts/<who>.jsonl  append-only verdict logs      verdict_log
    claims/baseline.jsonl        problems to live with         baseline
    reconcile.yaml               settings                      config
    schemas/                     what editors check by         schemas

What goes out: a `Desk` (what lies there, and what is wrong with it), its `Dossier`, and a `Workspace` that records.
"""

from reconcile.desk.baseline import DRAFTS as BASELINE_OF_DRAFTS
from reconcile.desk.baseline import NAME as BASELINE
from reconcile.desk.baseline import read_baseline, shrink_baseline, write_baseline
from reconcile.desk.claim_files import KEYS, place_of
from reconcile.desk.claim_text import in_order, normal_form
from reconcile.desk.comments import comment_spans
from reconcile.desk.config import load_settings, setting_place, settings_file, settings_given
from reconcile.desk.files import read_if_there, replace_files, whole, write_file
from reconcile.desk.history import dossier_at
from reconcile.desk.load import dossier, find, load, own
from reconcile.desk.parcel import pack, pack_nameless, unpack
from reconcile.desk.schemas import SCHEMAS, schema, write_schemas
from reconcile.desk.sources_dir import add_source, refuse_taken, sidecar
from reconcile.desk.workspace import Workspace
from reconcile.desk.writing import copy_example, extract, init, merged

__all__ = [
    "BASELINE",
    "BASELINE_OF_DRAFTS",
    "KEYS",
    "SCHEMAS",
    "Workspace",
    "add_source",
    "comment_spans",
    "copy_example",
    "dossier",
    "dossier_at",
    "extract",
    "find",
    "in_order",
    "init",
    "load",
    "load_settings",
    "merged",
    "normal_form",
    "own",
    "pack",
    "pack_nameless",
    "place_of",
    "read_baseline",
    "read_if_there",
    "refuse_taken",
    "replace_files",
    "schema",
    "setting_place",
    "settings_file",
    "settings_given",
    "shrink_baseline",
    "sidecar",
    "unpack",
    "whole",
    "write_baseline",
    "write_file",
    "write_schemas",
]

"""`reconcile config`: the settings of a desk, which file and line each comes from, and whether they can be used."""

import argparse
import json
from dataclasses import fields

from reconcile.cli.arguments import Parser, command, desk_option, the_desk
from reconcile.model.plain import plain


def parser() -> Parser:
    """The arguments of `config`."""
    p = command(
        "config",
        "reconcile config show",
        "Show every setting of the desk with its value and the file and line it comes from; `validate` says no more\n"
        "than whether they can be used, and exits with 2 where they cannot.",
    )
    p.add_argument("what", choices=["show", "validate"], help="show the settings, or check them")
    p.add_argument("--json", action="store_true", help="with show: for machines")
    desk_option(p)
    return p


def run(args: argparse.Namespace) -> int:
    """Show the settings, or say where they come from and how many they are."""
    from reconcile.desk import load_settings, settings_file, settings_given

    root = the_desk(args.desk)
    settings, given, file = load_settings(root), settings_given(root), settings_file(root)
    if args.what == "validate":
        print(f"{file}: {len(given)} set, and every one can be used" if given else "nothing is set: the defaults hold")
        return 0
    rows = []
    for field in fields(settings):
        place = given.get(field.name)
        rows.append((field.name, getattr(settings, field.name), f"{place}" if place else "default"))
    if args.json:
        told = [{"name": name, "value": value, "from": origin} for name, value, origin in rows]
        print(json.dumps(told, indent=2, ensure_ascii=False))
        return 0
    wide = max(len(name) for name, _, _ in rows)
    for name, value, origin in rows:
        print(f"{name:<{wide}}  {plain(json.dumps(value, ensure_ascii=False))}  ({origin})")
    return 0

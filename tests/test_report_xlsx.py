"""The workbook: real types, nothing that acts, the same bytes, read back with another library than wrote it."""

import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from desks import desk
from hostile_words import HOSTILE
from reconcile.cli import main
from reconcile.model import Dossier
from reconcile.report import Options, binary
from reporting import hostile, judged


def sheets(data: bytes) -> dict[str, list[tuple[object, ...]]]:
    book = load_workbook(io.BytesIO(data))
    return {sheet.title: [tuple(cell.value for cell in row) for row in sheet.iter_rows()] for sheet in book}


def test_it_holds_topics_claims_verdicts_and_sources_with_their_types() -> None:
    whole = judged()
    read = sheets(binary("xlsx", whole))
    assert {name: len(rows) - 1 for name, rows in read.items()} == {
        "topics": len(whole.topics),
        "claims": len(whole.claims),
        "verdicts": len(whole.standing),
        "sources": len(whole.sources),
    }
    rows = [dict(zip(read["claims"][0], row, strict=True)) for row in read["claims"][1:]]
    first, dated = rows[0], rows[1]
    assert (first["value"], first["low"], first["high"], first["unit"]) == (158, 158, None, "person")
    assert dated["earliest"] == datetime(2024, 10, 29)  # noqa: DTZ001 - a spreadsheet's days have no zone
    assert first["written"] == "At least 158"


def together(strings: Sequence[str]) -> Dossier:
    """One dossier of the hostile ones of all these words."""
    found: list[Dossier] = []
    for number, words in enumerate(strings):
        one = hostile(words)
        name = lambda ident, n=number: f"{ident}-{n}"  # noqa: E731
        found.append(
            replace(
                one,
                sources=tuple(replace(s, slug=name(s.slug)) for s in one.sources),
                claims=tuple(replace(c, id=name(c.id), source=name(c.source)) for c in one.claims),
                topics=tuple(
                    replace(t, id=name(t.id), members=tuple(replace(m, claim=name(m.claim)) for m in t.members))
                    for t in one.topics
                ),
                findings=tuple(
                    replace(f, id=name(f.id), topic=name(f.topic), left=name(f.left), right=name(f.right), others=())
                    for f in one.findings
                ),
                verdicts=tuple(replace(v, claim=name(v.claim), topic=name(v.topic)) for v in one.verdicts),
                origins=(),
            )
        )
    parts = ("sources", "claims", "topics", "findings", "verdicts")
    return Dossier(**{part: tuple(row for one in found for row in getattr(one, part)) for part in parts})


def test_the_heads_are_frozen_and_filter() -> None:
    for sheet in load_workbook(io.BytesIO(binary("xlsx", judged()))):
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref.startswith("A1:")


def test_the_same_bytes_and_a_stamp_only_where_asked() -> None:
    assert binary("xlsx", judged()) == binary("xlsx", judged())
    assert binary("xlsx", judged()) != binary("xlsx", judged(), options=Options(stamp="2024-11-02T10:00:00+00:00"))
    with zipfile.ZipFile(io.BytesIO(binary("xlsx", Dossier()))) as packed:
        assert {entry.date_time[0] for entry in packed.infolist()} == {1980}


@pytest.mark.parametrize("part", range(8))
def test_no_cell_is_a_formula_or_a_link(part: int) -> None:
    """Every hostile string has a label, a note and a cell of its own, many to a workbook: reading one costs most."""
    data = binary("xlsx", together(HOSTILE[part::8]))
    for sheet in load_workbook(io.BytesIO(data)):
        for row in sheet.iter_rows():
            assert {cell.data_type for cell in row} <= {"s", "n", "d"}
            assert not [cell for cell in row if cell.hyperlink]
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        parts = [packed.read(name).decode() for name in packed.namelist()]
    assert not any(re.search(r"<f>|<hyperlink|TargetMode=", part) for part in parts)


def test_the_command_writes_a_file_and_not_to_a_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = desk(tmp_path / "desk")
    assert main(["report", "--desk", str(root), "-f", "xlsx", "-o", str(tmp_path / "x.xlsx")]) == 0
    assert (tmp_path / "x.xlsx").read_bytes().startswith(b"PK")
    assert main(["report", "--desk", str(root), "-f", "xlsx"]) == 2
    assert "name a file" in capsys.readouterr().err


def test_days_and_moments_are_real_where_a_spreadsheet_knows_them() -> None:
    whole = judged()
    old = replace(whole.sources[1], published=date(1871, 3, 18))
    at = ("2024-11-02T12:30:00+02:00", "yesterday", "2024-11-02T10:00:00", "0001-01-01T00:00:00+14:00")
    verdicts = tuple(replace(verdict, at=when) for verdict, when in zip(whole.verdicts, at, strict=True))
    book = load_workbook(io.BytesIO(binary("xlsx", replace(whole, sources=(old, *whole.sources[2:], whole.sources[0]),
                                                          verdicts=verdicts))))  # fmt: skip
    told = {cell.value for cell in book["verdicts"]["G"][1:]}
    assert told == {datetime(2024, 11, 2, 10, 30), *at[1:]}  # noqa: DTZ001 - a spreadsheet knows no zone
    assert "1871-03-18" in {cell.value for cell in book["sources"]["E"]}
    assert {cell.number_format for cell in book["verdicts"]["G"] if cell.is_date} == {"yyyy-mm-dd hh:mm"}

"""The hours that a draft gives, held against those of the desk's sources."""

from pathlib import Path

import pytest

from desks import desk, workspace
from drafting import told
from reconcile.desk import dossier, load
from reconcile.model import Decision


def test_another_hour_of_the_day_does_not_bear_out_a_rejected_one(tmp_path: Path) -> None:
    article = "---\npublisher: {} Post\npublished: 2021-02-05\n---\n\nThe bridge collapsed on February 3 at {}.\n"
    hours = {"monday": "4:17 a.m", "tuesday": "4:47 a.m"}
    root = desk(tmp_path, **{slug: article.format(slug.title(), hour) for slug, hour in hours.items()})
    [topic] = dossier(load(root)).topics
    workspace(root).record(topic.id, Decision.SOURCE_ERROR, source="monday")
    line = "The toll is not known. The old bridge over there collapsed on Wednesday{}.\n"
    codes = {
        hour: [p.code for p in told(root, "---\npublished: 2021-02-05\n---\n\n" + line.format(hour))]
        for hour in ("", " at 4:17 a.m", " at 4:47 a.m")
    }
    assert codes == {"": [], " at 4:17 a.m": [], " at 4:47 a.m": ["A604"]}


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        ("at 4:17 a.m.", []),
        ("at 4.17am", []),
        ("shortly after 4.15am", []),
        ("at 4:47 a.m.", ["A609"]),
        ("at 4:19 a.m.", ["A609"]),
        ("at 5:17 a.m. on Monday", ["A609"]),
        ("on Monday", []),
    ],
)
def test_a_copied_sentence_with_another_hour_is_told(written: str, codes: list[str], tmp_path: Path) -> None:
    told_ = "The earthquake brought down the old bridge over the Oste and a part of the town hall {}\n"
    root = desk(tmp_path, wire=f"---\npublished: 2024-03-05\n---\n\n{told_.format('at 4:17 a.m.')}")
    draft = f"---\npublished: 2024-03-05\n---\n\n{told_.format(written)}"
    assert [p.code for p in told(root, draft)] == codes


def test_an_hour_alone_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    root = desk(
        tmp_path, wire="---\npublished: 2024-03-05\n---\n\nIt struck at about 4 a.m. on Monday, and at half past six.\n"
    )
    lines = (root / "claims" / "wire.yaml").read_text(encoding="utf-8").splitlines()
    written = [line.strip() for line in lines if line.strip().startswith("when:")]
    assert sorted(written) == ['when: "2024-03-04T04:00~"', 'when: "T06:30?"', "when: 2024-03-04"]
    whens = [claim.date.moment for claim in dossier(load(root)).claims if claim.date]
    assert sorted(whens) == ["2024-03-04", "2024-03-04T04:00~", "T06:30?"]

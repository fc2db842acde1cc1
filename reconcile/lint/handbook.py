"""The rules as one page, made of their docstrings."""

from typing import Final

from reconcile.lint.table import RULES

_FAMILIES: Final = {
    "S": "Structure: files that are not what they should be",
    "P": "Provenance: the words a claim rests on",
    "F": "Figures",
    "D": "Dates",
    "R": "Reconciliation: conflicts and verdicts",
    "A": "Draft articles, held against the desk",
    "U": "Suppressions and the baseline",
}


def page() -> str:
    """Every rule on one page of Markdown, by family, for a site or a wiki."""
    out = ["# The lint rules\n"]
    for letter, title in _FAMILIES.items():
        own = [rule for rule in RULES if rule.family == letter]
        out.append(f"\n## {letter}: {title}\n\n| code | name | level | what |\n|---|---|---|---|\n")
        out += [f"| [{r.code}](#{r.code.lower()}) | {r.name} | {r.level} | {_cell(r.parts['What'])} |\n" for r in own]
        for rule in own:
            told = "\n".join(f"- **{part}:** {text}" for part, text in rule.parts.items() if part != "What")
            head = f'### <a id="{rule.code.lower()}"></a>{rule.code} {rule.name}'
            out.append(f"\n{head}\n\n{rule.parts['What']}\n\n{told}\n")
    return "".join(out)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")

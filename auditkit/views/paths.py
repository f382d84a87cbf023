"""One finding or error path to one display: what it is, its numbered steps, and their lines."""

from collections.abc import Mapping

import pandas as pd

from auditkit.views.audited import Audited
from auditkit.views.display import Display, stacked, statement
from auditkit.views.markup import element, joined, place, shown, word
from auditkit.views.snippets import around, excerpt
from auditkit.views.summaries import ranked


def path(audit: Audited, owner: str) -> Display:
    """The finding of that fingerprint, or the error path of that id, step by step with its code."""
    for rows, key, head in (
        (audit.findings, "fingerprint", _finding_head),
        (audit.error_paths, "error_path", _error_path_head),
    ):
        found = rows[rows[key] == owner]
        if len(found):
            return _card(audit, owner, head(_records(found)[0]))
    return statement(f"There is no finding and no error path {owner!r}.")


def findings(audit: Audited, category: str = "", *, limit: int = 10) -> Display:
    """The worst findings, of one category if named, each with its path and its code."""
    rows = ranked(audit.findings, category)
    kind = f" of the category {category}" if category else ""
    if rows.empty:
        return statement(f"No finding{kind} in this target.")
    displays = [path(audit, owner) for owner in rows["fingerprint"].head(limit)]
    if len(rows) > limit:
        displays.append(statement(f"{limit} of {len(rows)} findings{kind} are shown, worst first."))
    return stacked(displays)


def steps_of(audit: Audited, owner: str) -> list[Mapping[str, object]]:
    """The steps of a finding or an error path, in order."""
    steps = audit.steps
    mine = steps[steps["owner"] == owner].sort_values("step", kind="stable")
    return _records(mine)


def _records(rows: pd.DataFrame) -> list[Mapping[str, object]]:
    return [
        {str(name): value for name, value in record.items()} for record in rows.to_dict("records")
    ]


def _card(audit: Audited, owner: str, head: Display) -> Display:
    steps = steps_of(audit, owner)
    parts = [head, *([_list(steps)] if steps else []), *_code(audit, steps)]
    inner = joined(part.html for part in parts)
    return Display(element("div", inner, "ak-card"), "\n".join(part.text for part in parts))


def _finding_head(row: Mapping[str, object]) -> Display:
    where = place(str(row["path"]), _int(row["line"]))
    confidence = f"confidence {row['confidence']}"
    first = joined([word(str(row["severity"])), element("strong", row["message"])], " ")
    second = joined([where, row["function"], confidence, row["cwe"]], " · ")
    html = [element("p", first, "ak-head"), element("p", second, "ak-note")]
    text = f"[{row['severity']}] {row['message']}\n{row['path']}:{row['line']} {row['function']}"
    if row["author_comment"]:
        html.append(element("p", f"The author wrote: {row['author_comment']}", "ak-note"))
        text += f"\nThe author wrote: {row['author_comment']}"
    return Display(joined(html), shown(f"{text} ({confidence})"))


def _error_path_head(row: Mapping[str, object]) -> Display:
    what = f"{row['callee']} fails ({row['condition']})" if row["condition"] else row["callee"]
    first = joined([word(str(row["outcome"])), element("strong", what)], " ")
    where = place(str(row["path"]), _int(row["line"]))
    second = joined([where, row["function"], row["why"]], " · ")
    html = element("p", first, "ak-head") + element("p", second, "ak-note")
    place_text = f"{row['path']}:{row['line']} {row['function']}"
    return Display(html, shown(f"[{row['outcome']}] {what}\n{place_text} ({row['why']})"))


def _list(steps: list[Mapping[str, object]]) -> Display:
    items = [
        element("li", joined([step["text"], " ", place(str(step["path"]), _int(step["line"]))]))
        for step in steps
    ]
    text = "\n".join(f"  {step['step']}. {step['text']} ({step['line']})" for step in steps)
    return Display(element("ol", joined(items), "ak-steps"), shown(text))


def _code(audit: Audited, steps: list[Mapping[str, object]]) -> list[Display]:
    marks: dict[str, dict[int, str]] = {}
    for step in steps:
        lines = marks.setdefault(str(step["path"]), {})
        line = _int(step["line"])
        lines[line] = ",".join(filter(None, (lines.get(line, ""), str(step["step"]))))
    return [
        excerpt(audit.source(file), around(lines, 2, 2), lines) for file, lines in marks.items()
    ]


def _int(value: object) -> int:
    return int(str(value))

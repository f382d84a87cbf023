"""A concern to its lesson: what and why, and its own examples with the lines that it reports.

Concerns are found by module name, as everywhere, so that a new one appears by itself.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from inspect import cleandoc
from pkgutil import iter_modules
from types import ModuleType

import auditkit.concerns
from auditkit.findings import Concern
from auditkit.source import SourceFile
from auditkit.views.display import Display, stacked, statement
from auditkit.views.markup import element, joined, shown
from auditkit.views.snippets import excerpt

_EXPECTED = re.compile(r"//\s*finding:")


def concerns(category: str) -> Display:
    """The lessons of all concerns of a category, in the order of their ids."""
    lessons = [lesson(module) for module in modules() if _category(module) == category]
    return stacked(lessons) if lessons else statement(f"No concern of the category {category}.")


def modules() -> Iterator[ModuleType]:
    """The modules of all concerns."""
    for found in iter_modules(auditkit.concerns.__path__, "auditkit.concerns."):
        module = import_module(found.name)
        if isinstance(getattr(module, "CONCERN", None), Concern):
            yield module


def lesson(module: ModuleType) -> Display:
    """The title, the explanation and the examples of one concern; reported lines are marked."""
    concern: Concern = module.CONCERN
    text = cleandoc(module.__doc__ or "")
    head = f"{concern.title} ({concern.id}, {', '.join(concern.cwe)})"
    paragraphs = [element("p", part) for part in text.split("\n\n")]
    about = joined([element("p", element("strong", head), "ak-head"), *paragraphs])
    examples = [_example(code) for code in _examples(module)]
    body = joined([about, *(example.html for example in examples)])
    texts = [shown(head), shown(text), *(example.text for example in examples)]
    return Display(element("div", body, "ak-card"), "\n\n".join(texts))


def _category(module: ModuleType) -> str:
    concern: Concern = module.CONCERN
    return concern.category.value


def _examples(module: ModuleType) -> Iterable[str]:
    examples: object = getattr(module, "EXAMPLES", "")
    if isinstance(examples, str):
        return [examples] if examples else []
    values = examples.values() if isinstance(examples, Mapping) else examples
    assert isinstance(values, Iterable)
    return [str(value) for value in values]


def _example(code: str) -> Display:
    source = SourceFile.of("example", code.strip("\n").encode())
    marks = {
        number: "!" for number, line in enumerate(source.lines(), start=1) if _EXPECTED.search(line)
    }
    return excerpt(source, range(1, source.line_count + 1), marks)

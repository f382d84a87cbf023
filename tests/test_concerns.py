"""Every concern keeps the contract: its shape, its examples, and nothing on unmarked lines."""

from pathlib import Path
from types import ModuleType

import pytest

from auditkit.concerns import modules
from auditkit.findings import Concern
from auditkit.testing import run_examples

MODULES = modules()


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__.rsplit(".", 1)[-1])
class TestConcern:
    def test_finds_what_its_examples_mark_and_nothing_else(self, module: ModuleType) -> None:
        examples = run_examples(module)
        assert examples.found == examples.expected

    def test_has_a_marked_and_a_silent_function(self, module: ModuleType) -> None:
        examples = run_examples(module)
        marked = {line for line, _ in examples.expected}
        silent = [
            function.name
            for function in examples.functions
            if not marked & set(range(function.at.line, function.end_line + 1))
        ]
        assert marked
        assert silent

    def test_explains_itself(self, module: ModuleType) -> None:
        assert isinstance(module.CONCERN, Concern)
        assert module.CONCERN.id.replace("-", "_") == module.__name__.rsplit(".", 1)[-1]
        text = module.__doc__ or ""
        heads = [text.find(f"\n{head}: ") for head in ("What", "Why", "Limits", "Remedy", "See")]
        assert -1 not in heads
        assert heads == sorted(heads)

    def test_examples_compile_without_a_diagnostic(
        self, module: ModuleType, tmp_path: Path
    ) -> None:
        from auditkit.build import plan
        from auditkit.parse import parse

        file = tmp_path / "example.c"
        file.write_text(module.EXAMPLES)
        planned = plan(file)
        with parse(planned.units[0], planned.root) as parsed:
            assert [item.text for item in parsed.diagnostics] == []

"""Walks: which paths are feasible, what is known on them, and that loops end."""

import pytest

from auditkit.analyses import walk as walks
from auditkit.analyses.environment import Environment
from auditkit.analyses.resources import follow_resources
from auditkit.analyses.walk import walk
from auditkit.facts import Operation, Return
from auditkit.testing import context_of
from auditkit.values import only

HEAD = "struct c { int state; int *p; }; int f(void); void other(void); void give(int *p);\n"

CASES = {
    "both sides": ("int g(int a) { if (a) return 1; return 0; }", {"0", "1"}),
    "same condition twice": (
        "int g(int a) { int r = 0; if (a) r = 1; if (a) return r; return r; }",
        {"r = 0", "r = 1"},
    ),
    "a flag": (
        "int g(void) { int ok = 0, r = 5; if (f() == 1) ok = 1; if (ok) r = 6; return r; }",
        {"r = 5", "r = 6"},
    ),
    "a constant condition": ("int g(void) { int a = 3; if (a == 4) return 1; return 0; }", {"0"}),
    "a copy": (
        "int g(int a) { int b = a; if (a == 2) { if (b != 2) return 1; } return 0; }",
        {"0"},
    ),
    "a truth value": (
        "int g(int a) { int ok = a > 0; if (a <= 0) { if (ok) return 1; } return 0; }",
        {"0"},
    ),
    "two variables": (
        "int g(int a, int b) { if (a < b) { if (a >= b) return 1; } return 0; }",
        {"0"},
    ),
    "a masked flag": (
        "int g(int a) { if (a & 4) { if (!(a & 4)) return 1; } return 0; }",
        {"0"},
    ),
    "a flag that was set": (
        "int g(int a) { a |= 4; if (!(a & 4)) return 1; return 0; }",
        {"0"},
    ),
    "an unnamed constant": (
        "int g(void) { int r = FAILED; if (r == FAILED) return 0; return 1; }",
        {"0"},
    ),
    "a field": (
        "int g(struct c *c) { if (c->state) { if (!c->state) return 1; } return 0; }",
        {"0"},
    ),
    "a field that a call can change": (
        "int g(struct c *c) { if (c->state) { step(c); if (!c->state) return 1; } return 0; }",
        {"0", "1"},
    ),
    "a variable that a call can change": (
        "int g(void) { int a = 0; give(&a); other(); if (a) return 1; return 0; }",
        {"0", "1"},
    ),
    "a loop": ("int g(int n) { int i = 0; while (i < n) i++; return i; }", {"i", "i = 0"}),
    "a switch": (
        "int g(int a) { switch (a) { case 1: if (a == 2) return 9; return 1; default:"
        " if (a == 1) return 8; return 0; } }",
        {"0", "1"},
    ),
    "a preprocessor condition": (
        "int g(void) { int r = 0;\n#if A\n r = 1;\n#endif\n#if A\n return r;\n#endif\n return 2; }",
        {"2", "r = 1"},
    ),
    "a preprocessor condition by its parts": (
        "int g(void) { int r = 0;\n#if defined A && V >= 0x30000000L\n r = 1;\n#endif\n#ifdef A\n"
        "#if V >= 0x10100000L\n return r;\n#endif\n#endif\n return 2; }",
        {"2", "r = 0", "r = 1"},
    ),
    "a stronger preprocessor condition": (
        "int g(void) { int r = 0;\n#if V >= 0x10100000L\n r = 1;\n#endif\n#if V >= 0x30000000L\n"
        " return r;\n#endif\n return 2; }",
        {"2", "r = 1"},
    ),
    "a loop for ever": (
        "int g(int a) { int r = 0; if (a) r = 1; for (;;) { if (a) return r; } }",
        {"r = 1"},
    ),
    "an earlier value": (
        "int g(int a) { int b; if (a) { b = a; a = f(); if (!b) return 1; } return 0; }",
        {"0"},
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_ends_of_feasible_paths(name: str) -> None:
    text, expected = CASES[name]
    context = context_of(HEAD + text)
    course = context.course(context.functions[-1])

    def transfer(
        _operation: Operation, _before: Environment, behind: Environment, state: int, _index: int
    ) -> list[tuple[Environment, int]]:
        return [(behind, state)]

    done = walk(course, (0, 0), (Environment.of(course.scope), 0), transfer)
    ends = set()
    for leave in done.leaves:
        assert isinstance(leave.terminator, Return)
        value = leave.terminator.value
        known = leave.environment.value(value).single
        ends.add(str(value) if known is None or str(known) == str(value) else f"{value} = {known}")
    assert done.complete
    assert ends == expected


@pytest.mark.parametrize("backwards", [False, True])
def test_what_is_known_at_a_start_does_not_hang_on_the_order(
    backwards: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    facts = [("#!defined(A) || defined(B)", only(1)), ("#defined(A)", only(1)), ("#C", only(1))]
    monkeypatch.setattr(
        walks, "known_at", lambda *_: tuple(reversed(facts)) if backwards else tuple(facts)
    )
    context = context_of(HEAD + "int g(void) { return 1; }")
    start = context.course(context.functions[-1]).start(0, 0)
    # With A known, the disjunction leaves B alone; what is true is defined.
    defined = {(f"#defined({name})", only(1)) for name in "ABC"}
    assert start.cells == {*defined, ("#C", ~only(0))}


def test_walks_that_share_a_meter_end_when_it_is_used_up() -> None:
    count = 60
    opens = "".join(f" char *p{each} = malloc(4); if (!p{each}) goto out;" for each in range(count))
    frees = "".join(f" free(p{each});" for each in range(count))
    text = f"void *malloc(unsigned long n); void free(void *p); int f(void) {{{opens} out:{frees}"
    context = context_of(f"{text} return 0; }}")
    course = context.course(context.functions[0])
    assert all(found.complete for found in follow_resources(course))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(walks, "WORK", 100_000)
        found = list(follow_resources(course))
    assert len(found) >= count
    assert found[0].complete
    assert not found[-1].complete

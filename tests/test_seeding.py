"""Defects planted by rule into correct code: what share of each rule the kit finds.

The seeds are functions of our own; so are the mended forms of the cases. Real projects join where
their sources are at hand.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest
from seeding.cut import bodies, cut
from seeding.measure import Verdict, audited, measure, plants, targets
from seeding.plant import apply

from auditkit.build import plan
from auditkit.parse import parse
from auditkit.syntax import language_of

HERE = Path(__file__).resolve().parent
SEEDS = sorted((HERE / "seeds").glob("*.c"))
CASES = sorted((HERE / "cases").glob("*.c*"))
CASES_BOUND = 0.80
"""The least share of the plants in the mended forms of the cases that is found."""

BOUNDS = {
    "check-after-use": 0.94,
    "check-removed": 0.96,
    "cleanup-bypassed": 1.0,
    "early-return": 1.0,
    "error-set-narrowed": 0.95,
    "error-value-to-success": 0.3,
    "failure-not-left": 0.64,
    "fatal-reason-retried": 1.0,
    "initialiser-removed": 1.0,
    "own-check-removed": 0.66,
    "queue-cleared-before-reason": 1.0,
    "queue-not-cleared": 1.0,
    "read-before-check": 0.9,
    "reason-from-the-queue": 1.0,
    "reason-of-another-result": 1.0,
    "release-duplicated": 1.0,
    "release-not-left": 1.0,
    "release-removed": 1.0,
    "success-latched": 0.75,
    "test-inverted": 0.88,
    "used-after-release": 1.0,
    "wrong-release-function": 1.0,
}
"""The least share of a rule's plants in the seeds that is found; the aim is 0.95 for each."""

REAL = {
    "libcoap3": (0.8, ("src/coap_openssl.c",)),
    "qt6-base": (0.46, ("src/plugins/tls/openssl/qx509_openssl.cpp",)),
    "qtbase-opensource-src": (0.66, ("src/network/ssl/qsslsocket_openssl.cpp",)),
    "stunnel4": (0.84, ("src/ctx.c", "src/verify.c", "src/network.c")),
}
"""Files of real projects, with the least share of all measured plants there that is found."""
SAMPLE = 15
"""How many plants of a real file are tried, evenly spread."""


def listed(name: str) -> list[str]:
    """The lines of a list beside this file, without comments."""
    lines = (HERE / name).read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def shares(verdicts: Sequence[Verdict]) -> dict[str, float]:
    """The share found of each rule's plants."""
    planted = Counter(verdict.plant.rule for verdict in verdicts)
    found = Counter(verdict.plant.rule for verdict in verdicts if verdict.found)
    return {rule: found[rule] / planted[rule] for rule in planted}


def measured(seed: Path) -> list[Verdict]:
    """The verdicts on all plants of the measured rules in a seed."""
    return list(measure(seed.name, seed.read_bytes(), "c", BOUNDS))


@pytest.fixture(scope="module")
def verdicts() -> list[Verdict]:
    """The verdicts on all plants of the measured rules in the seeds, found by two processes."""
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        return [verdict for found in pool.map(measured, SEEDS) for verdict in found]


def test_the_seeds_raise_nothing_but_what_is_listed() -> None:
    raised = [
        f"{seed.name} {finding.function} {finding.concern.id} {finding.subject}"
        for seed in SEEDS
        for finding in audited(seed.read_bytes(), "c")
    ]
    assert sorted(raised) == listed("seeding_raised.txt")


def test_each_rule_is_measured() -> None:
    made = {item.rule for seed in SEEDS for item in plants(seed.read_bytes(), "c")}
    assert made == BOUNDS.keys()


def test_each_rule_finds_its_share(verdicts: list[Verdict]) -> None:
    low = {rule: share for rule, share in shares(verdicts).items() if share < BOUNDS[rule]}
    assert low == {}


def test_each_miss_is_listed(verdicts: list[Verdict]) -> None:
    missed = sorted(verdict.label for verdict in verdicts if not verdict.found)
    assert missed == listed("seeding_missed.txt")


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.stem)
def test_a_file_cut_down_to_a_function_tells_the_same_of_it(seed: Path) -> None:
    data = seed.read_bytes()
    found = bodies(data, "c")
    whole = {(item.function, item.key()) for item in audited(data, "c")}
    parts = {
        (item.function, item.key())
        for body in found
        for item in audited(cut(data, found, body.name), "c", body.name)
    }
    assert parts == whole


def planted_functions(data: bytes) -> str:
    """The text, followed by each planted function under a name of its own."""
    ranges = {item.name: item.node for item in targets(data, "c")}
    parts = [data.decode()]
    for number, item in enumerate(plants(data, "c")):
        node = ranges[item.function]
        changed = apply(data, item.edits)
        end = node.end_byte + len(changed) - len(data)
        body = changed[node.start_byte : end].decode()
        parts.append(re.sub(rf"\b{item.function}\(", f"{item.function}_{number}(", body, count=1))
    return "\n".join(parts)


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.stem)
def test_plants_compile(seed: Path, tmp_path: Path) -> None:
    file = tmp_path / seed.name
    file.write_text(planted_functions(seed.read_bytes()))
    planned = plan(file)
    with parse(planned.units[0], planned.root) as parsed:
        errors = [item for item in parsed.diagnostics if item.severity in ("error", "fatal")]
    assert errors == []


def test_a_plant_is_named_by_its_place_and_not_by_its_line() -> None:
    data = SEEDS[0].read_bytes()
    moved = b"\n\n" + data
    assert [item.name for item in plants(data, "c")] == [item.name for item in plants(moved, "c")]


def test_an_edit_takes_the_test_and_leaves_the_call() -> None:
    text = b"int f(void)\n{\n    if (RAND_bytes(b, 1) != 1)\n        return 0;\n}\n"
    item = plants(text, "c")[0]
    assert apply(text, item.edits) == b"int f(void)\n{\n    RAND_bytes(b, 1);\n}\n"


def test_mended_cases_find_their_share() -> None:
    tried = [
        verdict.found
        for case in CASES
        for verdict in measure(
            case.name, case.read_bytes(), language_of(case.name), limit=SAMPLE // 3
        )
        if "faulty" not in verdict.plant.function.lower()
    ]
    assert sum(tried) / len(tried) >= CASES_BOUND


@pytest.mark.real
@pytest.mark.parametrize("project", sorted(REAL))
def test_real_code_finds_its_share(project: str, real: Callable[[str], Path]) -> None:
    folder = real(project)
    bound, names = REAL[project]
    tried = [
        verdict.found
        for name in names
        for verdict in measure(
            name, (folder / name).read_bytes(), language_of(name), BOUNDS, limit=SAMPLE
        )
    ]
    assert sum(tried) / len(tried) >= bound

"""Bytes that can be guessed are added to the random generator as if they could not.

What: RAND_add counts what it is given as random, or RAND_seed is called, and the bytes are a time,
a process id, an address or a constant.
Why: the generator takes itself for seeded and stops waiting for real randomness; keys that are made
then can be found by trying.
Limits: what is random and what is not is known for the functions of the knowledge base that tell
the time or who runs; other sources are not judged. Since OpenSSL 1.1.1 the generator seeds itself
from the system, which makes the claim harmless where that works.
Remedy: leave seeding to the library; what is only stirred in gets an estimate of 0.
See: CWE-335, CWE-337; RAND_add(3), CVE-2008-0166.
"""

import re
from collections.abc import Iterator

from auditkit.analyses.inputs import Input, inputs
from auditkit.analyses.sources import Source
from auditkit.context import Context
from auditkit.facts import Constant, Function
from auditkit.findings import Category, Concern, Confidence, Finding, Severity, Step
from auditkit.raising import raised

CONCERN = Concern(
    "claimed-entropy",
    "Seed that can be guessed",
    Category.RANDOMNESS,
    Severity.HIGH,
    ("CWE-335", "CWE-337"),
)

EXAMPLES = r"""
typedef long time_t;
void RAND_add(const void *buf, int num, double randomness);
void RAND_seed(const void *buf, int num);
time_t time(time_t *tloc);
int getpid(void);
int getentropy(void *buffer, unsigned long length);

void boot(void)
{
    time_t now = time(0);
    RAND_add(&now, sizeof(now), sizeof(now)); // finding: claimed-entropy
}

void seed(void)
{
    int id = getpid();
    RAND_seed(&id, sizeof(id)); // finding: claimed-entropy
}

void stir(void)
{
    time_t now = time(0);
    RAND_add(&now, sizeof(now), 0.0);
}

int from_the_system(void)
{
    unsigned char pool[32];
    if (getentropy(pool, sizeof(pool)) != 0)
        return -1;
    RAND_add(pool, sizeof(pool), sizeof(pool));
    return 0;
}
"""

_GUESSED = re.compile(
    r"(?:std::|::)?(?:time|clock|clock_gettime|gettimeofday|getpid|getppid|gettid|getuid|rand|random"
    r"|lrand48|GetTickCount(?:64)?|GetCurrentProcessId|QueryPerformanceCounter|gethostid|times)"
)
_NOTHING = re.compile(r"0(?:\.0*)?[fFlL]?")


def find(function: Function, context: Context) -> Iterator[Finding]:
    """Each claim that bytes which can be guessed are random."""
    for each in inputs(function, context.callees, ("entropy",)):
        if each.spec.function == "RAND_add" and _claims_nothing(each):
            continue
        traced = context.traced(function, each.point, each.call.arguments[0])
        guessed = [source for source in traced if _is_guessed(source)]
        if guessed and len(guessed) == len(traced):
            source = guessed[0]
            yield raised(
                CONCERN,
                function,
                each.call,
                context,
                message=f"{each.call.callee} takes for random what can be guessed:"
                f" {source.callee or source.text} (line {source.at.line})",
                remedy="Leave seeding to the library, or give an estimate of 0",
                confidence=Confidence.HIGH if source.sure else Confidence.MEDIUM,
                steps=(*source.steps, Step(each.call.at, "it is counted as random")),
            )


def _claims_nothing(each: Input) -> bool:
    return isinstance(each.operand, Constant) and bool(_NOTHING.fullmatch(each.operand.text))


def _is_guessed(source: Source) -> bool:
    known = source.kind in ("result", "output") and _GUESSED.fullmatch(source.callee) is not None
    return known or source.fixed

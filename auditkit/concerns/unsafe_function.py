"""A function of the C library that writes without knowing how much room there is.

What: gets, strcpy, strcat, sprintf and their like, or a scanning format that stores as many bytes
as come, in a place where what is written may be longer than the buffer.
Why: whoever chooses the text, a peer or a configuration file, writes over what lies behind.
Limits: a literal that fits into an array of known size is silent, also a format whose conversions
have a bound, and memory that was allocated with the length of the text. Where the length was asked
for before, confidence is low: the test itself is not judged here. What a macro's body writes is the
macro's own business: such bodies mostly look at the size first.
Remedy: snprintf, or memcpy behind a test of the length; give every `%s` of scanf a width.
See: CWE-120, CWE-242, CWE-676; strcpy(3), sprintf(3), SEI CERT STR31-C.
"""

import re
from collections.abc import Iterator

from auditkit.analyses.capacities import declared, extent, formatted, length, unbounded
from auditkit.analyses.definitions import Point
from auditkit.analyses.inputs import calls_at
from auditkit.analyses.sources import Source
from auditkit.context import Context
from auditkit.facts import Call, CallKind, Function, Place, Text
from auditkit.findings import Category, Concern, Confidence, Finding, Severity, Step
from auditkit.raising import raised

CONCERN = Concern(
    "unsafe-function",
    "Write without a bound",
    Category.INSECURE_FUNCTIONS,
    Severity.HIGH,
    ("CWE-120", "CWE-676"),
)

EXAMPLES = r"""
typedef struct file FILE;
char *gets(char *s);
char *strcpy(char *dest, const char *src);
char *strcat(char *dest, const char *src);
int sprintf(char *s, const char *format, ...);
int sscanf(const char *s, const char *format, ...);
unsigned long strlen(const char *s);
void *malloc(unsigned long size);

struct config { char host[64]; };

void from_the_file(struct config *c, const char *value)
{
    strcpy(c->host, value); // finding: unsafe-function
}

void joined(char *out, const char *user, const char *host)
{
    sprintf(out, "%s@%s", user, host); // finding: unsafe-function
}

int word(const char *line)
{
    char name[32];
    if (sscanf(line, "%s", name) != 1) // finding: unsafe-function
        return -1;
    return name[0];
}

void line(char *buffer)
{
    gets(buffer); // finding: unsafe-function
}

void fits(void)
{
    char name[16];
    char text[32];
    strcpy(name, "relay");
    sprintf(text, "%d/%.8s", 12, name);
}

char *copy(const char *text)
{
    char *made = malloc(strlen(text) + 1);
    if (made == 0)
        return 0;
    strcpy(made, text);
    return made;
}

int with_a_width(const char *line)
{
    char name[32];
    return sscanf(line, "%31s", name) == 1 ? name[0] : -1;
}
"""

_NAME = re.compile(
    r"(?:std::|::)?(gets|(?:st[rp]|wcs)cpy|(?:str|wcs)cat|v?sprintf|v?s?scanf|v?fscanf)"
)


def find(function: Function, context: Context) -> Iterator[Finding]:
    """Each call that may write more than there is room for."""
    for call, point in calls_at(function):
        match = _NAME.fullmatch(call.callee)
        if match is None or call.kind is CallKind.MEMBER or call.macro or not call.arguments:
            continue
        text = _unbounded(match[1], function, call, point, context)
        if text:
            yield raised(
                CONCERN,
                function,
                call,
                context,
                message=f"{call.callee} writes {text} to {_shown(call, match[1])}",
                remedy="Write with snprintf, or copy behind a test of the length",
                confidence=_confidence(match[1], function, call),
                steps=(Step(call.at, f"{call.callee} writes {text}"),),
                severity=Severity.CRITICAL if match[1] == "gets" else CONCERN.severity,
                cwe=("CWE-242",) if match[1] == "gets" else (),
            )


def _unbounded(name: str, function: Function, call: Call, point: Point, context: Context) -> str:
    """What is written without a bound, in words; empty where it is known to fit."""
    if name == "gets":
        return "a line of any length"
    if "scanf" in name:
        index = 0 if name in ("scanf", "vscanf") else 1
        conversions = list(unbounded(_format(call, index)))
        return f"as many bytes as there are for {conversions[0]}" if conversions else ""
    room = _room(function, call, context)
    if "printf" in name:
        most = formatted(_format(call, 1))
        if most is None:
            return "a text of any length"
        return "" if room is None or most < room else f"up to {most + 1} bytes"
    if len(call.arguments) < 2:
        return ""
    traced = context.traced(function, point, call.arguments[1])
    lengths = [length(source.text) if source.kind == "text" else None for source in traced]
    known = [each for each in lengths if each is not None]
    if traced and len(known) == len(lengths):
        appends = name.endswith("cat")
        return "" if room is None or (max(known) < room and not appends) else "a literal"
    made = context.traced(function, point, call.arguments[0])
    return "" if any(_is_measured(each) for each in made) else f"all of {call.arguments[1]}"


def _format(call: Call, index: int) -> str:
    operand = call.arguments[index] if index < len(call.arguments) else None
    return operand.text if isinstance(operand, Text) else ""


def _room(function: Function, call: Call, context: Context) -> int | None:
    """The size of the array that a call writes to, if it is one of the function's own."""
    target = call.arguments[0]
    if not isinstance(target, Place):
        return None
    type = declared(function, target.text)
    known = context.knowledge.constants
    return extent(type, known, context.objects, call.at.path) if type else None


def _is_measured(source: Source) -> bool:
    """Whether memory was allocated with the length of a text."""
    return source.kind == "result" and re.search(r"len|size|asprintf", source.text) is not None


def _confidence(name: str, function: Function, call: Call) -> Confidence:
    """Low where the length of what is copied was asked for before."""
    if name == "gets":
        return Confidence.HIGH
    sources = {str(item) for item in call.arguments[1:]}
    for other in function.calls():
        asked = other.callee.endswith("strlen") and bool(other.arguments)
        if asked and other.at < call.at and str(other.arguments[0]) in sources:
            return Confidence.LOW
    return Confidence.MEDIUM


def _shown(call: Call, name: str) -> str:
    if "scanf" in name:
        return "its arguments"
    return str(call.arguments[0]) if isinstance(call.arguments[0], Place) else "its buffer"

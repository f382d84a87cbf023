"""Which API a call site calls: the knowledge base asked with what the call says of itself."""

from auditkit.facts import Call, CallKind
from auditkit.knowledge import ApiSpec, Knowledge


def api_of(call: Call, knowledge: Knowledge) -> ApiSpec | None:
    """What is known of the function that a call site calls, if it is that function at all.

    A method named `write` is not the system call, nor is a function of that name in a namespace,
    nor one with another number of arguments; OpenSSL's names are its own wherever they stand.
    """
    spec = knowledge.find(call.callee)
    if spec is None and call.target:
        spec = knowledge.find(call.target)
    if spec is None or spec.library == "openssl" or call.kind is CallKind.MACRO:
        return spec
    if call.kind is not CallKind.DIRECT or ("::" in call.target and "std::" not in call.target):
        return None
    count = len(spec.parameters)
    fits = len(call.arguments) == count or "..." in spec.prototype or spec.macro
    return spec if fits else None

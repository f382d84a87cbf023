"""What a call does with a value that it is given: by the knowledge base, or by the words of its
name where nothing is known.

Apart from the walk because it looks at one call and at no path. A name alone never makes a call a
release of the wrong kind, nor a use after a release sure.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from auditkit.analyses.apis import Callees, is_own
from auditkit.analyses.wording import LOGS
from auditkit.facts import Address, Call, CallKind, Constant, Place, Temp
from auditkit.knowledge import ApiSpec
from auditkit.ownership import ParameterSpec
from auditkit.values import Cells

RECEIVER = -1
"""The position of the object that a method is called on."""
MEMORY = frozenset(
    (
        *("free", "OPENSSL_free", "CRYPTO_free", "OPENSSL_clear_free", "CRYPTO_clear_free"),
        *("g_free", "gnutls_free", "mbedtls_free", "OPENSSL_secure_free", "delete[]"),
    )
)
"""Functions that give memory back and look at nothing in it."""
DESCRIPTORS = frozenset(("close", "closesocket", "_close"))
"""Functions that release a descriptor, whose number says nothing wrong when it is logged."""
_DELETES = {"delete": "delete", "delete[]": "delete[]"}
_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_RELEASING = """free release destroy close dispose delete unref deref deinit fini cleanup dealloc
del discard teardown uninit freeall drop"""
_MOVING = """set add push append insert register attach store adopt enqueue put own give start spawn
save cache keep assign take move swap install bind link join queue post schedule emplace prepend
connect wrap parent replace reset exchange interlocked"""
_USING = """get is has have check verify print dump log show send recv receive read write compare
cmp match parse count len length size valid validate hash encode decode format name test find lookup
display report describe equal equals sign digest contains can number copy peek need debug trace warn
configure prepare setup apply update process handle load inspect use feed drive handshake accept
listen looks good ok allowed trusted expired same acceptable matches"""
_MAKING = """new create open alloc malloc calloc zalloc realloc dup strdup init make acquire
clone create copy load generate fetch build parse pop read receive"""
_FINDING = (
    "find get lookup search peek current first last next head tail self at index default cast"
)
_MEASURES = frozenset(("size", "length", "len", "count", "cmp", "compare", "equal", "equals"))
_ADDS = re.compile(r"add(?!r)|insert|regist|attach|append|push|enqueue|store")
_TAKING_OUT = frozenset(("del", "delete", "discard", "drop"))
_RELEASES = frozenset(_RELEASING.split())
_LOOKING = frozenset(_FINDING.split())
_ACQUIRING = frozenset(_MAKING.split())
_MOVES = frozenset(_MOVING.split())
_USES = frozenset(_USING.split())
_ASKING = frozenset(("set", "get", "is", "has", "can", "should", "must", "will", "was", "on"))
"""First words of names whose others tell what is set or asked: `setCloseOnExec`, `is_freed`."""
_METHODS = frozenset(("deleteLater", "release", "unref", "deref", "Release", "destroy", "Unref"))
_LOOKING_ON = """data size length c_str empty begin end cbegin cend get isEmpty isNull constData
count capacity swap release front back load store get_deleter native_handle has_value is_open"""
_LOOKS = frozenset(_LOOKING_ON.split())
"""Methods that throw nothing in the standard library and in Qt."""
_C_NAME = re.compile(r"(?:q_)?[A-Z][A-Z0-9]*_\w+$")
"""Names that a C library gives its functions."""


@dataclass(frozen=True, slots=True)
class Effect:
    """What becomes of a value: a word of `auditkit.ownership`, or `uses` or `unknown`.

    `function` is the API's own name where the callee is known, else the name written there; `known`
    says which.
    """

    word: str
    function: str
    known: bool = True


def effect(call: Call, position: int, callees: Callees) -> Effect:
    """What a call does with its argument at a position."""
    if call.callee in _DELETES:
        return Effect("releases", _DELETES[call.callee])
    spec = callees.of(call)
    if spec is not None and position != RECEIVER and not _is_plain(spec, call, position):
        word = _word(spec, call, position)
        if is_own(spec) and word == "takes" and sounds_like_release(call.callee):
            word = "releases"
        if is_own(spec) and word == "borrows" and sounds_like_move(call.callee):
            word = "unknown"
        return Effect(word, spec.function)
    return Effect(_guess(call, position), call.callee, known=False)


@lru_cache(maxsize=8192)
def words(name: str) -> frozenset[str]:
    """The words of a name in lower case: `session_freeAll` is session, free, all."""
    return frozenset(_words(name))


def failures(spec: ApiSpec) -> Cells:
    """The results of a call that did nothing: all but its successes, where these are told."""
    return ~spec.success_cells if spec.success else spec.error_cells


def _is_plain(spec: ApiSpec, call: Call, position: int) -> bool:
    """Whether a function of the target gets a number there, whose owner its summary does not
    tell.
    """
    if not is_own(spec) or position >= len(spec.parameters):
        return False
    types = spec.prototype.partition("(")[2].split(",")
    plain = position < len(types) and not re.search(r"[*&\[]|_t\b", types[position])
    return plain and spec.parameters[position].ownership == "borrows"


def may_not_return(name: str) -> bool:
    """Whether the name of an unknown function says that control may not come back."""
    return bool(words(name) & {"throw", "die", "panic", "abort", "bail", "exception", "longjmp"})


def may_throw(call: Call, callees: Callees) -> bool:
    """Whether an exception may leave a call: of a C library none does, nor one of what only
    looks.
    """
    if callees.api(call) is not None or LOGS.search(call.callee) or _C_NAME.match(call.callee):
        return False
    last = re.split(r"::|\.|->", call.callee)[-1]
    return last not in _LOOKS and not last.startswith(("operator", "~"))


def is_disguised(call: Call, callees: Callees) -> bool:
    """Whether a macro of the target releases, of which there may be another one that does not."""
    return call.kind is CallKind.MACRO and callees.knowledge.find(call.callee) is None


def are_pair(acquire: str, release: str) -> bool:
    """Whether two functions are named as a pair: `x_malloc` and `x_free`, `openFile` and
    `closeFile`.
    """
    first, second = _words(acquire), _words(release)
    makes = [word for word in first if word not in _ACQUIRING]
    ends = [word for word in second if word not in _RELEASES]
    return bool(makes) and makes == ends and len(makes) < len(first) and len(ends) < len(second)


def _words(name: str) -> list[str]:
    return [word.lower() for word in _WORDS.findall(name.rsplit("::", 1)[-1])]


def sounds_like_making(name: str) -> bool:
    """Whether a function's name says that its caller gets something new."""
    return bool(words(name) & (_ACQUIRING - {"init"}))


def sounds_like_lookup(name: str) -> bool:
    """Whether a function's name says that it only looks for something."""
    found = words(name)
    return bool(found & _LOOKING) or any(each.startswith("get") for each in found)


def gives_back(spec: ApiSpec, callees: Callees) -> bool:
    """Whether a function gives back to the application what another one keeps for it."""
    if words(spec.function) & {"user", "app", "ex"} and "data" in words(spec.function):
        return True
    setter = callees.knowledge.find(spec.function.replace("_get_", "_set_"))
    return setter is not None and any(each.ownership == "keeps" for each in setter.parameters)


def sounds_like_reference(name: str) -> bool:
    """Whether a function's name says that it takes a reference for its caller."""
    return bool(words(name) & {"ref", "addref", "retain", "grab", "hold", "incref"})


def sounds_like_release(name: str) -> bool:
    """Whether a function's name says that it releases something."""
    spelled = _words(name)
    return bool(words(name) & _RELEASES) and spelled[0] not in _ASKING


def sounds_like_free(name: str) -> bool:
    """Whether a function's name says that what it is given is gone afterwards."""
    spelled = _words(name)
    ends = "free" in spelled[:1] or bool({"free", "destroy"} & set(spelled[-1:]))
    return ends and not words(name) & _USES


def sounds_like_use(name: str) -> bool:
    """Whether a function's name says that it only looks, or only logs."""
    return LOGS.search(name) is not None or bool(words(name) & _USES)


def sounds_like_move(name: str) -> bool:
    """Whether a function's name says that it stores what it is given."""
    return bool(words(name) & _MOVES) or sounds_like_adding(name)


def sounds_like_adding(name: str) -> bool:
    """Whether a function's name says that what it is given joins others."""
    return any(map(_ADDS.match, words(name)))


def sounds_like_measure(name: str) -> bool:
    """Whether a function's name says that it counts or compares."""
    return bool(words(name) & _MEASURES)


def _word(spec: ApiSpec, call: Call, position: int) -> str:
    if position >= len(spec.parameters):
        return "borrows"
    if spec.function.endswith("_ctrl"):
        # What becomes of the argument depends on the command.
        return "borrows" if position == 0 else "unknown"
    parameter = spec.parameters[position]
    return parameter.ownership if _holds(parameter, call) else "borrows"


def _holds(parameter: ParameterSpec, call: Call) -> bool:
    """Whether the condition on another argument holds, or may hold."""
    given = parameter.given
    if given is None or given.position >= len(call.arguments):
        return True
    operand = call.arguments[given.position]
    if not isinstance(operand, Constant):
        return True
    if operand.value is not None and given.constant.endswith("CLOSE"):
        return bool(operand.value & 1)
    return given.constant in operand.text


def _guess(call: Call, position: int) -> str:
    last = call.callee.rsplit("::", 1)[-1]
    if position == RECEIVER:
        return "releases" if last in _METHODS else _received(last)
    if LOGS.search(call.callee):
        return "borrows"
    found = words(call.callee)
    if found & _RELEASES and _words(call.callee)[0] not in _ASKING:
        # `LL_DELETE(list, item)` takes an item out.
        takes_out = call.kind is CallKind.MACRO or (found & _RELEASES) <= _TAKING_OUT
        several = sum(isinstance(item, Place | Temp | Address) for item in call.arguments) > 1
        many = several or (takes_out and len(call.arguments) > 1)
        return "unknown" if many else "releases"
    if call.kind in (CallKind.CONSTRUCTOR, CallKind.INDIRECT, CallKind.OPERATOR):
        return "unknown"
    if sounds_like_move(call.callee):
        return "unknown"
    return "uses" if found & _USES else "unknown"


def _received(method: str) -> str:
    """What a method does with the object it is called on: it may hand it over, else it uses it."""
    found = words(method)
    return "unknown" if {"parent", "thread", "self"} & found and "get" not in found else "borrows"

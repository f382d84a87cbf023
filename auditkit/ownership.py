"""Who owns what a call hands in or out: the ownership of parameters and of what they receive.

Apart from `knowledge`, which says when a function fails, because the life of an object is a thought
of its own. The words say what is true for the caller after the call.
"""

import re
from dataclasses import dataclass

from auditkit.strict import Table

RETURNS = ("owned", "borrowed", "none")
OWNERSHIP = {
    "borrows": "looked at during the call only",
    "keeps": "kept, if the call succeeds, for the application, which gets it back later",
    "outlives": "referred to: the caller still releases it, but not before what refers to it",
    "joins": "on success a part of the first parameter's object; `releases_all` releases both",
    "takes": "the callee's from now on, whatever the result",
    "takes_on_success": "the callee's if the call succeeds, else still the caller's",
    "up_refs": "shared, by a reference of the callee's own: the caller's stays the caller's",
    "acquires": "the caller has one more reference to release",
    "releases": "the caller's reference is gone",
    "releases_on_failure": "gone if the call fails, else still the caller's",
    "releases_all": "the caller's reference is gone, and so is all that joined the object",
    "clears": "what the object holds is released, the object itself is not",
    "disowns": "what the object lends is from now on the caller's to release",
    "returned": "the result itself, or what it points to is",
}
"""Words for a parameter, and what each says."""
WRITTEN = ("always", "success", "null_on_failure")
PURPOSES = {
    "bits": "a size of a key or of a parameter of it, in bits",
    "cipher": "a cipher, by what its getter returns",
    "cipher_list": "cipher suites by name, as in openssl-ciphers(1)",
    "digest": "a digest, by what its getter returns",
    "entropy": "how much of what is added to the generator cannot be guessed, or the bytes",
    "iterations": "rounds of a derivation from a password",
    "iv": "an initialisation vector or a nonce",
    "key": "a symmetric key or the key of a MAC",
    "level": "a security level",
    "mtu": "bytes that fit into one datagram",
    "options": "options of a context, as bits",
    "password": "a password or a passphrase",
    "salt": "a salt",
    "secret": "a secret that keys are derived from, or a pre-shared key",
    "session_context": "a name for the sessions that may be resumed",
    "verify_callback": "a function that may overrule the verification of a certificate",
    "verify_flags": "flags of the verification of a certificate, as bits",
    "verify_mode": "whether the peer's certificate is verified, as bits",
    "version": "a version of the protocol",
}
"""What the value of a parameter can be for."""
KEYS = (
    *("returns", "release", "lender", "parameters", "nullable", "given", "advances", "purpose"),
    *("out", "out_release", "out_member", "reuses", "in_place"),
)
_GIVEN = re.compile(r"(\w+) & ([A-Z]\w*)")


@dataclass(frozen=True, slots=True)
class Given:
    """What another argument must be: that at a position, with all bits of a named constant."""

    position: int
    constant: str


@dataclass(frozen=True, slots=True)
class ParameterSpec:
    """A parameter, its position from 0, and its ownership; one `returned` is itself the result.

    Where `given` does not hold, the parameter is only borrowed. One that `advances` is a pointer to
    a pointer, which afterwards points behind what was read or written. `purpose` is what its value
    is for, where security hangs on it.
    """

    name: str
    position: int
    ownership: str
    nullable: bool
    given: Given | None = None
    advances: bool = False
    purpose: str = ""


@dataclass(frozen=True, slots=True)
class OutParameter:
    """A parameter through which the function writes, when, and what releases what it wrote.

    One that `reuses` uses a pointer that it finds there, if that is not null, instead of making a
    new object. `in_place` says that the object pointed to is what is to be released, with the same
    pointer; `member`, that a member of it is; `count`, how many there are.
    """

    name: str
    position: int
    written: str
    release: str
    reuses: bool = False
    in_place: bool = False
    member: str = ""
    count: int = 1


def parameters(table: Table, names: tuple[str, ...]) -> tuple[ParameterSpec, ...]:
    """The parameters of an entry, whose names its prototype gives."""
    owns, given = table.table("parameters").only(names), table.table("given")
    given.only(tuple(owns.data))
    choices = names or ("(no parameters)",)
    nullable, advances = table.texts("nullable", choices), table.texts("advances", choices)
    purpose = table.table("purpose").only(names)
    return tuple(
        ParameterSpec(
            name,
            position,
            owns.text(name, "borrows", tuple(OWNERSHIP)),
            name in nullable,
            _given(given, name, names) if name in given.data else None,
            name in advances,
            purpose.text(name, "", ("", *PURPOSES)),
        )
        for position, name in enumerate(names)
    )


def outputs(table: Table, names: tuple[str, ...], prototype: str) -> tuple[OutParameter, ...]:
    """The parameters through which a function of this prototype writes."""
    out = table.table("out").only(names)
    written = tuple(out.data)
    release = table.table("out_release").only(written)
    member = table.table("out_member").only(tuple(release.data))
    reuses = table.texts("reuses", written or ("(nothing is written)",))
    in_place = table.texts("in_place", tuple(release.data) or ("(nothing is to be released)",))
    return tuple(
        OutParameter(
            name,
            names.index(name),
            out.text(name, None, WRITTEN),
            release.text(name, ""),
            name in reuses,
            name in in_place,
            member.text(name, ""),
            _count(name, prototype),
        )
        for name in written
    )


def position(table: Table, key: str, names: tuple[str, ...]) -> int:
    """The position of the parameter that a key names, -1 where the key is absent."""
    name = table.text(key, "", ("", *names))
    return names.index(name) if name else -1


def _given(table: Table, name: str, names: tuple[str, ...]) -> Given:
    text = table.text(name, None)
    match = _GIVEN.fullmatch(text)
    if match is None or match[1] not in names:
        choices = ", ".join(names)
        raise table.error(name, f"{text!r}; permitted: '… & CONSTANT' with one of {choices}")
    return Given(names.index(match[1]), match[2])


def _count(name: str, prototype: str) -> int:
    """How many values an array parameter has, 1 where it is no array of known size."""
    match = re.search(rf"\b{name}\s*\[(\d+)\]", prototype)
    return int(match[1]) if match else 1

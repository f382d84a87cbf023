"""The fields of structures: those that the target defines, and those of POSIX that calls read.

Of a structure of POSIX only the fields count that the function which gets it reads whatever the
others say; they are from the manual pages that `POSIX` names.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from auditkit.accesses import reads
from auditkit.facts import Class, Function, Place


@dataclass(frozen=True, slots=True)
class Layouts:
    """The fields of structures by tag or name, each with its type as written, and the last names
    of all access paths that any function reads.
    """

    fields: Mapping[str, tuple[tuple[str, str], ...]]
    read: frozenset[str]

    def of(self, type: str) -> tuple[tuple[str, str], ...] | None:
        """The fields of the structure that a type names or points to, if they are known."""
        return self.fields.get(type.rstrip("* ").removeprefix("struct "))


POSIX: Mapping[str, tuple[str, ...]] = {
    "addrinfo": ("ai_flags", "ai_family", "ai_socktype", "ai_protocol"),  # getaddrinfo(3)
    "epoll_event": ("events", "data"),  # epoll_ctl(2)
    "flock": ("l_type", "l_whence", "l_start", "l_len"),  # fcntl(2)
    "iovec": ("iov_base", "iov_len"),  # readv(2)
    "itimerspec": ("it_interval", "it_value"),  # timer_settime(2)
    "itimerval": ("it_interval", "it_value"),  # setitimer(2)
    "linger": ("l_onoff", "l_linger"),  # socket(7)
    "msghdr": ("msg_name", "msg_namelen", "msg_iov", "msg_iovlen", "msg_control", "msg_controllen"),
    "pollfd": ("fd", "events"),  # poll(2)
    "sigaction": ("sa_mask", "sa_flags"),  # sigaction(2)
    "sockaddr_in": ("sin_family", "sin_port", "sin_addr"),  # ip(7)
    "sockaddr_in6": ("sin6_family", "sin6_port", "sin6_addr", "sin6_scope_id"),  # ipv6(7)
    "sockaddr_un": ("sun_family", "sun_path"),  # unix(7)
    "timespec": ("tv_sec", "tv_nsec"),  # clock_gettime(2)
    "timeval": ("tv_sec", "tv_usec"),  # gettimeofday(2)
}


def layouts(classes: Iterable[Class], functions: Iterable[Function]) -> Layouts:
    """All layouts: POSIX's, and above them those of the target's structures without bases.

    Of structures with one name that differ nothing is known. A field that only some builds have
    counts in none.
    """
    found: dict[str, set[tuple[tuple[str, str], ...]]] = {}
    for record in classes:
        if not record.bases and record.members:
            own = tuple(
                (each.name, each.type)
                for each in record.members
                if not each.initialised and not each.condition
            )
            found.setdefault(record.name.rsplit("::", 1)[-1], set()).add(own)
    known = {name: tuple((field, "") for field in fields) for name, fields in POSIX.items()}
    for name, same in found.items():
        known.pop(name, None)
        if len(same) == 1:
            known[name] = same.pop()
    return Layouts(known, _read(functions))


def _read(functions: Iterable[Function]) -> frozenset[str]:
    found: set[str] = set()
    for function in functions:
        for block in function.blocks:
            for record in (*block.operations, block.terminator):
                found.update(_last(place) for place in reads(record))
    return frozenset(found)


def _last(place: Place) -> str:
    return place.text.replace("->", ".").rsplit(".", 1)[-1]

"""What the names of a function hold along one path, by value numbering: symbols and their cells.

A symbol stands for a value: names that were copied from each other share one, a truth value knows
the values for which it is true, and a branch on any of them narrows all. An environment is a value:
equal environments at one block are one. After Alpern, Wegman and Zadeck, "Detecting Equality of
Variables in Programs" (POPL 1988), kept path by path.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from auditkit.analyses.symbols import Symbol as Symbol
from auditkit.analyses.symbols import (
    atoms,
    constant_cells,
    is_asked,
    is_behind,
    is_constant,
    mentions,
    truth_cells,
)
from auditkit.analyses.symbols import reaches as reaches
from auditkit.facts import (
    Address,
    Assign,
    Call,
    Compute,
    Constant,
    Declare,
    Opaque,
    Operand,
    Operation,
    Place,
    Temp,
    Text,
    VariableKind,
)
from auditkit.values import ANY, MIRRORED, OPPOSITE, Cells, only, relation

T = TypeVar("T")
_TRUE = ~only(0)
_PURE = frozenset(("&", "==", "!=", "<", "<=", ">", ">="))
_NEGATIVE = {"!=": "==", ">=": "<", ">": "<="}


@dataclass(frozen=True, slots=True, eq=False)
class Scope:
    """Which names of a function are followed; one object a function, compared by identity.

    `relevant` names decide branches or leave the function; `shared` ones can be changed by any call
    that is not known: globals, statics, and variables whose address was given away; `counters` are
    only ever stepped up by one, so that a loop `i < n` over them ends where `i == n`. `repeated`
    are the pairs of operands that are compared more than once.
    """

    relevant: frozenset[str]
    shared: frozenset[str] = frozenset()
    counters: frozenset[str] = frozenset()
    repeated: frozenset[tuple[str, str]] = frozenset()


def _kept(items: frozenset[T], rest: list[T]) -> frozenset[T]:
    """What is left of some items; the same object where all are."""
    return items if len(rest) == len(items) else frozenset(rest)


def _repeated(symbols: list[Symbol]) -> frozenset[Symbol]:
    """The symbols that are there more than once."""
    if len(set(symbols)) == len(symbols):
        return frozenset()
    return frozenset(symbol for symbol, count in Counter(symbols).items() if count > 1)


class Environment(NamedTuple):
    """One path's knowledge: who holds which symbol, what a symbol can be, and what it says.

    `names` are (name, symbol), `cells` are (symbol, what it can be), `truths` are (symbol, other,
    cells, true): the symbol is in `true` just where the other is in the cells, else 0. A name that
    is not there has a value of which nothing is known.
    """

    scope: Scope
    names: frozenset[tuple[str, Symbol]] = frozenset()
    cells: frozenset[tuple[Symbol, Cells]] = frozenset()
    truths: frozenset[tuple[Symbol, Symbol, Cells, Cells]] = frozenset()

    @staticmethod
    def of(scope: Scope, known: Iterable[tuple[str, Cells]] = ()) -> "Environment":
        """The environment at a start, where some names are known to be in some cells."""
        pairs = tuple(known)
        return Environment(
            scope,
            frozenset((name, f"{name}@") for name, _ in pairs),
            frozenset((f"{name}@", cells) for name, cells in pairs),
        )

    def held(self, name: str) -> Symbol:
        """The symbol that a name holds; empty where nothing is known of its value."""
        for known, symbol in self.names:
            if known == name:
                return symbol
        return ""

    def symbol(self, operand: Operand | None) -> Symbol:
        """The symbol of an operand; empty where nothing is known of its value."""
        match operand:
            case Place(text=name):
                return self.held(name)
            case Temp():
                return self.held(str(operand))
            case Constant(value=int(number)):
                return f"={number}"
            case Constant(text=text) | Text(text=text):
                return f"={text}"
            case Address(place=place):
                return f"=&{place.text}"
        return ""

    def holders(self, symbol: Symbol) -> frozenset[str]:
        """The names that hold a symbol."""
        return frozenset(name for name, held in self.names if held == symbol)

    def value(self, operand: Operand | None) -> Cells:
        """What an operand can be."""
        return self.can_be(self.symbol(operand))

    def can_be(self, symbol: Symbol) -> Cells:
        """What a symbol can be, by its cells and by what its truth hangs on."""
        if isinstance(symbol, str) and symbol[:1] in ("", "="):
            return constant_cells(symbol)
        found = ANY
        for known, cells in self.cells:
            if known == symbol:
                found = cells
                break
        for known, other, cells, true in self.truths:
            if known == symbol:
                found &= truth_cells(self.can_be(other), cells, true)
        return found

    def grounds(self, symbol: Symbol) -> tuple[Symbol, ...]:
        """The symbols that a symbol's value hangs on: itself, and what its truth or parts say."""
        found = [symbol] if symbol else []
        for item in found:
            found.extend(other for known, other, _, _ in self.truths if known == item)
            if isinstance(item, tuple):
                found.extend((item[0], item[2]))
        return tuple(dict.fromkeys(found))

    def narrowed(self, symbol: Symbol, cells: Cells) -> "Environment | None":
        """The environment where a symbol is in these cells; None where it cannot be."""
        before = self.can_be(symbol)
        after = before & cells
        if not after:
            return None
        if after == before or not symbol or (isinstance(symbol, str) and symbol.startswith("=")):
            return self
        rest = frozenset(item for item in self.cells if item[0] != symbol)
        new: Environment | None = self._with_cells(rest | {(symbol, after)})
        for known, other, holds, _ in self.truths:
            if known == symbol and new is not None and (0 not in after or after == only(0)):
                new = new.narrowed(other, holds if 0 not in after else ~holds)
        return new

    def compared(
        self, left: Operand, operator: str, right: Operand, line: int
    ) -> "Environment | None":
        """The environment where a comparison on a line holds; None where it cannot."""
        new = self.minted(left, line).minted(right, line)
        first, second = new.symbol(left), new.symbol(right)
        if first and first == second:
            return new if operator in ("==", "<=", ">=") else None
        if (number := new.can_be(second).single) is not None:
            return new.narrowed(first, relation(operator, number))
        if (number := new.can_be(first).single) is not None:
            return new.narrowed(second, relation(MIRRORED[operator], number))
        met = new.narrowed(first, new.can_be(second)) if operator == "==" else new
        if met is None:
            return None
        new = met
        if not first or not second or (str(left), str(right)) not in self.scope.repeated:
            return new
        positive = _NEGATIVE.get(operator, operator)
        return new.narrowed((first, positive, second), only(int(positive == operator)))

    def minted(self, operand: Operand | None, line: int) -> "Environment":
        """The environment where a followed name of unknown value has a symbol for it."""
        name = str(operand) if isinstance(operand, Place | Temp) else ""
        if not name or self.held(name) or not self._follows(name):
            return self
        new = self.forgotten(f"{name}@{line}")
        return new._with_names(new.names | {(name, f"{name}@{line}")})

    def bound(self, name: str, symbol: Symbol) -> "Environment":
        """The environment after a name got the value of a symbol, or an unknown one (empty)."""
        gone = [item for item in self.names if name in item[0] and reaches(item[0], name)]
        if name.startswith("*"):
            # `*p = q` gives all that is behind p another value.
            behind = f"{name[1:]}->"
            gone += [item for item in self.names if item[0].startswith(behind)]
        if gone == [(name, symbol)]:
            return self
        names = self.names.difference(gone) if gone else self.names
        if symbol:
            names |= {(name, symbol)}
        return self if names is self.names else self._with_names(names)

    def after(self, operation: Operation, keep: frozenset[Symbol]) -> "Environment":
        """The environment behind one operation; a name that gets a symbol of `keep` is followed."""
        match operation:
            case Declare(place=place):
                return self.bound(place.text, "")
            case Assign(target=target, value=value, operator="="):
                new = self.minted(value, operation.at.line) if self._follows(str(target)) else self
                symbol = new.symbol(value)
                followed = symbol in keep or new._follows(str(target))
                return new.bound(str(target), symbol if followed else "")
            case Assign(target=target, value=Constant() as bit, operator="|="):
                return self._with_bit(str(target), self.symbol(bit), operation.at.line)
            case Assign(target=target):
                return self.bound(str(target), "")
            case Compute():
                return self._computed(operation)
            case Call():
                return self._called(operation)
            case Opaque():
                return Environment(self.scope)
        return self

    def told(self, symbol: Symbol, other: Symbol, cells: Cells, true: Cells) -> "Environment":
        """The environment where a symbol is in `true` just where another is in the cells, or 0.

        A value that hangs on itself, one round of a loop later, says nothing.
        """
        if symbol in self.grounds(other):
            return self
        return self._replace(truths=self.truths | {(symbol, other, cells, true)})

    def changed(self, call: Call) -> "Environment":
        """The environment after a call that is not known changed all that it can reach."""
        roots = {item.root for item in call.arguments if isinstance(item, Place)}
        if isinstance(call.receiver, Place):
            roots.add(call.receiver.root)
        elif "::" in call.target and not call.target.startswith("std::"):
            roots.add("this")
        names = frozenset(
            item
            for item in self.names
            if item[0] not in self.scope.shared and not is_behind(item[0], roots)
        )
        return self if names == self.names else self._with_names(names)

    def pruned(
        self,
        deciding: frozenset[str],
        keep: frozenset[Symbol],
        hold: frozenset[Symbol] = frozenset(),
        live: frozenset[str] = frozenset(),
    ) -> "Environment":
        """The environment without what no later branch or result can hang on.

        Every name that has a symbol of `keep` is kept, and every live one that has one of `hold`.
        """
        names = [
            item
            for item in self.names
            if item[0] in deciding or item[1] in keep or (item[1] in hold and item[0] in live)
        ]
        symbols = [symbol for _, symbol in names]
        held = {*symbols, *keep}
        copies = _repeated(symbols)
        truths, cells = self.truths, self.cells
        if truths:
            truths = _kept(truths, [item for item in truths if item[0] in held])
            held.update(other for _, other, _, _ in truths)
        if cells:
            asked = [item for item in cells if item[0] in held or is_asked(item[0], deciding, held)]
            cells = _kept(cells, asked)
        used = {symbol for symbol, _ in cells} | keep
        used.update(part for symbol, other, _, _ in truths for part in (symbol, other))
        used |= {atom for symbol in used if isinstance(symbol, tuple) for atom in atoms(symbol)}
        told = [
            item
            for item in names
            if item[1] in used or item[1] in hold or is_constant(item[1]) or item[1] in copies
        ]
        return Environment(self.scope, _kept(self.names, told), cells, truths)

    def forgotten(self, symbol: str) -> "Environment":
        """The environment before a symbol is made anew: what the old one meant is gone."""
        if not self._speaks_of(symbol):
            return self
        return self._replace(
            names=frozenset(item for item in self.names if not mentions(item[1], symbol)),
            cells=frozenset(item for item in self.cells if not mentions(item[0], symbol)),
            truths=frozenset(
                item
                for item in self.truths
                if not mentions(item[0], symbol) and not mentions(item[1], symbol)
            ),
        )

    def _with_bit(self, name: str, bit: Symbol, line: int) -> "Environment":
        """The environment where a name has a bit set that it may not have had before."""
        if not self._follows(name):
            return self.bound(name, "")
        new = self.bound(name, "").minted(Place(name, name, VariableKind.UNKNOWN), line)
        return new._with_cells(new.cells | {((new.held(name), "&", bit), _TRUE)})

    def _with_names(self, names: frozenset[tuple[str, Symbol]]) -> "Environment":
        return Environment(self.scope, names, self.cells, self.truths)

    def _with_cells(self, cells: frozenset[tuple[Symbol, Cells]]) -> "Environment":
        return Environment(self.scope, self.names, cells, self.truths)

    def _speaks_of(self, symbol: str) -> bool:
        for _, held in self.names:
            if held == symbol or (isinstance(held, tuple) and mentions(held, symbol)):
                return True
        for known, _ in self.cells:
            if known == symbol or (isinstance(known, tuple) and mentions(known, symbol)):
                return True
        return any(mentions(item[0], symbol) or mentions(item[1], symbol) for item in self.truths)

    def _follows(self, name: str) -> bool:
        return name.startswith("%") or name in self.scope.relevant

    def _computed(self, operation: Compute) -> "Environment":
        target, line = str(operation.target), operation.at.line
        new = self.forgotten(target)
        for operand in operation.operands:
            new = new.minted(operand, line)
        symbols = [new.symbol(operand) for operand in operation.operands]
        if operation.operator == "cast" and "bool" not in operation.type:
            return new.bound(target, symbols[0])
        true = new._true(operation.operator, symbols)
        if true is not None:
            return new.told(target, *true, only(1)).bound(target, target)
        if operation.operator == "-" and len(symbols) == 1:
            return new._negated(target, operation.operands[0])
        if operation.operator == "+" and (new.can_be(symbols[-1]).single or 0) > 0:
            # A length and one more is not nothing.
            new = new.bound(target, target)
            return new._replace(cells=new.cells | {(target, _TRUE)})
        pair = tuple(str(operand) for operand in operation.operands)
        pure = operation.operator in _PURE and pair in self.scope.repeated and all(symbols)
        flat = not any(isinstance(symbol, tuple) for symbol in symbols)
        if pure and flat:
            return new.bound(target, (symbols[0], operation.operator, symbols[1]))
        return new.bound(target, target)

    def _negated(self, target: str, operand: Operand) -> "Environment":
        """The environment where a temporary holds the negative of an operand."""
        cells = relation(">=", 1) if str(operand) == "errno" else self.value(operand)
        new = self.bound(target, target)
        negative = Cells(tuple((-high, -low) for low, high in reversed(cells.parts)))
        return new if cells == ANY else new._with_cells(new.cells | {(target, negative)})

    def _true(self, operator: str, symbols: list[Symbol]) -> tuple[Symbol, Cells] | None:
        """The symbol and the cells that make a computed truth value true, if it is one."""
        if not symbols or not symbols[0]:
            return None
        if operator in ("!", "cast"):
            return symbols[0], only(0) if operator == "!" else _TRUE
        if operator not in OPPOSITE or len(symbols) != 2:
            return None
        if (number := self.can_be(symbols[1]).single) is not None:
            return symbols[0], relation(operator, number)
        number = self.can_be(symbols[0]).single
        if number is not None and symbols[1]:
            return symbols[1], relation(MIRRORED[operator], number)
        return None

    def _called(self, call: Call) -> "Environment":
        result = str(call.result)
        new = self.forgotten(result)
        for argument in call.arguments:
            if isinstance(argument, Address):
                new = new.bound(argument.place.text, "")
        return new.bound(result, result)

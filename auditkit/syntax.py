"""Syntax trees that survive missing headers: masked text, tree-sitter parses, function definitions.

Turns a preprocessed file into one tree for each variant of its straddling `#if`s, and lists the
functions with a body in them. Apart from the lowering because only finding functions needs names.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import tree_sitter_c
import tree_sitter_cpp
from tree_sitter import Language, Node, Parser, Query, QueryCursor, Tree

from auditkit.annotations import Annotations
from auditkit.masking import mask, specifiers
from auditkit.mending import mend
from auditkit.preprocess import Preprocessed, variants

ANONYMOUS = "(anonymous)"
NOTHING: Mapping[bytes, bytes] = {}
_SPACE = re.compile(r"\s")
LANGUAGES = {
    "c": Language(tree_sitter_c.language()),
    "c++": Language(tree_sitter_cpp.language()),
}


@dataclass(frozen=True, slots=True)
class Definition:
    """One function with a body: its node, its qualified name and what kind of function it is."""

    node: Node
    body: Node
    name: str
    kind: str
    signature: str
    internal: bool


@dataclass(frozen=True, slots=True)
class Syntax:
    """The trees of one file, one for each variant, each with the masked text that it was parsed
    from.

    `blanked` are the ranges in each text that were left out because no grammar understood them.
    """

    preprocessed: Preprocessed
    language: str
    trees: tuple[Tree, ...]
    texts: tuple[bytes, ...]
    blanked: tuple[tuple[tuple[int, int], ...], ...]


def language_of(path: str) -> str:
    """`c` or `c++`, by the file's extension; a header counts as C++ unless it is a plain `.h`."""
    extension = path.rsplit(".", 1)[-1]
    return "c" if extension in ("c", "h") else "c++"


def parse_text(text: bytes, language: str) -> Tree:
    """The error-tolerant tree of a text in `c` or `c++`."""
    return Parser(LANGUAGES[language]).parse(text)


def parse_syntax(
    preprocessed: Preprocessed,
    language: str,
    annotations: Annotations | None = None,
    shared: Mapping[bytes, bytes] = NOTHING,
) -> Syntax:
    """The trees of a preprocessed file, with macros masked that are no part of the grammar.

    `shared` are the stand-ins for macros that other files of the target define.
    """
    replaced = {**shared, **specifiers(preprocessed.macros, annotations)}
    skipped = annotations.skipped if annotations else ()
    texts, trees, blanked = [], [], []
    for text in variants(preprocessed, skipped):
        spans: list[tuple[int, int]] = []
        masked = mask(text, replaced, plus=language == "c++", blanked=spans)
        tree = parse_text(masked, language)
        if tree.root_node.has_error:
            masked, tree = mend(masked, tree, lambda text: parse_text(text, language), spans)
        texts.append(masked)
        trees.append(tree)
        blanked.append(tuple(sorted(spans)))
    return Syntax(preprocessed, language, tuple(trees), tuple(texts), tuple(blanked))


def definitions(tree: Tree) -> Iterator[Definition]:
    """The function definitions of a tree in source order, without lambdas."""
    captured = QueryCursor(_DEFINITIONS[_language(tree)]).captures(tree.root_node)
    inner: dict[int, tuple[str, ...]] = {}
    for node in sorted(captured.get("function", ()), key=_place):
        context = _context(node, inner)
        definition = None if context is None else _definition(node, *context)
        if definition is not None and context is not None:
            inner[node.id] = (*context[0], *_last(definition.name, context[0]))
            yield definition


def _place(node: Node) -> tuple[int, int]:
    return node.start_byte, -node.end_byte


def text_of(node: Node | None) -> str:
    """The text of a node, with white space folded."""
    raw = node.text if node is not None else None
    if raw is None:
        return ""
    text = raw.decode("utf-8", "replace")
    return " ".join(text.split()) if _SPACE.search(text) else text


def parameter_nodes(declarator: Node | None) -> list[Node]:
    """The parameter declarations of a function declarator, without a lone `void`."""
    while declarator is not None and not declarator.type.endswith("function_declarator"):
        declarator = declarator.child_by_field_name("declarator") or _named(declarator)
    parameters = declarator.child_by_field_name("parameters") if declarator else None
    if parameters is None:
        return []
    nodes = [
        child
        for child in parameters.named_children
        if child.type.endswith("parameter_declaration") or child.type == "identifier"
    ]
    return [node for node in nodes if text_of(node) != "void"]


def declared_name(node: Node | None) -> Node | None:
    """The name inside a declarator: an identifier, or a qualified, operator or destructor name."""
    while node is not None:
        if node.type in _NAMES:
            return node
        inner = node.child_by_field_name("declarator")
        if inner is None:
            inner = next((child for child in node.named_children if _declares(child)), None)
        node = inner
    return None


_NAMES = frozenset(
    (
        "identifier",
        "field_identifier",
        "qualified_identifier",
        "destructor_name",
        "operator_name",
        "operator_cast",
        "template_function",
        "type_identifier",
    )
)


def prototype(shape: Node) -> Node | None:
    """The function declarator of `f(…)` or `*f(…)`; that of `(*f)(…)` declares a variable."""
    node: Node | None = shape
    while node is not None and node.type in ("pointer_declarator", "reference_declarator"):
        node = node.child_by_field_name("declarator") or (
            node.named_children[-1] if node.named_children else None
        )
    if node is None or node.type != "function_declarator":
        return None
    inner = node.child_by_field_name("declarator")
    return None if inner is not None and inner.type == "parenthesized_declarator" else node


def parameter_type(node: Node) -> str:
    """The type of a parameter declaration as written, without its name and default value."""
    default = node.child_by_field_name("default_value")
    end = default.start_byte if default else node.end_byte
    name = declared_name(node.child_by_field_name("declarator"))
    raw = node.text or b""
    if default is not None:
        raw = raw[: end - node.start_byte].rstrip().removesuffix(b"=")
    if name is not None:
        low, high = name.start_byte - node.start_byte, name.end_byte - node.start_byte
        raw = raw[:low] + b" " + raw[high:]
    return normal_type(raw.decode("utf-8", "replace"))


def old_style_types(node: Node) -> dict[str, str]:
    """The types of parameters that a definition of the old style declares before its body."""
    types: dict[str, str] = {}
    for child in node.named_children:
        if child.type == "declaration":
            base = text_of(child.child_by_field_name("type"))
            for shape in child.children_by_field_name("declarator"):
                name = text_of(declared_name(shape))
                types[name] = normal_type(f"{base} {text_of(shape).replace(name, '', 1)}")
    return types


def normal_type(text: str) -> str:
    """A type in one spelling: `SSL *`, `const QByteArray &`, `char **`."""
    text = re.sub(r"\[\[.*?\]\]", " ", text) if "[[" in text else text
    text = re.sub(r"\s*([*&]+)\s*", r" \1", " ".join(text.split()))
    text = re.sub(r"([*&])\s+(?=[*&])", r"\1", text)
    text = text.replace("( ", "(")
    return re.sub(r"\s*([<>,\[\]])\s*", r"\1", text).replace(",", ", ").strip()


def _declares(node: Node) -> bool:
    return node.type in _NAMES or node.type.endswith("declarator")


def _named(node: Node) -> Node | None:
    return next((child for child in node.named_children if child.type.endswith("declarator")), None)


_CLASSES = frozenset(("class_specifier", "struct_specifier", "union_specifier"))


_DEFINITIONS = {
    name: Query(language, "(function_definition) @function") for name, language in LANGUAGES.items()
}


def _language(tree: Tree) -> str:
    """The language of a tree; the grammar of C++ does not tell its name."""
    return "c" if tree.language is not None and tree.language.name == "c" else "c++"


def _context(
    node: Node, inner: Mapping[int, tuple[str, ...]]
) -> tuple[tuple[str, ...], bool] | None:
    """The scope of a definition and whether only its file sees it; None for a part of a lambda.

    `inner` tells the scopes within the functions around. Where a definition within another one
    begins its line, a brace of that one is missing: it stands for itself.
    """
    names: list[str] = []
    internal = False
    outer = node.parent
    while outer is not None:
        name = outer.child_by_field_name("name")
        if outer.type == "namespace_definition":
            names[:0] = text_of(name).split("::") if name is not None else [ANONYMOUS]
            internal = internal or name is None
        elif outer.type in _CLASSES:
            names.insert(0, _plain(text_of(name)) if name is not None else ANONYMOUS)
        elif outer.id in inner and node.start_point.column:
            return (*inner[outer.id], *names), True
        elif outer.type == "lambda_expression":
            return None
        outer = outer.parent
    return tuple(names), internal


def scope_of(node: Node) -> tuple[str, ...]:
    """The namespaces and classes around a node, outermost first."""
    context = _context(node, {})
    return context[0] if context is not None else ()


def _last(name: str, scope: tuple[str, ...]) -> tuple[str, ...]:
    prefix = "::".join(scope)
    rest = name[len(prefix) + 2 :] if prefix and name.startswith(prefix + "::") else name
    return tuple(rest.split("::"))


def _plain(name: str) -> str:
    """A name without template arguments and white space."""
    while True:
        shorter = re.sub(r"(?<!operator)<[^<>]*>", "", name)
        if shorter == name:
            return re.sub(r"(?<!operator)\s*(::)\s*", r"\1", name).strip()
        name = shorter


def _definition(node: Node, scope: tuple[str, ...], internal: bool) -> Definition | None:
    declarator = node.child_by_field_name("declarator")
    body = node.child_by_field_name("body")
    if body is None:
        body = next((child for child in node.children if child.type == "try_statement"), None)
    if declarator is None or body is None:
        return None
    name = declared_name(declarator)
    if name is None:
        return None
    written = _operator(name) if name.type == "operator_cast" else _plain(text_of(name))
    written = _CONVERSION.sub(r"\1", written.removeprefix("::"))
    full = "::".join((*scope, written))
    static = any(
        child.type == "storage_class_specifier" and child.text == b"static"
        for child in node.children
    )
    types = old_style_types(node)
    parameters = ", ".join(
        types.get(text_of(child), "int") if child.type == "identifier" else parameter_type(child)
        for child in parameter_nodes(declarator)
    )
    if _is_const(declarator):
        parameters += " const"
    in_class = node.parent is not None and node.parent.type == "field_declaration_list"
    return Definition(
        node,
        body,
        full,
        _kind(written, full, in_class),
        parameters,
        internal or (static and not in_class),
    )


_CONVERSION = re.compile(r"(\boperator\s+[^()]*\w[^()]*)\(.*")
"""A conversion function's name, whose node holds its empty parameter list too."""


def _operator(name: Node) -> str:
    kind = text_of(name.child_by_field_name("type"))
    return f"operator {kind}"


def _is_const(declarator: Node) -> bool:
    if _CONVERSION.search(text_of(declarator)):
        return text_of(declarator).endswith(" const")
    while declarator.type != "function_declarator":
        inner = declarator.child_by_field_name("declarator") or _named(declarator)
        if inner is None:
            return False
        declarator = inner
    return any(
        child.type == "type_qualifier" and child.text == b"const" for child in declarator.children
    )


def _kind(written: str, full: str, in_class: bool) -> str:
    parts = full.split("::")
    if parts[-1].startswith("~"):
        return "destructor"
    if len(parts) > 1 and parts[-1] == parts[-2]:
        return "constructor"
    return "method" if in_class or "::" in written else "function"

"""Class bodies to data members: what a class initialises, and what it leaves to constructors."""

from auditkit.lower_syntax import lower_file
from auditkit.preprocess import preprocess
from auditkit.project import Project
from auditkit.source import SourceFile
from auditkit.syntax import parse_syntax


def classes(text: str, language: str) -> dict[str, list[tuple[str, str, bool]]]:
    """The members of each class of a text: name, type, and whether the class initialises it."""
    structure = preprocess(SourceFile.of("a", text.encode()), language)
    project = Project({}, frozenset(), frozenset(), structure.macros)
    facts = lower_file(parse_syntax(structure, language), None, project)
    return {
        one.name: [(item.name, item.type, item.initialised) for item in one.members]
        for one in facts.classes
    }


def test_members_of_a_class() -> None:
    text = (
        "namespace n { class A : public B<int>, C {\n"
        "  int x = 0, *y, z[2]; const char *s{nullptr}; std::string t; int &r; int bits : 3;\n"
        "  static int count; void f(); int g() const; void (*cb)(int); struct In { int i; } in;\n"
        "}; }\n"
    )
    assert classes(text, "c++") == {
        "n::A": [
            ("x", "int", True),
            ("y", "int *", False),
            ("z", "int[2]", False),
            ("s", "const char *", True),
            ("t", "std::string", True),
            ("r", "int &", True),
            ("bits", "int", False),
            ("cb", "void (*)(int)", False),
            ("in", "struct In", False),
        ],
        "n::A::In": [("i", "int", False)],
    }


def test_a_structure_is_known_by_its_tag_and_by_its_typedef() -> None:
    text = "typedef struct tag { int a; char *b; } tag_t; typedef struct { long c; } u;"
    members = [("a", "int", False), ("b", "char *", False)]
    assert classes(text, "c") == {
        "tag": members,
        "tag_t": members,
        "u": [("c", "long", False)],
    }

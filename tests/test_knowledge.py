"""Knowledge is loaded strictly, and a callee is mapped onto the API that it wraps."""

import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

from auditkit import knowledge as module
from auditkit.errors import KnowledgeError
from auditkit.knowledge import ROLES, Knowledge, load
from auditkit.known_classes import ClassSpec, Method
from auditkit.ownership import Given, OutParameter, ParameterSpec
from auditkit.values import ANY, NONE, Cells

LIBRARY = '[library]\nname = "mine"\n'
ENTRY = (
    '[api.f]\nprototype = "int f(int a, char *text)"\nerror = "< 0"\nrole = ["io"]\nwhy = "Bad."\n'
)


@pytest.fixture(scope="session")
def bundled() -> Knowledge:
    """What the kit itself knows."""
    return load()


@pytest.fixture
def folder(tmp_path: Path) -> Callable[..., Path]:
    """A function that writes texts to files of one folder and returns it."""

    def write(*texts: str) -> Path:
        for number, text in enumerate(texts):
            (tmp_path / f"{number}.toml").write_text(text, encoding="utf-8")
        return tmp_path

    return write


def test_an_entry_is_complete(folder: Callable[..., Path]) -> None:
    text = (
        f'{LIBRARY}wrappers = true\nreason = "errno"\nqueue = "adds"\nsection = "7"\n'
        '[why]\nio = "Nothing was read."\n'
        '[api.mine_read]\nprototype = "long mine_read(struct mine *m, void *buf, '
        'int (*cb)(int, int), size_t n[2], unsigned long *left, ...)"\n'
        'error = "< 0 or == 2"\nsuccess = ">= 3"\nseverity = "high"\nrelease = "mine_free"\n'
        'parameters = { m = "takes_on_success" }\nnullable = ["cb"]\n'
        'out = { buf = "success", left = "always" }\nout_release = { buf = "free" }\n'
        'role = ["io", "file"]\nversions = { "< 1.1.0" = "<= 0" }\nsince = "1.0"\n'
    )
    spec = load([folder(text)]).apis["mine_read"]
    assert (spec.library, spec.source, spec.since) == ("mine", "mine_read(7)", "1.0")
    assert (spec.error_cells, spec.success_cells) == (
        Cells.parse("< 0 or == 2"),
        Cells.parse(">= 3"),
    )
    assert (spec.reason, spec.sets_errno, spec.queue) == ("errno", True, "adds")
    assert (spec.check, spec.severity, spec.why) == ("required", "high", "Nothing was read.")
    assert (spec.returns, spec.release, spec.role) == ("owned", "mine_free", ("io", "file"))
    assert (spec.lender, spec.count) == (-1, -1)
    assert spec.parameters == (
        ParameterSpec("m", 0, "takes_on_success", False),
        ParameterSpec("buf", 1, "borrows", False),
        ParameterSpec("cb", 2, "borrows", True),
        ParameterSpec("n", 3, "borrows", False),
        ParameterSpec("left", 4, "borrows", False),
    )
    assert spec.out == (
        OutParameter("buf", 1, "success", "free"),
        OutParameter("left", 4, "always", ""),
    )
    (version,) = spec.versions
    assert (version.version, version.error_cells) == ("< 1.1.0", Cells.parse("<= 0"))


def test_an_entry_says_who_owns_what(folder: Callable[..., Path]) -> None:
    text = (
        f'{LIBRARY}[api.f]\nprototype = "char *f(char **old, unsigned char **end, int flags, '
        'struct s *in, int pair[2], int fd)"\nerror = "== NULL"\nreturns = "borrowed"\n'
        'lender = "in"\ncount = "flags"\nwhy = "Bad."\nrole = ["io"]\nadvances = ["end"]\n'
        'parameters = { fd = "takes", old = "returned" }\ngiven = { fd = "flags & CLOSE" }\n'
        'out = { old = "null_on_failure", in = "always", pair = "success" }\nreuses = ["old"]\n'
        'out_release = { old = "f_free", in = "s_free", pair = "close" }\nin_place = ["in"]\n'
        'out_member = { in = "data" }\n'
    )
    spec = load([folder(text)]).apis["f"]
    assert (spec.returns, spec.lender, spec.count) == ("borrowed", 3, 2)
    assert spec.parameters == (
        ParameterSpec("old", 0, "returned", False),
        ParameterSpec("end", 1, "borrows", False, None, True),
        ParameterSpec("flags", 2, "borrows", False),
        ParameterSpec("in", 3, "borrows", False),
        ParameterSpec("pair", 4, "borrows", False),
        ParameterSpec("fd", 5, "takes", False, Given(2, "CLOSE")),
    )
    assert spec.out == (
        OutParameter("old", 0, "null_on_failure", "f_free", reuses=True),
        OutParameter("in", 3, "always", "s_free", in_place=True, member="data"),
        OutParameter("pair", 4, "success", "close", count=2),
    )


def test_what_releases_as_well(bundled: Knowledge) -> None:
    assert bundled.released_by("BIO_free") == {"BIO_free", "BIO_free_all", "BIO_vfree"}
    assert bundled.released_by("BIO_free_all") == {"BIO_free_all"}
    assert "OPENSSL_free" not in bundled.released_by("free")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("std::unique_ptr<X509, decltype(&X509_free)>", "owner"),
        ("const std::shared_ptr<T> &", "shared"),
        ("unique_ptr<int[]>", "owner"),
        ("::std::string", "value"),
        ("std::string_view", "view"),
        ("QScopedPointer<QDtls>", "owner"),
        ("QSslSocket *", "child"),
        ("QMutexLocker", "guard"),
        ("mine::unique_ptr<int>", ""),
        ("<>", ""),
    ],
)
def test_classes_by_name(bundled: Knowledge, name: str, kind: str) -> None:
    spec = bundled.find_class(name)
    assert ("" if spec is None else spec.kind) == kind


def test_a_class_is_complete(folder: Callable[..., Path]) -> None:
    text = (
        f'{LIBRARY}[class."my::Holder"]\nkind = "owner"\nholds = 1\nrelease = "my_free"\n'
        'deleter = 1\ndeleter_argument = 2\nelements = true\nmethods = { take = "gives" }\n'
        'makes = ["my::make"]\nviews = ["my::look"]\nalso = ["my::Other"]\nsource = "my.h"\n'
        'instance = "my::Holder<int>"\n'
    )
    known = load([folder(text)])
    spec = known.classes["my::Holder"]
    assert spec == ClassSpec(
        *("my::Holder", "mine", "owner", 1, "my_free", 1, 2, True, (Method("take", "gives"),)),
        *(("my::make",), ("my::look",), ("my::Other",), "my::Holder<int>", "my.h"),
    )
    assert (spec.effect("take"), spec.effect("look")) == ("gives", "")
    assert known.find_class("my::Other<int>") is spec


def test_what_cannot_fail_needs_no_reason_and_no_check(folder: Callable[..., Path]) -> None:
    text = LIBRARY + '[api.g]\nprototype = "void g(void)"\nrole = ["release"]\n'
    spec = load([folder(text)]).apis["g"]
    assert (spec.error, spec.error_cells, spec.success_cells) == ("none", NONE, ANY)
    assert (spec.reason, spec.queue, spec.check, spec.why) == ("none", "none", "optional", "")
    assert spec.parameters == ()


def test_success_is_all_that_is_no_error_unless_narrowed(bundled: Knowledge) -> None:
    assert bundled.apis["fgets"].success_cells == Cells.parse("!= 0")
    assert bundled.apis["SSL_CTX_use_certificate"].success_cells == Cells.parse("== 1")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("SSL_read", "SSL_read"),
        ("q_SSL_read", "SSL_read"),
        ("dl_SSL_CTX_set_alpn_protos", "SSL_CTX_set_alpn_protos"),
        ("dl_EVP_DigestFinal", "EVP_DigestFinal"),
        ("my_RAND_bytes", "RAND_bytes"),
        ("q_d2i_X509", "d2i_X509"),
        ("q_sk_X509_num", "sk_TYPE_num"),
        ("sk_X509_INFO_pop_free", "sk_TYPE_pop_free"),
        ("sk_GENERAL_NAME_value", "sk_TYPE_value"),
        ("sk_X509_free", "sk_TYPE_free"),
        ("net::SSL_read", "SSL_read"),
        ("net::q_SSL_read", "SSL_read"),
        ("::recv", "recv"),
        ("std::memcpy", "memcpy"),
        ("EVP_MD_CTX_create", "EVP_MD_CTX_new"),
        ("q_EVP_MD_CTX_create", "EVP_MD_CTX_new"),
        ("my_read", ""),
        ("q_read", ""),
        ("Socket::read", ""),
        ("a_very_long_one_SSL_read", ""),
        ("q_SSL_unheard_of", ""),
        ("i2d_X509_free", ""),
        ("QSSL_read", ""),
        ("", ""),
    ],
)
def test_names_and_wrappers(bundled: Knowledge, name: str, expected: str) -> None:
    assert bundled.api_name(name) == expected
    assert bundled.find(name) is bundled.find(name)


def test_constants(bundled: Knowledge) -> None:
    assert bundled.constant("SSL_ERROR_WANT_READ") == 2
    assert bundled.constant("X509_V_OK") == 0
    assert bundled.constant("EOF") == -1
    assert bundled.constant("INVALID_SOCKET") == -1
    assert bundled.constant("NO_SUCH_CONSTANT") is None


def test_knowledge_crosses_processes(bundled: Knowledge) -> None:
    assert pickle.loads(pickle.dumps(bundled)) == bundled


def test_every_role_is_used(bundled: Knowledge) -> None:
    assert {role for spec in bundled.apis.values() for role in spec.role} == set(ROLES)


def test_an_empty_folder_adds_nothing(bundled: Knowledge, tmp_path: Path) -> None:
    assert load([tmp_path]) == bundled


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"none: no such folder; give one that holds"):
        load([tmp_path / "none"])


def test_a_later_folder_wins(folder: Callable[..., Path]) -> None:
    text = (
        LIBRARY
        + '[constants]\nEOF = -2\n[api.SSL_read]\nprototype = "int SSL_read(int s)"\n'
        + 'error = "none"\nrole = ["io"]\n[aliases]\nmine_read = "SSL_read"\n'
        + '[api.EVP_MD_CTX_create]\nprototype = "int EVP_MD_CTX_create(void)"\nerror = "none"\n'
        + 'role = ["io"]\n'
    )
    known = load([folder(text)])
    assert known.apis["SSL_read"].library == "mine"
    assert known.api_name("mine_read") == "SSL_read"
    assert known.api_name("EVP_MD_CTX_create") == "EVP_MD_CTX_create"
    assert known.constant("EOF") == -2
    # The library of the user allows no wrappers.
    assert known.find("q_SSL_read") is None


def test_a_changed_file_is_read_again(folder: Callable[..., Path]) -> None:
    place = folder(LIBRARY + ENTRY)
    assert load([place]).apis["f"].error == "< 0"
    folder(LIBRARY + ENTRY.replace("< 0", "== -1"))
    assert load([place]).apis["f"].error == "== -1"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[library", r"0\.toml: .*permitted: TOML in UTF-8"),
        ("", r"0\.toml: library\.name: missing; it is mandatory"),
        (
            "[libary]",
            r"libary: unknown key; permitted: library, why, aliases, constants, releases, ",
        ),
        ("library = 1", r"library: 1 is no table"),
        (LIBRARY + "colour = 1", r"library\.colour: unknown key; permitted: name, "),
        (LIBRARY + 'wrappers = "yes"', r"wrappers: 'yes' is no truth value; permitted: true"),
        (LIBRARY + 'headers = "a.h"', r"library\.headers: 'a\.h' is no list of texts"),
        (LIBRARY + '[why]\nfun = "x"', r"why\.fun: unknown key; permitted: allocation, "),
        (LIBRARY + '[constants]\nA = "1"', r"constants\.A: '1' is no integer"),
        (LIBRARY + "[constants]\nA = true", r"constants\.A: True is no integer"),
        (LIBRARY + '[aliases]\nA = "no_such"', r"aliases\.A: 'no_such' is unknown; permitted: "),
        (LIBRARY + ENTRY + 'chek = "none"', r"api\.f\.chek: unknown key; permitted: prototype, "),
        (LIBRARY + ENTRY + 'check = "no"', r"api\.f\.check: 'no' is unknown; permitted: required"),
        (LIBRARY + ENTRY + "since = 1.1", r"api\.f\.since: 1\.1 is no text; write it in quotes"),
        (LIBRARY + ENTRY + 'parameters = { b = "takes" }', r"parameters\.b: .*permitted: a, text"),
        (LIBRARY + ENTRY + 'parameters = { a = "eats" }', r"a: 'eats' is unknown; .*: borrows"),
        (LIBRARY + ENTRY + 'lender = "b"', r"api\.f\.lender: 'b' is unknown; permitted: , a, text"),
        (LIBRARY + ENTRY + 'given = { a = "text & B" }', r"api\.f\.given\.a: unknown key"),
        (
            LIBRARY + ENTRY + 'parameters = { a = "takes" }\ngiven = { a = "b & C" }',
            r"given\.a: 'b & C'; permitted: '… & CONSTANT' with one of a, text",
        ),
        (LIBRARY + ENTRY + 'reuses = ["a"]', r"reuses: 'a' is unknown; .*nothing is written"),
        (LIBRARY + ENTRY + 'in_place = ["a"]', r"in_place: 'a' is unknown; .*nothing is to be"),
        (LIBRARY + ENTRY + 'out_member = { a = "b" }', r"out_member\.a: unknown key"),
        (LIBRARY + '[releases]\nfree = ["no"]', r"releases\.free: 'no' is unknown; permitted: a f"),
        (LIBRARY + '[releases]\nfree = "close"', r"releases\.free: 'close' is no list of texts"),
        (LIBRARY + 'language = "d"', r"library\.language: 'd' is unknown; permitted: c, c\+\+"),
        (LIBRARY + "[class.A]", r"class\.A\.kind: missing; it is mandatory"),
        (
            LIBRARY + '[class.A]\nkind = "god"',
            r"class\.A\.kind: 'god' is unknown; .*: owner, shared",
        ),
        (LIBRARY + '[class.A]\nkind = "view"', r"class\.A\.source: missing"),
        (LIBRARY + "[class.A]\ncolour = 1", r"class\.A\.colour: unknown key; permitted: kind, "),
        (
            LIBRARY + '[class.A]\nkind = "view"\nmethods = { get = "got" }',
            r"class\.A\.methods\.get: 'got' is unknown; permitted: gives, replaces",
        ),
        (LIBRARY + ENTRY + 'nullable = ["b"]', r"api\.f\.nullable: 'b' is unknown; permitted: a"),
        (LIBRARY + ENTRY + 'out = { text = "maybe" }', r"out\.text: 'maybe' is unknown; .*always"),
        (LIBRARY + ENTRY + 'out_release = { a = "free" }', r"out_release\.a: unknown key"),
        (LIBRARY + ENTRY + 'versions = { old = "none" }', r"versions\.old: .*such as '< 1\.1\.0'"),
        (LIBRARY + ENTRY + 'versions = { "< 1" = "no" }', r"versions\.< 1: 'no' is no relation"),
        (LIBRARY + ENTRY + 'success = "one"', r"api\.f\.success: 'one' is no relation"),
        (
            LIBRARY + ENTRY.replace("< 0", "fails"),
            r"api\.f\.error: 'fails' is no relation such as .*permitted: relations joined by",
        ),
        (LIBRARY + ENTRY.replace('error = "< 0"\n', ""), r"api\.f\.error: missing"),
        (LIBRARY + ENTRY.replace('why = "Bad."\n', ""), r"api\.f\.why: missing"),
        (LIBRARY + ENTRY.replace('"io"', '"fun"'), r"api\.f\.role: 'fun' is unknown; permitted:"),
        (LIBRARY + ENTRY.replace('"io"', ""), r"api\.f\.role: missing; permitted: allocation"),
        (LIBRARY + ENTRY.replace("int f(", "int g("), r"prototype: .* does not declare f"),
        (LIBRARY + ENTRY.replace("int a", "int"), r"prototype: 'int' has no name; name every"),
        (LIBRARY + ENTRY.replace("int a", "unsigned int"), r"'unsigned int' has no name"),
    ],
)
def test_what_is_malformed_is_named(folder: Callable[..., Path], text: str, message: str) -> None:
    with pytest.raises(KnowledgeError, match=message) as caught:
        load([folder(text)])
    assert "\n" not in str(caught.value)


def test_two_entries_for_one_function_in_a_folder(folder: Callable[..., Path]) -> None:
    with pytest.raises(KnowledgeError, match=r"1\.toml: api\.f: is in 0\.toml too"):
        load([folder(LIBRARY + ENTRY, LIBRARY + ENTRY)])


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.toml").mkdir()
    with pytest.raises(KnowledgeError, match=r"a\.toml: cannot be read: Is a directory"):
        load([tmp_path])


def test_the_bundled_folder_of_a_wheel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data" / "apis").mkdir(parents=True)
    monkeypatch.setattr(module, "__file__", str(tmp_path / "knowledge.py"))
    assert module.bundled_folder() == tmp_path / "data" / "apis"
    assert load().apis == {}

"""What is called in and around a function, and which calls work on one object."""

from auditkit.analyses.inputs import same_object
from auditkit.testing import context_of, functions_of

TEXT = (
    "typedef struct ssl_st SSL; int SSL_connect(SSL *ssl); int SSL_read(SSL *s, void *b, int n);"
    " int SSL_shutdown(SSL *s);"
    " static int inner(SSL *s) { return SSL_connect(s); }"
    " int outer(SSL *s) { return inner(s) + other(); }"
    " int top(SSL *s) { return outer(s) + SSL_shutdown(s); }"
    " int again(SSL *s) { return again(s) + SSL_read(s, 0, 0); }"
)


def test_within_are_the_calls_of_own_functions_too() -> None:
    context = context_of(TEXT)
    inner, outer, top, again = context.functions
    within = context.surroundings.within
    assert set(within(inner)) == {"SSL_connect"}
    assert set(within(outer)) == {"SSL_connect", "inner", "other"}
    assert set(within(top)) == {"SSL_connect", "SSL_shutdown", "inner", "other", "outer"}
    assert set(within(again)) == {"SSL_read", "again"}
    assert within(outer)["other"] == "other()\n"


def test_around_are_those_of_the_callers_too() -> None:
    context = context_of(TEXT)
    inner, outer, _, _ = context.functions
    assert set(context.surroundings.around(inner)) == {"SSL_connect", "inner", "other"}
    assert "SSL_shutdown" in context.surroundings.around(outer)


def test_behind_a_call_are_those_of_what_it_calls() -> None:
    context = context_of(TEXT)
    outer = context.functions[1]
    behind = [context.surroundings.behind(call) for call in outer.calls()]
    assert [set(each) for each in behind] == [{"SSL_connect"}, set()]


def test_calls_work_on_one_object_by_how_it_is_written() -> None:
    text = 'void f(void) { set(ctx.get(), "a,b"); set(ctx.get(), 1); set(other, 1); none(); }'
    (function,) = functions_of(text, "c++")
    calls = [call for call in function.calls() if call.callee in ("set", "none")]
    assert same_object(calls[0], calls[1])
    assert not same_object(calls[0], calls[2])
    assert not same_object(calls[0], calls[3])

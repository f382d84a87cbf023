"""Defects planted by rule into correct code, and what the kit finds of them.

A rule reads the syntax tree of one function and proposes edits of its text, each a `Plant` that
names the concerns of which one has to be raised. A rule keeps an edit only where simple syntactic
criteria, said in its docstring, make it certain that the behaviour becomes wrong.
"""

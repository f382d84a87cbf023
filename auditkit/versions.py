"""Which versions of the kit and of what it rests on are at work."""

from importlib.metadata import PackageNotFoundError, version

PACKAGES = ("auditkit", "libclang", "tree-sitter", "tree-sitter-c", "tree-sitter-cpp", "pandas")


def versions() -> dict[str, str]:
    """The installed version of each package that decides what an audit finds, by name."""
    return {name: version_of(name) for name in PACKAGES}


def version_of(package: str) -> str:
    """The installed version of a package, or `not installed`."""
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"

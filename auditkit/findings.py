"""What an audit concludes: concerns, findings with the steps that explain them, fingerprints."""

import hashlib
from dataclasses import dataclass
from enum import Enum

from auditkit.source import Location


class Severity(Enum):
    """How bad the consequence is if the finding is true."""

    CRITICAL = "critical"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"

    @property
    def rank(self) -> int:
        """0 for critical, rising as it gets milder."""
        return list(Severity).index(self)


class Confidence(Enum):
    """How sure the analysis is that the finding is true."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"

    @property
    def rank(self) -> int:
        """0 for high, rising as it gets weaker."""
        return list(Confidence).index(self)


class Category(Enum):
    """The categories of a security review of TLS code, by the names that tables use."""

    ERROR_HANDLING = "error-handling"
    RESOURCE_LIFETIME = "resource-lifetime"
    HARD_CODED_VALUES = "hard-coded-values"
    UNINITIALISED_DATA = "uninitialised-data"
    BUFFERS_AND_INPUT = "buffers-and-input"
    INSECURE_FUNCTIONS = "insecure-functions"
    CERTIFICATE_VERIFICATION = "certificate-verification"
    RANDOMNESS = "randomness"
    ENCRYPTION = "encryption"
    SENSITIVE_DATA = "sensitive-data"
    DTLS = "dtls"


@dataclass(frozen=True, slots=True)
class Concern:
    """A kind of problem: its identity, category, default severity and CWE ids (`"CWE-252"`)."""

    id: str
    title: str
    category: Category
    severity: Severity
    cwe: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One line walked from cause to consequence, with what happens there."""

    at: Location
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One place where a concern applies, with the steps that explain why."""

    concern: Concern
    at: Location
    function: str
    signature: str
    callee: str
    subject: str
    message: str
    remedy: str
    severity: Severity
    confidence: Confidence
    steps: tuple[Step, ...]
    cwe: tuple[str, ...]
    also: tuple[str, ...] = ()
    author_comment: str = ""
    condition: str = ""

    def key(self) -> str:
        """What stays the same when lines move: the text under the fingerprint, without ordinal."""
        parts = (
            self.at.path,
            self.function,
            self.signature,
            self.concern.id,
            self.callee,
            self.subject,
        )
        return "\x1f".join(parts)


def fingerprints(findings: list[Finding]) -> list[str]:
    """One fingerprint for each finding (16 hexadecimal digits), unique within the list.

    Equal keys within a function are told apart by their order in the source.
    """
    order = sorted(range(len(findings)), key=lambda index: findings[index].at)
    seen: dict[str, int] = {}
    result = [""] * len(findings)
    for index in order:
        key = findings[index].key()
        ordinal = seen[key] = seen.get(key, -1) + 1
        digest = hashlib.sha256(f"{key}\x1f{ordinal}".encode("utf-8", "surrogatepass"))
        result[index] = digest.hexdigest()[:16]
    return result

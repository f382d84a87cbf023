"""What a function's name alone tells: that it logs, or that it notes an error.

The last resort where nothing else is known of a callee; a name decides no finding by itself.
"""

import re

from auditkit.facts import Call, Constant

LOGS = re.compile(
    r"(?:^|_|::)(?:v?f?printf|perror|syslog|v?s?log\w*|\w*_log\w*|warnx?|errx?|g_(?:warning|message|critical|debug)"
    r"|qC?(?:Warning|Debug|Critical|Info)|trace\w*|print_error\w*|TURN_LOG_FUNC|vpn_progress|failf|infof|coap_log\w*)$"
    r"|(?i:log_?(?:err|warn|info|debug|msg)|(?:err|warn|debug|info)_?log|report_?error|^s_log$|ssl_?error$)"
)
RAISES = re.compile(
    r"(?i:set\w*err|^fail|_fail|failed|abort|reject|raise|emit\w*err|error_?(?:occurred|exit)|protocol_?error)"
)
RAISED = re.compile(r"(?i:ssl_?fatal$|ERR_raise|ERR_put_error|(?:^|_)SSLerr$|send_alert$)")
"""Functions that put an error where a failing function leaves it: it must then fail."""
ERRORS = re.compile(r"(?i:err(?!no$)|fail|status|reason|result$|invalid|bad$)")
_LEVELS = re.compile(
    r"(?i:^(?:\w*_)?(?:err|error|crit|critical|fatal|alert|emerg|fail|failure|warn|warning)$)"
)
_LITTLE = re.compile(r"(?i:(?:^|_)(?:debug|info|notice|trace|verbose|fine)\d?$)")
_SEVERE = re.compile(r"(?i:err|warn|crit|fatal|fail)|^perror$")


def is_error_name(text: str) -> bool:
    """Whether a place's last name speaks of an error: `*err`, `self->last_error`, `status`."""
    return ERRORS.search(re.split(r"->|\.|\*|::", text)[-1]) is not None


def logs_error(call: Call) -> bool:
    """Whether a call to a logging function tells of an error: by its name or by its level."""
    if _SEVERE.search(call.callee):
        return True
    levels = (item.text for item in call.arguments[:3] if isinstance(item, Constant))
    return any(_LEVELS.search(text) for text in levels)


def logs_little(call: Call) -> bool:
    """Whether a call to a logging function tells something of little weight: debug, information."""
    if _LITTLE.search(call.callee) or call.callee in ("infof", "qInfo", "qDebug"):
        return True
    levels = (item.text for item in call.arguments[:3] if isinstance(item, Constant))
    return any(_LITTLE.search(text) for text in levels)

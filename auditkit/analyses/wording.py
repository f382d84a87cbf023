"""What a function's name alone tells: that it logs, or that it notes an error.

The last resort where nothing else is known of a callee; a name decides no finding by itself.
"""

import re

LOGS = re.compile(
    r"(?:^|_|::)(?:v?f?printf|perror|syslog|v?s?log\w*|\w*_log\w*|warnx?|errx?|g_(?:warning|message|critical|debug)"
    r"|qC?(?:Warning|Debug|Critical|Info)|trace\w*|print_error\w*|TURN_LOG_FUNC|vpn_progress|coap_log\w*)$"
    r"|(?i:log_?(?:err|warn|info|debug|msg)|(?:err|warn|debug|info)_?log|report_?error|^s_log$|ssl_?error$)"
)
RAISES = re.compile(
    r"(?i:set\w*err|^fail|_fail|failed|abort|reject|raise|emit\w*err|error_?(?:occurred|exit)|protocol_?error)"
)

"""What the rules know of APIs, apart from the knowledge base so that they can judge it."""

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_OPENSSL = re.compile(
    r"(?:SSL|DTLSv1|DTLS|BIO|X509|X509V3|EVP|PEM|RAND|BN|RSA|EC|DH|HMAC|CMAC|PKCS5|PKCS7|PKCS12"
    r"|OCSP|CMS|ASN1|OPENSSL|CRYPTO|CONF|OBJ|d2i|i2d)_\w+"
)
_WRAPPER = re.compile(r"^(?:q|dl)_(?=[A-Z])")
_NEVER_FAILS = re.compile(
    r"\w*(?:_get0_\w+|_count|_num|_free|_free_all|_cmp|_eq|_cleanse|_memcmp|_up_ref|_pending|_ctrl|_options|_clear_mode)"
    r"|SSL_get_error|ERR_\w+|SSL_(?:is|in|get(?!1_)|version|session|want|has|shutdown)_?\w*|SSL_state\w*"
    r"|BIO_(?:should|get|eof|reset|flush|method|next|find|seek|tell|closesocket)\w*"
    r"|SSL_CTX_(?:get|clear|sess|set_verify|set_mode|set_quiet|set_timeout|set_session_cache)\w*"
    r"|OBJ_\w+|EVP_\w*(?:_get|_size|_id|_type|_nid|_length|_mode|_flags|_name|_is_a)\w*"
    r"|EVP_(?:sha|md5|aes|chacha|des|rc4|enc)\w*|BIO_s_\w+|BIO_f_\w+|ASN1_STRING_\w+|BN_is_\w+"
    r"|BN_(?:num|bn2)\w*|X509_(?:get(?!_pubkey|_ext_d2i)|NAME|STORE_CTX_get|EXTENSION)\w*|RAND_status"
    r"|X509_verify_cert_error_string|X509_cmp\w*|SSL_set_shutdown|\w+_method|OPENSSL_sk_num|sk_\w+"
    r"|RSA_size|OPENSSL_(?:hexchar2int|init_\w+)|CRYPTO_get\w*|SSL_COMP_get\w*"
)
_LIBC = _words(
    """
    malloc calloc realloc strdup strndup fopen fdopen opendir open socket accept dup dup2 pipe
    bind listen connect getaddrinfo getsockopt fcntl stat fstat lstat fseek ftell
    rename unlink mkdir mmap poll epoll_create1 epoll_ctl clock_gettime gettimeofday getpeername
    getsockname inet_pton inet_ntop fgets fread fwrite pthread_create
    pthread_join pthread_key_create recv send recvfrom sendto read write time
    localtime_r gmtime_r setuid setgid fork waitpid tmpfile mkstemp posix_memalign strftime
    chmod ftruncate
    """
)
_COUNTING = _words(
    """
    socket open accept dup recv send recvfrom sendto read write poll epoll_create1
    """
)
_THREE_VALUED = _words(
    """
    SSL_connect SSL_accept SSL_do_handshake SSL_read SSL_write SSL_peek RAND_bytes
    RAND_priv_bytes X509_verify_cert X509_verify EVP_VerifyFinal EVP_DigestVerifyFinal
    EVP_DigestVerify EVP_PKEY_verify EVP_PKEY_derive EVP_PKEY_derive_init EVP_PKEY_sign
    EVP_PKEY_keygen EVP_PKEY_keygen_init EVP_PKEY_CTX_set_rsa_padding OCSP_basic_verify
    X509_check_host X509_check_ip_asc BIO_read BIO_do_connect BIO_do_handshake BIO_do_accept
    """
)
ZERO_IS_BENIGN = frozenset(("DTLSv1_handle_timeout", "SSL_shutdown", "X509_check_host"))
"""Functions of OpenSSL whose 0 is an answer of its own and no failure."""
RELEASES = {
    "SSL_free": r"SSL_new|SSL_dup",
    "SSL_CTX_free": r"SSL_CTX_new",
    "SSL_SESSION_free": r"SSL_get1_session|d2i_SSL_SESSION|SSL_SESSION_new|PEM_read_\w*SESSION",
    "BIO_free": r"BIO_new\w*",
    "BIO_free_all": r"BIO_new\w*",
    "X509_free": r"X509_new|X509_dup|d2i_X509\w*|PEM_read_(?:bio_)?X509|SSL_get1?_peer_certificate",
    "X509_CRL_free": r"PEM_read_(?:bio_)?X509_CRL|d2i_X509_CRL\w*",
    "X509_STORE_free": r"X509_STORE_new",
    "X509_STORE_CTX_free": r"X509_STORE_CTX_new",
    "EVP_PKEY_free": r"EVP_PKEY_new\w*|PEM_read_\w*(?:PrivateKey|PUBKEY)|d2i_\w*PrivateKey\w*"
    r"|X509_get_pubkey|d2i_PUBKEY\w*",
    "EVP_PKEY_CTX_free": r"EVP_PKEY_CTX_new\w*",
    "EVP_MD_CTX_free": r"EVP_MD_CTX_new",
    "EVP_CIPHER_CTX_free": r"EVP_CIPHER_CTX_new",
    "EVP_MAC_free": r"EVP_MAC_fetch",
    "EVP_MAC_CTX_free": r"EVP_MAC_CTX_new",
    "HMAC_CTX_free": r"HMAC_CTX_new",
    "BN_free": r"BN_new|BN_bin2bn",
    "BN_clear_free": r"BN_new|BN_bin2bn",
    "PKCS12_free": r"d2i_PKCS12_(?:bio|fp)|PKCS12_create",
    "OPENSSL_free": r"OPENSSL_malloc|OPENSSL_zalloc|OPENSSL_strdup|X509_NAME_oneline|BN_bn2hex",
    "OCSP_RESPONSE_free": r"d2i_OCSP_RESPONSE\w*",
    "OCSP_BASICRESP_free": r"OCSP_response_get1_basic",
    "GENERAL_NAMES_free": r"X509_get_ext_d2i",
    "free": r"malloc|calloc|strdup|strndup",
    "fclose": r"fopen|fdopen|tmpfile",
    "close": r"socket|open|accept|dup|mkstemp|epoll_create1",
    "closedir": r"opendir",
    "freeaddrinfo": r"getaddrinfo",
}
"""Release functions, with the acquisitions whose result each of them releases."""
_TAKING = re.compile(
    r"\w*(?:set0|add0|_push|assign|set_bio|add_extra_chain_cert|set_accept_bios|insert)\w*"
)
_TAKING_FIRST = re.compile(r"\w*_up_ref|fdopen|fdopendir|BIO_new_(?:fd|fp|socket|dgram)|BIO_push")
_BORROWING = _words(
    """
    memcpy memset memmove memcmp strcmp strncmp strcasecmp strlen strchr strrchr strstr printf
    fprintf snprintf sprintf puts fputs fputc fgetc perror ferror feof getc sscanf strtol
    strtoul fileno readdir freeaddrinfo free fclose close closedir select shutdown getnameinfo
    fdatasync fsync lseek write read ioctl htons ntohs htonl ntohl rewind strcspn strspn
    strtok_r
    """
)


def plain(name: str) -> str:
    """The API's own name behind a wrapper's prefix."""
    return _WRAPPER.sub("", name)


def is_openssl(name: str) -> bool:
    """Whether a name is one of OpenSSL's."""
    return _OPENSSL.fullmatch(plain(name)) is not None


def is_fallible(name: str) -> bool:
    """Whether correct code that tests the result of this function tests for a failure."""
    name = plain(name)
    return name in _LIBC or (is_openssl(name) and _NEVER_FAILS.fullmatch(name) is None)


def is_three_valued(name: str) -> bool:
    """Whether a function of OpenSSL fails with 0 and with negative values."""
    return plain(name) in _THREE_VALUED


def is_libc(name: str) -> bool:
    """Whether a name is a fallible function of libc, sockets or threads."""
    return name in _LIBC


def fails_with_truth(name: str) -> bool:
    """Whether a function fails with a value that C takes for true."""
    name = plain(name)
    if is_openssl(name):
        return "_set_alpn_protos" in name or "_set_tlsext_use_srtp" in name
    return name in _LIBC and name not in _COUNTING and not releases_of(name) and name != "fgets"


def counts(name: str) -> bool:
    """Whether a function succeeds with descriptors or counts, and not with 0 alone."""
    return name in _COUNTING


def is_release(name: str) -> bool:
    """Whether a name is one of the release functions."""
    return plain(name) in RELEASES


def releases_of(acquisition: str) -> frozenset[str]:
    """The names of the functions that release what a call acquires."""
    name = plain(acquisition)
    return frozenset(key for key, value in RELEASES.items() if re.fullmatch(value, name))


def is_known(name: str) -> bool:
    """Whether a name is one of OpenSSL's or of the C library's, as far as the rules know them."""
    return name in _BORROWING or name in _LIBC or is_openssl(name)


def only_borrows(name: str, position: int) -> bool:
    """Whether a function certainly does not take over what it is given in that place."""
    name = plain(name)
    if (_TAKING if position else _TAKING_FIRST).fullmatch(name):
        return False
    return is_known(name) or name.startswith("ERR_")
